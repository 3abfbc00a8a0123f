import { type Month, monthsBetween } from '#shared/month.ts';
import { extent, isKnown, type MonthPoint, niceTicks, type Run, sortByMonth, splitRuns } from '#shared/series.ts';

/** One line of a plot. Two sources are two series: they are never joined. */
export type PlotSeries = {
  key: string;
  label: string;
  points: readonly MonthPoint[];
  color: string;
  width?: number;
  dash?: string;
  /** Written at the line's last point. */
  endLabel?: string;
  /** A path between given points (a plan) rather than observations: joined throughout, without dots. */
  isPlan?: boolean;
  maxGapMonths?: number;
};

/** The span a figure should lie in, stepping with the years. */
export type PlotBand = { label: string; steps: readonly { from: Month; to: Month; low: number; high: number }[] };

/** From `month` on the figures are made another way and cannot be compared with those before. */
export type SeriesBreak = {
  month: Month;
  label: string;
  /** Keys of the series that break; all of them where it is left out. */
  keys?: readonly string[];
};

export type PlotRow = { month: Month; x: number; cells: Record<string, MonthPoint>; values: Record<string, number> };
export type PlotRun = Run & { id: string; series: PlotSeries };

export type PlotModel = {
  first: Month;
  last: Month;
  /** Months from the first to the last. */
  span: number;
  rows: PlotRow[];
  runs: PlotRun[];
  yTicks: number[];
  /** Stretches of sample data, where only some of the figures are. */
  sampleSpans: { from: number; to: number }[];
};

type PlotInput = {
  series: readonly PlotSeries[];
  band?: PlotBand;
  breaks?: readonly SeriesBreak[];
  zeroBased: boolean;
  untilMonth?: Month;
  tickCount?: number;
};

/** Everything the plot needs to know before it draws; undefined where no series holds a figure. */
export function plotModel({
  series,
  band,
  breaks = [],
  zeroBased,
  untilMonth,
  tickCount,
}: PlotInput): PlotModel | undefined {
  const points = sortByMonth(series.flatMap((each) => each.points));
  const [start, end] = [points[0]?.month, points.at(-1)?.month];
  const steps = band?.steps ?? [];
  const range = extent([...points.map((point) => point.value), ...steps.flatMap((step) => [step.low, step.high])]);
  if (!start || !end || !range || !points.some(isKnown)) return undefined;
  const last = untilMonth && untilMonth > end ? untilMonth : end;
  const position = (month: Month) => monthsBetween(start, month);
  const breaksOf = ({ key, isPlan }: PlotSeries) =>
    isPlan ? [] : breaks.filter((each) => each.keys?.includes(key) ?? true).map((each) => each.month);

  const runs = series
    .flatMap((each) => {
      const gap = each.isPlan ? Number.POSITIVE_INFINITY : each.maxGapMonths;
      return splitRuns(each.points, breaksOf(each), gap).map((run) => ({ ...run, series: each }));
    })
    // Plans lie below what was observed.
    .sort((a, b) => Number(b.series.isPlan ?? false) - Number(a.series.isPlan ?? false))
    // Numbered rather than named after the series: Recharts reads a dot in a key as a path.
    .map((run, index) => ({ ...run, id: `run${index}` }));
  const byMonth = rowsOf(series, position);
  for (const run of runs) {
    for (const point of run.points) {
      const row = byMonth.get(point.month);
      if (row) row.values[run.id] = point.value;
    }
  }
  const rows = sortByMonth([...byMonth.values()]);
  return {
    first: start,
    last,
    span: Math.max(1, position(last)),
    rows,
    runs,
    yTicks: niceTicks(
      zeroBased ? Math.min(0, range[0]) : range[0],
      zeroBased ? Math.max(0, range[1]) : range[1],
      tickCount,
    ),
    sampleSpans: sampleSpans(rows.map((row) => ({ ...row, cells: observedOnly(row, series) }))),
  };
}

function rowsOf(series: readonly PlotSeries[], position: (month: Month) => number): Map<Month, PlotRow> {
  const rows = new Map<Month, PlotRow>();
  for (const each of series) {
    for (const point of each.points) {
      const row = rows.get(point.month) ?? { month: point.month, x: position(point.month), cells: {}, values: {} };
      row.cells[each.key] = point;
      rows.set(point.month, row);
    }
  }
  return rows;
}

/** A plan reaches into every month and is no sample: only what was observed tells. */
function observedOnly(row: PlotRow, series: readonly PlotSeries[]): PlotRow['cells'] {
  const plans = new Set(series.filter((each) => each.isPlan).map((each) => each.key));
  return Object.fromEntries(Object.entries(row.cells).filter(([key]) => !plans.has(key)));
}

function sampleSpans(rows: readonly PlotRow[]): PlotModel['sampleSpans'] {
  const known = rows.map((row) => ({ x: row.x, points: Object.values(row.cells).filter(isKnown) }));
  if (known.every(({ points }) => points.every((point) => point.sample))) return [];
  const spans: { from: number; to: number }[] = [];
  let isOpen = false;
  for (const { x, points } of known) {
    const open = spans.at(-1);
    if (points.some((point) => point.sample)) {
      if (isOpen && open) open.to = x;
      else spans.push({ from: x, to: x });
      isOpen = true;
    } else if (points.length > 0) {
      isOpen = false;
    }
  }
  return spans;
}

/** The last figure of a series, where its label goes. */
export function endOf(series: PlotSeries): { month: Month; value: number } | undefined {
  return sortByMonth(series.points).filter(isKnown).at(-1);
}
