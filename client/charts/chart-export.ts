import { type ExportCell, type ExportTable, numberCell, textCell } from '#client/lib/table-export/export-table.ts';
import type { ChartCell, ChartColumn, ChartTable } from './chart-table.ts';

/** More digits than any figure has: a number without a format keeps its own. */
const MOST_DECIMALS = 6;

/** The figures of a chart as they go into a file. */
export function chartExport({ columns, rows }: ChartTable): ExportTable {
  return {
    columns: columns.map(({ label }) => ({ header: label, isInstant: false })),
    rows: rows.map((row) => columns.map((column, index) => cellOf(row.cells[index] ?? null, column))),
  };
}

function cellOf(cell: ChartCell, { format, isMonth }: ChartColumn): ExportCell {
  if (typeof cell !== 'number') return isMonth && cell ? { kind: 'month', month: cell } : textCell(cell);
  const decimals = format ? (format.decimals ?? 0) : Number.isInteger(cell) ? 0 : MOST_DECIMALS;
  return numberCell(cell, decimals, format?.percent ?? false);
}
