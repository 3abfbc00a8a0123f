import { countText } from '#shared/briefing/scene/figure-words.ts';
import { type Area, issueInk, type Kit } from '#shared/briefing/scene/kit.ts';
import type { SceneItem } from '#shared/briefing/scene/scene.ts';
import { fittedText, line, rect, text } from '#shared/briefing/scene/shapes.ts';
import { badgeHeight, badgeWidth, statusBadge } from '#shared/briefing/scene/status-badge.ts';
import { ellipsise } from '#shared/briefing/scene/wrap.ts';
import { groupBy } from '#shared/group-by.ts';
import type { LateReport } from '#shared/overview.ts';
import type { Status } from '#shared/status.ts';

export const lateRow = 46;

/** Who has not handed in, the latest first; what has no room is counted. */
export function lateItems(reports: readonly LateReport[], area: Area, kit: Kit): SceneItem[] {
  const sorted = reports.toSorted((a, b) => b.daysLate - a.daysLate);
  const fitting = Math.max(1, Math.floor(area.height / lateRow));
  const shown = sorted.length <= fitting ? sorted : sorted.slice(0, fitting - 1);
  const left = sorted.length - shown.length;
  return [
    ...shown.flatMap((report, index) => reportItems(report, { ...area, y: area.y + index * lateRow }, kit)),
    ...(left > 0
      ? [
          fittedText(
            area.x,
            area.y + shown.length * lateRow + 30,
            kit.words.more(countText(left, kit.locale)),
            area.width,
            { fill: 'muted' },
          ),
        ]
      : []),
  ];
}

function reportItems(report: LateReport, row: Area, kit: Kit): SceneItem[] {
  const { status, word } = badgeOf(report, kit);
  const badge = Math.min(badgeWidth(word), row.width * 0.62);
  const shown = ellipsise(word, badge - 47, { size: 20, weight: 700 });
  const own = badgeWidth(shown);
  const nameRoom = row.width - own - 40;
  return [
    rect(row.x, row.y + 12, 6, 22, { fill: issueInk(report.issueId), radius: 3 }),
    fittedText(row.x + 18, row.y + 30, report.agencyAbbr, nameRoom, {}),
    ...statusBadge(status, shown, row.x + row.width - own, row.y + (lateRow - badgeHeight) / 2, own + 1).items,
    line([
      [row.x, row.y + lateRow - 1],
      [row.x + row.width, row.y + lateRow - 1],
    ]),
  ];
}

function badgeOf(
  { state, daysLate, returnedCells }: LateReport,
  { locale, words }: Kit,
): { status: Status; word: string } {
  if (state === 'returned') return { status: 'attention', word: words.late.returned(countText(returnedCells, locale)) };
  if (daysLate > 0) return { status: 'critical', word: words.late.days(countText(daysLate, locale)) };
  return { status: 'no_data', word: words.late.notYet };
}

/** Reports by issue, to say in words. */
export function lateWords(reports: readonly LateReport[], kit: Kit): string[] {
  return [...groupBy(reports, ({ agencyAbbr }) => agencyAbbr)].map(
    ([agency, own]) => `${agency}: ${own.map((report) => `${report.issueId} ${badgeOf(report, kit).word}`).join(', ')}`,
  );
}

export function heading(x: number, y: number, words: string, width: number): SceneItem {
  return fittedText(x, y, words, width, { size: 22, weight: 700 });
}

export function quietLine(x: number, y: number, words: string): SceneItem {
  return text(x, y, words, { fill: 'muted' });
}
