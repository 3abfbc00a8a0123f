import type { FigureChange } from '#shared/briefing/change.ts';
import type { SlideBodyOf } from '#shared/briefing/content.ts';
import { countText, missing, nameOf, shortNameOf, valueText, withMinus } from '#shared/briefing/scene/figure-words.ts';
import { type Area, issueInk, type Kit, momentOf, type Part } from '#shared/briefing/scene/kit.ts';
import { fittedText } from '#shared/briefing/scene/shapes.ts';
import { table } from '#shared/briefing/scene/table.ts';
import { textWidth } from '#shared/briefing/scene/text-metrics.ts';
import { formatMonth } from '#shared/date-format.ts';
import { formatNumber } from '#shared/number-format.ts';

const leastNumber = 130;
const titleRoom = 40;

/** Which figures differ from those of the edition before, by how much, and why. */
export function changes({ since, changes: list }: SlideBodyOf<'changes'>, area: Area, kit: Kit): Part {
  const { words, locale } = kit;
  const title = since ? words.changes.since(countText(since.number, locale), momentOf(since.frozenAt, kit)) : '';
  const below = { ...area, y: area.y + titleRoom, height: area.height - titleRoom };
  const numbers = list.flatMap((change) => [
    valueText(change.before?.value ?? null, change.indicator, locale),
    valueText(change.after?.value ?? null, change.indicator, locale),
    differenceOf(change, kit),
  ]);
  const numberWidth = Math.max(leastNumber, ...numbers.map((number) => textWidth(number, 22, 700))) + 20;
  return {
    items: [
      fittedText(area.x, area.y + 18, title, area.width, { fill: 'muted' }),
      ...table(
        [
          { title: words.changes.figure, width: area.width - 3 * numberWidth + 20 },
          { title: words.changes.before, width: numberWidth, align: 'end' },
          { title: words.changes.after, width: numberWidth, align: 'end' },
          { title: words.changes.difference, width: numberWidth, align: 'end' },
        ],
        list.map((change) => [
          {
            text: figureName(change, kit),
            weight: 700,
            fill: issueInk(change.issueId),
            maxLines: 2,
            below: why(change, kit),
          },
          { text: valueText(change.before?.value ?? null, change.indicator, locale), maxLines: 1 },
          {
            text: valueText(change.after?.value ?? null, change.indicator, locale),
            weight: 700,
            maxLines: 1,
            origin: { indicatorId: change.indicator.id, areaId: change.areaId, month: change.month },
          },
          { text: differenceOf(change, kit), maxLines: 1, fill: 'muted' },
        ]),
        below,
        { more: (count) => words.more(countText(count, locale)), tallest: 110 },
      ),
    ],
  };
}

function figureName({ indicator, areaName, month }: FigureChange, { locale }: Kit): string {
  const name = indicator.isPercentage ? shortNameOf(indicator, locale) : nameOf(indicator, locale);
  return `${name}, ${areaName}, ${formatMonth(month, locale, 'short')}`;
}

function differenceOf({ difference, indicator }: FigureChange, { locale }: Kit): string {
  if (difference === null) return missing;
  return withMinus(formatNumber(difference, { locale, decimals: indicator.decimals, signed: true }));
}

/** The reason the ledger gives; without one, what else changed about the figure. */
function why(change: FigureChange, kit: Kit): string {
  const { words, locale } = kit;
  const [first, ...others] = change.reasons;
  if (first) {
    const rest = others.length > 0 ? ` (${words.changes.moreReasons(countText(others.length, locale))})` : '';
    return words.changes.reason(first.areaName, first.reason) + rest;
  }
  const { before, after } = change;
  if (!before || !after) return words.changes.kind[change.kind];
  const said = [
    before.status !== after.status
      ? words.changes.status(statusOf(before.status, kit), statusOf(after.status, kit))
      : undefined,
    before.target !== after.target
      ? words.changes.target(
          valueText(before.target, change.indicator, locale),
          valueText(after.target, change.indicator, locale),
        )
      : undefined,
    before.held !== after.held || before.expected !== after.expected
      ? words.changes.coverage(`${before.held}/${before.expected}`, `${after.held}/${after.expected}`)
      : undefined,
    before.basis !== after.basis
      ? words.changes.basis(words.changes.bases[before.basis], words.changes.bases[after.basis])
      : undefined,
  ].filter((part) => part !== undefined);
  return said.length > 0 ? said.join(' · ') : words.changes.kind[change.kind];
}

function statusOf(status: NonNullable<FigureChange['before']>['status'], { words }: Kit): string {
  return status === null ? missing : words.status[status];
}
