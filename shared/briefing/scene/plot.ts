import type { PlannedPoint, SeriesBreak } from '#shared/figure.ts';
import type { Month } from '#shared/month.ts';
import {
  extent,
  isKnown,
  type KnownPoint,
  type MonthPoint,
  niceTicks,
  sortByMonth,
  splitRuns,
} from '#shared/series.ts';
import type { Written } from './figure-words.ts';
import type { Area, Kit } from './kit.ts';
import { labelPlace, overlaps, type Spot } from './label-place.ts';
import { monthLabels, type PlotScale, plotScale, tickText } from './plot-scale.ts';
import { type Ink, type OriginRef, type SceneItem, smallestNote, smallestText } from './scene.ts';
import { line, outline, text } from './shapes.ts';
import { ascent, type Box, textBox, textWidth } from './text-metrics.ts';

export interface PlotLine {
  points: readonly MonthPoint[];
  ink: Ink;
  strokeWidth: number;
  dash?: readonly number[];
  /** A path between given points rather than observations: joined throughout. */
  isPlan?: boolean;
  /** Written beside its last point, or left out where there is no room. */
  label?: { text: string; ink: Ink; weight: 400 | 700; size?: number };
  breaks?: readonly SeriesBreak[];
  origin?: OriginRef;
}

export interface PlotInput {
  lines: readonly PlotLine[];
  band?: readonly PlannedPoint[];
  bandLabel?: string;
  written: Written;
  from: Month;
  to: Month;
}

const tickSize = Math.max(16, smallestNote);

/** Lines over months with named axes; undefined where no line holds a figure. */
export function plot(input: PlotInput, area: Area, kit: Kit): SceneItem[] | undefined {
  const { lines, band = [], written, from, to } = input;
  const shown = lines.map((each) => ({ ...each, points: within(each.points, from, to) }));
  if (!shown.some((each) => !each.isPlan && each.points.some(isKnown))) return undefined;
  const range = extent([
    0,
    ...shown.flatMap(({ points }) => points.map(({ value }) => value)),
    ...within(band, from, to).flatMap(({ low, high }) => [low, high]),
  ]) ?? [0, 1];
  const ticks = niceTicks(range[0], range[1], Math.max(3, Math.round(area.height / 70)));
  const tickWords = ticks.map((tick) => tickText(tick, ticks, written, kit.locale));
  const tickWidth = Math.max(...tickWords.map((words) => textWidth(words, tickSize, 400)));
  const inner: Area = { x: area.x + 6, y: area.y + 8, width: area.width - tickWidth - 20, height: area.height - 40 };
  const scale = plotScale(inner, from, to, ticks[0] ?? 0, ticks.at(-1) ?? 1);

  const axes = axisItems(inner, ticks, tickWords, area.x + area.width, scale);
  const months = monthItems(inner, from, to, scale, kit);
  const drawn = shown.map((each) => ({ each, runs: runsOf(each), scale }));
  const spots = drawn.flatMap(({ each, runs }) =>
    (each.isPlan ? [each.points.filter(isKnown)] : runs.map(({ points }) => points)).map((points) =>
      points.map((point): Spot => [scale.x(point.month), scale.y(point.value)]),
    ),
  );
  const marks = drawn.flatMap(({ each, runs }) => lineItems(each, runs, scale));
  const labels = labelItems(shown, input, inner, area, scale, spots, [...axes, ...months], kit);
  return [...bandItems(within(band, from, to), scale), ...axes, ...months, ...marks, ...labels];
}

function within<P extends { month: Month }>(points: readonly P[], from: Month, to: Month): P[] {
  return sortByMonth(points).filter(({ month }) => month >= from && month <= to);
}

function runsOf({ points, isPlan, breaks = [] }: PlotLine) {
  const gap = isPlan ? Number.POSITIVE_INFINITY : undefined;
  return splitRuns(points, isPlan ? [] : breaks.map(({ month }) => month), gap);
}

function axisItems(
  inner: Area,
  ticks: readonly number[],
  words: readonly string[],
  right: number,
  scale: PlotScale,
): SceneItem[] {
  return ticks.flatMap((tick, index) => {
    const y = scale.y(tick);
    const isZero = tick === 0;
    return [
      line(
        [
          [inner.x, y],
          [inner.x + inner.width, y],
        ],
        { stroke: isZero ? 'muted' : 'line', strokeWidth: isZero ? 1.5 : 1 },
      ),
      text(right, y + tickSize * 0.35, words[index] ?? '', { size: tickSize, fill: 'muted', anchor: 'end' }),
    ];
  });
}

function monthItems(inner: Area, from: Month, to: Month, scale: PlotScale, { locale }: Kit): SceneItem[] {
  const y = inner.y + inner.height + 26;
  const items: SceneItem[] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const { month, label } of monthLabels(from, to, inner.width, locale)) {
    const width = textWidth(label, tickSize, 400);
    const left = Math.min(Math.max(inner.x - 6, scale.x(month) - width / 2), inner.x + inner.width - width + 6);
    if (left < right + 10) continue;
    items.push(text(left, y, label, { size: tickSize, fill: 'muted' }));
    right = left + width;
  }
  return items;
}

function bandItems(planned: readonly PlannedPoint[], scale: PlotScale): SceneItem[] {
  const runs: { month: Month; low: number; high: number }[][] = [];
  let isOpen = false;
  for (const { month, low, high } of planned) {
    if (low === null || high === null) {
      isOpen = false;
      continue;
    }
    if (isOpen) runs.at(-1)?.push({ month, low, high });
    else runs.push([{ month, low, high }]);
    isOpen = true;
  }
  return runs
    .filter((run) => run.length > 1)
    .map((run) =>
      outline(
        [
          ...run.map(({ month, high }) => [scale.x(month), scale.y(high)] as const),
          ...run.toReversed().map(({ month, low }) => [scale.x(month), scale.y(low)] as const),
        ],
        { fill: 'status-on-track-bg', stroke: 'status-on-track', strokeWidth: 1 },
      ),
    );
}

function lineItems(each: PlotLine, runs: ReturnType<typeof runsOf>, scale: PlotScale): SceneItem[] {
  const { ink, strokeWidth, origin } = each;
  const place = ({ month, value }: KnownPoint) => [scale.x(month), scale.y(value)] as const;
  const strokes = runs.map(({ points, provisional }): SceneItem => {
    const [only] = points;
    if (points.length === 1 && only) {
      const [x, y] = place(only);
      return { type: 'circle', x, y, radius: strokeWidth, fill: ink };
    }
    const dash = provisional && !each.isPlan ? [2, 8] : each.dash;
    return line(points.map(place), { stroke: ink, strokeWidth, ...(dash && { dash }) });
  });
  const last = each.isPlan ? undefined : each.points.filter(isKnown).at(-1);
  const dot: SceneItem[] = last
    ? [
        {
          type: 'circle',
          x: place(last)[0],
          y: place(last)[1],
          radius: strokeWidth * 1.7,
          fill: ink,
          ...(origin && { origin }),
        },
      ]
    : [];
  return [...strokes, ...dot];
}

function labelItems(
  shown: readonly PlotLine[],
  { bandLabel, band = [] }: PlotInput,
  inner: Area,
  area: Area,
  scale: PlotScale,
  spots: readonly (readonly Spot[])[],
  axes: readonly SceneItem[],
  { locale }: Kit,
): SceneItem[] {
  const boxes: Box[] = axes.flatMap((item) => (item.type === 'text' ? [textBox(item)] : []));
  const bounds = { left: inner.x, right: area.x + area.width, top: area.y, bottom: inner.y + inner.height };
  const items: SceneItem[] = [];
  const write = (words: string, anchors: readonly Spot[], options: Parameters<typeof text>[3]) => {
    const { size = smallestText, weight = 400 } = options ?? {};
    const width = textWidth(words, size, weight);
    const box = labelPlace({ within: bounds, width, height: size * 0.94, anchors, lines: spots, boxes });
    const place = box ?? unplaced(anchors, width, size, bounds, boxes);
    if (!place) return;
    boxes.push(place);
    items.push(text(place.left, place.top + ascent * size, words, { ...options, size }));
  };
  for (const each of shown) {
    const known = each.points.filter(isKnown);
    const last = known.at(-1);
    if (!each.label || !last) continue;
    // A path may be named anywhere along it, what was observed only where it ends.
    const named = each.isPlan ? alongLine(known) : [last];
    const anchors = named.map(({ month, value }): Spot => [scale.x(month), scale.y(value)]);
    const { text: words, ink, weight, size } = each.label;
    write(words, anchors, { fill: ink, weight, ...(size && { size }), ...(each.origin && { origin: each.origin }) });
  }
  if (bandLabel) {
    const anchors = band.flatMap(({ month, low, high }): Spot[] =>
      low === null || high === null || month > (band.at(-1)?.month ?? month)
        ? []
        : [[Math.min(scale.x(month), inner.x + inner.width), scale.y((low + high) / 2)]],
    );
    write(bandLabel, anchors.toReversed(), { fill: 'status-on-track-fg' });
  }
  for (const { month, labelId, labelEn } of shown.flatMap(({ breaks = [] }) => breaks)) {
    items.push(
      line(
        [
          [scale.x(month), inner.y],
          [scale.x(month), inner.y + inner.height],
        ],
        { stroke: 'muted', dash: [2, 4] },
      ),
    );
    write(locale === 'en' ? labelEn : labelId, [[scale.x(month), inner.y + 14]], { size: tickSize, fill: 'muted' });
  }
  return items;
}

/** Where a line is in the way everywhere, its number is still written: over the line, but over no other text. */
function unplaced(
  anchors: readonly Spot[],
  width: number,
  size: number,
  within: Box,
  boxes: readonly Box[],
): Box | undefined {
  return labelPlace({
    within,
    width,
    height: size * 0.94,
    anchors,
    lines: [],
    boxes: boxes.filter((box) => overlaps(box, within)),
  });
}

/** From the last point of a line to its middle. */
function alongLine(points: readonly KnownPoint[]): KnownPoint[] {
  return points.slice(Math.floor(points.length / 2)).reverse();
}
