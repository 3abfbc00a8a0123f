import type { SlideBodyOf } from '#shared/briefing/content.ts';
import {
  countText,
  coverageText,
  originOf,
  shareText,
  shortNameOf,
  statusText,
  valueText,
} from '#shared/briefing/scene/figure-words.ts';
import { type Area, issueInk, type Kit, type Part } from '#shared/briefing/scene/kit.ts';
import { type SceneItem, smallestNote } from '#shared/briefing/scene/scene.ts';
import { dashedBox, fittedText, line, rect, text } from '#shared/briefing/scene/shapes.ts';
import { badgeHeight, badgeWidth, statusBadge } from '#shared/briefing/scene/status-badge.ts';
import { textWidth } from '#shared/briefing/scene/text-metrics.ts';
import { compareValue } from '#shared/comparison.ts';
import type { IndicatorBrief } from '#shared/figure.ts';

type Regencies = NonNullable<SlideBodyOf<'regencies'>['regencies']>;
type Compared = Regencies['rows'][number];

interface Row {
  compared: Compared;
  /** What the bar shows: % of the target group where there is one, else the figure. */
  value: number | null;
  /** What was planned for the month, on the same scale. */
  planned: number | null;
}

const nameWidth = 216;
const leastRow = 42;
const moreRoom = 32;
const headRoom = 40;

/** The regencies from the best to the last, bars from zero, each with what was planned for the month and its status. */
export function regencies(
  { regencies: compared, issue, headline }: SlideBodyOf<'regencies'>,
  area: Area,
  kit: Kit,
): Part {
  if (compared === null) return { items: [] };
  const { indicator, targetGroupIndicator } = compared;
  const isShare = targetGroupIndicator !== null && indicator.aggregation === 'sum';
  const rows = ranked(
    compared.rows.map((row) => rowOf(row, isShare)),
    indicator,
  );
  const fitting = Math.max(1, Math.floor((area.height - headRoom) / leastRow));
  // Where not all have room, both ends are shown: who leads, and who lags or has not reported.
  const count = rows.length <= fitting ? rows.length : Math.max(2, fitting - 1);
  const leading = Math.ceil(count / 2);
  const shown = count === rows.length ? rows : [...rows.slice(0, leading), ...rows.slice(leading - count)];
  const left = rows.length - count;
  const top = (index: number) => area.y + headRoom + index * step + (left > 0 && index >= leading ? moreRoom : 0);
  const step = Math.min(76, (area.height - headRoom - (left > 0 ? moreRoom : 0)) / shown.length);
  const places = placesOf(shown, area, indicator, isShare, kit);
  const short = shortNameOf(headline.indicator.id === indicator.id ? headline.indicator : indicator, kit.locale);
  const title =
    isShare && targetGroupIndicator
      ? kit.words.ranking.shareTitle(short, shortNameOf(targetGroupIndicator, kit.locale).toLowerCase())
      : short;
  const hasPlan = shown.some(({ planned }) => planned !== null);
  const legendWidth = hasPlan ? textWidth(kit.words.ranking.plan, 20, 400) + 22 : 0;
  const items: SceneItem[] = [
    fittedText(area.x, area.y + 16, title, area.width - legendWidth - 24, { fill: 'muted' }),
    ...(hasPlan
      ? [
          line(
            [
              [area.x + area.width - legendWidth + 8, area.y - 2],
              [area.x + area.width - legendWidth + 8, area.y + 20],
            ],
            { stroke: 'ink', strokeWidth: 3 },
          ),
          text(area.x + area.width, area.y + 16, kit.words.ranking.plan, { fill: 'muted', anchor: 'end' }),
        ]
      : []),
    ...shown.flatMap((row, index) =>
      rowItems(row, { ...area, y: top(index), height: step }, places, indicator, issueInk(issue.id), kit),
    ),
  ];
  if (left > 0) {
    const words = kit.words.more(countText(left, kit.locale));
    items.push(text(area.x, top(leading) - 8, words, { fill: 'muted' }));
  }
  return { items, words: [title, ...rows.map((row) => rowWords(row, indicator, isShare, kit))] };
}

function rowOf(compared: Compared, isShare: boolean): Row {
  const { figure, targetGroup, status } = compared;
  const value = figure?.value ?? null;
  if (!isShare) return { compared, value, planned: status.planned };
  const group = targetGroup?.value ?? null;
  const share = (each: number | null) =>
    compareValue({ value: each, population: null, targetGroup: group }, 'pct_of_target');
  return { compared, value: share(value), planned: share(status.planned) };
}

function ranked(rows: Row[], { direction }: IndicatorBrief): Row[] {
  const sign = direction === 'lower' ? 1 : -1;
  return rows.toSorted((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
    return sign * (a.value - b.value) || a.compared.area.name.localeCompare(b.compared.area.name, 'id');
  });
}

interface Places {
  barLeft: number;
  barWidth: number;
  badgeLeft: number;
  badgeWidth: number;
  isShare: boolean;
  largest: number;
}

function placesOf(rows: readonly Row[], area: Area, indicator: IndicatorBrief, isShare: boolean, kit: Kit): Places {
  const badge = Math.min(
    250,
    Math.max(60, ...rows.map(({ compared }) => badgeWidth(statusText(compared.status, kit)))),
  );
  const valueWidth = Math.max(60, ...rows.map((row) => textWidth(valueWords(row, indicator, isShare, kit), 22, 700)));
  const barLeft = area.x + nameWidth;
  const largest = Math.max(0, ...rows.flatMap(({ value, planned }) => [value ?? 0, planned ?? 0]));
  const badgeLeft = area.x + area.width - badge;
  return {
    barLeft,
    barWidth: badgeLeft - 24 - valueWidth - 16 - barLeft,
    badgeLeft,
    badgeWidth: badge,
    isShare,
    largest,
  };
}

function rowItems(
  row: Row,
  box: Area,
  places: Places,
  indicator: IndicatorBrief,
  ink: ReturnType<typeof issueInk>,
  kit: Kit,
): SceneItem[] {
  const { compared, value, planned } = row;
  const { area, figure, status } = compared;
  const middle = box.y + box.height / 2;
  const note = noteOf(compared, indicator, places.isShare, kit);
  const hasNote = note !== undefined && box.height >= 48;
  const barHeight = Math.min(34, box.height - 14);
  const length = (each: number) => (places.largest > 0 ? (Math.max(0, each) / places.largest) * places.barWidth : 0);
  const origin = originOf(figure);
  const width = value === null ? places.barWidth * 0.18 : Math.max(3, length(value));
  return [
    fittedText(box.x, hasNote ? middle - 2 : middle + 7, area.name, nameWidth - 16, { size: 22, weight: 700 }),
    ...(hasNote
      ? [fittedText(box.x, middle + 18, note, nameWidth - 16, { size: Math.max(16, smallestNote), fill: 'muted' })]
      : []),
    value === null
      ? dashedBox(places.barLeft, middle - barHeight / 2, width, barHeight)
      : rect(places.barLeft, middle - barHeight / 2, width, barHeight, {
          fill: ink,
          radius: Math.min(5, width / 2),
          ...(origin && { origin }),
        }),
    text(places.badgeLeft - 24, middle + 8, valueWords(row, indicator, places.isShare, kit), {
      anchor: 'end',
      size: value === null ? 20 : 22,
      weight: value === null ? 400 : 700,
      fill: value === null ? 'muted' : 'ink',
      origin,
    }),
    ...plannedMark(planned === null ? undefined : places.barLeft + length(planned), middle, barHeight),
    ...statusBadge(
      status.status,
      statusText(status, kit),
      places.badgeLeft,
      middle - badgeHeight / 2,
      places.badgeWidth,
    ).items,
  ];
}

/** A stroke where the bar should reach by now. */
function plannedMark(x: number | undefined, middle: number, barHeight: number): SceneItem[] {
  if (x === undefined) return [];
  const points = [
    [x, middle - barHeight / 2 - 5],
    [x, middle + barHeight / 2 + 5],
  ] as const;
  return [line(points, { stroke: 'ink', strokeWidth: 3 })];
}

/** "1.380 (72,6 %)", or the figure alone. */
function valueWords(
  { compared, value }: Row,
  indicator: IndicatorBrief,
  isShare: boolean,
  { locale, words }: Kit,
): string {
  const figure = compared.figure?.value ?? null;
  if (figure === null) return words.noData;
  const number = valueText(figure, indicator, locale);
  return isShare && value !== null ? `${number} (${shareText(value, locale)})` : number;
}

function noteOf(
  { figure, targetGroup }: Compared,
  indicator: IndicatorBrief,
  isShare: boolean,
  kit: Kit,
): string | undefined {
  if (!figure || figure.value === null) return undefined;
  if (isShare && targetGroup && targetGroup.held !== figure.held) return kit.words.ranking.uneven;
  return figure.held < figure.expected ? coverageText(figure, indicator, kit) : undefined;
}

function rowWords(row: Row, indicator: IndicatorBrief, isShare: boolean, kit: Kit): string {
  return `${row.compared.area.name}: ${valueWords(row, indicator, isShare, kit)}, ${statusText(row.compared.status, kit)}`;
}
