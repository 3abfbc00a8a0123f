import type { Look } from '#client/lib/workbook/book.ts';
import type { Locale } from '#shared/locale.ts';

/** A workbook is read on paper and in spreadsheets, which have no dark theme: its colours are its own. */
const ink = { quiet: '5C6B80', white: 'FFFFFF', brand: '1F3A6B' };
const fill = { head: 'E9EEF5', computed: 'F6F8FB', none: 'E3E7ED', locked: 'EAF1FA' };

export const looks = {
  title: { bold: true, size: 14, color: ink.brand },
  about: { color: ink.quiet },
  hint: { bold: true },
  group: { bold: true, fill: ink.brand, color: ink.white, border: true },
  head: { bold: true, fill: fill.head, border: true, wrap: true, align: 'center' },
  headQuiet: { fill: fill.head, color: ink.quiet, border: true, wrap: true, align: 'center', size: 9 },
  code: { border: true, fill: fill.head, color: ink.quiet, format: '@' },
  area: { border: true, fill: fill.head, bold: true },
  parent: { border: true, fill: fill.head, color: ink.quiet },
  notCollected: { border: true, fill: fill.none, color: ink.quiet, align: 'center' },
  note: { border: true, wrap: true, format: '@', isOpen: true, vertical: 'top' },
  noteLocked: { border: true, wrap: true, format: '@', fill: fill.locked, vertical: 'top' },
  text: { wrap: true, vertical: 'top' },
  label: { bold: true, wrap: true, vertical: 'top' },
  cell: { wrap: true, vertical: 'top', border: true },
} as const satisfies Record<string, Look>;

/** The language of the application rules how the spreadsheet writes the number, where it lets it. */
export function numberFormat(decimals: number, locale: Locale, suffix = ''): string {
  const sign = suffix === '' ? '' : `" ${suffix}"`;
  return `${locale === 'id' ? '[$-421]' : ''}#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}${sign}`;
}

export function percentFormat(decimals: number, locale: Locale): string {
  return `${locale === 'id' ? '[$-421]' : ''}0.${'0'.repeat(decimals)}%`;
}

/** A cell that can be filled in; words in it stand to the right as figures do. */
export function openLook(format: string): Look {
  return { border: true, format, align: 'right', isOpen: true };
}

/** A figure that is settled: its sign and its colour say so, and it cannot be typed over. */
export function settledLook(format: string): Look {
  return { border: true, format, align: 'right', fill: fill.locked };
}

export function shownLook(format: string): Look {
  return { border: true, format, align: 'right', fill: fill.computed, color: ink.quiet };
}

export function totalLook(format?: string): Look {
  return { border: true, bold: true, align: 'right', fill: fill.head, ...(format !== undefined && { format }) };
}
