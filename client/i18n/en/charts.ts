import type { charts as source } from '#client/i18n/id/charts.ts';
import type { Translation } from '#client/i18n/translation.ts';

export const charts: Translation<typeof source> = {
  noData: 'no data yet',
  status: {
    achieved: 'achieved',
    on_track: 'on track',
    attention: 'needs attention',
    critical: 'critical',
    no_data: 'no data',
  },
  frame: {
    source: 'Source: {{source}}',
    unit: 'Unit: {{unit}}',
    showTable: 'View as table',
    showChart: 'View as chart',
    download: 'Download',
    downloadOf: 'Download: {{title}}',
    about: 'About',
    unitLabel: 'Unit',
    xlsx: 'Table, Excel (XLSX)',
    csv: 'Table, text (CSV)',
    tableFailed: 'The file could not be made. Check the network connection, then try again.',
    png: 'Picture (PNG)',
    pngFailed: 'This browser cannot make the picture. Download the table, or take a screenshot.',
    state: {
      verified: 'verified',
      provisional: 'provisional',
    },
    sample: 'sample data',
  },
  column: {
    month: 'Month',
    area: 'Area',
    value: 'Value',
    status: 'Status',
    state: 'State of the figure',
    stage: 'Stage',
    share: 'Share',
    formula: 'Formula',
    source: 'Source',
    cutOff: 'Cut-off',
    coverage: 'Coverage',
    bandLow: 'Lower bound of target',
    bandHigh: 'Upper bound of target',
    figure: 'Figure',
    note: 'Note',
  },
  line: {
    summary: '{{label}}: {{first}} in {{firstMonth}}, {{last}} in {{lastMonth}}.',
    summaryEmpty: '{{label}}: no data yet.',
    keyboard: 'Press the left or right arrow to read each month.',
    sampleSpan: 'sample data',
    inTooltip: {
      provisional: 'provisional',
      sample: 'sample data',
    },
  },
  cascade: {
    share: '{{percent}} of {{of}}',
    formula: '{{stage}} ÷ {{of}}',
    remaining: '{{label}} {{value}} (= {{formula}})',
  },
  heatMap: {
    legend: 'What the colours and signs mean',
  },
  ranking: {
    missing: '{{missing}} of {{total}} areas have no data yet',
  },
  smallMultiples: {
    scale: 'All charts share one scale: {{low}} to {{high}}.',
    item: '{{area}}: {{value}} in {{month}}',
    itemEmpty: '{{area}}: no data yet',
    missing: '{{count}} months without data',
  },
  completeness: {
    verified: 'Verified',
    submitted: 'Submitted',
    returned: 'Returned',
    missing: 'Not yet',
    percent: '{{received}} of {{expected}} received ({{percent}})',
  },
  twoTruths: {
    difference: 'Difference from “{{label}}”',
    differencePoints: '{{value}} percentage points',
    notComparable: 'cannot be subtracted: they measure different things',
  },
};
