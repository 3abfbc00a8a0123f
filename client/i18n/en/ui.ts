import type { ui as source } from '#client/i18n/id/ui.ts';
import type { Translation } from '#client/i18n/translation.ts';

export const ui: Translation<typeof source> = {
  loading: 'Loading…',
  noData: 'no data yet',
  close: 'Close',
  tag: {
    sample: 'sample data',
    provisional: 'provisional',
    verified: 'verified',
  },
  error: {
    title: 'The data cannot be shown',
    nothingLost: 'Nothing was lost: everything that was saved is safe.',
    whatToDo: 'Check the network connection, then try again.',
    retry: 'Try again',
    reference: 'Reference: {{id}}',
  },
  month: {
    choose: 'Month {{month}}, choose another',
    previous: 'Previous month, {{month}}',
    next: 'Next month, {{month}}',
    noPrevious: 'No earlier month',
    noNext: 'No later month',
    previousYear: 'Previous year',
    nextYear: 'Next year',
    dialog: 'Choose a month',
  },
  number: {
    origin: '{{value}}, where does this number come from?',
  },
  table: {
    scroll: '{{caption}}, can be scrolled sideways',
    empty: 'There are no rows to show yet.',
  },
  download: {
    button: 'Download',
    of: 'Download: {{title}}',
    xlsx: 'Excel (XLSX)',
    csv: 'Text (CSV)',
  },
  file: {
    choose: 'Choose a file',
    drop: 'or drop it here',
    tooLarge: '{{name}} is larger than {{size}} MB and was not added.',
    notAccepted: '{{name}} is not an accepted kind of file and was not added.',
  },
};
