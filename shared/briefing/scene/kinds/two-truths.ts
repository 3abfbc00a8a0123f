import type { SlideBodyOf } from '#shared/briefing/content.ts';
import {
  countText,
  coverageText,
  fittingValue,
  nameOf,
  originOf,
  periodText,
  shortNameOf,
  valueText,
} from '#shared/briefing/scene/figure-words.ts';
import { type Area, issueInk, type Kit, type Part } from '#shared/briefing/scene/kit.ts';
import type { Ink, SceneItem } from '#shared/briefing/scene/scene.ts';
import { lines, rect, text } from '#shared/briefing/scene/shapes.ts';
import { fitText, wrapText } from '#shared/briefing/scene/wrap.ts';
import { formatDate } from '#shared/date-format.ts';
import type { TwoTruths } from '#shared/issue-page.ts';

type Side = TwoTruths['sides'][number];

const gap = 24;
const leastHeight = 190;

/** What two sources say of one thing, side by side with source and cut-off: neither hidden, none averaged. */
export function twoTruths({ pairs, issue }: SlideBodyOf<'two_truths'>, area: Area, kit: Kit): Part {
  const fitting = Math.max(1, Math.min(2, Math.floor(area.height / leastHeight)));
  const shown = pairs.slice(0, fitting);
  const left = pairs.length - shown.length;
  const height = (area.height - (left > 0 ? 34 : 0)) / shown.length;
  return {
    items: [
      ...shown.flatMap((pair, index) =>
        pairItems(pair, issueInk(issue.id), { ...area, y: area.y + index * height, height: height - 6 }, kit),
      ),
      ...(left > 0
        ? [text(area.x, area.y + area.height - 6, kit.words.more(countText(left, kit.locale)), { fill: 'muted' })]
        : []),
    ],
  };
}

function pairItems({ kind, sides }: TwoTruths, ink: Ink, area: Area, kit: Kit): SceneItem[] {
  const note = wrapText(kit.words.truths.note[kind], area.width, { size: 20, weight: 400 }, 2);
  const shown = sides.slice(0, 3);
  const height = area.height - note.length * 26 - 10;
  const width = (area.width - gap * (shown.length - 1)) / Math.max(1, shown.length);
  const isLow = height < 230;
  const names = shown.map((side) => nameLines(side, width - 48, isLow, kit));
  const nameRows = Math.max(0, ...names.map((rows) => rows.length));
  return [
    ...shown.flatMap((side, index) =>
      sideItems(
        side,
        names[index] ?? [],
        nameRows,
        index === 0 ? ink : 'muted',
        { x: area.x + index * (width + gap), y: area.y, width, height },
        kit,
      ),
    ),
    ...lines(area.x, area.y + height + 28, note, 26, { fill: 'muted' }),
  ];
}

/** In full where there is room for two lines, else the short name. */
function nameLines({ indicator }: Side, width: number, isLow: boolean, { locale }: Kit): string[] {
  return isLow
    ? wrapText(shortNameOf(indicator, locale), width, { size: 20, weight: 700 }, 1)
    : wrapText(nameOf(indicator, locale), width, { size: 24, weight: 700 }, 2);
}

function sideItems(side: Side, name: readonly string[], nameRows: number, ink: Ink, box: Area, kit: Kit): SceneItem[] {
  const { indicator, figure } = side;
  const left = box.x + 28;
  const width = box.width - 48;
  const isLow = box.height < 230;
  const nameHeight = nameRows * (isLow ? 26 : 30);
  const value = fittingValue(figure.value, indicator, width, { size: 52, weight: 700 }, kit.locale);
  const largest = Math.min(88, Math.max(30, box.height * 0.22));
  const number = fitText(
    value,
    width,
    700,
    [largest, 64, 52, 40, 30]
      .filter((size) => size <= largest)
      .map((size) => ({ size: Math.round(size), maxLines: 1 })),
  );
  const numberY = box.y + 18 + nameHeight + number.size * 0.95;
  const factSize = box.height > 330 ? 24 : 20;
  const factHeight = factSize * 1.4;
  const facts = factsOf(side, kit).flatMap((fact) => wrapText(fact, width, { size: factSize, weight: 400 }, 2));
  const factTop = numberY + (isLow ? 30 : factSize * 2.1);
  const room = Math.max(0, Math.floor((box.y + box.height - 8 - factTop) / factHeight) + 1);
  return [
    rect(box.x, box.y, box.width, box.height, { fill: 'soft', stroke: 'line', radius: 10 }),
    rect(box.x, box.y, 8, box.height, { fill: ink, radius: 4 }),
    ...lines(left, box.y + 16 + (isLow ? 20 : 24), name, isLow ? 26 : 30, { size: isLow ? 20 : 24, weight: 700 }),
    text(left, numberY, number.lines[0] ?? value, { size: number.size, weight: 700, origin: originOf(figure) }),
    ...lines(left, factTop, facts.slice(0, room), factHeight, { size: factSize, fill: 'muted' }),
  ];
}

function factsOf({ indicator, figure, seriesNameId, seriesNameEn, previous }: Side, kit: Kit): string[] {
  const { locale, words } = kit;
  const series =
    seriesNameId !== null && seriesNameEn !== null
      ? nameOf({ nameId: seriesNameId, nameEn: seriesNameEn }, locale)
      : undefined;
  const source =
    figure.source ??
    (figure.basis === 'published' ? (series ?? shortNameOf(indicator, locale)) : words.truths.reported);
  const cutOff = figure.cutOff === null ? periodText(figure, locale) : cutOffOf(figure.cutOff, locale);
  return [
    words.truths.source(source),
    words.truths.cutOff(cutOff),
    coverageText(figure, indicator, kit),
    previous && previous.value !== null
      ? words.truths.previous(valueText(previous.value, indicator, locale), periodText(previous, locale))
      : undefined,
  ].flatMap((fact) => fact ?? []);
}

/** A cut-off is a date, or as the source words it. */
function cutOffOf(cutOff: string, locale: Kit['locale']): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(cutOff) ? formatDate(cutOff, locale) : cutOff;
}
