import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One line of a CSV file by its column names; an empty cell is ''. */
export type CsvRow = Record<string, string>;

/**
 * Reads comma-separated text (RFC 4180: quotes, doubled quotes, commas and line breaks inside quotes).
 * @throws RangeError when a line has more or fewer cells than the header
 */
export function parseCsv(text: string): CsvRow[] {
  const [header = [], ...lines] = splitCells(text.replace(/^\uFEFF/, ''));
  return lines.map((cells, index) => {
    if (cells.length !== header.length) throw new RangeError(`CSV line ${index + 2} has ${cells.length} cells`);
    return Object.fromEntries(header.map((name, column) => [name, cells[column] ?? '']));
  });
}

function splitCells(text: string): string[][] {
  const lines: string[][] = [];
  let cells: string[] = [];
  // A cell in quotes or a bare one, and what ends it.
  for (const match of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    const [whole, quoted, bare, end] = match;
    if (whole === '' && cells.length === 0) break;
    cells.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'));
    if (end !== ',') {
      if (cells.length > 1 || cells[0] !== '') lines.push(cells);
      cells = [];
      if (end === '') break;
    }
  }
  return lines;
}

const referenceFolder = new URL('./reference/', import.meta.url);

/**
 * A reference file of one place: `'ID'` for the nation, else a province's code. No rows where the place has no such file.
 */
export function readReference(place: string, name: string): CsvRow[] {
  const path = fileURLToPath(new URL(`${place}/${name}.csv`, referenceFolder));
  return existsSync(path) ? parseCsv(readFileSync(path, 'utf8')) : [];
}

/** The cell's text. @throws RangeError when the file has no such column or the cell is empty */
export function required(row: CsvRow, column: string): string {
  const text = row[column];
  if (text === undefined || text === '') throw new RangeError(`CSV column ${column} is empty`);
  return text;
}

/** The cell's text, or null when it is empty. */
export function optional(row: CsvRow, column: string): string | null {
  return row[column] || null;
}

/** A whole number, or null when the cell is empty: an empty cell is never 0. */
export function optionalInteger(row: CsvRow, column: string): number | null {
  const text = row[column];
  if (text === undefined || text === '') return null;
  if (!/^-?\d+$/.test(text)) throw new RangeError(`CSV column ${column} is not a whole number: ${text}`);
  return Number(text);
}

/**
 * A decimal such as '2901.704' as a whole number of its last decimal (2901704 for 3 decimals), or null when empty.
 * Works on the digits, so that no binary fraction can creep in.
 * @throws RangeError when the text is no number or has more decimals than can be kept
 */
export function scaledDecimal(text: string, decimals: number): number | null {
  if (text === '') return null;
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  const fraction = match?.[3]?.replace(/0+$/, '') ?? '';
  if (!match || fraction.length > decimals) throw new RangeError(`not a number with ${decimals} decimals: ${text}`);
  const scaled = Number(`${match[2]}${fraction.padEnd(decimals, '0')}`);
  return match[1] === '-' && scaled !== 0 ? -scaled : scaled;
}
