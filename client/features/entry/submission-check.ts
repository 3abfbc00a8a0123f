import { figuresOf } from '#client/lib/outbox/outbox-steps.ts';
import type { EntryState } from '#shared/entry.ts';
import { cellKey, type SummarisedCell, type SummaryInput, summarizeReport } from '#shared/report/summary.ts';
import type { CellRef, ReportGrid, ReportSummary } from '#shared/report.ts';
import type { SheetSnapshot } from './entry-sheet.ts';
import type { Figure, SheetCell } from './sheet-row.ts';

/** A cell with what was typed in it since, as the server would have it after the save. */
function afterSave(cell: SheetCell): SummarisedCell | undefined {
  const { server, indicatorId, areaId, kind, value, reason } = cell;
  const hasChange = 'change' in cell.save;
  if (!server && !hasChange) return undefined;
  const status: EntryState['status'] = hasChange ? 'draft' : (server?.status ?? 'draft');
  return {
    indicatorId,
    areaId,
    kind,
    value,
    status,
    verifiedKind: server?.verifiedKind ?? null,
    verifiedValue: server?.verifiedValue ?? null,
    reason,
  };
}

export function summaryInput(grid: ReportGrid, snapshot: SheetSnapshot): SummaryInput {
  return {
    areas: grid.areas,
    indicators: grid.indicators,
    rules: grid.rules,
    cells: snapshot.rows.flatMap((row) => [...row.cells.values()].flatMap((cell) => afterSave(cell) ?? [])),
    previousCells: grid.previousCells,
    earlierCells: grid.earlierCells,
  };
}

/** What a submission would find now, with what is still on its way to the server. */
export function checkSubmission(grid: ReportGrid, snapshot: SheetSnapshot): ReportSummary {
  return summarizeReport(summaryInput(grid, snapshot));
}

/** The figures that the person hands in: those of the server with what was typed since. */
export function figuresSeen(grid: ReportGrid, snapshot: SheetSnapshot): string {
  const cells = new Map<string, CellRef & Figure>(grid.cells.map((cell) => [cellKey(cell), cell]));
  for (const row of snapshot.rows) for (const cell of row.cells.values()) cells.set(cell.key, cell);
  return figuresOf(cells.values());
}

/** Cells whose typed value the server will not take as it is: nothing is submitted before they are settled. */
export function unsettledCells(snapshot: SheetSnapshot): SheetCell[] {
  const phases: readonly SheetCell['save']['phase'][] = ['refused', 'conflict'];
  return snapshot.rows.flatMap((row) =>
    [...row.cells.values()].filter((cell) => cell.rejected !== undefined || phases.includes(cell.save.phase)),
  );
}
