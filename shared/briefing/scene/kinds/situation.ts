import type { SlideBodyOf } from '#shared/briefing/content.ts';
import {
  changeText,
  missing,
  nameOf,
  originOf,
  periodText,
  shareText,
  shortNameOf,
  statusText,
  targetText,
  unitOf,
  valueText,
  withUnit,
} from '#shared/briefing/scene/figure-words.ts';
import { type Area, issueInk, type Kit, type Part } from '#shared/briefing/scene/kit.ts';
import type { SceneItem } from '#shared/briefing/scene/scene.ts';
import { lines, rect, text } from '#shared/briefing/scene/shapes.ts';
import { sparkline } from '#shared/briefing/scene/sparkline.ts';
import { badgeHeight, statusBadge } from '#shared/briefing/scene/status-badge.ts';
import { fitText, wrapText } from '#shared/briefing/scene/wrap.ts';
import type { IssueCard } from '#shared/overview.ts';

const gap = 14;
const inset = 14;
const body20 = { size: 20, weight: 400 } as const;
const lineHeight = 24;

/** The issues side by side: how much, of how many, which way it moves, whether that is enough. */
export function situation({ cards }: SlideBodyOf<'situation'>, area: Area, kit: Kit): Part {
  const count = Math.max(cards.length, 3);
  const width = (area.width - gap * (count - 1)) / count;
  return {
    items: cards.flatMap((card, index) => cardItems(card, { ...area, x: area.x + index * (width + gap), width }, kit)),
    words: cards.map((card) => cardWords(card, kit)),
  };
}

function cardItems(card: IssueCard, box: Area, kit: Kit): SceneItem[] {
  const { headline, issue, sparkline: spark } = card;
  const { indicator, figure, status } = headline;
  const left = box.x + inset;
  const width = box.width - 2 * inset;
  const name = wrapText(nameOf(issue, kit.locale), width, { size: 20, weight: 700 }, 2);
  const value = figure ? valueText(figure.value, indicator, kit.locale) : missing;
  const number = fitText(
    value,
    width,
    700,
    [44, 38, 34, 30].map((size) => ({ size, maxLines: 1 })),
  );
  const foot = wrapText(footWords(card, kit), width, body20, 4);
  const footTop = box.y + box.height - 14 - (foot.length - 1) * lineHeight;
  const badgeTop = footTop - 24 - badgeHeight;
  const numberY = box.y + 34 + 24 + 52;
  const meaning = wrapText(meaningOf(card, kit), width, body20, 4);
  // The sparkline takes what is left, and gives way where there is too little.
  const meaningRoom = Math.floor((badgeTop - numberY - 16) / lineHeight);
  const shownMeaning =
    meaning.length <= meaningRoom ? meaning : wrapText(meaningOf(card, kit), width, body20, Math.max(1, meaningRoom));
  const sparkTop = numberY + 12 + shownMeaning.length * lineHeight + 8;
  const sparkHeight = badgeTop - 10 - sparkTop;
  return [
    rect(box.x, box.y, box.width, box.height, { fill: 'soft', stroke: 'line', radius: 10 }),
    rect(box.x, box.y, box.width, 8, { fill: issueInk(issue.id), radius: 4 }),
    ...lines(left, box.y + 34, name, 24, { weight: 700, fill: issueInk(issue.id) }),
    text(left, numberY, number.lines[0] ?? value, { size: number.size, weight: 700, origin: originOf(figure) }),
    ...lines(left, numberY + 30, shownMeaning, lineHeight, { fill: 'muted' }),
    ...(sparkHeight >= 30
      ? sparkline(
          spark.points,
          spark.planned,
          { x: left, y: sparkTop, width, height: Math.min(sparkHeight, 110) },
          issueInk(issue.id),
        )
      : []),
    ...statusBadge(status.status, statusText(status, kit), left, badgeTop, width).items,
    ...lines(left, footTop, foot, lineHeight),
  ];
}

/** What the large number counts: "anak diintervensi, dari 16.377 anak (55,5 %)". */
function meaningOf({ headline, reached, nation }: IssueCard, kit: Kit): string {
  const { locale, words, month } = kit;
  const { indicator, figure } = headline;
  const what = indicator.isPercentage
    ? shortNameOf(indicator, locale)
    : words.card.count(unitOf(indicator, locale), shortNameOf(indicator, locale).toLowerCase());
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
  return [[what, of].filter(Boolean).join(' '), older, beside].filter(Boolean).join(' · ');
}

function footWords({ headline, left }: IssueCard, kit: Kit): string {
  const { indicator, change, target } = headline;
  const parts = [
    change && changeText(change, indicator, kit),
    left &&
      kit.words.card.left(
        valueText(left.figure.value, left.indicator, kit.locale),
        shortNameOf(left.indicator, kit.locale).toLowerCase(),
      ),
    targetText(target, indicator, kit),
  ];
  return parts.filter(Boolean).join(' · ');
}

function cardWords(card: IssueCard, kit: Kit): string {
  const { figure, indicator, status } = card.headline;
  const value = figure ? valueText(figure.value, indicator, kit.locale) : kit.words.noData;
  return `${nameOf(card.issue, kit.locale)}: ${[value, meaningOf(card, kit), statusText(status, kit), footWords(card, kit)].join(', ')}`;
}
