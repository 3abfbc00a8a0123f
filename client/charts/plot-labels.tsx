import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import { monthsBetween } from '#shared/month.ts';
import { endOf, type PlotBand, type PlotModel, type PlotSeries, type SeriesBreak } from './plot-model.ts';
import { spreadLabels } from './series.ts';

const LINE_HEIGHT = 15;
const HALO = { stroke: 'var(--surface)', strokeWidth: 4, strokeLinejoin: 'round', paintOrder: 'stroke' } as const;

/** A fair guess at the width of a text of 12 px, without measuring. */
export function textWidth(text: string, bold = false): number {
  return text.length * (bold ? 7 : 6.5);
}

type PlotLabelsProps = {
  model: PlotModel;
  series: readonly PlotSeries[];
  band?: PlotBand;
  breaks?: readonly SeriesBreak[];
  sampleLabel: string;
  /** Width of the whole drawing, margins included. */
  width: number;
};

/** Direct labels: names and values at the ends of lines, the band's name, what broke a series. Inside the chart's SVG. */
export function PlotLabels({ model, series, band, breaks = [], sampleLabel, width }: PlotLabelsProps) {
  const scaleX = useXAxisScale();
  const scaleY = useYAxisScale();
  const area = usePlotArea();
  if (!scaleX || !scaleY || !area) return null;
  const bottom = area.y + area.height;

  const ends = series.flatMap((each) => {
    const end = endOf(each);
    const x = end && scaleX(monthsBetween(model.first, end.month));
    const y = end && scaleY(end.value);
    if (x === undefined || y === undefined) return [];
    const isRight = x + 9 + textWidth(each.endLabel ?? '', !each.isPlan) <= width;
    return [{ series: each, x, y, isRight }];
  });
  const right = ends.filter((end) => end.isRight && end.series.endLabel);
  const spread = spreadLabels(
    right.map((end) => end.y),
    LINE_HEIGHT,
    area.y + 4,
    bottom - 2,
  );
  const bandStep = band?.steps.at(-1);
  const bandX = bandStep && scaleX(Math.max(0, monthsBetween(model.first, bandStep.from)));
  const bandY = bandStep && scaleY(bandStep.high);

  return (
    <g aria-hidden>
      {model.sampleSpans.map((span) => (
        <text key={span.from} x={(scaleX(span.from) ?? 0) + 2} y={bottom - 6} fill="var(--ink-2)" fontStyle="italic">
          {sampleLabel}
        </text>
      ))}
      {band && bandX !== undefined && bandY !== undefined && (
        <text x={bandX + 6} y={bandY + 14} fill="var(--status-on-track-fg)">
          {band.label}
        </text>
      )}
      {breaks.map((each, index) => {
        const x = scaleX(monthsBetween(model.first, each.month) - 0.5);
        if (x === undefined || x < area.x || x > area.x + area.width) return null;
        const isLeft = x + textWidth(each.label) + 6 > width;
        return (
          <text
            key={each.month}
            x={isLeft ? x - 5 : x + 5}
            y={area.y + 10 + (index % 2) * LINE_HEIGHT}
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
            {end.series.endLabel && (
              <text
                x={at >= 0 ? end.x + 9 : end.x - 2}
                y={at >= 0 ? (spread[at] ?? end.y) + 4 : Math.max(area.y + 10, end.y - 10)}
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
    </g>
  );
}
