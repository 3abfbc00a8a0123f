import writeXlsxFile, { type CellObject, type Row } from 'write-excel-file/browser';
import { type ExportCell, type ExportContext, type ExportTable, headOf, wallClock } from './export-table.ts';

export interface Workbook {
  table: ExportTable;
  /** Name of the sheet with the table. */
  sheet: string;
  /** What the table is, a line each; on a second sheet of that name. */
  about: { sheet: string; lines: readonly { label: string; text: string }[] };
}

const headLook = { fontWeight: 'bold', backgroundColor: '#e9eef5', wrap: true, alignVertical: 'top' } as const;
const MAX_TEXT = 32_767;
const MAX_SHEET_NAME = 31;

/** A workbook with real numbers and dates: it sorts, sums and filters in any language of the spreadsheet. */
export function toXlsx({ table, sheet, about }: Workbook, context: ExportContext): Promise<Blob> {
  const head: Row = table.columns.map((column) => ({ ...textOf(headOf(column, context)), ...headLook }));
  const aboutRows: Row[] = about.lines.map(({ label, text }) => [
    { ...textOf(label), fontWeight: 'bold', alignVertical: 'top' },
    { ...textOf(text), wrap: true, alignVertical: 'top' },
  ]);
  const sheets = sheetNames(sheet, about.sheet);
  return writeXlsxFile([
    {
      sheet: sheets.table,
      data: [head, ...table.rows.map((row) => row.map((cell) => cellObject(cell, context)))],
      columns: table.columns.map((_, index) => ({ width: widthOf(table, index, context) })),
      stickyRowsCount: 1,
    },
    { sheet: sheets.about, data: aboutRows, columns: [{ width: 24 }, { width: 80 }] },
  ]).toBlob();
}

function cellObject(cell: ExportCell, context: ExportContext): CellObject | null {
  switch (cell?.kind) {
    case undefined:
      return null;
    case 'text':
      return { ...textOf(cell.text), wrap: true, alignVertical: 'top' };
    case 'number':
      return numberObject(cell.value, cell.decimals, cell.percent);
    case 'date':
      return dateObject(cell.date, 'd mmm yyyy');
    case 'month':
      return dateObject(`${cell.month}-01`, 'mmm yyyy');
    case 'instant':
      // A sheet knows no time zones: it gets the time that the clock on the wall shows.
      return dateObject(wallClock(cell.at, context).replace(' ', 'T'), 'd mmm yyyy hh:mm');
  }
}

function numberObject(value: number, decimals: number, percent: boolean): CellObject {
  const places = decimals === 0 ? '' : `.${'0'.repeat(decimals)}`;
  if (!percent) return { value, type: Number, format: `#,##0${places}`, alignVertical: 'top' };
  // 35.4 / 100 is 0.35399999999999998 in binary: the digits that were read are kept instead.
  return { value: Number((value / 100).toPrecision(15)), type: Number, format: `0${places}%`, alignVertical: 'top' };
}

function dateObject(iso: string, format: string): CellObject {
  const utc = iso.length === 10 ? `${iso}T00:00Z` : `${iso}Z`;
  return { value: new Date(utc), type: Date, format, align: 'left', alignVertical: 'top' };
}

/** A text as a sheet can hold it. It is a text for good: one that starts with `=` is never run. */
function textOf(text: string): CellObject {
  const whole = text
    .replaceAll('\r\n', '\n')
    // A sheet reads `_x0041_` as an escaped character.
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  const value = whole.length > MAX_TEXT ? `${whole.slice(0, MAX_TEXT - 1)}…` : whole;
  // The writer looks texts up in a plain object, which already knows `constructor` and its like.
  return { value: value in {} ? `${value} ` : value, type: String };
}

const SIDE = 2;
const MIN_WIDTH = 9;
const MAX_WIDTH = 60;

/** As wide as its longest line of text, in characters, within reason. */
function widthOf({ columns, rows }: ExportTable, index: number, context: ExportContext): number {
  const column = columns[index];
  const head = column ? headOf(column, context).length : 0;
  // A heading may take two lines before it widens its column.
  const longest = rows.reduce((width, row) => Math.max(width, lengthOf(row[index] ?? null)), Math.ceil(head / 2));
  return Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, longest + SIDE));
}

function lengthOf(cell: ExportCell): number {
  switch (cell?.kind) {
    case undefined:
      return 0;
    case 'text':
      return Math.max(...cell.text.split('\n').map((line) => line.length));
    case 'number':
      return Math.ceil(Math.trunc(Math.abs(cell.value)).toString().length * 1.34) + cell.decimals + 3;
    case 'date':
      return 12;
    case 'month':
      return 9;
    case 'instant':
      return 18;
  }
}

/** Names that a workbook takes: short, without the signs of a reference, and not the same twice. */
function sheetNames(table: string, about: string): { table: string; about: string } {
  const name = table
    .replace(/[[\]/\\:*?\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, MAX_SHEET_NAME)
    .replace(/^['\s]+|['\s]+$/g, '');
  const isTaken = name === '' || name.toLowerCase() === about.toLowerCase();
  return { table: isTaken ? 'Data' : name, about };
}
