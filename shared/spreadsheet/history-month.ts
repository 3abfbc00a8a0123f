import type { Month } from '#shared/month.ts';
import { tidy } from './cell-form.ts';
import { monthOfName } from './excel-date.ts';
import type { RawCell } from './read-cells.ts';

/** What a cell says about the month of its row. */
export type MonthReading =
  | { kind: 'month'; month: Month }
  /** A month whose year stands elsewhere: `Agustus`, or `8` beside a column of years. */
  | { kind: 'month_of_year'; monthOfYear: number }
  /** `03/04/2025`: the third of April or the fourth of March. */
  | { kind: 'either'; dayFirst: Month; monthFirst: Month }
  | { kind: 'blank' }
  | { kind: 'unreadable' };

const unreadable: MonthReading = { kind: 'unreadable' };

/** Figures of years outside of these are typing errors. */
const years = { from: 2000, to: 2099 };

/** Days since 30 December 1899, as Excel counts: from 2000 to 2099. */
const serials = { from: 36_526, to: 73_050 };

type Shape = { pattern: RegExp; read: (parts: readonly string[]) => MonthReading };

/** Every way in which a month is written; the first that fits is the one. In a column of months `Mar-25` is March 2025. */
const shapes: readonly Shape[] = [
  // 2025-03, 2025/3, 2025-03-01, 2025-03-01 00:00:00
  {
    pattern: /^(\d{4})[-/.](\d{1,2})(?:[-/.]\d{1,2}(?:[T ][\d:.]+Z?)?)?$/,
    read: ([, year, month]) => whole(Number(year), Number(month)),
  },
  { pattern: /^(20\d\d)(\d\d)$/, read: ([, year, month]) => whole(Number(year), Number(month)) },
  // 03/2025, 3-2025
  { pattern: /^(\d{1,2})[-/. ](\d{4})$/, read: ([, month, year]) => whole(Number(year), Number(month)) },
  { pattern: /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?: [\d:.]+)?$/, read: ([, a, b, year]) => numbered(a, b, year) },
  // Maret 2025, Mar-25, Mar'25, Maret, 2025
  {
    pattern: /^([a-z]{3,9})\.?[ \-/.,']*(\d{4}|\d{2})$/i,
    read: ([, name, year]) => whole(fullYear(year), monthOfName(name)),
  },
  { pattern: /^(\d{4})[ \-/.,]*([a-z]{3,9})\.?$/i, read: ([, year, name]) => whole(Number(year), monthOfName(name)) },
  // 1 Maret 2025, 01-Mar-25
  {
    pattern: /^\d{1,2}[ \-/.]([a-z]{3,9})\.?[ \-/.,']+(\d{4}|\d{2})$/i,
    read: ([, name, year]) => whole(fullYear(year), monthOfName(name)),
  },
  // March 1, 2025
  {
    pattern: /^([a-z]{3,9})\.? \d{1,2},? (\d{4})$/i,
    read: ([, name, year]) => whole(Number(year), monthOfName(name)),
  },
  { pattern: /^(?:bulan |bln\.? )?([a-z]{3,9})\.?$/i, read: ([, name]) => ofYear(monthOfName(name)) },
  { pattern: /^(\d{1,2})$/, read: ([, month]) => ofYear(Number(month)) },
  // The number behind a date, in a file that lost its formats.
  { pattern: /^(\d{5})$/, read: ([, serial]) => ofSerial(Number(serial)) },
];

/** Reads the month of a row; what is no month, or a year out of reach, is unreadable. */
export function readMonth({ text, value }: RawCell): MonthReading {
  const tidied = tidy(text);
  if (tidied === '') return { kind: 'blank' };
  // A cell of dates gives the day behind what it shows.
  const isDateCell = value !== undefined && value >= serials.from && value <= serials.to;
  if (isDateCell) return ofSerial(value);
  for (const { pattern, read } of shapes) {
    const match = pattern.exec(tidied);
    if (match) return read([...match]);
  }
  return unreadable;
}

/** The year in a cell of its own, or behind `Tahun`. */
export function readYear(text: string): number | undefined {
  const match = /^(?:tahun |thn\.? |ta\.? |year )?(\d{4})$/i.exec(tidy(text));
  const year = Number(match?.[1]);
  return year >= years.from && year <= years.to ? year : undefined;
}

export function monthOfYear(year: number, month: number): Month {
  return `${year}-${String(month).padStart(2, '0')}`;
}

function whole(year: number, month: number | undefined): MonthReading {
  if (month === undefined || month < 1 || month > 12 || year < years.from || year > years.to) return unreadable;
  return { kind: 'month', month: monthOfYear(year, month) };
}

function ofYear(month: number | undefined): MonthReading {
  return month !== undefined && month >= 1 && month <= 12 ? { kind: 'month_of_year', monthOfYear: month } : unreadable;
}

function numbered(first: string | undefined, second: string | undefined, year: string | undefined): MonthReading {
  const dayFirst = Number(first) <= 31 ? whole(Number(year), Number(second)) : unreadable;
  const monthFirst = Number(second) <= 31 ? whole(Number(year), Number(first)) : unreadable;
  if (dayFirst.kind !== 'month') return monthFirst;
  if (monthFirst.kind !== 'month' || monthFirst.month === dayFirst.month) return dayFirst;
  return { kind: 'either', dayFirst: dayFirst.month, monthFirst: monthFirst.month };
}

function fullYear(text: string | undefined): number {
  return text?.length === 2 ? 2000 + Number(text) : Number(text);
}

function ofSerial(serial: number): MonthReading {
  if (serial < serials.from || serial > serials.to) return unreadable;
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000);
  return whole(date.getUTCFullYear(), date.getUTCMonth() + 1);
}
