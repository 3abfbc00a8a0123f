import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CartesianGrid, ComposedChart, Line, ReferenceArea, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { useLocale } from '#client/i18n/use-locale.ts';
import type { ValueFormat } from '#client/ui/value-format.ts';
import type { Month } from '#shared/month.ts';
import { addMonths, monthsBetween } from '#shared/month.ts';
import { monthTicks } from '#shared/series.ts';
import { axisText } from './axis-text.ts';
import classes from './line-plot.module.css';
import { MonthTick } from './month-tick.tsx';
import { PlotLabels, textWidth } from './plot-labels.tsx';
import { endOf, type PlotBand, type PlotSeries, plotModel, type SeriesBreak } from './plot-model.ts';
import { PlotTooltip } from './plot-tooltip.tsx';
import { useWidth } from './use-width.ts';

export type LinePlotProps = {
  /** The chart in a sentence, for those who cannot see it. */
  summary: string;
  series: readonly PlotSeries[];
  band?: PlotBand;
  breaks?: readonly SeriesBreak[];
  format?: ValueFormat;
  /** Counts start at zero; an index or a rate that never comes near it need not. */
  zeroBased?: boolean;
  /** Room on the time axis after the last figure. */
  untilMonth?: Month;
  height?: number;
  /** Type and lines for a wall screen. */
  isLarge?: boolean;
};

/** Lines over months. Imports Recharts: only for charts that a page loads lazily. */
export function LinePlot(props: LinePlotProps) {
  const { summary, series, band, breaks, format, zeroBased = true, untilMonth, isLarge = false } = props;
  const height = props.height ?? (isLarge ? 380 : 260);
  const fontSize = isLarge ? 17 : 12;
  const { t } = useTranslation('charts');
  const locale = useLocale();
  const [ref, width] = useWidth<HTMLDivElement>();
  const model = useMemo(
    () => plotModel({ series, band, breaks, zeroBased, untilMonth }),
    [series, band, breaks, zeroBased, untilMonth],
  );
  if (!model) {
    return (
      <div ref={ref} className={classes.empty} style={{ height }}>
        {t('noData')}
      </div>
    );
  }

  const yText = (value: number) => axisText(value, model.yTicks, format, locale);
  const yWidth = Math.ceil(Math.max(...model.yTicks.map((tick) => textWidth(yText(tick), fontSize)))) + 10;
  const margin = { top: 12, right: rightMargin(series, model.last, width, fontSize), bottom: 4, left: 0 };
  const plotWidth = width - yWidth - margin.right;
  const ticks = monthTicks(model.first, model.last, Math.max(2, Math.floor(plotWidth / (fontSize * 3.2))));
  const toMonth = (x: number) => addMonths(model.first, x);
  const showDots = model.rows.length <= 40 && plotWidth / model.span > 12;
  const bandStep = band?.steps.at(-1);
  const bandMonths = bandStep ? monthsBetween(bandStep.from, bandStep.to) + 1 : 0;
  // Among the crowded lines of a phone there is no free place for words: they go below.
  const bandFits =
    band !== undefined && width >= 560 && (bandMonths / model.span) * plotWidth > textWidth(band.label, fontSize) + 16;
  const [low, high] = [model.yTicks[0] ?? 0, model.yTicks.at(-1) ?? 1];

  return (
    <div ref={ref} className={classes.plot} style={{ minHeight: height, fontSize }}>
      <ComposedChart
        width={width}
        height={height}
        data={model.rows}
        margin={margin}
        aria-label={`${summary} ${t('line.keyboard')}`}
      >
        <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
        <XAxis
          type="number"
          dataKey="x"
          domain={[0, model.span]}
          padding={{ left: 6, right: 6 }}
          ticks={ticks.map((month) => monthsBetween(model.first, month))}
          interval={0}
          height={fontSize * 3}
          tickLine={false}
          axisLine={{ stroke: 'var(--line-strong)' }}
          tick={({ x, y, payload }) => (
            <MonthTick
              x={Number(x)}
              y={Number(y)}
              month={toMonth(Number(payload.value))}
              ticks={ticks}
              locale={locale}
            />
          )}
        />
        <YAxis
          domain={[low, high]}
          ticks={model.yTicks}
          tickFormatter={yText}
          width={yWidth}
          tickLine={false}
          axisLine={false}
          tick={{ fill: 'var(--chart-axis)', fontSize }}
        />
        {model.sampleSpans.map((span) => (
          <ReferenceArea
            key={span.from}
            x1={Math.max(0, span.from - 0.5)}
            x2={Math.min(model.span, span.to + 0.5)}
            fill="var(--surface-hover)"
            fillOpacity={0.7}
            zIndex={-80}
          />
        ))}
        {band?.steps.map((step) => (
          <ReferenceArea
            key={step.from}
            x1={Math.max(0, monthsBetween(model.first, step.from) - 0.5)}
            x2={Math.min(model.span, monthsBetween(model.first, step.to) + 0.5)}
            y1={step.low}
            y2={step.high}
            fill="var(--status-on-track-bg)"
            fillOpacity={1}
            zIndex={-60}
          />
        ))}
        {low < 0 && <ReferenceLine y={0} stroke="var(--line-control)" zIndex={-50} />}
        {breaks?.map((each) => (
          <ReferenceLine
            key={each.month}
            x={monthsBetween(model.first, each.month) - 0.5}
            stroke="var(--line-control)"
            strokeDasharray="2 3"
          />
        ))}
        {model.runs.map(({ id, series: each, points, provisional }) => (
          <Line
            key={id}
            dataKey={`values.${id}`}
            type="linear"
            connectNulls
            isAnimationActive={false}
            stroke={each.color}
            strokeWidth={(each.width ?? 2.5) * (isLarge ? 1.5 : 1)}
            strokeDasharray={each.dash ?? (provisional ? '1 5' : undefined)}
            strokeLinecap="round"
            strokeLinejoin="round"
            dot={
              !each.isPlan && (points.length === 1 || showDots) ? { r: 2.2, fill: each.color, strokeWidth: 0 } : false
            }
            activeDot={{ r: 4, fill: each.color, stroke: 'var(--surface)' }}
          />
        ))}
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: 'var(--line-control)', strokeWidth: 1 }}
          content={({ active, label }) =>
            active ? (
              <PlotTooltip row={model.rows.find((row) => row.x === Number(label))} series={series} format={format} />
            ) : null
          }
        />
        <PlotLabels
          model={model}
          series={series}
          band={band}
          breaks={breaks}
          sampleLabel={t('line.sampleSpan')}
          width={width}
          fontSize={fontSize}
          showBandLabel={bandFits}
        />
      </ComposedChart>
      {band && !bandFits && (
        <p className={classes.bandLabel}>
          <span className={classes.bandSwatch} />
          {band.label}
        </p>
      )}
    </div>
  );
}

/** Room for the labels of lines that reach the right edge; a plan's long label lies on its line instead. */
function rightMargin(series: readonly PlotSeries[], last: Month, width: number, fontSize: number): number {
  const widths = series
    .filter((each) => each.endLabel && !each.isPlan && endOf(each)?.month === last)
    .map((each) => textWidth(each.endLabel ?? '', fontSize, true) + 14);
  return Math.round(Math.min(width * 0.4, Math.max(12, ...widths)));
}
