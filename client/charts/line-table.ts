import type { ValueFormat } from '#client/ui/value-format.ts';
import { type MonthPoint, sortByMonth } from '#shared/series.ts';
import type { ChartColumn, ChartTable } from './chart-table.ts';
import type { PlotBand, PlotSeries } from './plot-model.ts';

type LineTableWords = {
  month: string;
  state: string;
  verified: string;
  provisional: string;
  sample: string;
  bandLow: string;
  bandHigh: string;
};

/** The figures of a line chart: a row a month, a column a series, and how far each month's figures can be trusted. */
export function lineTable(
  series: readonly PlotSeries[],
  band: PlotBand | undefined,
  format: ValueFormat | undefined,
  words: LineTableWords,
): ChartTable {
  const months = new Set(series.flatMap((each) => each.points.map((point) => point.month)));
  const byMonth = new Map(series.map((each) => [each.key, new Map(each.points.map((point) => [point.month, point]))]));
  const columns: ChartColumn[] = [
    { key: 'month', label: words.month, isMonth: true },
    ...series.map((each) => ({ key: each.key, label: each.label, format })),
    ...(band
      ? [
          { key: 'low', label: words.bandLow, format },
          { key: 'high', label: words.bandHigh, format },
        ]
      : []),
    { key: 'state', label: words.state },
  ];
  const rows = sortByMonth([...months].map((month) => ({ month }))).map(({ month }) => {
    const points = series.map((each) => byMonth.get(each.key)?.get(month));
    const observed = points.filter((point, index) => !series[index]?.isPlan && typeof point?.value === 'number');
    const step = band?.steps.find((each) => each.from <= month && month <= each.to);
    // A month in which nothing was expected is left blank; one whose figure is missing says so.
    const cells = points.map((point) => (point ? point.value : ''));
    const bandCells = band ? [step?.low ?? null, step?.high ?? null] : [];
    return { key: month, cells: [month, ...cells, ...bandCells, stateOf(observed, words)] };
  });
  return { columns, rows };
}

function stateOf(points: readonly (MonthPoint | undefined)[], words: LineTableWords): string {
  if (points.length === 0) return '';
  const state = points.some((point) => point?.provisional) ? words.provisional : words.verified;
  return points.some((point) => point?.sample) ? `${state}, ${words.sample}` : state;
}
