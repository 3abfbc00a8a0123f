import type { ReportGrid } from '#shared/report.ts';
import { cellTone, findingsAt } from './cell-status.ts';
import type { GridColumn } from './grid-columns.ts';
import type { SheetCell, SheetRow } from './sheet-row.ts';

export type CardOrder = {
  all: readonly string[];
  /** Cells that can be typed in, in the order of the cards. */
  fields: readonly string[];
  empty: readonly string[];
  /** Cells with something to be read: a finding, a conflict, a return, a text that is no figure. */
  flagged: readonly string[];
};

/** Areas all of whose cells are answered. */
export function completeAreas(rows: readonly SheetRow[]): number {
  return rows.filter((row) => row.answered === row.cells.size).length;
}

export function isFlagged(cell: SheetCell, row: SheetRow, rules: ReportGrid['rules']): boolean {
  return cellTone(cell, findingsAt(row, cell.indicatorId, rules)) !== 'none' || cell.save.phase === 'failed';
}

export function cardOrder(
  rows: readonly SheetRow[],
  columns: readonly GridColumn[],
  rules: ReportGrid['rules'],
  isEditable: (cell: SheetCell) => boolean,
): CardOrder {
  const cells = rows.flatMap((row) =>
    columns.flatMap((column) => {
      const cell = column.kind === 'figure' ? row.cells.get(column.indicator.id) : undefined;
      return cell ? [{ cell, row }] : [];
    }),
  );
  const keys = (held: (entry: { cell: SheetCell; row: SheetRow }) => boolean) =>
    cells.filter(held).map(({ cell }) => cell.key);
  return {
    all: keys(() => true),
    fields: keys(({ cell }) => isEditable(cell)),
    empty: keys(({ cell }) => isEditable(cell) && cell.kind === 'not_reported' && cell.rejected === undefined),
    flagged: keys(({ cell, row }) => isFlagged(cell, row, rules)),
  };
}

/** The first of `wanted` behind the cell where the person is, else from the beginning. */
export function nextAfter(
  order: readonly string[],
  wanted: readonly string[],
  here: string | undefined,
): string | undefined {
  const at = here === undefined ? -1 : order.indexOf(here);
  const places = new Map(order.map((key, index) => [key, index]));
  return wanted.find((key) => (places.get(key) ?? -1) > at) ?? wanted.find((key) => key !== here) ?? wanted[0];
}
