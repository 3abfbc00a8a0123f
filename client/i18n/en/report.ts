import type { report as source } from '#client/i18n/id/report.ts';
import type { Translation } from '#client/i18n/translation.ts';

export const report: Translation<typeof source> = {
  title: 'Reporting',
  description: 'Every report you are responsible for. What is overdue stays here until it is submitted.',
  loadFailed: 'The list of reports cannot be loaded',
  state: {
    not_started: 'Not started',
    draft: 'Draft',
    submitted: 'Submitted',
    verified: 'Verified',
    returned: 'Returned',
    correcting: 'Correction not submitted',
  },
  deadline: {
    plain: 'deadline {{date}}',
    late_one: 'deadline {{date}} ({{count}} day ago)',
    late_other: 'deadline {{date}} ({{count}} days ago)',
    today: 'deadline today, {{date}}',
    left_one: 'deadline {{date}} ({{count}} day left)',
    left_other: 'deadline {{date}} ({{count}} days left)',
  },
  late_one: '{{count}} day late',
  late_other: '{{count}} days late',
  cutOff: 'until {{text}}',
  predecessor: 'Report of {{agency}}, now merged into your agency',
  progress: '{{done}} of {{expected}} cells filled',
  returned: {
    title_one: '{{count}} cell returned',
    title_other: '{{count}} cells returned',
    more_one: 'and {{count}} more cell',
    more_other: 'and {{count}} more cells',
  },
  filter: {
    issue: 'Filter by issue',
    allIssues: 'All issues',
    view: 'Show',
    open: 'To do ({{count}})',
    late: 'Overdue ({{count}})',
    returned: 'Returned ({{count}})',
    done: 'Handed in ({{count}})',
    hiddenLate_one: '{{count}} overdue report of another issue is hidden by the filter.',
    hiddenLate_other: '{{count}} overdue reports of other issues are hidden by the filter.',
  },
  section: {
    late: 'Overdue ({{count}})',
    open: 'To do ({{count}})',
    done: 'Handed in ({{count}})',
  },
  empty: {
    openTitle: 'No report is waiting for you',
    openText: "Next month's reports appear here as soon as the month opens.",
    doneTitle: 'Nothing has been handed in yet',
    doneText: "Reports you submit, and the verifier's decisions, appear here.",
  },
};
