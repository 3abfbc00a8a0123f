/** How a cell looks, and whether a protected sheet lets it be changed. Colours are `RRGGBB`. */
export type Look = {
  bold?: boolean;
  italic?: boolean;
  color?: string;
  /** In points. */
  size?: number;
  fill?: string;
  border?: boolean;
  /** A number format of Excel, `#,##0.00`; `@` keeps what is typed as text. */
  format?: string;
  align?: 'left' | 'center' | 'right';
  vertical?: 'top' | 'center';
  wrap?: boolean;
  /** In a protected sheet only these cells can be typed into. */
  isOpen?: boolean;
};

export type BookValue =
  | { kind: 'number'; value: number }
  | { kind: 'text'; text: string }
  /** Computed by the spreadsheet; `value` is what it gives now, null an empty text. */
  | { kind: 'formula'; formula: string; value: number | null };

export type BookCell = { value: BookValue | null; look: Look };

export type BookRow = { cells: readonly (BookCell | null)[]; height?: number; isHidden?: boolean };

/** Places count from 0. */
export type CellRange = { row: number; column: number; rows: number; columns: number };

export type Validation = {
  ranges: readonly CellRange[];
  /** What a typed cell has to fulfil, written for the first cell of the first range; null where anything may stand. */
  formula: string | null;
  /** Said where it does not. */
  error?: { title: string; text: string };
  /** Said when the cell is selected. */
  prompt?: { title: string; text: string };
};

export type BookSheet = {
  name: string;
  rows: readonly BookRow[];
  /** In characters. */
  widths: readonly number[];
  frozen?: { rows: number; columns: number };
  merges?: readonly CellRange[];
  validations?: readonly Validation[];
  /** Without a password: a help against slips, no lock. */
  isProtected?: boolean;
  visibility?: 'visible' | 'veryHidden';
  tabColor?: string;
  /** On wide paper, as wide as the page; these many rows again on every page. */
  print?: { titleRows: number };
};

/** As spreadsheets name them: A, B … Z, AA. */
export function columnLetter(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetter(Math.floor(column / 26) - 1) + letter;
}

export function addressOf(row: number, column: number): string {
  return `${columnLetter(column)}${row + 1}`;
}

export function rangeOf({ row, column, rows, columns }: CellRange): string {
  const first = addressOf(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${addressOf(row + rows - 1, column + columns - 1)}`;
}

/** `B3:D4` → its place; undefined for what is no range. */
export function parseRange(text: string): CellRange | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/.exec(text);
  if (!match) return undefined;
  const [, from = '', fromRow = '', to = from, toRow = fromRow] = match;
  const [row, column] = [Number(fromRow) - 1, columnIndex(from)];
  return { row, column, rows: Number(toRow) - row, columns: columnIndex(to) - column + 1 };
}

export function columnIndex(letters: string): number {
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
