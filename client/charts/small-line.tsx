import { useLocale } from '#client/i18n/use-locale.ts';
import { issueColor } from '#client/theme.ts';
import { formatMonth } from '#shared/date-format.ts';
import { type Month, monthsBetween } from '#shared/month.ts';
import { isKnown, type MonthPoint, sortByMonth, splitRuns } from '#shared/series.ts';
import { LineRuns, polyline } from './line-runs.tsx';

type SmallLineProps = {
  label: string;
  points: readonly MonthPoint[];
  reference?: readonly MonthPoint[];
  breakMonths?: readonly Month[];
  maxGapMonths?: number;
  /** Shared by all charts of the grid. */
  scale: { low: number; high: number; first: Month | undefined; last: Month | undefined };
  accent?: string;
};

const WIDTH = 200;
const HEIGHT = 88;
const TOP = 5;
const BASE = 68;
const SIDE = 5;

/** One of the small multiples: baseline, line with gaps, first and last month. */
export function SmallLine({ label, points, reference, breakMonths, maxGapMonths, scale, accent }: SmallLineProps) {
  const locale = useLocale();
  const { first, last } = scale;
  if (!first || !last) return null;
  const span = monthsBetween(first, last) || 1;
  const x = (month: Month) => SIDE + (monthsBetween(first, month) / span) * (WIDTH - 2 * SIDE);
  const y = (value: number) => BASE - ((value - scale.low) / (scale.high - scale.low || 1)) * (BASE - TOP);
  const colour = issueColor(accent);
  const end = sortByMonth(points).filter(isKnown).at(-1);
  const zero = scale.low < 0 ? y(0) : BASE;

  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} style={{ display: 'block', width: '100%' }}>
      <line x1={0} x2={WIDTH} y1={TOP} y2={TOP} stroke="var(--chart-grid)" />
      <line x1={0} x2={WIDTH} y1={zero} y2={zero} stroke="var(--line-strong)" />
      {reference &&
        splitRuns(reference, breakMonths).map((run) => (
          <polyline
            key={run.points[0]?.month}
            points={polyline(run.points, x, y)}
            fill="none"
            stroke="var(--chart-target)"
            strokeDasharray="3 3"
          />
        ))}
      <LineRuns runs={splitRuns(points, breakMonths, maxGapMonths)} x={x} y={y} colour={colour} />
      {end && <circle cx={x(end.month)} cy={y(end.value)} r={3.2} fill={colour} />}
      <g fontSize={13} fill="var(--chart-axis)">
        <text x={0} y={HEIGHT - 4}>
          {formatMonth(first, locale, 'short')}
        </text>
        <text x={WIDTH} y={HEIGHT - 4} textAnchor="end">
          {formatMonth(last, locale, 'short')}
        </text>
      </g>
    </svg>
  );
}
