import { useLocale } from '#client/i18n/use-locale.ts';
import { DataTable } from '#client/ui/data-table.tsx';
import { formatMonth } from '#shared/date-format.ts';
import type { Locale } from '#shared/locale.ts';
import type { ChartCell, ChartRow, ChartTable } from './chart-table.ts';

type TableViewProps = { caption: string; table: ChartTable };

/** The figures of a chart as a table that can be sorted. */
export function TableView({ caption, table }: TableViewProps) {
  const locale = useLocale();
  const columns = table.columns.map((column, index) => ({
    key: column.key,
    header: column.label,
    align: isNumeric(table, index) ? ('right' as const) : ('left' as const),
    format: column.format,
    value: (row: ChartRow) => row.cells[index],
    render: column.isMonth ? (row: ChartRow) => monthName(row.cells[index], locale) : undefined,
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

function monthName(cell: ChartCell | undefined, locale: Locale): string {
  return typeof cell === 'string' ? formatMonth(cell, locale) : '';
}

function isNumeric(table: ChartTable, column: number): boolean {
  return table.rows.some((row) => typeof row.cells[column] === 'number');
}
