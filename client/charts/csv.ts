import type { Locale } from '#shared/locale.ts';
import type { ChartCell, ChartColumn, ChartTable } from './chart-table.ts';

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * CSV that the spreadsheet of that language opens without an import dialogue: semicolons and decimal commas in
 * Indonesian, commas and points in English. Numbers have no thousands separators, a missing figure is an empty cell.
 */
export function toCsv(table: ChartTable, locale: Locale): string {
  const separator = locale === 'id' ? ';' : ',';
  const lines = [
    table.columns.map((column) => quote(column.label, separator)),
    ...table.rows.map((row) => row.cells.map((cell, index) => cellText(cell, table.columns[index], locale, separator))),
  ];
  return `${BYTE_ORDER_MARK}${lines.map((line) => line.join(separator)).join('\r\n')}\r\n`;
}

function cellText(cell: ChartCell, column: ChartColumn | undefined, locale: Locale, separator: string): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return quote(cell, separator);
  const plain = cell.toLocaleString('en-US', {
    useGrouping: false,
    maximumFractionDigits: column?.format?.decimals ?? 6,
  });
  return locale === 'id' ? plain.replace('.', ',') : plain;
}

function quote(text: string, separator: string): string {
  // A text that starts like a formula would be run by the spreadsheet that opens it.
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
