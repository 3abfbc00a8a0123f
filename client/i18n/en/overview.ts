import type { overview as source } from '#client/i18n/id/overview.ts';
import type { Translation } from '#client/i18n/translation.ts';

export const overview: Translation<typeof source> = {
  title: 'Overview',
  none: 'No figures for {{month}} yet',
  noneText: 'No report of this month has been verified yet. The latest figures are those of {{latest}}.',
  noneOpen: 'Open {{latest}}',
  card: {
    count: '{{unit}}, {{stage}}',
    of: 'of {{whole}} ({{percent}})',
    ofUneven: 'of {{whole}} ({{percent}}, different coverage)',
    nation: 'nation {{value}}',
    left: '{{stage}}',
  },
  heat: {
    title: 'Which regencies lag behind the path to the target?',
    subtitle: 'Achievement against the path, {{month}}',
    bandColumn: '{{issue}} (y-on-y)',
    look: 'Form',
    issue: 'Issue on the map',
    asTable: 'Table',
    asMap: 'Tile map',
    worst: 'Furthest behind: {{areas}}, critical in {{issues}}.',
    worstSeveral: 'Furthest behind: {{areas}}, each critical in {{count}} issues.',
    noneCritical: 'No regency is critical in an issue that has both figures and a target.',
    nothing: 'No regency has both a figure and a target yet, so there is nothing to compare.',
    short: { ke: 'EP', st: 'ST', ats: 'OOS', pa: 'CM', inf: 'Inf' },
  },
  completeness: {
    title: 'Who has not reported yet?',
    due: 'Deadline {{date}}',
    received: '{{received}} of {{expected}} reports are in ({{percent}}), {{onTime}} on time',
    daysLate: '{{count}} days late',
    returned: '{{count}} cells returned',
    notYet: 'not in yet',
    more: '{{count}} more reports in the completeness matrix',
    matrix: 'Open the completeness matrix',
    allIn: 'All reports are in.',
    nothingExpected: 'No reports are expected for this month.',
  },
  restatements: {
    title: 'Has any earlier figure changed?',
    since: 'Since {{date}}',
    none: 'No. The figures shown before are still the same.',
    some: '{{count}} verified figures have been corrected.',
    open: 'Open the correction ledger',
  },
};
