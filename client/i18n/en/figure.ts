import type { figure as source } from '#client/i18n/id/figure.ts';
import type { Translation } from '#client/i18n/translation.ts';

export const figure: Translation<typeof source> = {
  coverage: '{{held}} of {{expected}} {{level}}',
  levelOf: {
    nation: 'nations',
    province: 'provinces',
    regency: 'regencies',
    district: 'districts',
    village: 'villages',
  },
  cutOff: 'up to {{date}}',
  change: {
    up: 'up {{amount}}',
    down: 'down {{amount}}',
    unchanged: 'unchanged',
    since: '{{change}} since {{month}}',
    notComparable: 'not comparable with {{month}}',
    notComparableHint:
      'The two figures do not cover equally many areas, or their source or way of counting differs. Their difference is no rise or fall of the situation.',
  },
  source: {
    reported: 'reports of the agencies responsible for the areas',
  },
  older: 'latest figure: {{month}}',
  olderHint: 'There is no figure for {{asked}}. Shown is the latest one there is.',
  ofPath: '{{percent}} of the path',
  inArea: 'in {{area}}',
  reason: {
    no_figure: 'no figure yet',
    no_target: 'no target yet',
    not_collected: 'not collected here',
    incomplete: 'not complete enough to judge',
  },
  zone: {
    red: 'red zone (30% and above)',
    yellow: 'yellow zone (20–30%)',
    green: 'green zone (below 20%)',
  },
  target: {
    to: 'target {{value}} in {{month}}',
    between: '{{low}} to {{high}}',
    band: 'target band {{low}} to {{high}}',
    national: 'national',
    none: 'no target set yet',
  },
  basis: {
    verified: 'Verified',
    provisional: 'Provisional data',
    published: 'Officially published figure',
  },
  confidence: {
    H: 'High: an official source, or several independent ones',
    M: 'Medium: one press or secondary source',
    L: 'Low: a weak source or memory',
  },
  view: {
    label: 'State of the figures',
    verified: 'Verified',
    provisional: 'Provisional',
    provisionalTag: 'Provisional data',
    provisionalHint: 'This page includes figures that were submitted but not yet verified.',
  },
  wins: {
    title: 'Latest small wins',
    all: 'All small wins',
    empty: 'No small win published up to this month',
    emptyHint: 'News from the field is recorded on the Small wins page, checked, and then appears here.',
    good: 'Good news',
    bad: 'Bad news',
    matches: 'figure agrees with the reports',
    differs: 'written {{claimed}}, the reports hold {{held}}',
    unheld: 'the figure {{claimed}} is not in the reports yet',
  },
  notFound: {
    issue: 'There is no such issue',
    area: 'There is no such area in this province',
    text: 'Check the address, or use the Search button above.',
    home: 'Open the overview',
  },
  export: { source: 'Source' },
};
