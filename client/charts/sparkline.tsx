import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { issueColor } from '#client/theme.ts';
import { useFormatValue, type ValueFormat } from '#client/ui/value-format.ts';
import { formatMonth } from '#shared/date-format.ts';
import { monthsBetween } from '#shared/month.ts';
import { extent, isKnown, type MonthPoint, sortByMonth, splitRuns } from '#shared/series.ts';
import { LineRuns, polyline } from './line-runs.tsx';

type PlannedPoint = MonthPoint & { low?: number | null; high?: number | null };

type SparklineProps = {
  /** What the line is, for those who cannot see it. */
  label: string;
  points: readonly MonthPoint[];
  /** The planned path, dashed; shaded where the plan is a band with a low and a high. */
  trajectory?: readonly PlannedPoint[];
  breakMonths?: readonly string[];
  maxGapMonths?: number;
  format?: ValueFormat;
  /** Issue id. */
  accent?: string;
  height?: number;
};

const WIDTH = 180;
const INSET = 5;

/** A line the size of a word: direction and distance from the plan, no axes. Missing months are gaps. */
export function Sparkline(props: SparklineProps) {
  const { label, points, trajectory = [], breakMonths, maxGapMonths, format, accent, height = 44 } = props;
  const { t } = useTranslation('charts');
  const locale = useLocale();
  const formatValue = useFormatValue();
  const known = sortByMonth(points).filter(isKnown);
  const months = sortByMonth([...points, ...trajectory]).map((point) => point.month);
  const range = extent([
    ...points.map(({ value }) => value),
    ...trajectory.flatMap(({ value, low, high }) => [value, low, high]),
  ]);
  const [firstMonth, lastMonth] = [months[0], months.at(-1)];
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || !range || !firstMonth || !lastMonth) {
    return <span className="sr-only">{t('line.summaryEmpty', { label })}</span>;
  }

  const span = monthsBetween(firstMonth, lastMonth) || 1;
  const x = (month: string) => INSET + (monthsBetween(firstMonth, month) / span) * (WIDTH - 2 * INSET);
  const y = (value: number) =>
    height - INSET - ((value - range[0]) / (range[1] - range[0] || 1)) * (height - 2 * INSET);
  const bands = bandRuns(trajectory);
  const colour = issueColor(accent);
  const summary = t('line.summary', {
    label,
    first: formatValue(first.value, format),
    firstMonth: formatMonth(first.month, locale),
    last: formatValue(last.value, format),
    lastMonth: formatMonth(last.month, locale),
  });

  return (
    <svg
      role="img"
      aria-label={summary}
      viewBox={`0 0 ${WIDTH} ${height}`}
      preserveAspectRatio="xMidYMid meet"
      style={{ display: 'block', width: '100%', maxWidth: WIDTH * 1.5, height: 'auto', overflow: 'visible' }}
    >
      {bands.map((steps) => (
        <polygon
          key={steps[0]?.month}
          data-part="band"
          points={polyline(
            [
              ...steps.map(({ month, high }) => ({ month, value: high })),
              ...steps.toReversed().map(({ month, low }) => ({ month, value: low })),
            ],
            x,
            y,
          )}
          fill="var(--status-on-track-bg)"
          stroke="var(--status-on-track)"
          strokeWidth={0.5}
        />
      ))}
      {bands.length === 0 && trajectory.length > 1 && (
        <polyline
          data-part="trajectory"
          points={polyline(sortByMonth(trajectory).filter(isKnown), x, y)}
          fill="none"
          stroke="var(--chart-target)"
          strokeDasharray="3 3"
          strokeWidth={1}
        />
      )}
      <LineRuns runs={splitRuns(points, breakMonths, maxGapMonths)} x={x} y={y} colour={colour} />
      <circle data-part="end" cx={x(last.month)} cy={y(last.value)} r={3.6} fill={colour} />
    </svg>
  );
}

type BandPoint = { month: string; low: number; high: number };

/** The stretches of a plan that are a band, in the order of their months. */
function bandRuns(trajectory: readonly PlannedPoint[]): BandPoint[][] {
  const runs: BandPoint[][] = [];
  let isOpen = false;
  for (const { month, low, high } of sortByMonth(trajectory)) {
    const isBand = low != null && high != null;
    if (isBand && isOpen) runs.at(-1)?.push({ month, low, high });
    else if (isBand) runs.push([{ month, low, high }]);
    isOpen = isBand;
  }
  return runs.filter((run) => run.length > 1);
}
