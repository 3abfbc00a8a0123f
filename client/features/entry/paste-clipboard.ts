import type { Dialect } from '#shared/spreadsheet/cell-form.ts';
import { parseDelimited } from '#shared/spreadsheet/delimited.ts';
import type { RawCell } from '#shared/spreadsheet/read-cells.ts';
import type { ClipboardContent } from './paste-block.ts';

export type PastedSheet = {
  cells: RawCell[][];
  /** Rows and columns that the spreadsheet hides; they are not among the cells. */
  hiddenRows: number;
  hiddenColumns: number;
  /** Cells that cover several places. */
  mergedCells: number;
  /** Where rows and columns stand in the file, where some of it are not among the cells; counted from 0. */
  places?: { rows: readonly number[]; columns: readonly number[] };
};

/** The number that a spreadsheet shows beside the row. */
export function rowNumber({ places }: PastedSheet, row: number): number {
  return (places?.rows[row] ?? row) + 1;
}

export function columnPlace({ places }: PastedSheet, column: number): number {
  return places?.columns[column] ?? column;
}

/** The cells of a copied range: from its table, which tells numbers from texts, else from the text alone. */
export function readClipboard({ html, text }: ClipboardContent): PastedSheet {
  const sheet = html.includes('<t') ? readTable(html) : undefined;
  if (sheet && sheet.cells.length > 0) return trimmed(sheet);
  const cells = parseDelimited(text).map((row) => row.map((each) => ({ text: each })));
  return trimmed({ cells, hiddenRows: 0, hiddenColumns: 0, mergedCells: 0 });
}

function trimmed(sheet: PastedSheet): PastedSheet {
  const last = sheet.cells.findLastIndex((row) => row.some(({ text }) => text.trim() !== ''));
  return { ...sheet, cells: sheet.cells.slice(0, last + 1) };
}

function readTable(html: string): PastedSheet | undefined {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const table = page.querySelector('table');
  if (!table) return undefined;
  const dialect = displayedDialect(page);
  const sheet: PastedSheet = { cells: [], hiddenRows: 0, hiddenColumns: 0, mergedCells: 0 };
  const hidden = hiddenColumns(table);
  /** Cells of earlier rows that reach into this one, by column. */
  let reaching = new Map<number, { rows: number; cell: RawCell }>();
  for (const row of table.rows) {
    const cells: RawCell[] = [];
    const next = new Map<number, { rows: number; cell: RawCell }>();
    const takeReaching = () => {
      for (let above = reaching.get(cells.length); above; above = reaching.get(cells.length)) {
        if (above.rows > 1) next.set(cells.length, { rows: above.rows - 1, cell: above.cell });
        cells.push(above.cell);
      }
    };
    for (const element of row.cells) {
      takeReaching();
      if (isHidden(element) && !isHidden(row)) hidden.add(cells.length);
      const cell = readCell(element, dialect);
      const { colSpan, rowSpan } = element;
      if (colSpan > 1 || rowSpan > 1) sheet.mergedCells += 1;
      // The name of a regency beside its districts holds for each of them; a figure stands where it stands.
      const below: RawCell = /\p{Letter}/u.test(cell.text) ? { text: cell.text } : { text: '' };
      for (let index = 0; index < colSpan; index += 1) {
        if (rowSpan > 1) next.set(cells.length, { rows: rowSpan - 1, cell: index === 0 ? below : { text: '' } });
        cells.push(index === 0 ? cell : { text: '' });
      }
    }
    takeReaching();
    reaching = next;
    if (isHidden(row)) sheet.hiddenRows += 1;
    else sheet.cells.push(cells);
  }
  const isVisible = (_: RawCell, column: number) => !hidden.has(column);
  return { ...sheet, hiddenColumns: hidden.size, cells: sheet.cells.map((cells) => cells.filter(isVisible)) };
}

function hiddenColumns(table: HTMLTableElement): Set<number> {
  const columns = [...table.querySelectorAll('col')].flatMap((column) => Array<Element>(column.span).fill(column));
  return new Set(columns.flatMap((column, index) => (isHidden(column) ? [index] : [])));
}

function isHidden(element: Element): boolean {
  return /display:\s*none/i.test(element.getAttribute('style') ?? '');
}

function readCell(element: HTMLTableCellElement, dialect: Dialect | undefined): RawCell {
  const value = numberBehind(element);
  const text = textOf(element);
  // Excel aligns a real number to the right; a text that looks like one has no such mark.
  const isNumber = element.getAttribute('align')?.toLowerCase() === 'right';
  return { text, ...(value !== undefined && { value }), ...(isNumber && dialect && { dialect }) };
}

/** Line breaks of the source are spaces; those of the cell are `<br>`. */
function textOf(element: HTMLTableCellElement): string {
  for (const br of element.querySelectorAll('br')) br.replaceWith('\u2028');
  return (element.textContent ?? '')
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/ ?\u2028 ?/g, '\n')
    .trim();
}

/** The number behind the cell: LibreOffice and old Excel write it beside the text, Google Sheets as well. */
function numberBehind(element: HTMLTableCellElement): number | undefined {
  const written = element.getAttribute('sdval') ?? element.getAttribute('x:num');
  // Never grouped; its decimal sign is that of LibreOffice's language.
  if (written && /^-?\d*(?:[.,]\d+)?$/.test(written)) return Number(written.replace(',', '.'));
  const google = element.getAttribute('data-sheets-value');
  if (google === null) return undefined;
  try {
    const parsed: unknown = JSON.parse(google);
    if (typeof parsed !== 'object' || parsed === null) return undefined;
    const { 1: type, 3: number }: { 1?: unknown; 3?: unknown } = parsed;
    return type === 3 && typeof number === 'number' ? number : undefined;
  } catch {
    return undefined;
  }
}

/** Excel says which signs it shows numbers with. */
function displayedDialect(page: Document): Dialect | undefined {
  const styles = [...page.querySelectorAll('style')].map(({ textContent }) => textContent ?? '').join('\n');
  const decimal = /mso-displayed-decimal-separator:\s*"\\?(.)"/.exec(styles)?.[1];
  const thousand = /mso-displayed-thousand-separator:\s*"\\?(.)"/.exec(styles)?.[1];
  if (decimal === thousand) return undefined;
  return decimal === ',' ? 'comma' : decimal === '.' ? 'point' : undefined;
}
