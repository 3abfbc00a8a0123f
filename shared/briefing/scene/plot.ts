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
import { labelPlace, type Spot } from './label-place.ts';
import { monthLabels, type PlotScale, plotScale, tickText } from './plot-scale.ts';
import { type Ink, type OriginRef, type SceneItem, smallestNote, smallestText } from './scene.ts';
import { line, outline, type TextOptions, text } from './shapes.ts';
import { ascent, type Box, textBox, textWidth } from './text-metrics.ts';

export interface PlotLine {
  points: readonly MonthPoint[];
  ink: Ink;
  strokeWidth: number;
  dash?: readonly number[];
  /** A path between given points rather than observations: joined throughout. */
  isPlan?: boolean;
  /** Written beside its last point; `name` alone may stand anywhere along the line where there is no room for it there, or is left to a legend. */
  label?: { text: string; ink: Ink; weight: 400 | 700; size?: number; name?: string | undefined };
  breaks?: readonly SeriesBreak[];
  origin?: OriginRef;
}

export interface PlotInput {
  lines: readonly PlotLine[];
  band?: readonly PlannedPoint[];
  bandLabel?: string;
  /** Lines that reach the last month are named at the right of it, one below the other, and the axis stands at the left. */
  namesAtEnd?: boolean;
  written: Written;
  from: Month;
  to: Month;
}

const tickSize = Math.max(16, smallestNote);

/** Lines over months with named axes; undefined where no line holds a figure. */
export function plot(input: PlotInput, area: Area, kit: Kit): SceneItem[] | undefined {
  const { lines, band = [], written, from, to, namesAtEnd = false } = input;
  const shown = lines.map((each) => ({ ...each, points: within(each.points, from, to) }));
  if (!shown.some((each) => !each.isPlan && each.points.some(isKnown))) return undefined;
  const range = extent([
    0,
    ...shown.flatMap(({ points }) => points.map(({ value }) => value)),
    ...within(band, from, to).flatMap(({ low, high }) => [low, high]),
  ]) ?? [0, 1];
  const ticks = niceTicks(range[0], range[1], Math.max(3, Math.round(area.height / 56)));
  const tickWords = ticks.map((tick) => tickText(tick, ticks, written, kit.locale));
  const tickWidth = Math.max(...tickWords.map((words) => textWidth(words, tickSize, 400)));
  const ended = namesAtEnd ? endedLines(shown, to) : [];
  const nameWidth = ended.length === 0 ? 0 : Math.max(...ended.map((each) => labelWidth(each.label))) + leaderWidth;
  // Where names would leave the lines no room, they stand wherever there is some.
  const stacked = nameWidth > 0 && nameWidth < area.width * 0.45 ? ended : [];
  const inner: Area =
    stacked.length > 0
      ? {
          x: area.x + tickWidth + 16,
          y: area.y + 8,
          width: area.width - tickWidth - 16 - nameWidth,
          height: area.height - 40,
        }
      : { x: area.x + 6, y: area.y + 8, width: area.width - tickWidth - 20, height: area.height - 40 };
  const tickRight = stacked.length > 0 ? area.x + tickWidth : area.x + area.width;
  const scale = plotScale(inner, from, to, ticks[0] ?? 0, ticks.at(-1) ?? 1);

  const axes = axisItems(inner, ticks, tickWords, tickRight, scale);
  const months = monthItems(inner, from, to, scale, kit);
  const drawn = shown.map((each) => ({ each, runs: runsOf(each), scale }));
  const spots = drawn.flatMap(({ each, runs }) =>
    (each.isPlan ? [each.points.filter(isKnown)] : runs.map(({ points }) => points)).map((points) =>
      points.map((point): Spot => [scale.x(point.month), scale.y(point.value)]),
    ),
  );
  const edges = bandRuns(within(band, from, to)).flatMap((run) => [
    run.map(({ month, low }): Spot => [scale.x(month), scale.y(low)]),
    run.map(({ month, high }): Spot => [scale.x(month), scale.y(high)]),
  ]);
  const marks = drawn.flatMap(({ each, runs }) => lineItems(each, runs, scale, stacked.includes(each)));
  const names = endNames(stacked, inner, scale);
  const loose = shown.filter((each) => !stacked.includes(each));
  const bounds = { left: inner.x, right: stacked.length > 0 ? inner.x + inner.width : area.x + area.width };
  const taken = [...axes, ...months, ...names];
  const labels = labelItems(loose, input, inner, { ...area, ...bounds }, scale, [...spots, ...edges], taken, kit);
  return [...bandItems(within(band, from, to), scale), ...axes, ...months, ...marks, ...names, ...labels];
}

const leaderWidth = 34;
const nameGap = 1.2;

function endedLines<Line extends PlotLine>(lines: readonly Line[], to: Month): Line[] {
  return lines.filter(({ points, isPlan, label }) => !isPlan && label && points.filter(isKnown).at(-1)?.month === to);
}

function labelWidth(label: PlotLine['label']): number {
  return label ? textWidth(label.name ?? label.text, label.size ?? smallestText, label.weight) : 0;
}

/** Names in the order of the lines' ends, moved apart as far as they must be, each with a leader to its end. */
function endNames(lines: readonly PlotLine[], inner: Area, scale: PlotScale): SceneItem[] {
  const ends = lines
    .flatMap((each) => {
      const last = each.points.filter(isKnown).at(-1);
      return last && each.label ? [{ label: each.label, origin: each.origin, y: scale.y(last.value) }] : [];
    })
    .toSorted((a, b) => a.y - b.y);
  const heightOf = ({ label }: (typeof ends)[number]) => (label.size ?? smallestText) * nameGap;
  const total = ends.reduce((sum, each) => sum + heightOf(each), 0);
  const middle = ends.reduce((sum, each) => sum + each.y, 0) / Math.max(1, ends.length);
  const isCrowded = ends.some((each, index) => {
    const next = ends[index + 1];
    return next !== undefined && next.y - each.y < heightOf(each);
  });
  let y = Math.max(inner.y, Math.min(middle - total / 2, inner.y + inner.height - total));
  const x = inner.x + inner.width;
  return ends.flatMap((each) => {
    const { label, origin } = each;
    const size = label.size ?? smallestText;
    const place = isCrowded ? y + heightOf(each) / 2 : each.y;
    y += heightOf(each);
    return [
      line(
        [
          [x + 9, each.y],
          [x + leaderWidth - 6, place],
        ],
        { stroke: label.ink, strokeWidth: 1.5 },
      ),
      text(x + leaderWidth, place + size * 0.35, label.name ?? label.text, {
        size,
        weight: label.weight,
        fill: label.ink,
        ...(origin && { origin }),
      }),
    ];
  });
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
  // The last month is where the target lies: it is named first, and the others where they leave it room.
  const taken: { left: number; right: number }[] = [];
  for (const { month, label } of monthLabels(from, to, inner.width, locale)) {
    const width = textWidth(label, tickSize, 400);
    const left = Math.min(Math.max(inner.x - 6, scale.x(month) - width / 2), inner.x + inner.width - width + 6);
    if (taken.some((each) => left < each.right + 10 && each.left < left + width + 10)) continue;
    items.push(text(left, y, label, { size: tickSize, fill: 'muted' }));
    taken.push({ left, right: left + width });
  }
  return items;
}

type BandPoint = { month: Month; low: number; high: number };

/** The stretches of a plan that are a band. */
function bandRuns(planned: readonly PlannedPoint[]): BandPoint[][] {
  const runs: BandPoint[][] = [];
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
  return runs.filter((run) => run.length > 1);
}

function bandItems(planned: readonly PlannedPoint[], scale: PlotScale): SceneItem[] {
  return bandRuns(planned).map((run) =>
    outline(
      [
        ...run.map(({ month, high }) => [scale.x(month), scale.y(high)] as const),
        ...run.toReversed().map(({ month, low }) => [scale.x(month), scale.y(low)] as const),
      ],
      { fill: 'status-on-track-bg', stroke: 'status-on-track', strokeWidth: 1 },
    ),
  );
}

function lineItems(each: PlotLine, runs: ReturnType<typeof runsOf>, scale: PlotScale, isNamed: boolean): SceneItem[] {
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
          // Where ends lie side by side their leaders tell them apart, and large dots would hide each other.
          radius: isNamed ? strokeWidth : strokeWidth * 1.7,
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
  area: Area & { left: number; right: number },
  scale: PlotScale,
  spots: readonly (readonly Spot[])[],
  axes: readonly SceneItem[],
  { locale }: Kit,
): SceneItem[] {
  const boxes: Box[] = axes.flatMap((item) => (item.type === 'text' ? [textBox(item)] : []));
  const bounds = { left: area.left, right: area.right, top: area.y, bottom: inner.y + inner.height };
  const items: SceneItem[] = [];
  const write = (words: string, anchors: readonly Spot[], options: TextOptions, isForced = true): boolean => {
    const { size = smallestText, weight = 400 } = options;
    const search = { within: bounds, width: textWidth(words, size, weight), height: size * 0.94, anchors, boxes };
    // Where lines are in the way everywhere, a number still stands over a line, but never over another text.
    const place =
      labelPlace({ ...search, lines: spots }) ?? (isForced ? labelPlace({ ...search, lines: [] }) : undefined);
    if (!place) return false;
    boxes.push(place);
    items.push(text(place.left, place.top + ascent * size, words, { ...options, size }));
    return true;
  };
  for (const each of shown) {
    const known = each.points.filter(isKnown);
    const last = known.at(-1);
    if (!each.label || !last) continue;
    const spotOf = ({ month, value }: KnownPoint): Spot => [scale.x(month), scale.y(value)];
    const { text: words, ink, weight, size, name } = each.label;
    const options = { fill: ink, weight, ...(size && { size }), ...(each.origin && { origin: each.origin }) };
    // A path may be named anywhere along it, what was observed where it ends.
    const along = alongLine(known).map(spotOf);
    const isWritten = write(words, each.isPlan ? along : [spotOf(last)], options, name === undefined);
    if (!isWritten && name !== undefined) write(name, along, { ...options, origin: undefined }, false);
  }
  if (bandLabel) {
    const anchors = band.flatMap(({ month, low, high }): Spot[] =>
      low === null || high === null
        ? []
        : [0.5, 0.2, 0.8].map((share): Spot => [scale.x(month), scale.y(low + (high - low) * share)]),
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
    const anchors = [0.05, 0.25, 0.5, 0.75, 0.95].map(
      (share): Spot => [scale.x(month), inner.y + inner.height * share],
    );
    write(locale === 'en' ? labelEn : labelId, anchors, { size: tickSize, fill: 'muted' }, false);
  }
  return items;
}

/** From the last point of a line to its middle. */
function alongLine(points: readonly KnownPoint[]): KnownPoint[] {
  return points.slice(Math.floor(points.length / 2)).reverse();
}
