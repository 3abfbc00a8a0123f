import { type CellState, cellState, type EntryKind, type EntryState, entryTransitions } from '#shared/entry.ts';
import { checkCells } from '#shared/report/check-cells.ts';
import type { ReportFinding } from '#shared/report/finding.ts';
import { cellKey } from '#shared/report/summary.ts';
import type { CellComment, GridArea, GridCell, PreviousCell, ReportGrid } from '#shared/report.ts';
import type { CellSaveState } from './cell-save.ts';

export type Figure = { kind: EntryKind; value: number | null };

/** One cell as the person sees it: the server's cell with what has been typed since. */
export type SheetCell = Figure & {
  key: string;
  indicatorId: string;
  areaId: string;
  areaName: string;
  /** The newest that is known of the server; undefined for a cell that was never touched. */
  server: GridCell | undefined;
  state: CellState;
  save: CellSaveState;
  /** Typed text that could not be taken as a number yet. */
  rejected: string | undefined;
  note: string | null;
  source: string | null;
  reason: string | null;
  previous: PreviousCell | undefined;
  comments: readonly CellComment[];
};

export type SheetRow = {
  area: GridArea;
  /** By indicator; a column without one is not collected in this area. */
  cells: ReadonlyMap<string, SheetCell>;
  findings: readonly ReportFinding[];
  /** Cells that hold a number or are said not to apply. */
  answered: number;
};

export const untouched: Figure = { kind: 'not_reported', value: null };

export function sameFigure(a: Figure, b: Figure): boolean {
  return a.kind === b.kind && a.value === b.value;
}

export type CellParts = {
  area: GridArea;
  indicatorId: string;
  server: GridCell | undefined;
  save: CellSaveState;
  rejected: string | undefined;
  previous: PreviousCell | undefined;
  comments: readonly CellComment[];
};

export function sheetCell(parts: CellParts): SheetCell {
  const { area, indicatorId, server, save, rejected, previous, comments } = parts;
  const change = 'change' in save ? save.change : undefined;
  const figure: Figure = change ?? server ?? untouched;
  return {
    key: cellKey({ indicatorId, areaId: area.id }),
    indicatorId,
    areaId: area.id,
    areaName: area.name,
    kind: figure.kind,
    value: figure.value,
    server,
    state: stateAfter(server, change),
    save,
    rejected,
    note: change?.note === undefined ? (server?.note ?? null) : change.note,
    source: change?.source === undefined ? (server?.source ?? null) : change.source,
    reason: change?.reason === undefined ? (server?.reason ?? null) : change.reason,
    previous,
    comments,
  };
}

function stateAfter(server: GridCell | undefined, change: (Figure & { reason?: string | null }) | undefined) {
  if (!change) return cellState(server);
  const saved = entryTransitions.save(server, change);
  const fallback: EntryState = { ...change, status: 'draft', verifiedKind: null, verifiedValue: null };
  return cellState(saved.ok ? saved.state : (server ?? fallback));
}

/** Findings of one row, with the same function that the server decides with. */
export function rowFindings(
  grid: Pick<ReportGrid, 'indicators' | 'rules' | 'earlierCells'>,
  areaId: string,
  cells: ReadonlyMap<string, Figure & { reason?: string | null; previous?: PreviousCell | undefined }>,
): ReportFinding[] {
  return checkCells({
    areaId,
    indicators: grid.indicators,
    rules: grid.rules,
    cell: (indicatorId) => cells.get(indicatorId),
    previous: (indicatorId) => cells.get(indicatorId)?.previous,
    earlier: (indicatorId) =>
      grid.earlierCells.find((each) => each.indicatorId === indicatorId && each.areaId === areaId),
  });
}

export function sheetRow(grid: ReportGrid, area: GridArea, cells: ReadonlyMap<string, SheetCell>): SheetRow {
  return {
    area,
    cells,
    findings: rowFindings(grid, area.id, cells),
    answered: [...cells.values()].filter((cell) => cell.kind !== 'not_reported').length,
  };
}
