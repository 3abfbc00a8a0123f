import type { SlideBodyOf } from '#shared/briefing/content.ts';
import {
  changeText,
  missing,
  nameOf,
  originOf,
  periodText,
  shareText,
  shortCoverageText,
  shortNameOf,
  statusText,
  targetText,
  unitOf,
  valueText,
  withinSentence,
  withUnit,
} from '#shared/briefing/scene/figure-words.ts';
import { type Area, issueInk, type Kit, type Part } from '#shared/briefing/scene/kit.ts';
import type { SceneItem } from '#shared/briefing/scene/scene.ts';
import { lines, rect, text } from '#shared/briefing/scene/shapes.ts';
import { sparkline } from '#shared/briefing/scene/sparkline.ts';
import { badgeHeight, badgeWidth, statusBadge } from '#shared/briefing/scene/status-badge.ts';
import { fitText, wrapText } from '#shared/briefing/scene/wrap.ts';
import type { IssueCard } from '#shared/overview.ts';

const gap = 14;
const inset = 12;
const body20 = { size: 20, weight: 400 } as const;
const lineHeight = 24;

/** The issues side by side: how much, of how many, which way it moves, whether that is enough. */
export function situation({ cards }: SlideBodyOf<'situation'>, area: Area, kit: Kit): Part {
  const count = Math.max(cards.length, 3);
  const width = (area.width - gap * (count - 1)) / count;
  const texts = cards.map((card) => textsOf(card, width - 2 * inset, kit));
  const rows = {
    name: Math.max(...texts.map(({ name }) => name.length)),
    meaning: Math.max(...texts.map(({ meaning }) => meaning.length)),
    foot: Math.max(...texts.map(({ foot }) => foot.length)),
  };
  return {
    items: cards.flatMap((card, index) => {
      const own = texts[index];
      return own ? cardItems(card, own, rows, { ...area, x: area.x + index * (width + gap), width }, kit) : [];
    }),
    words: cards.map((card) => cardWords(card, kit)),
  };
}

interface CardTexts {
  name: string[];
  meaning: string[];
  foot: { text: string; isQuiet: boolean }[];
}

function textsOf(card: IssueCard, width: number, kit: Kit): CardTexts {
  return {
    name: wrapText(nameOf(card.issue, kit.locale), width, { size: 20, weight: 700 }, 2),
    meaning: meaningOf(card, kit)
      .flatMap((part) => wrapText(part, width, body20, 4))
      .slice(0, 4),
    foot: footOf(card, width, kit).flatMap(({ text: words, isQuiet, most }) =>
      wrapText(words, width, body20, most).map((row) => ({ text: row, isQuiet })),
    ),
  };
}

/** The same rows on all cards, so that numbers, badges and lines stand side by side; the line takes what is left. */
function cardItems(
  { headline, issue, sparkline: spark }: IssueCard,
  texts: CardTexts,
  rows: Record<keyof CardTexts, number>,
  box: Area,
  kit: Kit,
): SceneItem[] {
  const { indicator, figure, status } = headline;
  const left = box.x + inset;
  const width = box.width - 2 * inset;
  const value = figure ? valueText(figure.value, indicator, kit.locale) : missing;
  const number = fitText(
    value,
    width,
    700,
    [44, 38, 34, 30, 26, 22, 20].map((size) => ({ size, maxLines: 1 })),
  );
  const numberY = box.y + 34 + (rows.name - 1) * lineHeight + 52;
  const meaningBottom = numberY + 30 + (rows.meaning - 1) * lineHeight;
  const footRows = Math.max(
    1,
    Math.min(rows.foot, Math.floor((box.y + box.height - meaningBottom - badgeHeight - 40) / lineHeight)),
  );
  const footTop = box.y + box.height - 14 - (footRows - 1) * lineHeight;
  const badgeTop = footTop - 26 - badgeHeight;
  const sparkTop = meaningBottom + 14;
  const sparkHeight = Math.min(badgeTop - 12 - sparkTop, 120);
  const ink = issueInk(issue.id);
  return [
    rect(box.x, box.y, box.width, box.height, { fill: 'soft', stroke: 'line', radius: 10 }),
    rect(box.x, box.y, box.width, 8, { fill: ink, radius: 4 }),
    ...lines(left, box.y + 34, texts.name, lineHeight, { weight: 700, fill: ink }),
    text(left, numberY, number.lines[0] ?? value, { size: number.size, weight: 700, origin: originOf(figure) }),
    ...lines(left, numberY + 30, texts.meaning, lineHeight, { fill: 'muted' }),
    ...(sparkHeight >= 30
      ? sparkline(spark.points, spark.planned, { x: left, y: sparkTop, width, height: sparkHeight }, ink)
      : []),
    ...statusBadge(status.status, badgeWord(status, width, kit), left, badgeTop, width).items,
    ...texts.foot
      .slice(0, footRows)
      .map((row, index) => text(left, footTop + index * lineHeight, row.text, { fill: row.isQuiet ? 'muted' : 'ink' })),
  ];
}

/** What the large number counts: "anak diintervensi, dari 16.377 anak (55,5 %)". */
function meaningOf({ headline, reached, nation }: IssueCard, kit: Kit): string[] {
  const { locale, words, month } = kit;
  const { indicator, figure } = headline;
  const what = indicator.isPercentage
    ? shortNameOf(indicator, locale)
    : words.card.count(unitOf(indicator, locale), withinSentence(shortNameOf(indicator, locale)));
  const share = reached?.share;
  const of =
    reached && share && share.value !== null
      ? (share.isComparable ? words.card.of : words.card.ofUneven)(
          withUnit(share.whole.value, reached.indicator, locale),
          shareText(share.value, locale),
        )
      : undefined;
  const older = figure && figure.month !== month ? periodText(figure, locale) : undefined;
  const beside =
    nation && nation.value !== null ? words.card.nation(valueText(nation.value, indicator, locale)) : undefined;
  return [[what, of].filter(Boolean).join(' '), older, beside].flatMap((part) => part || []);
}

/** The reason why nothing can be said, where it fits beside the sign; else it stands below the figure. */
function badgeWord(status: IssueCard['headline']['status'], width: number, kit: Kit): string {
  const word = statusText(status, kit);
  return badgeWidth(word) <= width ? word : kit.words.status[status.status];
}

/** Change, how many left the status, and the target, each on lines of its own. */
function footOf(
  { headline, left }: IssueCard,
  width: number,
  kit: Kit,
): { text: string; isQuiet: boolean; most: number }[] {
  const { indicator, change, target, figure, status } = headline;
  const reason = statusText(status, kit);
  const coverage = figure && shortCoverageText(figure, indicator, kit);
  return [
    ...(badgeWidth(reason) > width ? [{ text: reason, isQuiet: false, most: 2 }] : []),
    ...(change ? [{ text: changeText(change, indicator, kit), isQuiet: false, most: 3 }] : []),
    ...(left
      ? [
          {
            text: kit.words.card.left(
              valueText(left.figure.value, left.indicator, kit.locale),
              withinSentence(shortNameOf(left.indicator, kit.locale)),
            ),
            isQuiet: false,
            most: 1,
          },
        ]
      : []),
    ...(coverage ? [{ text: kit.words.card.coverage(coverage), isQuiet: true, most: 1 }] : []),
    { text: targetText(target, indicator, kit), isQuiet: true, most: 2 },
  ];
}

function cardWords(card: IssueCard, kit: Kit): string {
  const { figure, indicator, status } = card.headline;
  const value = figure ? valueText(figure.value, indicator, kit.locale) : kit.words.noData;
  return `${nameOf(card.issue, kit.locale)}: ${[value, ...meaningOf(card, kit), statusText(status, kit), ...footOf(card, Number.POSITIVE_INFINITY, kit).map((each) => each.text)].join(', ')}`;
}
