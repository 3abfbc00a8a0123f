import { groupBy } from '#shared/group-by.ts';
import type { ReportFinding } from '#shared/report/finding.ts';
import { cellKey } from '#shared/report/summary.ts';
import type { CellRef, ReportGrid } from '#shared/report.ts';
import type { ImportPlan, ImportQuestion, PlannedCell } from '#shared/spreadsheet/plan.ts';
import { fateOf } from '#shared/spreadsheet/template-diff.ts';
import type { CellEdit } from './entry-sheet.ts';
import { type Figure, rowFindings, type SheetCell, type SheetRow, sameFigure } from './sheet-row.ts';
import { findingHome } from './use-cell-words.ts';

/** A cell of the report that the paste would change, or would once a question is answered. */
export type PasteChange = {
  planned: PlannedCell;
  cell: SheetCell;
  /** Undefined while a question is open. */
  to: Figure | undefined;
  isRounded: boolean;
  isCorrection: boolean;
  /** What would be found at this cell after the paste. */
  findings: readonly ReportFinding[];
};

export type PasteChanges = {
  changes: PasteChange[];
  waiting: PasteChange[];
  /** As they are already. */
  same: number;
  leftOut: number;
  unreadable: { planned: PlannedCell; cell: SheetCell }[];
  /** Not this person's to change now: handed in, or verified. */
  readOnly: { planned: PlannedCell; cell: SheetCell }[];
  /** Those that still concern a cell that can change. */
  questions: ImportQuestion[];
  /** Changed in the file and, since it was made, in the report: the person chooses. */
  conflicts: PasteConflict[];
};

export type PasteConflict = { planned: PlannedCell; cell: SheetCell; to: Figure; written: Figure };

/** Of a file that the report was written into: what it held then, and what was chosen where both have changed. */
export type Since = {
  written: (ref: CellRef) => Figure;
  choices: Readonly<Record<string, ConflictSide>>;
};
export type ConflictSide = 'file' | 'now';

/** A plan beside the report as it is now. */
export function pasteChanges(
  plan: ImportPlan,
  rows: readonly SheetRow[],
  grid: Pick<ReportGrid, 'indicators' | 'rules' | 'earlierCells'>,
  isEditable: (cell: SheetCell) => boolean,
  since?: Since,
): PasteChanges {
  const cells = new Map(rows.flatMap((row) => [...row.cells.values()].map((cell) => [cell.key, cell] as const)));
  const result: PasteChanges = {
    changes: [],
    waiting: [],
    same: 0,
    leftOut: 0,
    unreadable: [],
    readOnly: [],
    questions: [],
    conflicts: [],
  };
  for (const planned of plan.cells) {
    const cell = cells.get(cellKey(planned));
    if (!cell) continue;
    const { reading } = planned;
    const to = figureOf(planned);
    const isCorrection = cell.server?.status === 'verified';
    const isRounded = reading.kind === 'number' && reading.isRounded;
    const change = { planned, cell, to, isCorrection, isRounded, findings: [] };
    const written = since?.written(cell);
    const fate = written && to ? fateOf(written, cell, to, sameFigure) : undefined;
    if (reading.kind === 'left_out') result.leftOut += 1;
    // What was not changed in the file stays as it is in the report, whatever became of it there.
    else if (fate === 'untouched') continue;
    else if (to && sameFigure(cell, to) && cell.rejected === undefined) result.same += 1;
    else if (!isEditable(cell)) result.readOnly.push({ planned, cell });
    else if (reading.kind === 'unreadable') result.unreadable.push({ planned, cell });
    else if (!to) result.waiting.push(change);
    else if (written && fate === 'conflict') {
      result.conflicts.push({ planned, cell, to, written });
      if (since?.choices[cell.key] === 'file') result.changes.push(change);
    } else result.changes.push(change);
  }
  addFindings(result.changes, rows, grid);
  result.questions = plan.questions.filter(
    (each) =>
      each.about === 'match' ||
      each.cells.some((planned) => {
        const cell = cells.get(cellKey(planned));
        return cell !== undefined && isEditable(cell);
      }),
  );
  return result;
}

function figureOf({ reading }: PlannedCell): Figure | undefined {
  if (reading.kind === 'number') return { kind: 'number', value: reading.scaled };
  if (reading.kind === 'not_reported' || reading.kind === 'not_applicable') return { kind: reading.kind, value: null };
  return undefined;
}

/** The findings of each changed row as the whole paste would leave it. */
function addFindings(
  changes: PasteChange[],
  rows: readonly SheetRow[],
  grid: Pick<ReportGrid, 'indicators' | 'rules' | 'earlierCells'>,
): void {
  const byArea = groupBy(changes, ({ cell }) => cell.areaId);
  for (const row of rows) {
    const ofRow = byArea.get(row.area.id);
    if (!ofRow) continue;
    const after = new Map<string, SheetCell>(row.cells);
    for (const { cell, to } of ofRow) if (to) after.set(cell.indicatorId, { ...cell, ...to });
    const findings = rowFindings(grid, row.area.id, after);
    for (const change of ofRow) {
      change.findings = findings.filter((finding) => findingHome(finding, grid.rules) === change.cell.indicatorId);
    }
  }
}

export function editsOf(changes: readonly PasteChange[]): CellEdit[] {
  return changes.flatMap(({ cell, to }) =>
    to ? [{ key: cell.key, figure: to, seenVersion: cell.server?.version ?? 0 }] : [],
  );
}
