import type { IssueCard } from '#shared/overview.ts';
import type { TrajectoryPoint } from '#shared/trajectory.ts';
import { figure } from '#tests/support/figure-answers.ts';
import {
  indicators,
  issueBriefs,
  month,
  plannedBy,
  points,
  published,
  reachedHeadline,
  reachedPath,
  reachedTrajectory,
  statusBy,
  targetPoint,
} from './figures.ts';

const povertyPath: readonly TrajectoryPoint[] = [
  { month: '2022-03', value: 2.94, kind: 'baseline' },
  { month: '2024-12', value: 0, kind: 'target' },
];
const schoolPath: readonly TrajectoryPoint[] = [
  { month: '2023-01', value: 0, kind: 'baseline' },
  { month: '2023-12', value: 1700, kind: 'target' },
];
const marriagePath: readonly TrajectoryPoint[] = [
  { month: '2021-12', value: 17.71, kind: 'baseline' },
  { month: '2024-12', value: 8.74, kind: 'target' },
];
const inflationPath: readonly TrajectoryPoint[] = [
  { month: '2022-12', value: 3, low: 2, high: 4, kind: 'target' },
  { month: '2023-12', value: 3, low: 2, high: 4, kind: 'target' },
];

const plain = { reached: null, left: null, nation: null, outcome: null };

/** The five issues as they stood in August 2023. */
export const situationCards: IssueCard[] = [
  {
    ...plain,
    issue: issueBriefs.KE,
    headline: {
      indicator: indicators.poverty,
      role: 'outcome',
      figure: published({ indicatorId: 'KE_PCT', month: '2023-03', value: 0.75, periodLabel: 'Maret 2023' }),
      status: statusBy(0.75, '2023-03', povertyPath, 'lower'),
      change: { value: -2.19, fromMonth: '2022-03', fromValue: 2.94, isPercentagePoint: true, isComparable: true },
      target: targetPoint('KE_PCT', '76', { month: '2024-12', value: 0, kind: 'target' }),
      cutOff: { label: null, date: '2023-03-31' },
    },
    sparkline: {
      points: points('2022-03', [2.94, ...Array.from({ length: 11 }, () => null), 0.75]),
      planned: plannedBy(povertyPath, '2022-03', '2023-03'),
    },
  },
  {
    ...plain,
    issue: issueBriefs.ST,
    headline: reachedHeadline,
    reached: {
      indicator: indicators.targetGroup,
      share: {
        part: figure(),
        whole: figure({ indicatorId: 'ST_SASARAN', value: 16_377 }),
        value: (9085 / 16_377) * 100,
        isComparable: true,
      },
    },
    left: { indicator: indicators.left, figure: figure({ indicatorId: 'ST_KELUAR', value: 1054 }) },
    sparkline: {
      points: reachedTrajectory.series[0]?.points ?? [],
      planned: plannedBy(reachedPath, '2023-01', month),
    },
  },
  {
    ...plain,
    issue: issueBriefs.ATS,
    headline: {
      indicator: indicators.school,
      role: 'headline',
      figure: figure({ indicatorId: 'ATS_KEMBALI', value: 791, held: 69, expected: 69 }),
      status: statusBy(791, month, schoolPath, 'higher'),
      change: { value: 122, fromMonth: '2023-07', fromValue: 669, isPercentagePoint: false, isComparable: true },
      target: targetPoint('ATS_KEMBALI', '76', { month: '2023-12', value: 1700, kind: 'target' }),
      cutOff: { label: null, date: '2023-08-31' },
    },
    reached: {
      indicator: indicators.schoolValid,
      share: {
        part: figure({ indicatorId: 'ATS_KEMBALI', value: 791 }),
        whole: figure({ indicatorId: 'ATS_VALID', value: 3724 }),
        value: (791 / 3724) * 100,
        isComparable: true,
      },
    },
    sparkline: {
      points: points('2023-01', [0, 45, 110, 205, 330, 512, 669, 791]),
      planned: plannedBy(schoolPath, '2023-01', month),
    },
  },
  {
    ...plain,
    issue: issueBriefs.PA,
    headline: {
      indicator: indicators.marriage,
      role: 'outcome',
      figure: published({ indicatorId: 'PA_PCT', month: '2022-12', value: 11.7, periodLabel: '2022' }),
      status: statusBy(11.7, '2022-12', marriagePath, 'lower'),
      change: { value: -6.01, fromMonth: '2021-12', fromValue: 17.71, isPercentagePoint: true, isComparable: true },
      target: targetPoint('PA_PCT', '76', { month: '2024-12', value: 8.74, kind: 'target' }),
      cutOff: { label: null, date: '2022-12-31' },
    },
    sparkline: {
      points: points('2021-12', [17.71, ...Array.from({ length: 11 }, () => null), 11.7]),
      planned: plannedBy(marriagePath, '2021-12', '2022-12'),
    },
  },
  {
    ...plain,
    issue: issueBriefs.INF,
    headline: {
      indicator: indicators.yoy,
      role: 'headline',
      figure: published({ indicatorId: 'INF_YOY', areaId: '76.02', month: '2023-06', value: 2.28, source: 'BPS' }),
      status: statusBy(2.28, '2023-06', inflationPath, 'band'),
      change: { value: 0.01, fromMonth: '2023-05', fromValue: 2.27, isPercentagePoint: true, isComparable: true },
      target: targetPoint('INF_YOY', 'ID', { month: '2023-12', value: 3, low: 2, high: 4, kind: 'target' }),
      cutOff: { label: null, date: '2023-06-30' },
    },
    nation: published({ indicatorId: 'INF_YOY', areaId: 'ID', month: '2023-06', value: 3.52 }),
    sparkline: {
      points: points('2022-11', [5.36, 4.85, 4.26, 4.54, 3.89, 2.96, 2.27, 2.28]),
      planned: plannedBy(inflationPath, '2022-11', '2023-06'),
    },
  },
];
