import type { CellObject, Sheet } from 'write-excel-file/node';
import type { Locale } from '#shared/locale.ts';

/** A cell of text or of a number with its decimals; null is left empty, which is not 0. */
export type CellValue = string | { value: number | null; decimals: number } | number | null;

export interface Column<Row> {
  title: string;
  /** In characters. */
  width: number;
  cell: (row: Row) => CellValue;
}

/** One sheet with a head that stays in view. */
export function sheetOf<Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  locale: Locale,
): Sheet<never> {
  return {
    sheet: name,
    stickyRowsCount: 1,
    columns: columns.map(({ width }) => ({ width })),
    data: [
      columns.map(
        ({ title }): CellObject => ({
          value: safeText(title),
          type: String,
          fontWeight: 'bold',
          backgroundColor: '#1F3A6B',
          textColor: '#FFFFFF',
          wrap: true,
          alignVertical: 'center',
        }),
      ),
      ...rows.map((row) => columns.map(({ cell }) => cellOf(cell(row), locale))),
    ],
  };
}

function cellOf(value: CellValue, locale: Locale): CellObject | null {
  if (value === null || value === '') return null;
  // A typed text is never read as a formula, whatever it begins with.
  if (typeof value === 'string') return { value: safeText(value), type: String, alignVertical: 'top' };
  if (typeof value === 'number') return numberCell(value, 0, locale);
  return value.value === null ? null : numberCell(value.value, value.decimals, locale);
}

function numberCell(value: number, decimals: number, locale: Locale): CellObject {
  const format = `${locale === 'id' ? '[$-421]' : ''}#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;
  return { value, type: Number, format, alignVertical: 'top' };
}

/** The most that a cell holds. */
const longest = 32_767;
/** What XML 1.0 cannot hold: control characters and lone surrogates. */
const unwritable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function safeText(text: string): string {
  return text.replace(/\r\n?/gu, '\n').replace(unwritable, '').slice(0, longest);
}
