import type { SlideBodyOf } from '#shared/briefing/content.ts';
import { countText, fittingValue, originOf, shareText, shortNameOf } from '#shared/briefing/scene/figure-words.ts';
import { type Area, issueInk, type Kit, type Part } from '#shared/briefing/scene/kit.ts';
import type { SceneItem } from '#shared/briefing/scene/scene.ts';
import { fittedText, line, lines, rect, text } from '#shared/briefing/scene/shapes.ts';
import { statusIcon } from '#shared/briefing/scene/status-badge.ts';
import { textWidth } from '#shared/briefing/scene/text-metrics.ts';
import { wrapText } from '#shared/briefing/scene/wrap.ts';
import { heading, lateItems, lateRow, quietLine } from './late-reports.ts';
import { metaOf } from './small-wins.ts';

type Obstacles = SlideBodyOf<'obstacles'>;

const gutter = 48;
const criticalRow = 62;
const tallestRow = 82;
const newsRow = 112;

/** What is critical beside bad news from the field and the reports that are missing. */
export function obstacles(body: Obstacles, area: Area, kit: Kit): Part {
  const width = (area.width - gutter) / 2;
  const right = { ...area, x: area.x + width + gutter, width };
  const lateCount = body.lateReports.length;
  const newsCount = body.items.length;
  const wanted = Math.max(1, newsCount) * (newsCount === 0 ? 40 : newsRow) + 40;
  const lateWanted = Math.max(1, lateCount) * lateRow + 46;
  // Both lists get what they need; where that is too much, the reports keep two rows at least.
  const newsHeight =
    wanted + lateWanted <= right.height
      ? wanted
      : Math.min(wanted, Math.max(right.height / 2, right.height - lateWanted));
  return {
    items: [
      ...criticalItems(body, { ...area, width }, kit),
      ...newsItems(body, { ...right, height: newsHeight - 16 }, kit),
      heading(right.x, right.y + newsHeight + 22, kit.words.obstacles.late, width),
      ...(lateCount === 0
        ? [quietLine(right.x, right.y + newsHeight + 56, kit.words.obstacles.noneLate)]
        : lateItems(
            body.lateReports,
            { ...right, y: right.y + newsHeight + 34, height: right.height - newsHeight - 34 },
            kit,
          )),
    ],
  };
}

function criticalItems({ critical }: Obstacles, area: Area, kit: Kit): SceneItem[] {
  const top = area.y + 36;
  const fitting = Math.max(1, Math.floor((area.height - 36) / criticalRow));
  const shown = critical.length <= fitting ? critical : critical.slice(0, fitting - 1);
  const left = critical.length - shown.length;
  const step = Math.min(tallestRow, (area.height - 36 - (left > 0 ? 34 : 0)) / Math.max(1, shown.length));
  return [
    heading(area.x, area.y + 22, kit.words.obstacles.critical, area.width),
    ...(critical.length === 0 ? [quietLine(area.x, top + 24, kit.words.obstacles.noneCritical)] : []),
    ...shown.flatMap((each, index) => criticalRowItems(each, { ...area, y: top + index * step, height: step }, kit)),
    ...(left > 0
      ? [quietLine(area.x, top + shown.length * step + 28, kit.words.more(countText(left, kit.locale)))]
      : []),
  ];
}

function criticalRowItems(each: Obstacles['critical'][number], row: Area, kit: Kit): SceneItem[] {
  const { figure, indicator, status, area, issue } = each;
  const middle = row.y + row.height / 2;
  const value = fittingValue(figure?.value ?? null, indicator, row.width * 0.4, { size: 24, weight: 700 }, kit.locale);
  const width = textWidth(value, 24, 700);
  const share =
    status.share === null || status.share < 0
      ? ''
      : kit.words.obstacles.ofPath(shareText(status.share * 100, kit.locale, 0));
  const shareWidth = Math.max(width, textWidth(share, 20, 400));
  const room = row.width - 40 - shareWidth - 20;
  return [
    ...statusIcon('critical', row.x + 13, middle, 26, 'status-critical', 'paper'),
    fittedText(row.x + 40, middle - 4, area.name, room, { size: 22, weight: 700 }),
    fittedText(
      row.x + 40,
      middle + 22,
      `${issue[kit.locale === 'en' ? 'nameEn' : 'nameId']} · ${shortNameOf(indicator, kit.locale)}`,
      room,
      { fill: issueInk(issue.id) },
    ),
    text(row.x + row.width, middle - 4, value, { size: 24, weight: 700, anchor: 'end', origin: originOf(figure) }),
    ...(share === ''
      ? []
      : [text(row.x + row.width, middle + 22, share, { fill: 'status-critical-fg', anchor: 'end' })]),
    line([
      [row.x, row.y + row.height - 1],
      [row.x + row.width, row.y + row.height - 1],
    ]),
  ];
}

function newsItems({ items }: Obstacles, area: Area, kit: Kit): SceneItem[] {
  const top = area.y + 36;
  const fitting = Math.max(1, Math.floor((area.height - 24) / newsRow));
  const shown = items.length <= fitting ? items : items.slice(0, Math.max(1, fitting));
  const left = items.length - shown.length;
  const title =
    left > 0
      ? `${kit.words.obstacles.field} (${kit.words.more(countText(left, kit.locale))})`
      : kit.words.obstacles.field;
  return [
    heading(area.x, area.y + 22, title, area.width),
    ...(items.length === 0 ? [quietLine(area.x, top + 22, kit.words.obstacles.noneField)] : []),
    ...shown.flatMap((item, index) => {
      const y = top + index * newsRow;
      const rows = wrapText(item.title, area.width - 20, { size: 22, weight: 700 }, 2);
      const metaY = y + 24 + rows.length * 27;
      return [
        rect(area.x, y + 6, 6, newsRow - 20, { fill: issueInk(item.issueId), radius: 3 }),
        ...lines(area.x + 20, y + 24, rows, 27, { size: 22, weight: 700 }),
        fittedText(area.x + 20, metaY, metaOf(item, kit), area.width - 20, { fill: 'muted' }),
        ...(rows.length === 1 ? [fittedText(area.x + 20, metaY + 26, item.story, area.width - 20, {})] : []),
      ];
    }),
  ];
}
