import { missing, shareText, statusText, valueText } from '#shared/briefing/scene/figure-words.ts';
import type { Kit } from '#shared/briefing/scene/kit.ts';
import { wrapText } from '#shared/briefing/scene/wrap.ts';
import type { IndicatorBrief } from '#shared/figure.ts';
import type { HeatCell } from '#shared/overview.ts';
import { type Status, statuses } from '#shared/status.ts';

/** The share of the path; for a band, which has no path, the figure itself; a dash where nothing can be said. */
export function heatText(cell: HeatCell | undefined, indicator: IndicatorBrief, { locale }: Kit): string {
  if (!cell || cell.status.status === 'no_data') return missing;
  if (cell.status.plannedLow !== null) return valueText(cell.figure?.value ?? null, indicator, locale);
  return cell.status.share === null ? missing : shareText(cell.status.share * 100, locale, 0);
}

/** Why a cell shows no number, on as many lines as there are; the plain word where the reason is too long. */
export function reasonLines(cell: HeatCell | undefined, width: number, maxLines: number, kit: Kit): string[] {
  const type = { size: 20, weight: 400 } as const;
  const plain = kit.words.status[cell?.status.status ?? 'no_data'];
  const reason = wrapText(cell ? statusText(cell.status, kit) : plain, width, type);
  return reason.length <= maxLines ? reason : wrapText(plain, width, type, 1);
}

/** In words, with what a sign means. */
export function heatWords(cell: HeatCell | undefined, indicator: IndicatorBrief, kit: Kit): string {
  const status = cell ? statusText(cell.status, kit) : kit.words.status.no_data;
  const text = heatText(cell, indicator, kit);
  return text === missing ? status : `${text}, ${status}`;
}

/** The statuses that occur, from best on, with their words; a cell that cannot be judged says why itself. */
export function legendOf(cells: readonly (HeatCell | undefined)[], { words }: Kit): { status: Status; word: string }[] {
  const found = new Set(cells.map((cell) => cell?.status.status ?? 'no_data'));
  return statuses
    .filter((status) => found.has(status) && status !== 'no_data')
    .map((status) => ({ status, word: words.status[status] }));
}
