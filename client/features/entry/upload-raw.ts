import type { ReadCell, ReadSheet } from '#client/lib/workbook/read-book.ts';
import type { Locale } from '#shared/locale.ts';
import type { RawCell } from '#shared/spreadsheet/read-cells.ts';
import type { PastedSheet } from './paste-clipboard.ts';

/** A sheet of a file, with what is to be told of it. */
export type UploadedSheet = PastedSheet & {
  name: string;
  /** Cells whose result was computed. */
  formulas: number;
};

const blank: RawCell = { text: '' };

/**
 * A sheet as an import reads it. Of a foreign one hidden rows and columns stay out, as they do of what is copied; in a
 * report's own template they are read: whoever filters it to fill it in must not lose the rest.
 */
export function rawSheet(sheet: ReadSheet, locale: Locale, hidden: 'read' | 'left_out'): UploadedSheet {
  const width = sheet.cells.reduce((most, row) => Math.max(most, row.length), 0);
  const all = (count: number, isHidden: ReadonlySet<number>) =>
    Array.from({ length: count }, (_, at) => at).filter((at) => hidden === 'read' || !isHidden.has(at));
  const rows = all(sheet.cells.length, sheet.hiddenRows);
  const columns = all(width, sheet.hiddenColumns);
  const covered = namesBelow(sheet);
  return {
    name: sheet.name,
    cells: rows.map((row) =>
      columns.map((column) => {
        const cell = sheet.cells[row]?.[column] ?? covered.get(`${row} ${column}`);
        return cell ? rawCell(cell, locale) : blank;
      }),
    ),
    hiddenRows: sheet.hiddenRows.size,
    hiddenColumns: sheet.hiddenColumns.size,
    mergedCells: sheet.merges.length,
    formulas: sheet.cells.flat().filter((cell) => cell?.formula === 'computed').length,
    places: { rows, columns },
  };
}

/** The name of a regency beside its districts holds for each of them; a figure stands where it stands. */
function namesBelow({ cells, merges }: ReadSheet): Map<string, ReadCell> {
  const covered = new Map<string, ReadCell>();
  for (const { row, column, rows } of merges) {
    const cell = cells[row]?.[column];
    if (!cell || !/\p{Letter}/u.test(cell.text)) continue;
    for (let below = row + 1; below < row + rows; below += 1) covered.set(`${below} ${column}`, cell);
  }
  return covered;
}

function rawCell({ kind, text, value }: ReadCell, locale: Locale): RawCell {
  if (value === undefined || (kind !== 'number' && kind !== 'percent')) return { text };
  const shown = kind === 'percent' ? `${digits(value * 100, locale)}%` : digits(value, locale);
  return { text: shown, value, isMade: true };
}

/** As the reader of the page writes numbers; all digits that mean anything. */
function digits(value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 12 }).format(Number(value.toPrecision(12)));
}
