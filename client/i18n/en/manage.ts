import type { manage as indonesian } from '#client/i18n/id/manage.ts';
import type { Translation } from '#client/i18n/translation.ts';

export const manage: Translation<typeof indonesian> = {
  title: 'Manage',
  description: 'Who is responsible for what, how figures are judged, and what has been changed.',
  sections: 'Sections of Manage',
  section: {
    users: 'Users',
    agencies: 'Agencies',
    assignments: 'Assignments',
    indicators: 'Indicators',
    targets: 'Targets',
    deadlines: 'Deadlines',
    historyImport: 'Import history',
    audit: 'Audit log',
  },
  loadFailed: 'This section could not be loaded.',
  saved: 'Changes saved.',
  field: {
    legalBasis: 'Legal basis',
    legalBasisHint: 'For example Governor’s Decree 296 of 2023.',
    source: 'Source',
    sourceHint: 'Where this is known from: a document, a letter, a news item and its date.',
    confidence: 'Confidence',
    note: 'Note',
    noConfidence: 'Not judged',
    allIssues: 'All issues',
    wholeProvince: 'The whole province',
    issue: 'Issue',
    agency: 'Agency',
    area: 'Area',
    actions: 'Actions',
  },
  confidence: { H: 'High', M: 'Medium', L: 'Low' },
  period: {
    from: 'since {{from}}',
    between: '{{from}} – {{to}}',
  },
};
