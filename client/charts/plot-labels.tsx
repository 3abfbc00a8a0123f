import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import { monthsBetween } from '#shared/month.ts';
import { spreadLabels } from '#shared/series.ts';
import { bandLabelPlace } from './band-label-place.ts';
import { endOf, type PlotBand, type PlotModel, type PlotSeries, type SeriesBreak } from './plot-model.ts';

const HALO = { stroke: 'var(--surface)', strokeWidth: 4, strokeLinejoin: 'round', paintOrder: 'stroke' } as const;

/** A fair guess at the width of a text in pixels, without measuring. */
export function textWidth(text: string, fontSize: number, bold = false): number {
  return text.length * (bold ? 0.585 : 0.55) * fontSize;
}

type PlotLabelsProps = {
  model: PlotModel;
  series: readonly PlotSeries[];
  band?: PlotBand;
  breaks?: readonly SeriesBreak[];
  sampleLabel: string;
  /** Width of the whole drawing, margins included. */
  width: number;
  fontSize: number;
  /** Where the band's name does not fit into the band, it stands below the chart instead. */
  showBandLabel: boolean;
};

/** Direct labels: names and values at the ends of lines, the band's name, what broke a series. Inside the chart's SVG. */
export function PlotLabels({
  model,
  series,
  band,
  breaks = [],
  sampleLabel,
  width,
  fontSize,
  showBandLabel,
}: PlotLabelsProps) {
  const scaleX = useXAxisScale();
  const scaleY = useYAxisScale();
  const area = usePlotArea();
  if (!scaleX || !scaleY || !area) return null;
  const lineHeight = fontSize * 1.25;
  const bottom = area.y + area.height;

  const ends = series.flatMap((each) => {
    const end = endOf(each);
    const x = end && scaleX(monthsBetween(model.first, end.month));
    const y = end && scaleY(end.value);
    if (x === undefined || y === undefined) return [];
    const isRight = x + 9 + textWidth(each.endLabel ?? '', fontSize, !each.isPlan) <= width;
    return [{ series: each, x, y, isRight }];
  });
  const right = ends.filter((end) => end.isRight && end.series.endLabel);
  const spread = spreadLabels(
    right.map((end) => end.y),
    lineHeight,
    area.y + 4,
    bottom - 2,
  );
  // A label lies along the end of its line: it must clear the line over its whole length, not only at the end.
  const heightsUnder = ({ series: each, x, y }: { series: PlotSeries; x: number; y: number }) => {
    const from = x - textWidth(each.endLabel ?? '', fontSize);
    const points = each.points.flatMap((point) => {
      const at = scaleX(monthsBetween(model.first, point.month)) ?? 0;
      const height = point.value === null ? undefined : scaleY(point.value);
      return height === undefined ? [] : [{ at, height }];
    });
    const before = points.filter((point) => point.at < from).at(-1);
    const after = points.find((point) => point.at >= from) ?? { at: x, height: y };
    const share = before ? (from - before.at) / (after.at - before.at || 1) : 1;
    return [y, before ? before.height + share * (after.height - before.height) : y];
  };
  // Of two plans that end one above the other, the lower has its label below.
  const isLowerPlan = (end: (typeof ends)[number]) =>
    end.series.isPlan && ends.some((other) => other.series.isPlan && other.y < end.y);
  const labelHeight = (end: (typeof ends)[number]) =>
    isLowerPlan(end)
      ? Math.min(bottom - 4, Math.max(...heightsUnder(end)) + fontSize + 2)
      : Math.max(area.y + fontSize - 2, Math.min(...heightsUnder(end)) - 8);
  const bandStep = band?.steps.at(-1);
  const bandPlace = band && showBandLabel && bandStep && placeOf(band.label, bandStep);

  function placeOf(label: string, step: PlotBand['steps'][number]) {
    const at = (x: number | undefined, y: number | undefined) => ({ x: x ?? 0, y: y ?? 0 });
    const from = at(scaleX?.(Math.max(0, monthsBetween(model.first, step.from))), scaleY?.(step.high));
    const to = at(scaleX?.(Math.min(model.span, monthsBetween(model.first, step.to))), scaleY?.(step.low));
    const place = bandLabelPlace({
      band: { left: from.x, right: to.x, top: from.y, bottom: to.y },
      label: { width: textWidth(label, fontSize), height: fontSize },
      lines: model.runs.map(({ points }) =>
        points.map(({ month, value }) => at(scaleX?.(monthsBetween(model.first, month)), scaleY?.(value))),
      ),
      boxes: ends.map((end) => {
        const labelWidth = textWidth(end.series.endLabel ?? '', fontSize, !end.series.isPlan);
        const baseline = end.isRight ? end.y + fontSize / 3 : labelHeight(end);
        const left = end.isRight ? end.x - 5 : end.x - labelWidth;
        return { left, right: left + labelWidth + 10, top: baseline - fontSize, bottom: baseline + 3 };
      }),
    });
    return place ?? { x: from.x + 6, y: from.y + 3 };
  }

  return (
    <g aria-hidden>
      {model.sampleSpans.map((span) => (
        <text key={span.from} x={(scaleX(span.from) ?? 0) + 2} y={bottom - 6} fill="var(--ink-2)" fontStyle="italic">
          {sampleLabel}
        </text>
      ))}
      {breaks.map((each, index) => {
        const x = scaleX(monthsBetween(model.first, each.month) - 0.5);
        if (x === undefined || x < area.x || x > area.x + area.width) return null;
        const isLeft = x + textWidth(each.label, fontSize) + 6 > width;
        return (
          <text
            key={each.month}
            x={isLeft ? x - 5 : x + 5}
            y={area.y + fontSize - 2 + (index % 2) * lineHeight}
            textAnchor={isLeft ? 'end' : 'start'}
            fill="var(--ink-2)"
            {...HALO}
          >
            {each.label}
          </text>
        );
      })}
      {ends.map((end) => {
        const at = right.indexOf(end);
        return (
          <g key={end.series.key}>
            {!end.series.isPlan && <circle cx={end.x} cy={end.y} r={4.5} fill={end.series.color} />}
            {end.series.endLabel && !(width < 420 && isLowerPlan(end)) && (
              <text
                x={at >= 0 ? end.x + 9 : end.x - 2}
                y={at >= 0 ? (spread[at] ?? end.y) + fontSize / 3 : labelHeight(end)}
                textAnchor={at >= 0 ? 'start' : 'end'}
                fill={end.series.isPlan ? 'var(--ink-2)' : end.series.color}
                fontWeight={end.series.isPlan ? 400 : 700}
                {...HALO}
              >
                {end.series.endLabel}
              </text>
            )}
          </g>
        );
      })}
      {band && bandPlace && (
        <text x={bandPlace.x} y={bandPlace.y + fontSize - 1} fill="var(--status-on-track-fg)" {...HALO}>
          {band.label}
        </text>
      )}
    </g>
  );
}
