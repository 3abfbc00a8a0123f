import type { SlideBody, SlideBodyOf } from '#shared/briefing/content.ts';
import type { HeatCell } from '#shared/overview.ts';
import type { TrajectoryPoint } from '#shared/trajectory.ts';
import { figure, status } from '#tests/support/figure-answers.ts';
import { situationCards } from './cards.ts';
import {
  indicators,
  issueBriefs,
  month,
  nation,
  plannedBy,
  points,
  province,
  published,
  reachedHeadline,
  reachedTrajectory,
  regencyAreas,
  statusBy,
} from './figures.ts';
import { actionItemBody, changesBody, completenessBody, obstacleBody, smallWinBody } from './work-bodies.ts';

const stageFigure = (indicatorId: string, value: number) => figure({ indicatorId, value });

export const issueBody: SlideBodyOf<'issue'> = {
  kind: 'issue',
  area: province,
  issue: issueBriefs.ST,
  headline: { ...reachedHeadline, trajectory: reachedTrajectory },
  outcome: {
    indicator: indicators.prevalence,
    role: 'outcome',
    figure: published({
      indicatorId: 'ST_PREV_SURVEI',
      month: '2022-12',
      value: 35,
      seriesId: 'ssgi',
      source: 'Kemenkes, SSGI 2022',
      periodLabel: 'SSGI 2022',
    }),
    status: status({ status: 'critical', share: 0.31 }),
    change: null,
    target: null,
    cutOff: { label: 'SSGI 2022', date: null },
  },
  cascade: {
    basis: 'reported',
    month,
    cutOff: { label: 's.d. minggu II Agustus 2023', date: '2023-08-14' },
    stages: [
      { stage: 'target_group', indicator: indicators.targetGroup, figure: stageFigure('ST_SASARAN', 16_377) },
      { stage: 'reached', indicator: indicators.reached, figure: stageFigure('ST_INTERVENSI', 9085) },
      { stage: 'left', indicator: indicators.left, figure: stageFigure('ST_KELUAR', 1054) },
      { stage: 'referred', indicator: indicators.referred, figure: stageFigure('ST_RUJUKAN', 22) },
    ],
    shares: [
      {
        id: 'reachedOfTarget',
        part: 'reached',
        whole: 'target_group',
        value: (9085 / 16_377) * 100,
        isComparable: true,
      },
      { id: 'leftOfReached', part: 'left', whole: 'reached', value: (1054 / 9085) * 100, isComparable: true },
      { id: 'leftOfTarget', part: 'left', whole: 'target_group', value: (1054 / 16_377) * 100, isComparable: true },
    ],
    remaining: [
      { id: 'target_minus_left', stages: ['target_group', 'left'], value: 15_323, isComparable: true },
      { id: 'target_minus_reached', stages: ['target_group', 'reached'], value: 7292, isComparable: true },
      { id: 'reached_minus_left', stages: ['reached', 'left'], value: 8031, isComparable: true },
      {
        id: 'reached_minus_left_minus_referred',
        stages: ['reached', 'left', 'referred'],
        value: 8009,
        isComparable: true,
      },
    ],
  },
  coordinator: { abbr: 'Dinkes', name: 'Dinas Kesehatan' },
};

/** Reached, target group and cells of the regencies; together they are the province's 9,085 of 16,377. Mamasa has not reported. */
const regencyCounts: Record<string, readonly [number | null, number | null, number, number]> = {
  '76.01': [1380, 1902, 12, 12],
  '76.06': [905, 1254, 5, 5],
  '76.02': [1705, 3340, 11, 11],
  '76.03': [null, 2310, 0, 17],
  '76.05': [1420, 2685, 8, 8],
  '76.04': [3675, 4886, 16, 16],
};

const shareOfPath: Record<string, readonly (number | null)[]> = {
  '76.01': [1.04, 1.14, 0.71, 1.01, null],
  '76.06': [0.88, 1.13, 0.42, 1.0, null],
  '76.02': [0.97, 0.8, 0.69, 0.99, 2.28],
  '76.03': [0.72, null, 0.8, null, null],
  '76.05': [1.01, 0.83, 0.77, 0.85, null],
  '76.04': [0.81, 1.18, 0.51, 0.96, null],
};

const regencyBody: SlideBodyOf<'regencies'> = {
  kind: 'regencies',
  issue: issueBriefs.ST,
  headline: reachedHeadline,
  regencies: {
    indicator: indicators.reached,
    targetGroupIndicator: indicators.targetGroup,
    rows: regencyAreas.map((area) => {
      const [reached = null, group = null, held = 0, expected = 0] = regencyCounts[area.id] ?? [];
      const path: TrajectoryPoint[] = [
        { month: '2023-01', value: 0, kind: 'baseline' },
        { month: '2023-12', value: group ?? 0, kind: 'target' },
      ];
      const base = { areaId: area.id, held, expected };
      const reachedFigure = reached === null ? null : figure({ ...base, value: reached });
      const groupFigure = group === null ? null : figure({ ...base, indicatorId: 'ST_SASARAN', value: group });
      return {
        area,
        figure: reachedFigure,
        targetGroup: groupFigure,
        status: statusBy(reached, month, path, 'higher'),
        stages: [groupFigure, reachedFigure].filter((each) => each !== null),
      };
    }),
  },
};

const heatIndicators = [
  indicators.povertyReached,
  indicators.reached,
  indicators.school,
  indicators.marriage,
  indicators.yoy,
];

export const regions = regencyAreas.map((area) => ({
  area,
  cells: heatIndicators.map((indicator, column): HeatCell => {
    const share = shareOfPath[area.id]?.[column] ?? null;
    const cell = { issueId: indicator.issueId, indicatorId: indicator.id };
    if (share === null) {
      return {
        ...cell,
        figure: null,
        status: status({ status: 'no_data', reason: 'no_figure', share: null, planned: null, distanceToTarget: null }),
      };
    }
    if (indicator.direction === 'band') {
      const value = published({ indicatorId: indicator.id, areaId: area.id, month: '2023-06', value: share });
      return {
        ...cell,
        figure: value,
        status: status({ status: 'on_track', share: 1, planned: 3, plannedLow: 2, plannedHigh: 4 }),
      };
    }
    const grade = share >= 1 ? 'on_track' : share >= 0.9 ? 'on_track' : share >= 0.7 ? 'attention' : 'critical';
    const value = indicator.isPercentage ? 11.7 / share : Math.round(900 * share);
    return {
      ...cell,
      figure: figure({ indicatorId: indicator.id, areaId: area.id, value, held: 8, expected: 8 }),
      status: status({ status: grade, share }),
    };
  }),
}));

const band: readonly TrajectoryPoint[] = [
  { month: '2022-12', value: 3, low: 2, high: 4, kind: 'target' },
  { month: '2023-12', value: 3, low: 2, high: 4, kind: 'target' },
];
const nationYoy = [
  2.18, 2.06, 2.64, 3.47, 3.55, 4.35, 4.94, 4.69, 5.95, 5.71, 5.42, 5.51, 5.28, 5.47, 4.97, 4.33, 4, 3.52, 3.08, 3.27,
];
const mamujuYoy = [
  ...Array.from({ length: 10 }, () => null),
  5.36,
  4.85,
  4.26,
  4.54,
  3.89,
  2.96,
  2.27,
  2.28,
  null,
  null,
];
const mamuju = regencyAreas.find(({ id }) => id === '76.02') ?? province;
const inflationFigure = (indicatorId: string, areaId: string, at: string, value: number) =>
  published({ indicatorId, areaId, month: at, value, source: 'BPS, Berita Resmi Statistik' });

const inflationBody: SlideBodyOf<'inflation'> = {
  kind: 'inflation',
  issue: issueBriefs.INF,
  headline: {
    indicator: indicators.yoy,
    role: 'headline',
    figure: inflationFigure('INF_YOY', '76.02', '2023-06', 2.28),
    status: statusBy(2.28, '2023-06', band, 'band'),
    change: { value: 0.01, fromMonth: '2023-05', fromValue: 2.27, isPercentagePoint: true, isComparable: true },
    target: null,
    cutOff: { label: null, date: '2023-06-30' },
  },
  inflation: {
    indicators: { yoy: indicators.yoy, mtm: indicators.mtm, ytd: indicators.ytd },
    areas: [
      {
        area: nation,
        figures: {
          yoy: inflationFigure('INF_YOY', 'ID', '2023-08', 3.27),
          mtm: inflationFigure('INF_MTM', 'ID', '2023-08', -0.02),
          ytd: inflationFigure('INF_YTD', 'ID', '2023-08', 1.43),
        },
        status: statusBy(3.27, month, band, 'band'),
      },
      {
        area: province,
        figures: { yoy: null, mtm: null, ytd: null },
        status: status({ status: 'no_data', reason: 'no_figure', share: null }),
      },
      {
        area: mamuju,
        figures: {
          yoy: inflationFigure('INF_YOY', '76.02', '2023-06', 2.28),
          mtm: inflationFigure('INF_MTM', '76.02', '2023-06', 0.7),
          ytd: inflationFigure('INF_YTD', '76.02', '2023-06', 1.37),
        },
        status: statusBy(2.28, '2023-06', band, 'band'),
      },
    ],
    series: [
      {
        id: 'nation',
        indicatorId: 'INF_YOY',
        areaId: 'ID',
        kind: 'published',
        nameId: 'Nasional',
        nameEn: 'Nation',
        source: 'BPS',
        points: points('2022-01', nationYoy),
      },
      {
        id: 'mamuju-2018',
        indicatorId: 'INF_YOY',
        areaId: '76.02',
        kind: 'published',
        nameId: 'BPS (2018=100)',
        nameEn: 'BPS (2018=100)',
        source: 'BPS',
        points: points('2022-01', mamujuYoy),
      },
    ],
    planned: plannedBy(band, '2022-01', '2023-12'),
    breaks: [],
    differenceToNation: null,
    priceIndex: {
      indicator: indicators.priceIndex,
      areas: regencyAreas
        .filter((area) => !area.isCpiCity)
        .map((area, index) => ({
          area,
          figure: index > 2 ? null : inflationFigure('IPH', area.id, month, [0.35, -1.2, 2.14][index] ?? 0),
        })),
    },
  },
};

const twoTruthsBody: SlideBodyOf<'two_truths'> = {
  kind: 'two_truths',
  issue: issueBriefs.ST,
  pairs: [
    {
      id: 'routine',
      kind: 'routine_and_survey',
      sides: [
        {
          indicator: indicators.routine,
          figure: figure({
            indicatorId: 'ST_PREV_EPPGBM',
            month: '2023-07',
            value: 22.66,
            held: 66,
            expected: 69,
            basis: 'verified',
          }),
          seriesNameId: null,
          seriesNameEn: null,
          previous: figure({ indicatorId: 'ST_PREV_EPPGBM', month: '2023-06', value: 23.1 }),
        },
        {
          indicator: indicators.prevalence,
          figure: published({
            indicatorId: 'ST_PREV_SURVEI',
            month: '2022-12',
            value: 35,
            seriesId: 'ssgi',
            source: 'Kemenkes, SSGI 2022',
            periodLabel: 'SSGI 2022',
            cutOff: '2022-12-31',
          }),
          seriesNameId: 'SSGI',
          seriesNameEn: 'SSGI',
          previous: published({
            indicatorId: 'ST_PREV_SURVEI',
            month: '2021-12',
            value: 33.8,
            periodLabel: 'SSGI 2021',
          }),
        },
      ],
    },
  ],
};

/** One body of each kind, full of figures. */
export const bodies: { [K in SlideBody['kind']]: SlideBodyOf<K> } = {
  cover: {
    kind: 'cover',
    province,
    subtitle: 'Rapat koordinasi bulanan Satgas 4+1\nMamuju, 28 Agustus 2023',
    pictureSha256: null,
    pictureAlt: '',
  },
  situation: { kind: 'situation', area: province, cards: situationCards },
  issue: issueBody,
  regencies: regencyBody,
  heat_map: {
    kind: 'heat_map',
    issues: Object.values(issueBriefs),
    indicators: heatIndicators,
    regions,
  },
  tile_map: { kind: 'tile_map', issue: issueBriefs.ST, indicator: indicators.reached, regions },
  inflation: inflationBody,
  two_truths: twoTruthsBody,
  small_wins: smallWinBody,
  obstacles: obstacleBody,
  completeness: completenessBody,
  action_items: actionItemBody,
  changes: changesBody,
  text: {
    kind: 'text',
    body: [
      'Keputusan yang diminta hari ini',
      '- Tetapkan Dinas Kesehatan sebagai pemilik data sasaran stunting per kecamatan mulai September 2023.',
      '- Semua OPD penanggung jawab wilayah melapor paling lambat tanggal 5 bulan berikutnya.',
      '- Anggaran pengukuran ulang di Mamasa dan Mamuju Tengah dibahas pada rapat berikutnya.',
      '',
      'Sekretariat menyiapkan notulen dan daftar tindak lanjut paling lambat dua hari setelah rapat.',
    ].join('\n'),
    pictureSha256: null,
    pictureAlt: '',
  },
  unavailable: { kind: 'unavailable', wanted: 'issue', reason: 'issue_not_chosen' },
};
