import { parseRange } from './book.ts';
import type { ReadCell, ReadSheet } from './read-book.ts';
import { childrenOf, elements } from './read-parts.ts';
import type { NumberLook } from './read-styles.ts';
import { richText } from './rich-text.ts';
import { WorkbookProblem } from './workbook-problem.ts';
import { plainText } from './xml.ts';

export type SheetContext = { strings: readonly string[]; looks: readonly NumberLook[]; startsIn1904: boolean };

/** No report and no table of a year is larger; Excel itself has a million rows. */
const largest = { rows: 20_000, columns: 1_000 };

export function readSheet(page: Document, context: SheetContext): Omit<ReadSheet, 'name' | 'isHidden'> {
  const cells: (ReadCell | undefined)[][] = [];
  const hiddenRows = new Set<number>();
  let row = -1;
  for (const element of elements(page, 'row')) {
    row = Number(element.getAttribute('r') ?? row + 2) - 1;
    let column = -1;
    for (const each of childrenOf(element, 'c')) {
      column = parseRange(each.getAttribute('r') ?? '')?.column ?? column + 1;
      const cell = readCell(each, context);
      if (!cell) continue;
      if (row >= largest.rows || column >= largest.columns) throw new WorkbookProblem('TOO_MANY_CELLS');
      for (let index = cells.length; index <= row; index += 1) cells.push([]);
      const line = cells[row] ?? [];
      line[column] = cell;
      if (isTrue(element.getAttribute('hidden'))) hiddenRows.add(row);
    }
  }
  const holds = (column: number) => cells.some((line) => line[column] !== undefined);
  const merges = elements(page, 'mergeCell').flatMap((each) => parseRange(each.getAttribute('ref') ?? '') ?? []);
  return { cells, merges, hiddenRows, hiddenColumns: new Set([...hiddenColumnsOf(page)].filter(holds)) };
}

function hiddenColumnsOf(page: Document): Set<number> {
  const hidden = new Set<number>();
  for (const each of elements(page, 'col')) {
    if (!isTrue(each.getAttribute('hidden'))) continue;
    const last = Math.min(Number(each.getAttribute('max')), largest.columns);
    for (let column = Number(each.getAttribute('min')); column <= last; column += 1) hidden.add(column - 1);
  }
  return hidden;
}

function readCell(element: Element, { strings, looks, startsIn1904 }: SheetContext): ReadCell | undefined {
  const type = element.getAttribute('t') ?? 'n';
  const formulaText = childrenOf(element, 'f')[0];
  const written = childrenOf(element, 'v')[0]?.textContent ?? '';
  // The cells of a shared formula name it and do not repeat it.
  const isFormula = formulaText !== undefined;
  if (type === 'inlineStr') {
    const [inline] = childrenOf(element, 'is');
    return textCell(inline ? richText(inline) : '', isFormula);
  }
  if (written === '' && isFormula && type !== 'str') {
    return { kind: 'text', text: `=${formulaText.textContent ?? ''}`, formula: 'without_result' };
  }
  const formula = isFormula ? ({ formula: 'computed' } as const) : {};
  switch (type) {
    case 's':
      return textCell(strings[Number(written)] ?? '', isFormula);
    case 'str':
      return textCell(plainText(written), isFormula);
    case 'b':
      return { kind: 'boolean', text: written === '1' ? 'TRUE' : 'FALSE', ...formula };
    case 'e':
      return { kind: 'error', text: written, ...formula };
    case 'd':
      return { kind: 'date', text: written.slice(0, 10), ...formula };
    default: {
      const value = Number(written);
      if (written.trim() === '') return undefined;
      if (!Number.isFinite(value)) return { kind: 'text', text: written, ...formula };
      const look = looks[Number(element.getAttribute('s') ?? 0)] ?? 'number';
      if (look === 'date') return { kind: 'date', text: isoDay(value, startsIn1904), value, ...formula };
      return { kind: look, text: written, value, ...formula };
    }
  }
}

function textCell(text: string, isFormula: boolean): ReadCell | undefined {
  if (text === '') return undefined;
  return { kind: 'text', text, ...(isFormula && { formula: 'computed' as const }) };
}

/** The day that a number of days since the end of 1899 (or the start of 1904) is; the time of the day is left out. */
function isoDay(serial: number, startsIn1904: boolean): string {
  const start = startsIn1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const date = new Date(start + Math.floor(serial) * 86_400_000);
  return Number.isNaN(date.getTime()) ? String(serial) : date.toISOString().slice(0, 10);
}

function isTrue(text: string | null): boolean {
  return text === '1' || text === 'true';
}
