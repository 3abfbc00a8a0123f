import type { BriefedActionItem, FollowedFigure } from '#shared/action-item-brief.ts';
import type { SlideBodyOf } from '#shared/briefing/content.ts';
import { countText, nameOf, valueText } from '#shared/briefing/scene/figure-words.ts';
import type { Area, Kit, Part } from '#shared/briefing/scene/kit.ts';
import { badgeWidth } from '#shared/briefing/scene/status-badge.ts';
import { table } from '#shared/briefing/scene/table.ts';
import { formatDate } from '#shared/date-format.ts';
import type { Status } from '#shared/status.ts';

/** What was agreed: who, until when, how late; and whether the figure it was about has moved. */
export function actionItems({ items }: SlideBodyOf<'action_items'>, area: Area, kit: Kit): Part {
  const { words, locale } = kit;
  const sorted = items.toSorted(
    (a, b) =>
      Number(isClosed(a)) - Number(isClosed(b)) || b.daysLate - a.daysLate || a.dueDate.localeCompare(b.dueDate, 'en'),
  );
  const states = sorted.map((item) => stateOf(item, kit));
  const stateWidth = Math.min(280, Math.max(120, ...states.map(({ word }) => badgeWidth(word)))) + 20;
  const [ownerWidth, dueWidth] = [200, 170];
  return {
    items: table(
      [
        { title: words.actions.text, width: area.width - ownerWidth - dueWidth - stateWidth + 20 },
        { title: words.actions.owner, width: ownerWidth },
        { title: words.actions.due, width: dueWidth },
        { title: words.actions.state, width: stateWidth },
      ],
      sorted.map((item, index) => [
        { text: item.text, weight: 700, maxLines: 2, below: item.figure ? figureText(item.figure, kit) : undefined },
        { text: item.ownerAbbr, maxLines: 2 },
        { text: formatDate(item.dueDate, locale, 'short'), maxLines: 1 },
        { badge: states[index] },
      ]),
      area,
      { more: (count) => words.more(countText(count, locale)), tallest: 100 },
    ),
  };
}

function isClosed({ state }: BriefedActionItem): boolean {
  return state === 'done' || state === 'dropped';
}

function stateOf({ state, daysLate }: BriefedActionItem, { words, locale }: Kit): { status: Status; word: string } {
  if (daysLate > 0) return { status: 'critical', word: words.actions.overdue(countText(daysLate, locale)) };
  const status = { open: 'no_data', in_progress: 'on_track', done: 'achieved', dropped: 'no_data' } as const;
  return { status: status[state], word: words.actions.states[state] };
}

/** "Kembali sekolah, Sulawesi Barat: 669, kini 791 (membaik)". */
function figureText(figure: FollowedFigure, { locale, words }: Kit): string {
  const before = valueText(figure.before.value, figure, locale);
  const now = valueText(figure.now?.value ?? null, figure, locale);
  const said = words.actions.figure(nameOf(figure, locale), figure.areaName, before, now);
  if (figure.now !== null && !figure.isComparable) return `${said} (${words.actions.notComparable})`;
  return figure.moved === null ? said : `${said} (${words.actions.moved[figure.moved]})`;
}
