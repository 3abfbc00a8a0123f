import { useMemo } from 'react';
import { issueColor } from '#client/theme.ts';
import { useFormatValue, type ValueFormat } from '#client/ui/value-format.ts';
import type { MonthPoint } from '#shared/series.ts';
import { ChartFrame, type FrameInfo } from './chart-frame.tsx';
import { LinePlot } from './line-plot.tsx';
import { endOf, type PlotBand, type PlotSeries, type SeriesBreak } from './plot-model.ts';
import { useLineWords } from './use-line-words.ts';

export type BandLine = {
  key: string;
  label: string;
  points: readonly MonthPoint[];
  /** `main` is the line the chart is about, `reference` what it is measured against (the national figure). */
  role?: 'main' | 'other' | 'reference';
  maxGapMonths?: number;
};

export type BandChartProps = {
  frame: FrameInfo;
  lines: readonly BandLine[];
  /** Target band; steps with the years. */
  band?: PlotBand;
  breaks?: readonly SeriesBreak[];
  format?: ValueFormat;
  accent?: string;
  height?: number;
};

/** Colours of lines beside the main one: lighter and darker relatives, told apart by their labels as well. */
const OTHER_COLOURS = ['var(--issue-st)', 'var(--issue-ats)', 'var(--issue-pa)', 'var(--issue-ke)'];

/** Several lines in and out of a target band, each named at its end. Values may be negative. */
export function BandChart({ frame, lines, band, breaks, format, accent = 'INF', height }: BandChartProps) {
  const formatValue = useFormatValue();
  const series = useMemo(() => {
    let others = 0;
    return lines.map((line): PlotSeries => {
      const end = endOf({ ...line, color: '' });
      const endLabel = end && `${line.label} ${formatValue(end.value, format)}`;
      if (line.role === 'reference') {
        return { ...line, endLabel, color: 'var(--ink-2)', width: 1.75, dash: '6 3' };
      }
      if (line.role === 'main') return { ...line, endLabel, color: issueColor(accent), width: 3 };
      const color = OTHER_COLOURS[others % OTHER_COLOURS.length] ?? 'var(--ink-2)';
      others += 1;
      return { ...line, endLabel, color, width: 1.75 };
    });
  }, [lines, accent, format, formatValue]);
  const { summary, table } = useLineWords(series, band, format);

  return (
    <ChartFrame frame={frame} table={table}>
      <LinePlot
        summary={summary}
        series={series}
        band={band}
        breaks={breaks}
        format={format}
        height={height}
        isLarge={frame.look === 'presentation'}
      />
    </ChartFrame>
  );
}
