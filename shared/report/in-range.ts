import type { EntryState } from '#shared/entry.ts';
import { cellKey, findingsOf, type SummaryInput } from '#shared/report/summary.ts';
import type { CellRef } from '#shared/report.ts';

/** How far a figure may move in a month and still be verified without a look, in per cent of last month's. */
export const defaultInRangePercent = 20;

/**
 * Whether a submitted cell moved little enough: the same kind as last month and, for numbers, at most `percent` of last
 * month's figure away (exact, in scaled integers). A figure without a verified predecessor is always looked at, and so is
 * a correction: two figures that nobody has looked at do not vouch for each other.
 */
export function isWithinRange(
  cell: EntryState,
  previous: Pick<EntryState, 'kind' | 'value' | 'status'> | undefined,
  percent: number,
): boolean {
  if (cell.verifiedKind !== null || previous?.status !== 'verified' || cell.kind !== previous.kind) return false;
  if (cell.value === null || previous.value === null) return true;
  return Math.abs(cell.value - previous.value) * 100 <= Math.abs(previous.value) * percent;
}

/**
 * The submitted cells that may be verified in bulk: within range of last month, within the plausible range and in no
 * finding, not even an explained one.
 */
export function cellsInRange(input: SummaryInput, percent: number): { inRange: CellRef[]; toLookAt: CellRef[] } {
  const previous = new Map(input.previousCells.map((cell) => [cellKey(cell), cell]));
  const questioned = new Set(
    findingsOf(input).flatMap(({ areaId, indicatorIds }) =>
      indicatorIds.map((indicatorId) => cellKey({ indicatorId, areaId })),
    ),
  );
  const inRange: CellRef[] = [];
  const toLookAt: CellRef[] = [];
  for (const cell of input.cells) {
    if (cell.status !== 'submitted') continue;
    const key = cellKey(cell);
    const isFine = !questioned.has(key) && isWithinRange(cell, previous.get(key), percent);
    (isFine ? inRange : toLookAt).push({ indicatorId: cell.indicatorId, areaId: cell.areaId });
  }
  return { inRange, toLookAt };
}
