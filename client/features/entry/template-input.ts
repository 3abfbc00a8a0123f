import type { TFunction } from 'i18next';
import type { BookCell, Look } from '#client/lib/workbook/book.ts';
import type { Locale } from '#shared/locale.ts';
import type { ReportGrid } from '#shared/report.ts';
import type { ColumnGroup } from './grid-columns.ts';
import type { SheetCell, SheetRow } from './sheet-row.ts';
import type { CellWords } from './use-cell-words.ts';

export type TemplateInput = {
  grid: ReportGrid;
  /** What is on the screen, what was typed and is not sent yet included. */
  rows: readonly SheetRow[];
  groups: readonly ColumnGroup[];
  isEditable: (cell: SheetCell) => boolean;
  words: CellWords;
  /** Of the namespaces `entry` and `upload`. */
  t: TFunction;
  locale: Locale;
  /** ISO instant. */
  madeAt: string;
  /** What the file is called and says of itself. */
  title: string;
  /** Facts for the sheet of instructions. */
  facts: readonly { label: string; text: string }[];
};

/** Handed in and verified figures are settled; where a whole report is corrected, its verified ones are open. */
export function mayFill({ grid, isEditable }: TemplateInput, cell: SheetCell): boolean {
  return isEditable(cell) && (cell.server?.status !== 'verified' || grid.report.state === 'verified');
}

export function textCell(text: string, look: Look): BookCell {
  return { value: text === '' ? null : { kind: 'text', text }, look };
}
