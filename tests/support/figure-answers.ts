import type { AreaBrief, Figure, Headline, IndicatorBrief, StatusAnswer } from '#shared/figure.ts';
import type { CascadeAnswer, IssuePage } from '#shared/issue-page.ts';
import type { OriginAnswer } from '#shared/origin.ts';
import type { IssueCard, Overview } from '#shared/overview.ts';

/** Answers of the read pages with the figures of August 2023, for tests of the screens. */
export const month = '2023-08';

export function area(overrides: Partial<AreaBrief> = {}): AreaBrief {
  return {
    id: '76.05',
    parentId: null,
    level: 'regency',
    name: 'Majene',
    population: null,
    tileRow: 0,
    tileColumn: 0,
    isCpiCity: false,
    ...overrides,
  };
}

export const province = area({ id: '76', level: 'province', name: 'Sulawesi Barat', population: 1_466_741 });
export const majene = area({ id: '76.05', parentId: '76', name: 'Majene', population: 180_000, isCpiCity: true });
export const mamasa = area({ id: '76.03', parentId: '76', name: 'Mamasa', population: 160_000 });

export function indicator(overrides: Partial<IndicatorBrief> = {}): IndicatorBrief {
  return {
    id: 'ST_INTERVENSI',
    issueId: 'ST',
    nameId: 'Anak stunting yang diintervensi',
    nameEn: 'Stunted children reached by an intervention',
    shortNameId: 'Diintervensi',
    shortNameEn: 'Reached',
    unitId: 'anak',
    unitEn: 'children',
    decimals: 0,
    direction: 'higher',
    measure: 'cumulative',
    aggregation: 'sum',
    periodicity: 'monthly',
    collectLevel: 'district',
    stage: 'reached',
    isPercentage: false,
    ...overrides,
  };
}

export const targetGroup = indicator({
  id: 'ST_SASARAN',
  nameId: 'Anak sasaran penanganan stunting',
  shortNameId: 'Sasaran',
  measure: 'stock',
  stage: 'target_group',
});
export const left = indicator({ id: 'ST_KELUAR', shortNameId: 'Keluar status', stage: 'left' });
export const prevalence = indicator({
  id: 'ST_PREV_SURVEI',
  nameId: 'Prevalensi stunting (survei)',
  shortNameId: 'Prevalensi survei',
  unitId: 'persen',
  decimals: 2,
  direction: 'lower',
  measure: 'rate',
  aggregation: 'none',
  periodicity: 'yearly',
  collectLevel: 'province',
  stage: null,
  isPercentage: true,
});

export function figure(overrides: Partial<Figure> = {}): Figure {
  return {
    indicatorId: 'ST_INTERVENSI',
    areaId: '76',
    month,
    value: 9085,
    seriesId: null,
    held: 58,
    expected: 69,
    basis: 'verified',
    isSample: false,
    isComparable: true,
    source: null,
    periodLabel: null,
    cutOff: null,
    confidence: null,
    note: null,
    ...overrides,
  };
}

export function status(overrides: Partial<StatusAnswer> = {}): StatusAnswer {
  return {
    status: 'attention',
    reason: null,
    share: 0.83,
    planned: 10_900,
    plannedLow: null,
    plannedHigh: null,
    distanceToTarget: 7292,
    zone: null,
    ...overrides,
  };
}

export function headline(overrides: Partial<Headline> = {}): Headline {
  return {
    indicator: indicator(),
    role: 'headline',
    figure: figure(),
    status: status(),
    change: {
      value: 1785,
      fromMonth: '2023-07',
      fromValue: 7300,
      isPercentagePoint: false,
      isComparable: true,
    },
    target: null,
    cutOff: { label: 's.d. minggu II Agustus 2023', date: '2023-08-14' },
    ...overrides,
  };
}

export function card(overrides: Partial<IssueCard> = {}): IssueCard {
  const whole = figure({ indicatorId: 'ST_SASARAN', value: 16_377 });
  return {
    issue: { id: 'ST', slug: 'stunting', nameId: 'Stunting', nameEn: 'Stunting' },
    headline: headline(),
    reached: { indicator: targetGroup, share: { part: figure(), whole, value: 55.474, isComparable: true } },
    left: { indicator: left, figure: figure({ indicatorId: 'ST_KELUAR', value: 1054 }) },
    nation: null,
    outcome: null,
    sparkline: { points: [], planned: [] },
    ...overrides,
  };
}

export function overview(overrides: Partial<Overview> = {}): Overview {
  return {
    dataVersion: 1,
    asOf: '2023-09-11',
    month,
    data: 'verified',
    province,
    latestMonth: month,
    cards: [card()],
    heatIndicators: [indicator()],
    regions: [
      {
        area: mamasa,
        cells: [
          {
            issueId: 'ST',
            indicatorId: 'ST_INTERVENSI',
            figure: figure({ areaId: '76.03', value: 400 }),
            status: status({ status: 'critical', share: 0.38 }),
          },
        ],
      },
      {
        area: majene,
        cells: [
          {
            issueId: 'ST',
            indicatorId: 'ST_INTERVENSI',
            figure: null,
            status: status({ status: 'no_data', reason: 'no_figure', share: null }),
          },
        ],
      },
    ],
    completeness: null,
    lateReports: null,
    restatements: null,
    smallWins: [],
    ...overrides,
  };
}

export function cascade(values: { target: number | null; reached: number | null; left: number | null }): CascadeAnswer {
  const stageFigure = (indicatorId: string, value: number | null) =>
    value === null ? null : figure({ indicatorId, value });
  return {
    basis: 'reported',
    month,
    cutOff: { label: 's.d. minggu II Agustus 2023', date: null },
    stages: [
      { stage: 'target_group', indicator: targetGroup, figure: stageFigure('ST_SASARAN', values.target) },
      { stage: 'reached', indicator: indicator(), figure: stageFigure('ST_INTERVENSI', values.reached) },
      { stage: 'left', indicator: left, figure: stageFigure('ST_KELUAR', values.left) },
    ],
    shares: [],
    remaining: [
      {
        id: 'target_minus_left',
        stages: ['target_group', 'left'],
        value: values.target === null || values.left === null ? null : values.target - values.left,
        isComparable: true,
      },
    ],
  };
}

export function issuePage(overrides: Partial<IssuePage> = {}): IssuePage {
  const trajectory = {
    from: '2023-01',
    to: '2023-12',
    series: [],
    planned: [],
    targets: [],
    breaks: [],
    runRate: null,
  };
  return {
    dataVersion: 1,
    asOf: '2023-09-11',
    month,
    data: 'verified',
    province,
    issue: {
      id: 'ST',
      slug: 'stunting',
      nameId: 'Stunting',
      nameEn: 'Stunting',
      juklakState: 'drafting',
      juklakNote: null,
    },
    coordinator: null,
    headline: { ...headline(), trajectory },
    outcome: null,
    cascade: cascade({ target: 16_377, reached: 9085, left: 1054 }),
    regencies: null,
    trends: null,
    supporting: [],
    twoTruths: [],
    inflation: null,
    targets: [],
    smallWins: [],
    completeness: null,
    ...overrides,
  };
}

export function origin(overrides: Partial<OriginAnswer> = {}): OriginAnswer {
  return {
    indicator: {
      ...indicator(),
      definitionId: 'Jumlah kumulatif anak valid yang telah menerima intervensi.',
      definitionEn: 'Valid children reached so far.',
      source: 'Laporan bulanan OPD',
      collectLevel: 'district',
      expectedMonths: '',
      isReported: true,
    },
    area: province,
    month,
    scope: 'verified',
    method: 'sum',
    figure: figure(),
    ratio: null,
    parts: { total: 0, offset: 0, items: [] },
    cell: null,
    published: [],
    planned: null,
    targets: [],
    ...overrides,
  };
}
