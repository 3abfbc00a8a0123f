import { useMemo } from 'react';
import { issueColor } from '#client/theme.ts';
import { useFormatValue, type ValueFormat } from '#client/ui/value-format.ts';
import type { Month } from '#shared/month.ts';
import type { MonthPoint } from '#shared/series.ts';
import { ChartFrame, type FrameInfo } from './chart-frame.tsx';
import { LinePlot } from './line-plot.tsx';
import { endOf, type PlotBand, type PlotSeries, type SeriesBreak } from './plot-model.ts';
import { useLineWords } from './use-line-words.ts';

export type TrajectoryLine = {
  label: string;
  points: readonly MonthPoint[];
  /** The distance that still counts as "next to each other"; by default the usual one of the series. */
  maxGapMonths?: number;
};

export type TrajectoryChartProps = {
  frame: FrameInfo;
  actual: TrajectoryLine;
  /** Another source for the same matter: a line of its own. */
  second?: TrajectoryLine;
  /** The planned path; `endLabel` is written on it ("jalur target: 16.377 di Desember"). */
  trajectory?: { label: string; points: readonly MonthPoint[]; endLabel?: string };
  /** Where the present pace leads. */
  projection?: { label: string; points: readonly MonthPoint[]; endLabel?: string };
  band?: PlotBand;
  breaks?: readonly SeriesBreak[];
  format?: ValueFormat;
  /** Issue id. */
  accent?: string;
  /** False only for rates and indexes that never come near zero. */
  zeroBased?: boolean;
  untilMonth?: Month;
  height?: number;
};

/** What was reached, month by month, against the planned path. */
export function TrajectoryChart(props: TrajectoryChartProps) {
  const { frame, actual, second, trajectory, projection, band, breaks, format, accent, zeroBased, untilMonth, height } =
    props;
  const formatValue = useFormatValue();
  const series = useMemo(() => {
    const observed: PlotSeries[] = [{ key: 'actual', color: issueColor(accent), ...actual }];
    if (second) observed.push({ key: 'second', color: 'var(--ink-2)', width: 2, ...second });
    const lines = observed.map((line) => {
      const end = endOf(line);
      const value = end && formatValue(end.value, format);
      return { ...line, endLabel: value && (second ? `${line.label} ${value}` : value) };
    });
    if (trajectory) {
      const plan = { key: 'trajectory', color: 'var(--chart-target)', dash: '5 4', width: 1.5, isPlan: true };
      lines.push({ ...plan, ...trajectory, endLabel: trajectory.endLabel ?? trajectory.label });
    }
    if (projection) {
      const faint = { key: 'projection', color: issueColor(accent), dash: '1 4', width: 1.5, isPlan: true };
      lines.push({ ...faint, ...projection, endLabel: projection.endLabel ?? projection.label });
    }
    return lines;
  }, [actual, second, trajectory, projection, accent, format, formatValue]);
  const { summary, table } = useLineWords(series, band, format);

  return (
    <ChartFrame frame={frame} table={table}>
      <LinePlot
        summary={summary}
        series={series}
        band={band}
        breaks={breaks}
        format={format}
        zeroBased={zeroBased}
        untilMonth={untilMonth}
        height={height}
        isLarge={frame.look === 'presentation'}
      />
    </ChartFrame>
  );
}
