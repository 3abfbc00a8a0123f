import type { entryPhone as source } from '#client/i18n/id/entry-phone.ts';
import type { Translation } from '#client/i18n/translation.ts';

export const entryPhone: Translation<typeof source> = {
  filter: {
    label: 'Find an area',
    search: 'Find an area or a code',
    kind: 'Areas shown',
    all: 'All {{count}}',
    open: 'Incomplete {{count}}',
    flagged: 'To look at {{count}}',
    found: '{{count}} of {{all}} areas shown.',
    none: 'No area matches.',
  },
  bar: {
    report: 'Filling in the report',
    field: 'Filling in this cell',
    progress: '{{done}} of {{count}} areas complete',
    empty: 'Empty {{count}}',
    emptyName: 'To the next empty cell; {{count}} without data',
    flagged: 'Findings {{count}}',
    flaggedName: 'To the next cell that needs a look; {{count}} in all',
    check: 'Check',
  },
  field: {
    notReported: 'No data yet',
    notApplicable: 'Not applicable',
    sign: 'Change between plus and minus',
    former: 'Previous cell',
    next: 'Next',
    done: 'Done',
  },
  save: {
    saving: 'Saving…',
    saved: 'Saved',
    failed: '{{count}} waiting for the network',
    waiting: '{{count}} to be corrected',
  },
};
