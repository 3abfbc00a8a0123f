import type { tableExport as source } from '#client/i18n/id/table-export.ts';
import type { Translation } from '#client/i18n/translation.ts';

export const tableExport: Translation<typeof source> = {
  sheet: 'About',
  title: 'Table',
  source: 'Source',
  state: 'State of the figures',
  states: {
    verified: 'verified',
    provisional: 'provisional: some figures were submitted but not yet verified',
  },
  sample: 'Sample data',
  hasSample: 'All or part of this table is sample data, not official figures.',
  sampleInName: 'sample data',
  note: 'Note',
  empty: 'Empty cells',
  emptyMeans: 'No data yet. An empty cell is not the same as zero.',
  moment: 'Downloaded',
  address: 'Page of origin',
};
