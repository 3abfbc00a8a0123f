import { DataTable } from '#client/ui/data-table.tsx';
import type { ChartRow, ChartTable } from './chart-table.ts';

type TableViewProps = { caption: string; table: ChartTable };

/** The figures of a chart as a table that can be sorted. */
export function TableView({ caption, table }: TableViewProps) {
  const columns = table.columns.map((column, index) => ({
    key: column.key,
    header: column.label,
    align: isNumeric(table, index) ? ('right' as const) : ('left' as const),
    format: column.format,
    value: (row: ChartRow) => row.cells[index],
    // Months sort by the calendar, not by their names.
    sortValue: column.key === 'month' ? (row: ChartRow) => row.key : undefined,
  }));
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={columns}
      rows={table.rows}
      rowKey={(row) => row.key}
      maxHeight="24rem"
      stickyFirstColumn
    />
  );
}

function isNumeric(table: ChartTable, column: number): boolean {
  return table.rows.some((row) => typeof row.cells[column] === 'number');
}
