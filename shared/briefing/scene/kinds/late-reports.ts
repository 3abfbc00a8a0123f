import { countText, nameOf } from '#shared/briefing/scene/figure-words.ts';
import { type Area, issueInk, type Kit } from '#shared/briefing/scene/kit.ts';
import type { SceneItem } from '#shared/briefing/scene/scene.ts';
import { fittedText, line, text } from '#shared/briefing/scene/shapes.ts';
import { badgeHeight, badgeWidth, statusBadge } from '#shared/briefing/scene/status-badge.ts';
import { textWidth } from '#shared/briefing/scene/text-metrics.ts';
import { ellipsise, wrapText } from '#shared/briefing/scene/wrap.ts';
import { groupBy } from '#shared/group-by.ts';
import type { IssueId } from '#shared/indicator.ts';
import type { LateReport } from '#shared/overview.ts';
import type { Status } from '#shared/status.ts';

/** Issues by name; those who are late are late with one of them. */
type IssueNames = Readonly<Record<IssueId, string>>;

/** As the slide names them where it does. */
export function issueNamesOf(
  issues: readonly { id: IssueId; nameId: string; nameEn: string }[],
  { words, locale }: Kit,
): IssueNames {
  return { ...words.issue, ...Object.fromEntries(issues.map((issue) => [issue.id, nameOf(issue, locale)])) };
}

/** An agency with the issues for which the same is to be said of it. */
interface LateRow {
  agency: string;
  issues: IssueId[];
  status: Status;
  word: string;
}

const lineHeight = 25;
const rowInset = 10;
const lowRow = 43;
const moreHeight = 32;

/** How high the list is when all of it is shown. */
export function lateHeight(reports: readonly LateReport[], width: number, names: IssueNames, kit: Kit): number {
  return rowsOf(reports, kit).reduce((sum, row) => sum + laid(row, width, names, kit).height, 0);
}

/** Who has not handed in what, the latest first; reports for which there is no room are counted. */
export function lateItems(reports: readonly LateReport[], area: Area, names: IssueNames, kit: Kit): SceneItem[] {
  const rows = rowsOf(reports, kit);
  const set = rows.map((row) => ({ row, ...laid(row, area.width, names, kit) }));
  const isAll = set.reduce((sum, { height }) => sum + height, 0) <= area.height;
  const items: SceneItem[] = [];
  let y = area.y;
  let left = reports.length;
  for (const { row, height, draw } of set) {
    if (y + height > area.y + area.height - (isAll ? 0 : moreHeight)) break;
    items.push(...draw(area.x, y));
    y += height;
    left -= row.issues.length;
  }
  const more = kit.words.more(countText(left, kit.locale));
  return left === 0 ? items : [...items, fittedText(area.x, y + 26, more, area.width, { fill: 'muted' })];
}

/** One row for an agency that is as late with one issue as with another; what never came in first, the latest first. */
function rowsOf(reports: readonly LateReport[], kit: Kit): LateRow[] {
  const sorted = reports.toSorted(
    (a, b) => Number(a.state === 'returned') - Number(b.state === 'returned') || b.daysLate - a.daysLate,
  );
  const groups = groupBy(sorted, (report) =>
    JSON.stringify([report.agencyId, report.agencyAbbr, badgeOf(report, kit)]),
  );
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    const issues = own.map(({ issueId }) => issueId);
    return first ? [{ agency: first.agencyAbbr, issues, ...badgeOf(first, kit) }] : [];
  });
}

/** The agency and its issues on one line where there is room, else the issues below. */
function laid(row: LateRow, width: number, names: IssueNames, kit: Kit) {
  const badge = ellipsise(row.word, Math.min(badgeWidth(row.word), width * 0.5) - 47, { size: 20, weight: 700 });
  const own = badgeWidth(badge);
  const room = width - own - 18;
  const issues = row.issues.map((id) => ({ id, name: names[id] }));
  const listed = issues.map(({ name }) => name).join(kit.words.listComma);
  const isLow = textWidth(row.agency, 20, 700) + 14 + textWidth(listed, 20, 400) <= room;
  const agency = isLow ? [row.agency] : wrapText(row.agency, room, { size: 20, weight: 700 }, 2);
  const below = isLow ? [] : wrapText(listed, room, { size: 20, weight: 400 }, 2);
  const height = isLow ? lowRow : (agency.length + below.length) * lineHeight + rowInset;
  // Several issues on wrapped lines have no colour of their own.
  const [only] = issues;
  const ink = issues.length === 1 && only ? issueInk(only.id) : 'muted';
  return {
    height,
    draw: (x: number, y: number): SceneItem[] => {
      const first = isLow ? y + 28 : y + 23;
      return [
        ...agency.map((words, index) => text(x, first + index * lineHeight, words, { weight: 700 })),
        ...(isLow
          ? besideItems(issues, x + textWidth(row.agency, 20, 700) + 14, first, kit)
          : below.map((words, index) => text(x, first + (agency.length + index) * lineHeight, words, { fill: ink }))),
        ...statusBadge(row.status, badge, x + width - own, y + (height - badgeHeight) / 2, own + 1).items,
        line([
          [x, y + height - 1],
          [x + width, y + height - 1],
        ]),
      ];
    },
  };
}

function besideItems(issues: readonly { id: IssueId; name: string }[], x: number, y: number, kit: Kit): SceneItem[] {
  let at = x;
  return issues.map(({ id, name }, index) => {
    const words = index < issues.length - 1 ? `${name}${kit.words.listComma.trimEnd()}` : name;
    const item = text(at, y, words, { fill: issueInk(id) });
    at += textWidth(`${words} `, 20, 400);
    return item;
  });
}

function badgeOf(
  { state, daysLate, returnedCells }: LateReport,
  { locale, words }: Kit,
): { status: Status; word: string } {
  if (state === 'returned') return { status: 'attention', word: words.late.returned(countText(returnedCells, locale)) };
  if (daysLate > 0) return { status: 'critical', word: words.late.days(countText(daysLate, locale)) };
  return { status: 'no_data', word: words.late.notYet };
}

/** Reports by agency, to say in words. */
export function lateWords(reports: readonly LateReport[], names: IssueNames, kit: Kit): string[] {
  return [...groupBy(reports, ({ agencyAbbr }) => agencyAbbr)].map(
    ([agency, own]) =>
      `${agency}: ${own.map((report) => `${names[report.issueId]} ${badgeOf(report, kit).word}`).join(kit.words.listComma)}`,
  );
}

export function heading(x: number, y: number, words: string, width: number): SceneItem {
  return fittedText(x, y, words, width, { size: 22, weight: 700 });
}

export function quietLine(x: number, y: number, words: string): SceneItem {
  return text(x, y, words, { fill: 'muted' });
}
