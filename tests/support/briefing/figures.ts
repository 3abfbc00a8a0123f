import type { z } from 'zod';
import type {
  AreaBrief,
  Figure,
  Headline,
  IndicatorBrief,
  issueBriefSchema,
  SeriesPoint,
  StatusAnswer,
} from '#shared/figure.ts';
import type { IssueId } from '#shared/indicator.ts';
import { runRate } from '#shared/run-rate.ts';
import { defaultThresholds, statusOf } from '#shared/status.ts';
import { type TrajectoryPoint, trajectoryAt, trajectorySeries } from '#shared/trajectory.ts';
import { area, figure, indicator, status } from '#tests/support/figure-answers.ts';

/** August 2023 as it stood in the briefings of that month, where it is known, and believable figures elsewhere. */
export const month = '2023-08';

export const province: AreaBrief = area({
  id: '76',
  parentId: 'ID',
  level: 'province',
  name: 'Sulawesi Barat',
  population: 1_466_741,
  tileRow: null,
  tileColumn: null,
});
export const nation: AreaBrief = area({
  id: 'ID',
  level: 'nation',
  name: 'Indonesia',
  tileRow: null,
  tileColumn: null,
});

const places: readonly (readonly [string, string, number, number, number])[] = [
  ['76.01', 'Pasangkayu', 183_376, 0, 1],
  ['76.06', 'Mamuju Tengah', 144_810, 1, 1],
  ['76.02', 'Mamuju', 288_382, 2, 0],
  ['76.03', 'Mamasa', 167_611, 2, 2],
  ['76.05', 'Majene', 190_223, 3, 0],
  ['76.04', 'Polewali Mandar', 492_339, 3, 1],
];
export const regencyAreas: readonly AreaBrief[] = places.map(([id, name, population, tileRow, tileColumn]) =>
  area({ id, parentId: '76', name, population, tileRow, tileColumn, isCpiCity: id === '76.02' }),
);

export const issueBriefs: Record<IssueId, z.infer<typeof issueBriefSchema>> = {
  KE: { id: 'KE', slug: 'kemiskinan-ekstrem', nameId: 'Kemiskinan ekstrem', nameEn: 'Extreme poverty' },
  ST: { id: 'ST', slug: 'stunting', nameId: 'Stunting', nameEn: 'Stunting' },
  ATS: { id: 'ATS', slug: 'anak-tidak-sekolah', nameId: 'Anak tidak sekolah', nameEn: 'Out-of-school children' },
  PA: { id: 'PA', slug: 'perkawinan-anak', nameId: 'Perkawinan anak', nameEn: 'Child marriage' },
  INF: { id: 'INF', slug: 'inflasi', nameId: 'Inflasi', nameEn: 'Inflation' },
};

const rate = (given: Partial<IndicatorBrief>): IndicatorBrief =>
  indicator({
    unitId: 'persen',
    unitEn: 'per cent',
    decimals: 2,
    direction: 'lower',
    measure: 'rate',
    aggregation: 'none',
    periodicity: 'yearly',
    collectLevel: 'regency',
    stage: null,
    isPercentage: true,
    ...given,
  });

export const indicators = {
  reached: indicator(),
  targetGroup: indicator({
    id: 'ST_SASARAN',
    nameId: 'Anak sasaran penanganan stunting',
    nameEn: 'Children targeted against stunting',
    shortNameId: 'Sasaran',
    shortNameEn: 'Target group',
    measure: 'stock',
    direction: 'lower',
    stage: 'target_group',
  }),
  left: indicator({
    id: 'ST_KELUAR',
    nameId: 'Anak yang keluar dari status stunting',
    nameEn: 'Children who left the status of stunting',
    shortNameId: 'Keluar status',
    shortNameEn: 'Left the status',
    stage: 'left',
  }),
  referred: indicator({
    id: 'ST_RUJUKAN',
    nameId: 'Anak stunting rujukan',
    nameEn: 'Stunted children referred',
    shortNameId: 'Rujukan',
    shortNameEn: 'Referred',
    direction: 'lower',
    stage: 'referred',
  }),
  prevalence: rate({
    id: 'ST_PREV_SURVEI',
    nameId: 'Prevalensi stunting (survei)',
    nameEn: 'Prevalence of stunting (survey)',
    shortNameId: 'Prevalensi survei',
    shortNameEn: 'Survey prevalence',
  }),
  routine: rate({
    id: 'ST_PREV_EPPGBM',
    nameId: 'Prevalensi stunting (e-PPGBM)',
    nameEn: 'Prevalence of stunting (e-PPGBM)',
    shortNameId: 'Prevalensi e-PPGBM',
    shortNameEn: 'Routine prevalence',
    aggregation: 'ratio',
    periodicity: 'monthly',
    collectLevel: 'district',
  }),
  poverty: rate({
    id: 'KE_PCT',
    issueId: 'KE',
    nameId: 'Persentase penduduk miskin ekstrem',
    nameEn: 'Extreme poverty rate',
    shortNameId: 'Miskin ekstrem',
    shortNameEn: 'Extreme poverty',
  }),
  povertyReached: indicator({
    id: 'KE_INTERVENSI',
    issueId: 'KE',
    nameId: 'Keluarga miskin ekstrem yang diintervensi',
    nameEn: 'Extremely poor families reached by an intervention',
    unitId: 'KK',
    unitEn: 'families',
  }),
  school: indicator({
    id: 'ATS_KEMBALI',
    issueId: 'ATS',
    nameId: 'Anak yang kembali bersekolah',
    nameEn: 'Children back at school',
    shortNameId: 'Kembali sekolah',
    shortNameEn: 'Back at school',
    stage: 'left',
  }),
  schoolValid: indicator({
    id: 'ATS_VALID',
    issueId: 'ATS',
    nameId: 'Anak tidak sekolah hasil rekonfirmasi',
    nameEn: 'Out-of-school children after checking',
    shortNameId: 'Valid ATS',
    shortNameEn: 'Valid',
    measure: 'stock',
    direction: 'lower',
    stage: 'valid',
  }),
  marriage: rate({
    id: 'PA_PCT',
    issueId: 'PA',
    nameId: 'Proporsi perempuan 20–24 tahun yang kawin sebelum 18 tahun',
    nameEn: 'Women of 20–24 married before 18',
    shortNameId: 'Perkawinan anak',
    shortNameEn: 'Child marriage',
    collectLevel: 'province',
  }),
  yoy: rate({
    id: 'INF_YOY',
    issueId: 'INF',
    nameId: 'Inflasi tahun ke tahun (y-on-y)',
    nameEn: 'Year-on-year inflation',
    shortNameId: 'Inflasi y-on-y',
    shortNameEn: 'Inflation y-on-y',
    direction: 'band',
    periodicity: 'monthly',
  }),
  mtm: rate({
    id: 'INF_MTM',
    issueId: 'INF',
    nameId: 'Inflasi bulan ke bulan (m-to-m)',
    nameEn: 'Month-to-month inflation',
    shortNameId: 'Inflasi m-to-m',
    shortNameEn: 'Inflation m-to-m',
    direction: 'band',
    periodicity: 'monthly',
  }),
  ytd: rate({
    id: 'INF_YTD',
    issueId: 'INF',
    nameId: 'Inflasi tahun kalender (y-to-d)',
    nameEn: 'Year-to-date inflation',
    shortNameId: 'Inflasi y-to-d',
    shortNameEn: 'Inflation y-to-d',
    direction: 'band',
    periodicity: 'monthly',
  }),
  priceIndex: rate({
    id: 'IPH',
    issueId: 'INF',
    nameId: 'Perubahan Indeks Perkembangan Harga',
    nameEn: 'Change of the price development index',
    shortNameId: 'IPH',
    shortNameEn: 'IPH',
    direction: 'band',
    periodicity: 'monthly',
  }),
} as const;

export function points(from: string, values: readonly (number | null)[]): SeriesPoint[] {
  const start = Number(from.slice(0, 4)) * 12 + Number(from.slice(5)) - 1;
  return values.map((value, index) => {
    const at = start + index;
    const monthOf = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
    const isHeld = value !== null;
    return {
      month: monthOf,
      value,
      held: isHeld ? 58 : 0,
      expected: 69,
      basis: isHeld ? ('verified' as const) : null,
      isSample: false,
      isComparable: true,
    };
  });
}

export function published(given: Partial<Figure>): Figure {
  return figure({ held: 1, expected: 1, basis: 'published', source: 'BPS, Susenas', confidence: 'H', ...given });
}

/** The status by the product's own rule, so that words and colours on a slide never disagree with the numbers. */
export function statusBy(
  value: number | null,
  at: string,
  path: readonly TrajectoryPoint[],
  direction: IndicatorBrief['direction'],
): StatusAnswer {
  const result = statusOf({ actual: value, month: at, points: path, direction, thresholds: defaultThresholds });
  const planned = trajectoryAt(path, at);
  return status({
    status: result.status,
    reason: value === null ? 'no_figure' : path.length === 0 ? 'no_target' : null,
    share: result.share,
    planned: planned?.value ?? null,
    plannedLow: planned?.low ?? null,
    plannedHigh: planned?.high ?? null,
    distanceToTarget: result.distanceToTarget,
  });
}

export function plannedBy(path: readonly TrajectoryPoint[], from: string, to: string) {
  return trajectorySeries(path, from, to).map(({ month: at, planned }) => ({
    month: at,
    value: planned?.value ?? null,
    low: planned?.low ?? null,
    high: planned?.high ?? null,
  }));
}

export function targetPoint(indicatorId: string, areaId: string, point: TrajectoryPoint) {
  return {
    indicatorId,
    areaId,
    month: point.month,
    kind: point.kind,
    value: point.value,
    low: point.low ?? null,
    high: point.high ?? null,
    legalBasis: 'Keputusan Gubernur',
    source: null,
    confidence: 'H' as const,
    isSample: false,
  };
}

const reachedPoints = points('2023-02', [310, 1240, null, 3100, 5180, 7300, 9085]);
export const reachedPath: readonly TrajectoryPoint[] = [
  { month: '2023-01', value: 0, kind: 'baseline' },
  { month: '2023-12', value: 16_377, kind: 'target' },
];

export const reachedHeadline: Headline = {
  indicator: indicators.reached,
  role: 'headline',
  figure: figure(),
  status: statusBy(9085, month, reachedPath, 'higher'),
  change: { value: 1785, fromMonth: '2023-07', fromValue: 7300, isPercentagePoint: false, isComparable: true },
  target: targetPoint('ST_INTERVENSI', '76', { month: '2023-12', value: 16_377, kind: 'target' }),
  cutOff: { label: 's.d. minggu II Agustus 2023', date: '2023-08-14' },
};

export const reachedTrajectory = {
  from: '2023-01',
  to: '2023-12',
  series: [
    {
      id: 'reported',
      indicatorId: 'ST_INTERVENSI',
      areaId: '76',
      kind: 'reported' as const,
      nameId: null,
      nameEn: null,
      source: null,
      points: reachedPoints,
    },
  ],
  planned: plannedBy(reachedPath, '2023-01', '2023-12'),
  targets: reachedPath.map((point) => targetPoint('ST_INTERVENSI', '76', point)),
  breaks: [],
  runRate: {
    targetMonth: '2023-12',
    targetValue: 16_377,
    ...runRate({
      points: reachedPoints,
      asOf: month,
      targetMonth: '2023-12',
      targetValue: 16_377,
      measure: 'cumulative',
      direction: 'higher',
    }),
  },
};
