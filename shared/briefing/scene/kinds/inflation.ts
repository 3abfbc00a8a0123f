import type { SlideBodyOf } from '#shared/briefing/content.ts';
import {
  countText,
  nameOf,
  originOf,
  periodText,
  shortNameOf,
  valueText,
} from '#shared/briefing/scene/figure-words.ts';
import { type Area, issueInk, type Kit, type Part } from '#shared/briefing/scene/kit.ts';
import { type PlotLine, plot } from '#shared/briefing/scene/plot.ts';
import type { Ink, SceneItem } from '#shared/briefing/scene/scene.ts';
import { lines, richLines, richText, text } from '#shared/briefing/scene/shapes.ts';
import { type Cell, table } from '#shared/briefing/scene/table.ts';
import { wrapText } from '#shared/briefing/scene/wrap.ts';
import { formatMonth } from '#shared/date-format.ts';
import type { FigureSeries, IndicatorBrief } from '#shared/figure.ts';
import type { InflationAnswer } from '#shared/issue-page.ts';
import { addMonths, type Month } from '#shared/month.ts';
import { formatPointChange } from '#shared/number-format.ts';

const split = 0.56;
const gutter = 40;
const mostMonths = 24;

/** Inflation beside the nation's and the target band; the month's figures of each area; prices where there is no CPI. */
export function inflation({ inflation: answer, headline }: SlideBodyOf<'inflation'>, area: Area, kit: Kit): Part {
  if (answer === null) return { items: [] };
  const left = { ...area, width: area.width * split - gutter / 2 };
  const right = { ...area, x: area.x + left.width + gutter, width: area.width - left.width - gutter };
  const prices = priceRows(answer, right.width, kit);
  const pricesHeight = prices.length * 27;
  return {
    items: [
      ...chart(answer, headline.figure?.month ?? kit.month, left, kit),
      ...areaTable(answer, { ...right, height: right.height - pricesHeight - (prices.length > 0 ? 18 : 0) }, kit),
      ...lines(right.x, right.y + right.height - pricesHeight + 21, prices, 27, { fill: 'muted' }),
    ],
  };
}

function chart(answer: InflationAnswer, latest: Month, area: Area, kit: Kit): SceneItem[] {
  const { locale, words } = kit;
  const { yoy } = answer.indicators;
  const title = wrapText(words.inflation.title(shortNameOf(yoy, locale)), area.width, { size: 22, weight: 700 }, 2);
  const difference = differenceRows(answer, area.width, kit);
  const top = area.y + 22 + (title.length - 1) * 28;
  const to = kit.month;
  const from = addMonths(to, 1 - mostMonths);
  const planned = answer.planned.filter(({ month }) => month >= from && month <= to);
  const band = planned.findLast(({ low }) => low !== null);
  const drawn = plot(
    {
      lines: linesOf(answer, latest, kit),
      band: planned,
      bandLabel:
        band && band.low !== null && band.high !== null
          ? words.trajectory.band(valueText(band.low, yoy, locale), valueText(band.high, yoy, locale))
          : undefined,
      written: yoy,
      namesAtEnd: true,
      from: firstHeld(answer, from, to),
      to,
    },
    { ...area, y: top + 22, height: area.y + area.height - top - 22 - (difference.length > 0 ? 36 : 0) },
    kit,
  );
  return [
    ...lines(area.x, area.y + 22, title, 28, { size: 22, weight: 700 }),
    ...(drawn ?? [text(area.x, top + 60, words.trajectory.none, { size: 22, fill: 'muted' })]),
    ...richText(area.x, area.y + area.height - 4, difference, 27),
  ];
}

function firstHeld({ series }: InflationAnswer, from: Month, to: Month): Month {
  const held = series.flatMap(({ points }) =>
    points.flatMap(({ month, value }) => (value !== null && month >= from && month <= to ? [month] : [])),
  );
  return held.reduce((first, month) => (month < first ? month : first), to);
}

const inks: readonly Ink[] = [issueInk('INF'), issueInk('INF', '-deep'), 'ink'];

/** The nation in muted ink below, the area's own in the issue's, other areas in its strongest shade. */
function linesOf({ series, areas, indicators: { yoy }, breaks }: InflationAnswer, latest: Month, kit: Kit): PlotLine[] {
  const levelOf = (each: FigureSeries) => areas.find(({ area }) => area.id === each.areaId)?.area.level;
  const held = series.filter(({ points }) => points.some(({ value, month }) => value !== null && month <= kit.month));
  const nation = held.filter((each) => levelOf(each) === 'nation').slice(-1);
  const own = held.filter((each) => levelOf(each) !== 'nation');
  const toLine = (each: FigureSeries, ink: Ink, look: 'nation' | 'area' | 'other'): PlotLine => {
    const last = each.points.filter(({ value, month }) => value !== null && month <= kit.month).at(-1);
    const place = areas.find(({ area }) => area.id === each.areaId);
    const series = nameOf({ nameId: each.nameId ?? '', nameEn: each.nameEn ?? '' }, kit.locale);
    const area = place?.area.name ?? '';
    const source = series || (each.source ?? '');
    // Lines are told apart by their areas; only a second one of the same area needs its source as well.
    const name =
      look !== 'other' && area !== ''
        ? area
        : area !== '' && source !== ''
          ? kit.words.inflation.line(area, source)
          : area || source;
    const isThin = look !== 'area';
    const isOver = last !== undefined && last.month < kit.month;
    const value = valueText(last?.value ?? null, yoy, kit.locale);
    return {
      points: each.points.map(({ month, value, basis }) => ({ month, value, provisional: basis === 'provisional' })),
      ink,
      strokeWidth: isThin ? 3 : 5,
      breaks: isThin ? [] : breaks.filter(({ month }) => month > (each.points[0]?.month ?? '') && month <= latest),
      label: {
        name,
        // An older series of the same area ends long before: its last figure would only be mistaken for the present one.
        text:
          look === 'other'
            ? name
            : isOver
              ? kit.words.inflation.lastOf(name, value, formatMonth(last.month, kit.locale, 'short'))
              : `${name} ${value}`,
        ink,
        weight: isThin ? 400 : 700,
        size: 20,
      },
      origin: look === 'other' ? undefined : originOf(place?.figures.yoy ?? null),
    };
  };
  const present = presentSeries({ series, areas }, kit);
  // One older series is enough to see where the first area came from; more of them hide what is.
  const [first] = present;
  const others = own
    .filter((each) => !present.includes(each) && each.areaId === first?.areaId)
    .toSorted((a, b) => heldCount(b, kit.month) - heldCount(a, kit.month))
    .slice(0, 1);
  return [
    ...nation.map((each) => toLine(each, 'muted', 'nation')),
    ...others.map((each) => toLine(each, inks[0] ?? 'muted', 'other')),
    ...present.map((each, index) => toLine(each, inks[index] ?? 'ink', 'area')).toReversed(),
  ];
}

function heldCount({ points }: FigureSeries, until: Month): number {
  return points.filter(({ value, month }) => value !== null && month <= until).length;
}

/** Of each area but the nation the series that its figure of the month belongs to, in the order of the table. */
function presentSeries({ series, areas }: Pick<InflationAnswer, 'series' | 'areas'>, kit: Kit): FigureSeries[] {
  return areas
    .filter(({ area }) => area.level !== 'nation')
    .flatMap(({ area, figures: { yoy } }) => {
      const held = series.filter(
        ({ areaId, points }) =>
          areaId === area.id && points.some(({ value, month }) => value !== null && month <= kit.month),
      );
      const own = held.find(({ id, kind }) => (yoy?.seriesId ? id === yoy.seriesId : kind === 'reported'));
      return own ?? held.at(-1) ?? [];
    })
    .slice(0, inks.length);
}

function differenceRows(
  { differenceToNation, indicators: { yoy } }: InflationAnswer,
  width: number,
  { locale, words }: Kit,
) {
  if (differenceToNation === null) return [];
  const { direction } = formatPointChange(differenceToNation, { locale, decimals: yoy.decimals });
  const amount = valueText(Math.abs(differenceToNation), { ...yoy, isPercentage: false }, locale);
  const said =
    direction === 'unchanged'
      ? words.inflation.same
      : direction === 'up'
        ? words.inflation.above(amount)
        : words.inflation.below(amount);
  return richLines(said, width, 20, 1);
}

function areaTable({ areas, indicators, series }: InflationAnswer, area: Area, kit: Kit): SceneItem[] {
  const { words, locale } = kit;
  const present = presentSeries({ series, areas }, kit);
  // Names in the colours of the lines: the table is their legend.
  const inkOf = (place: { id: string; level: string }): Ink =>
    place.level === 'nation' ? 'muted' : (inks[present.findIndex(({ areaId }) => areaId === place.id)] ?? 'ink');
  const cell = (
    figure: InflationAnswer['areas'][number]['figures']['yoy'],
    indicator: IndicatorBrief,
    weight: 400 | 700,
  ): Cell => ({
    text: valueText(figure?.value ?? null, indicator, locale),
    weight,
    maxLines: 1,
    origin: originOf(figure),
  });
  const numberWidth = 108;
  return table(
    [
      { title: words.inflation.area, width: area.width - 3 * numberWidth + 20 },
      ...[words.inflation.yoy, words.inflation.mtm, words.inflation.ytd].map((title) => ({
        title,
        width: numberWidth,
        align: 'end' as const,
      })),
    ],
    areas.map(({ area: place, figures, status }): Cell[] => {
      const isOlder = figures.yoy !== null && figures.yoy.month !== kit.month;
      const isJudged = place.level !== 'nation' && status.status !== 'no_data';
      return [
        {
          text: place.name,
          weight: 700,
          fill: inkOf(place),
          ...(isOlder && figures.yoy && { below: periodText(figures.yoy, locale) }),
          ...(isJudged && { sign: { status: status.status, word: words.status[status.status] } }),
        },
        cell(figures.yoy, indicators.yoy, 700),
        cell(figures.mtm, indicators.mtm, 400),
        cell(figures.ytd, indicators.ytd, 400),
      ];
    }),
    area,
    { more: (count) => words.more(countText(count, locale)), tallest: 72 },
  );
}

/** "IPH (bukan inflasi): Pasangkayu 0,35 %; Mamasa –". */
function priceRows({ priceIndex }: InflationAnswer, width: number, { locale, words }: Kit): string[] {
  if (priceIndex === null || priceIndex.areas.every(({ figure }) => figure === null)) return [];
  const { indicator, areas } = priceIndex;
  const list = areas.map(({ area, figure }) =>
    `${area.name} ${valueText(figure?.value ?? null, indicator, locale)}`.replace(/ /g, '\u00A0'),
  );
  return wrapText(
    `${words.inflation.priceIndex(shortNameOf(indicator, locale))}: ${list.join('; ')}`,
    width,
    { size: 20, weight: 400 },
    4,
  );
}
