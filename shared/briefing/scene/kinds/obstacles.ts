import type { SlideBodyOf } from '#shared/briefing/content.ts';
import { countText } from '#shared/briefing/scene/figure-words.ts';
import { type Area, issueInk, type Kit, type Part } from '#shared/briefing/scene/kit.ts';
import type { SceneItem } from '#shared/briefing/scene/scene.ts';
import { fittedText, lines, rect } from '#shared/briefing/scene/shapes.ts';
import { wrapText } from '#shared/briefing/scene/wrap.ts';
import { criticalItems } from './critical-figures.ts';
import { heading, issueNamesOf, lateHeight, lateItems, quietLine } from './late-reports.ts';
import { type FieldNews, metaOf } from './small-wins.ts';

type Obstacles = SlideBodyOf<'obstacles'>;

const gutter = 48;
const headRoom = 36;
const lineHeight = 26;
const newsGap = 18;

/** What is critical beside bad news from the field and the reports that are missing. */
export function obstacles(body: Obstacles, area: Area, kit: Kit): Part {
  const width = (area.width - gutter) / 2;
  const right = { ...area, x: area.x + width + gutter, width };
  const names = issueNamesOf(
    body.critical.map(({ issue }) => issue),
    kit,
  );
  const lateList = body.lateReports.length === 0 ? 30 : lateHeight(body.lateReports, width, names, kit);
  const lateWanted = headRoom + lateList;
  // The reports get what they need up to half, or more where the news leaves it; the news gets the rest.
  const newsWanted = newsHeight(body.items, width, 0);
  const lateRoom = Math.min(lateWanted, Math.max(right.height / 2, right.height - newsWanted - 10));
  const news = newsItems(body.items, { ...right, height: right.height - lateRoom - 10 }, kit);
  const late = { ...right, y: news.bottom + 10, height: area.y + area.height - news.bottom - 10 };
  return {
    items: [
      ...criticalItems(body.critical, { ...area, width }, kit),
      ...news.items,
      heading(late.x, late.y + 22, kit.words.obstacles.late, width),
      ...(body.lateReports.length === 0
        ? [quietLine(late.x, late.y + 56, kit.words.obstacles.noneLate)]
        : lateItems(body.lateReports, { ...late, y: late.y + headRoom, height: late.height - headRoom }, names, kit)),
    ],
  };
}

function titleOf(item: FieldNews, width: number): string[] {
  return wrapText(item.title, width - 20, { size: 22, weight: 700 }, 2);
}

/** With so many lines of each story. */
function newsHeight(items: readonly FieldNews[], width: number, storyLines: number): number {
  const own = items.map((item) => itemHeight(item, width, storyLines));
  return headRoom + (items.length === 0 ? 36 : own.reduce((sum, height) => sum + height, 0));
}

function itemHeight(item: FieldNews, width: number, storyLines: number): number {
  const story = Math.min(storyLines, wrapText(item.story, width - 20, { size: 20, weight: 400 }).length);
  return (titleOf(item, width).length + 1 + story) * lineHeight + newsGap;
}

/** As many as there is room for, with as much of their stories as that leaves; the heading counts the others. */
function newsItems(news: readonly FieldNews[], area: Area, kit: Kit): { items: SceneItem[]; bottom: number } {
  const { words, locale } = kit;
  let count = news.length;
  while (count > 1 && newsHeight(news.slice(0, count), area.width, 0) > area.height) count -= 1;
  const shown = news.slice(0, count);
  const storyLines = [3, 2, 1].find((each) => newsHeight(shown, area.width, each) <= area.height) ?? 0;
  const title =
    count < news.length
      ? words.obstacles.someField(countText(count, locale), countText(news.length, locale))
      : words.obstacles.field;
  const items: SceneItem[] = [heading(area.x, area.y + 22, title, area.width)];
  if (news.length === 0) items.push(quietLine(area.x, area.y + headRoom + 22, words.obstacles.noneField));
  let y = area.y + headRoom;
  for (const item of shown) {
    items.push(...newsItem(item, { ...area, y, height: itemHeight(item, area.width, storyLines) }, storyLines, kit));
    y += itemHeight(item, area.width, storyLines);
  }
  return { items, bottom: news.length === 0 ? area.y + newsHeight(news, area.width, 0) : y };
}

function newsItem(item: FieldNews, box: Area, storyLines: number, kit: Kit): SceneItem[] {
  const left = box.x + 20;
  const width = box.width - 20;
  const title = titleOf(item, box.width);
  const story = storyLines === 0 ? [] : wrapText(item.story, width, { size: 20, weight: 400 }, storyLines);
  const first = box.y + 22;
  const metaY = first + title.length * lineHeight;
  return [
    rect(box.x, box.y + 4, 6, box.height - newsGap + 2, { fill: issueInk(item.issueId), radius: 3 }),
    ...lines(left, first, title, lineHeight, { size: 22, weight: 700 }),
    fittedText(left, metaY, metaOf(item, kit), width, { fill: 'muted' }),
    ...lines(left, metaY + lineHeight, story, lineHeight),
  ];
}
