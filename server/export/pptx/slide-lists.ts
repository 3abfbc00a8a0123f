import type { SlideBodyOf } from '#shared/briefing/content.ts';
import {
  countText,
  nameOf,
  shareText,
  shortNameOf,
  statusText,
  valueText,
  withUnit,
} from '#shared/briefing/scene/figure-words.ts';
import { issueInk, type Kit, momentOf } from '#shared/briefing/scene/kit.ts';
import { formatDate, formatMonth } from '#shared/date-format.ts';
import { formatNumber } from '#shared/number-format.ts';
import type { LateReport } from '#shared/overview.ts';
import { type Canvas, type Cell, tableSize } from './canvas.ts';
import { completenessChart } from './slide-charts.ts';
import { head, statusCell } from './slide-figures.ts';
import { body as bodyBox, bodyTop, hex, page } from './template.ts';
import { fileWords } from './words.ts';

/** What an edition calls the issues. */
export type IssueNames = ReadonlyMap<string, string>;

/** A table shows so many rows and says how many more there are; all of them are in the workbook of the edition. */
function shortened<Row>(rows: readonly Row[], most: number, kit: Kit): { shown: readonly Row[]; more: string } {
  if (rows.length <= most) return { shown: rows, more: '' };
  return { shown: rows.slice(0, most), more: kit.words.more(countText(rows.length - most, kit.locale)) };
}

function moreNote(canvas: Canvas, more: string, x: number = page.margin, w: number = page.contentWidth): void {
  canvas.text(more, { x, y: 6.3, w, h: 0.28 }, { size: 12, color: hex('muted') });
}

function clipped(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

export function smallWinsSlide(canvas: Canvas, { items }: SlideBodyOf<'small_wins'>): void {
  const { kit } = canvas;
  const words = fileWords[kit.locale];
  const pictured = items.filter((item) => item.pictureSha256 !== null).slice(0, 2);
  const drawn = pictured.filter((item, index) =>
    canvas.picture(item.pictureSha256, item.pictureAlt || item.title, {
      x: 9.6,
      y: bodyTop + index * 2.3,
      w: 3.13,
      h: 2.15,
    }),
  );
  const room = drawn.length > 0 ? 8.7 : page.contentWidth;
  const { shown, more } = shortened(items, 5, kit);
  canvas.table(
    [
      head(words.date, words.news, words.area, words.claim),
      ...shown.map((item): Cell[] => [
        { text: formatDate(item.date, kit.locale, 'short') },
        {
          text: `${item.title}${item.story.trim() === '' ? '' : `\n${clipped(item.story.trim().replace(/\s+/gu, ' '), 140)}`}`,
        },
        { text: clipped(item.areas.map((area) => area.name).join(', '), 60) },
        { text: claimText(item, kit) },
      ]),
    ],
    bodyBox,
    [1.2, room - 4.9, 1.6, 2.1],
    Math.min(15, tableSize(shown.length)),
  );
  moreNote(canvas, more);
}

function claimText({ claim }: SlideBodyOf<'small_wins'>['items'][number], kit: Kit): string {
  if (!claim) return '';
  const wins = kit.words.wins;
  const claimed = withUnit(claim.claimed, claim.indicator, kit.locale);
  if (claim.held === null) return wins.unheld(claimed);
  return claim.differs
    ? wins.differs(claimed, withUnit(claim.held, claim.indicator, kit.locale))
    : `${claimed}: ${wins.matches}`;
}

export function obstaclesSlide(
  canvas: Canvas,
  { critical, items, lateReports }: SlideBodyOf<'obstacles'>,
  issueNames: IssueNames,
): void {
  const { kit } = canvas;
  const words = kit.words.obstacles;
  const column = (index: number) => ({ x: page.margin + index * 4.13, w: 3.87 });
  const titled = (index: number, title: string, none: string, rows: Cell[][], widths: number[], more: string) => {
    const box = { ...column(index), y: bodyTop, h: 0.4 };
    canvas.text(title, box, { size: 16, bold: true });
    if (rows.length === 0) canvas.text(none, { ...box, y: bodyTop + 0.5 }, { size: 13, color: hex('muted') });
    // The first row is styled as a head; here every row is a line of the list.
    canvas.table(
      rows.map((row) => row.map((cell) => ({ bold: false, color: hex('ink'), ...cell }))),
      { ...box, y: bodyTop + 0.45 },
      widths,
      12,
    );
    moreNote(canvas, more, box.x, box.w);
  };
  const bad = shortened(critical, 8, kit);
  titled(
    0,
    words.critical,
    words.noneCritical,
    bad.shown.map(({ area, indicator, figure, status }): Cell[] => [
      { text: `${area.name}\n${shortNameOf(indicator, kit.locale)}`, bold: true },
      {
        text: `${valueText(figure?.value ?? null, indicator, kit.locale)}${status.share === null ? '' : `\n${words.ofPath(shareText(status.share * 100, kit.locale, 0))}`}`,
      },
      statusCell(status, kit),
    ]),
    [1.6, 1.25, 1.02],
    bad.more,
  );
  const news = shortened(items, 6, kit);
  titled(
    1,
    words.field,
    words.noneField,
    news.shown.map((item): Cell[] => [
      { text: formatDate(item.date, kit.locale, 'short') },
      { text: `${item.title}\n${clipped(item.areas.map((area) => area.name).join(', '), 50)}` },
    ]),
    [1.1, 2.77],
    news.more,
  );
  const late = shortened(lateReports, 8, kit);
  titled(
    2,
    words.late,
    words.noneLate,
    late.shown.map((report): Cell[] => [
      { text: report.agencyAbbr, bold: true },
      { text: issueNames.get(report.issueId) ?? report.issueId, color: hex(issueInk(report.issueId)) },
      { text: lateText(report, kit) },
    ]),
    [1.35, 1.22, 1.3],
    late.more,
  );
}

function lateText({ state, daysLate, returnedCells }: LateReport, kit: Kit): string {
  const words = kit.words.late;
  const overdue = daysLate > 0 ? words.days(countText(daysLate, kit.locale)) : '';
  if (state === 'returned')
    return [words.returned(countText(returnedCells, kit.locale)), overdue].filter(Boolean).join(', ');
  return overdue || words.notYet;
}

export function completenessSlide(canvas: Canvas, body: SlideBodyOf<'completeness'>, issueNames: IssueNames): void {
  const { kit } = canvas;
  const words = kit.words.completeness;
  const chart = completenessChart(body, kit);
  if (chart) canvas.chart(chart, { x: page.margin, y: bodyTop, w: 7.4, h: 4.5 });
  const { total, lateReports } = body;
  if (total?.dueDate)
    canvas.text(
      words.due(formatDate(total.dueDate, kit.locale)),
      { x: 8.3, y: bodyTop, w: 4.43, h: 0.3 },
      { size: 14, color: hex('muted') },
    );
  const { shown, more } = shortened(lateReports, 8, kit);
  if (shown.length > 0) {
    canvas.table(
      [
        head(fileWords[kit.locale].agency, fileWords[kit.locale].issue, kit.words.obstacles.late),
        ...shown.map((report): Cell[] => [
          { text: report.agencyAbbr, bold: true },
          { text: issueNames.get(report.issueId) ?? report.issueId, color: hex(issueInk(report.issueId)) },
          { text: lateText(report, kit) },
        ]),
      ],
      { x: 8.3, y: bodyTop + 0.35, w: 4.43, h: 4 },
      [1.5, 1.4, 1.53],
      12,
    );
  } else canvas.text(kit.words.obstacles.noneLate, { x: 8.3, y: bodyTop + 0.5, w: 4.43, h: 0.4 }, { size: 14 });
  moreNote(canvas, more, 8.3, 4.43);
}

export function actionItemsSlide(canvas: Canvas, { items }: SlideBodyOf<'action_items'>): void {
  const { kit } = canvas;
  const words = kit.words.actions;
  const { shown, more } = shortened(items, 7, kit);
  canvas.table(
    [
      head(words.text, words.owner, words.due, words.state, fileWords[kit.locale].figure),
      ...shown.map((item): Cell[] => [
        { text: clipped(item.text, 150) },
        { text: item.ownerAbbr, bold: true },
        {
          text: `${formatDate(item.dueDate, kit.locale, 'short')}${item.daysLate > 0 ? `\n${words.overdue(countText(item.daysLate, kit.locale))}` : ''}`,
          ...(item.daysLate > 0 ? { color: hex('status-critical-fg'), bold: true } : {}),
        },
        { text: words.states[item.state] },
        { text: followedText(item, kit) },
      ]),
    ],
    bodyBox,
    [4.6, 1.5, 1.7, 1.3, 3.03],
    Math.min(15, tableSize(shown.length)),
  );
  moreNote(canvas, more);
}

function followedText({ figure }: SlideBodyOf<'action_items'>['items'][number], kit: Kit): string {
  if (!figure) return '';
  const at = ({ value, month }: { value: number | null; month: string }) =>
    `${valueText(value, figure, kit.locale)} (${formatMonth(month, kit.locale, 'short')})`;
  const words = kit.words.actions;
  const moved = figure.moved === null ? '' : `: ${words.moved[figure.moved]}`;
  return `${words.figure(nameOf(figure, kit.locale), figure.areaName, at(figure.before), figure.now ? at(figure.now) : kit.words.noData)}${moved}`;
}

export function changesSlide(canvas: Canvas, { changes, since }: SlideBodyOf<'changes'>): void {
  const { kit } = canvas;
  const words = kit.words.changes;
  if (since)
    canvas.text(
      words.since(countText(since.number, kit.locale), momentOf(since.frozenAt, kit)),
      { ...bodyBox, h: 0.3 },
      { size: 14, color: hex('muted') },
    );
  const { shown, more } = shortened(changes, 7, kit);
  if (shown.length === 0) {
    canvas.text(kit.words.empty.changes().title, { ...bodyBox, y: bodyTop + 0.6, h: 0.6 }, { size: 20 });
    return;
  }
  canvas.table(
    [
      head(words.figure, words.before, words.after, words.difference, fileWords[kit.locale].why),
      ...shown.map((change): Cell[] => [
        {
          text: `${shortNameOf(change.indicator, kit.locale)}, ${change.areaName}\n${formatMonth(change.month, kit.locale)} · ${words.kind[change.kind]}`,
        },
        { text: sideText(change, change.before, kit), align: 'right' },
        { text: sideText(change, change.after, kit), align: 'right', bold: true },
        { text: differenceText(change, kit), align: 'right' },
        { text: reasonsText(change, kit) },
      ]),
    ],
    { ...bodyBox, y: bodyTop + 0.35 },
    [3.9, 1.7, 1.7, 1.6, 3.23],
    Math.min(15, tableSize(shown.length)),
  );
  moreNote(canvas, more);
}

type Change = SlideBodyOf<'changes'>['changes'][number];

function sideText({ indicator }: Change, side: Change['before'], kit: Kit): string {
  if (!side) return kit.words.noData;
  const status = side.status === null ? '' : `\n${statusText({ status: side.status, reason: null }, kit)}`;
  return `${valueText(side.value, indicator, kit.locale)}${status}`;
}

function differenceText({ difference, indicator, isPercentagePoint }: Change, kit: Kit): string {
  if (difference === null) return '';
  const amount = formatNumber(difference, { locale: kit.locale, decimals: indicator.decimals, signed: true });
  return isPercentagePoint ? kit.words.points(amount) : amount;
}

function reasonsText({ reasons }: Change, kit: Kit): string {
  const [first, ...others] = reasons;
  if (!first) return '';
  const told = kit.words.changes.reason(first.areaName, clipped(first.reason, 90));
  return others.length === 0
    ? told
    : `${told} (${kit.words.changes.moreReasons(countText(others.length, kit.locale))})`;
}
