import { useLocale } from '#client/i18n/use-locale.ts';
import { issueColor } from '#client/theme.ts';
import { formatMonth } from '#shared/date-format.ts';
import { type Month, monthsBetween } from '#shared/month.ts';
import { isKnown, type KnownPoint, type MonthPoint, sortByMonth, splitRuns } from '#shared/series.ts';

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
  const path = (run: readonly KnownPoint[]) =>
    run.map((point) => `${x(point.month).toFixed(1)},${y(point.value).toFixed(1)}`).join(' ');
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
            points={path(run.points)}
            fill="none"
            stroke="var(--chart-target)"
            strokeDasharray="3 3"
          />
        ))}
      {splitRuns(points, breakMonths, maxGapMonths).map((run) =>
        run.points.length > 1 ? (
          <polyline
            key={run.points[0]?.month}
            data-part="run"
            points={path(run.points)}
            fill="none"
            stroke={colour}
            strokeWidth={2}
            strokeLinejoin="round"
            strokeLinecap="round"
            strokeDasharray={run.provisional ? '1 4' : undefined}
          />
        ) : (
          run.points.map((point) => (
            <circle key={point.month} data-part="run" cx={x(point.month)} cy={y(point.value)} r={1.8} fill={colour} />
          ))
        ),
      )}
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
