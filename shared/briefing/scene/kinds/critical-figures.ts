import type { SlideBodyOf } from '#shared/briefing/content.ts';
import {
  countText,
  fittingValue,
  nameOf,
  originOf,
  shareText,
  shortNameOf,
} from '#shared/briefing/scene/figure-words.ts';
import { type Area, issueInk, type Kit } from '#shared/briefing/scene/kit.ts';
import type { SceneItem } from '#shared/briefing/scene/scene.ts';
import { fittedText, line, text } from '#shared/briefing/scene/shapes.ts';
import { statusIcon } from '#shared/briefing/scene/status-badge.ts';
import { textWidth } from '#shared/briefing/scene/text-metrics.ts';
import { groupBy } from '#shared/group-by.ts';
import { heading, quietLine } from './late-reports.ts';

type Critical = SlideBodyOf<'obstacles'>['critical'][number];

const headRoom = 34;
const groupRoom = 34;
const leastRow = 36;
const tallestRow = 54;
const moreRoom = 32;

/** Figures that are critical under their indicator: those of the province first, then the furthest from the path. */
export function criticalItems(critical: readonly Critical[], area: Area, kit: Kit): SceneItem[] {
  const title = heading(area.x, area.y + 22, kit.words.obstacles.critical, area.width);
  if (critical.length === 0)
    return [title, quietLine(area.x, area.y + headRoom + 26, kit.words.obstacles.noneCritical)];
  const sorted = critical.toSorted((a, b) => rankOf(a) - rankOf(b) || shareOf(a) - shareOf(b));
  const room = area.height - headRoom;
  let count = sorted.length;
  while (count > 1 && leastHeight(sorted.slice(0, count)) > room - (count < sorted.length ? moreRoom : 0)) count -= 1;
  const groups = groupsOf(sorted.slice(0, count));
  const left = sorted.length - count;
  const rowsRoom = room - groups.length * groupRoom - (left > 0 ? moreRoom : 0);
  const step = Math.min(tallestRow, rowsRoom / count);
  const items: SceneItem[] = [title];
  let y = area.y + headRoom;
  for (const rows of groups) {
    const [first] = rows;
    if (first) items.push(groupHead(first, { ...area, y }, kit));
    y += groupRoom;
    for (const row of rows) {
      items.push(...rowItems(row, { ...area, y, height: step }, kit));
      y += step;
    }
  }
  const more = kit.words.more(countText(left, kit.locale));
  return left > 0 ? [...items, quietLine(area.x, y + 26, more)] : items;
}

function rankOf({ area }: Critical): number {
  return area.level === 'province' || area.level === 'nation' ? 0 : 1;
}

/** Without a share nobody knows how far it is: it comes last. */
function shareOf({ status }: Critical): number {
  return status.share ?? Number.MAX_VALUE;
}

function groupsOf(sorted: readonly Critical[]): Critical[][] {
  return [...groupBy(sorted, ({ issue, indicator }) => `${issue.id} ${indicator.id}`).values()];
}

function leastHeight(shown: readonly Critical[]): number {
  return shown.length * leastRow + groupsOf(shown).length * groupRoom;
}

function groupHead({ issue, indicator }: Critical, row: Area, { locale }: Kit): SceneItem {
  const words = `${nameOf(issue, locale)} · ${shortNameOf(indicator, locale)}`;
  return fittedText(row.x, row.y + 25, words, row.width, { weight: 700, fill: issueInk(issue.id) });
}

function rowItems({ figure, indicator, status, area }: Critical, row: Area, kit: Kit): SceneItem[] {
  const middle = row.y + row.height / 2;
  const right = row.x + row.width;
  const share =
    status.share === null || status.share < 0
      ? ''
      : kit.words.obstacles.ofPath(shareText(status.share * 100, kit.locale, 0));
  // Shares stand in a column of their own; a long one takes what it needs.
  const shareWidth = Math.max(150, textWidth(share, 20, 400) + 16);
  const type = { size: 22, weight: 700 } as const;
  const value = fittingValue(figure?.value ?? null, indicator, row.width * 0.3, type, kit.locale);
  const valueRight = right - shareWidth;
  const room = valueRight - textWidth(value, type.size, type.weight) - 16 - (row.x + 34);
  return [
    ...statusIcon('critical', row.x + 12, middle, 24, 'status-critical', 'paper'),
    fittedText(row.x + 34, middle + 8, area.name, room, { size: 22 }),
    text(valueRight, middle + 8, value, { ...type, anchor: 'end', origin: originOf(figure) }),
    ...(share === '' ? [] : [text(right, middle + 8, share, { fill: 'status-critical-fg', anchor: 'end' })]),
    line([
      [row.x, row.y + row.height - 1],
      [right, row.y + row.height - 1],
    ]),
  ];
}
