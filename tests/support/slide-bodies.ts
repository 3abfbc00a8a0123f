import type { SlideBodyOf, SlideContent } from '#shared/briefing/content.ts';
import { noFilter } from '#shared/briefing/slide.ts';
import type { Figure, FigureSeries, SeriesPoint } from '#shared/figure.ts';
import {
  area,
  card,
  cascade,
  figure,
  headline,
  indicator,
  majene,
  mamasa,
  month,
  overview,
  prevalence,
  province,
  status,
  targetGroup,
} from './figure-answers.ts';

/** Bodies of slides with the figures of August 2023, for tests of the briefing room. */
export const stunting = { id: 'ST', slug: 'stunting', nameId: 'Stunting', nameEn: 'Stunting' } as const;
export const inflationIssue = { id: 'INF', slug: 'inflasi', nameId: 'Inflasi', nameEn: 'Inflation' } as const;
export const nation = area({ id: 'ID', parentId: null, level: 'nation', name: 'Indonesia' });
export const yoy = indicator({
  id: 'INF_YOY',
  issueId: 'INF',
  nameId: 'Inflasi tahun ke tahun (y-on-y)',
  nameEn: 'Year-on-year inflation',
  shortNameId: 'Inflasi y-on-y',
  shortNameEn: 'Inflation y-on-y',
  unitId: 'persen',
  unitEn: 'per cent',
  decimals: 2,
  direction: 'band',
  measure: 'rate',
  aggregation: 'none',
  collectLevel: 'province',
  stage: null,
  isPercentage: true,
});

export function point(at: string, value: number | null, overrides: Partial<SeriesPoint> = {}): SeriesPoint {
  return {
    month: at,
    value,
    held: value === null ? 0 : 58,
    expected: 69,
    basis: value === null ? null : 'verified',
    isSample: false,
    isComparable: true,
    ...overrides,
  };
}

export function series(points: SeriesPoint[], overrides: Partial<FigureSeries> = {}): FigureSeries {
  return {
    id: 'reported|ST_INTERVENSI|76',
    indicatorId: 'ST_INTERVENSI',
    areaId: '76',
    kind: 'reported',
    nameId: null,
    nameEn: null,
    source: null,
    points,
    ...overrides,
  };
}

/** Months March to August with one missing, and the plan to December. */
export const trajectory: SlideBodyOf<'issue'>['headline']['trajectory'] = {
  from: '2023-03',
  to: '2023-12',
  series: [
    series([
      point('2023-03', 0),
      point('2023-04', 1240),
      point('2023-05', 3100),
      point('2023-06', null),
      point('2023-07', 7300),
      point('2023-08', 9085),
    ]),
  ],
  planned: ['03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map((number, index) => ({
    month: `2023-${number}`,
    value: Math.round((16_377 * index) / 9),
    low: null,
    high: null,
  })),
  targets: [
    {
      indicatorId: 'ST_INTERVENSI',
      areaId: '76',
      month: '2023-12',
      kind: 'target',
      value: 16_377,
      low: null,
      high: null,
      legalBasis: null,
      source: null,
      confidence: null,
      isSample: false,
    },
  ],
  breaks: [],
  runRate: {
    targetMonth: '2023-12',
    targetValue: 16_377,
    perMonth: 1450,
    projected: 14_900,
    neededPerMonth: 1823,
    reachedByMonth: null,
    monthsLeft: 4,
    basisMonths: 5,
  },
};

export function issueBody(overrides: Partial<SlideBodyOf<'issue'>> = {}): SlideBodyOf<'issue'> {
  return {
    kind: 'issue',
    area: province,
    issue: stunting,
    headline: { ...headline({ target: trajectory.targets[0] ?? null }), trajectory },
    outcome: headline({
      indicator: prevalence,
      role: 'outcome',
      figure: publishedFigure({ indicatorId: 'ST_PREV_SURVEI', month: '2022-12', value: 35 }),
      status: status({ status: 'critical', planned: 28.49 }),
      change: null,
      target: null,
      cutOff: { label: 'SSGI 2022', date: null },
    }),
    cascade: cascade({ target: 16_377, reached: 9085, left: 1054 }),
    coordinator: { abbr: 'Dinkes', name: 'Dinas Kesehatan' },
    ...overrides,
  };
}

export function publishedFigure(overrides: Partial<Figure> = {}): Figure {
  return figure({
    basis: 'published',
    seriesId: 'ssgi',
    source: 'SSGI, Kementerian Kesehatan',
    held: 1,
    expected: 1,
    ...overrides,
  });
}

export function situationBody(overrides: Partial<SlideBodyOf<'situation'>> = {}): SlideBodyOf<'situation'> {
  return { kind: 'situation', area: province, cards: [card()], ...overrides };
}

export function regencyRow(
  of: typeof majene,
  value: number | null,
  share: number | null,
): NonNullable<SlideBodyOf<'regencies'>['regencies']>['rows'][number] {
  const grade = share === null ? 'no_data' : share >= 0.9 ? 'on_track' : share >= 0.7 ? 'attention' : 'critical';
  return {
    area: of,
    figure: value === null ? null : figure({ areaId: of.id, value, held: 8, expected: 8 }),
    targetGroup: figure({ indicatorId: 'ST_SASARAN', areaId: of.id, value: 2500, held: 8, expected: 8 }),
    status: status({
      status: grade,
      share,
      planned: share === null ? null : 1600,
      reason: share === null ? 'no_figure' : null,
    }),
    stages: [],
  };
}

export const polman = area({ id: '76.04', parentId: '76', name: 'Polewali Mandar' });
export const mamuju = area({ id: '76.02', parentId: '76', name: 'Mamuju', isCpiCity: true });
export const pasangkayu = area({ id: '76.01', parentId: '76', name: 'Pasangkayu' });
export const mateng = area({ id: '76.06', parentId: '76', name: 'Mamuju Tengah' });

export function regenciesBody(overrides: Partial<SlideBodyOf<'regencies'>> = {}): SlideBodyOf<'regencies'> {
  return {
    kind: 'regencies',
    issue: stunting,
    headline: headline(),
    regencies: {
      indicator: indicator(),
      targetGroupIndicator: targetGroup,
      rows: [
        regencyRow(pasangkayu, 1500, 0.94),
        regencyRow(mamuju, 1800, 1.12),
        regencyRow(mamasa, 400, 0.25),
        regencyRow(polman, 1000, 0.62),
        regencyRow(majene, 700, 0.44),
        regencyRow(mateng, null, null),
      ],
    },
    ...overrides,
  };
}

export function heatMapBody(overrides: Partial<SlideBodyOf<'heat_map'>> = {}): SlideBodyOf<'heat_map'> {
  const { regions } = overview();
  return { kind: 'heat_map', issues: [stunting], indicators: [indicator()], regions, ...overrides };
}

export function tileMapBody(overrides: Partial<SlideBodyOf<'tile_map'>> = {}): SlideBodyOf<'tile_map'> {
  return { kind: 'tile_map', issue: stunting, indicator: indicator(), regions: overview().regions, ...overrides };
}

export function rate(areaId: string, value: number | null, overrides: Partial<Figure> = {}): Figure | null {
  if (value === null) return null;
  return publishedFigure({ indicatorId: 'INF_YOY', areaId, value, seriesId: 'bps', source: 'BPS', ...overrides });
}

/** Year-on-year inflation of province and nation beside the band 2–4. */
export function inflationBody(here: number | null, there: number | null): SlideBodyOf<'inflation'> {
  const grade = here === null ? 'no_data' : here < 2 || here > 4 ? 'attention' : 'on_track';
  const banded = status({ status: grade, share: null, planned: 3, plannedLow: 2, plannedHigh: 4, reason: null });
  const figures = (areaId: string, value: number | null) => ({ yoy: rate(areaId, value), mtm: null, ytd: null });
  return {
    kind: 'inflation',
    issue: inflationIssue,
    headline: headline({
      indicator: yoy,
      figure: rate('76', here),
      status: banded,
      change: null,
      target: null,
      cutOff: { label: 'Agustus 2023', date: null },
    }),
    inflation: {
      indicators: { yoy, mtm: { ...yoy, id: 'INF_MTM' }, ytd: { ...yoy, id: 'INF_YTD' } },
      areas: [
        { area: nation, figures: figures('ID', there), status: banded },
        { area: province, figures: figures('76', here), status: banded },
      ],
      series: [
        series([point('2023-07', 2.5), point('2023-08', here)], {
          id: 'bps|76',
          indicatorId: 'INF_YOY',
          kind: 'published',
          source: 'BPS',
        }),
      ],
      planned: [],
      breaks: [],
      differenceToNation: here === null || there === null ? null : Number((here - there).toPrecision(12)),
      priceIndex: null,
    },
  };
}

export function completenessBody(received: number, expected: number, late: number): SlideBodyOf<'completeness'> {
  return {
    kind: 'completeness',
    total: {
      expected,
      received,
      onTime: received,
      verified: received,
      submitted: 0,
      returned: 0,
      missing: expected - received,
      dueDate: '2023-09-05',
      cells: { expected: expected * 10, filled: received * 10, verified: received * 9 },
    },
    issues: [],
    lateReports: Array.from({ length: late }, (_, index) => ({
      agencyId: `a${index}`,
      agencyAbbr: `OPD ${index}`,
      agencyName: `Organisasi ${index}`,
      issueId: 'ST',
      state: 'missing',
      dueDate: '2023-09-05',
      daysLate: 6,
      returnedCells: 0,
    })),
  };
}

export function actionItem(
  overrides: Partial<SlideBodyOf<'action_items'>['items'][number]> = {},
): SlideBodyOf<'action_items'>['items'][number] {
  return {
    id: 'item',
    text: 'Lengkapi data sasaran kecamatan',
    state: 'open',
    issueId: 'ST',
    ownerAgencyId: 'dinkes',
    ownerAbbr: 'Dinkes',
    ownerName: 'Dinas Kesehatan',
    dueDate: '2023-08-31',
    daysLate: 11,
    meetingTitle: 'Rapat koordinasi Agustus',
    meetingDate: '2023-08-14',
    figure: null,
    isSample: false,
    ...overrides,
  };
}

export function slideOf(body: SlideContent['body'], overrides: Partial<SlideContent> = {}): SlideContent {
  return {
    id: body.kind,
    filter: noFilter,
    month,
    proposed: { id: 'Judul', en: 'Title' },
    written: null,
    contradictions: [],
    notes: '',
    isEmpty: false,
    source: { id: 'Sumber: laporan OPD', en: 'Source: agency reports' },
    footnotes: [],
    basis: 'verified',
    holdsSample: false,
    body,
    ...overrides,
  };
}

export function majeneNews(
  overrides: Partial<SlideBodyOf<'small_wins'>['items'][number]> = {},
): SlideBodyOf<'small_wins'>['items'][number] {
  return {
    id: 'w1',
    issueId: 'ST',
    title: 'Posyandu Banggae menimbang semua balita',
    date: '2023-08-20',
    news: 'good',
    state: 'published',
    areas: [{ id: '76.05', name: 'Majene' }],
    claim: { indicator: indicator(), areaId: '76.05', month, claimed: 720, held: 700, differs: true },
    isSample: false,
    story: 'Kader mendatangi rumah balita yang belum ditimbang.',
    pictureSha256: null,
    pictureAlt: '',
    ...overrides,
  };
}
