/** The day and month that Excel made of a number. */
export type DateParts = {
  day: number;
  month: number;
};

const monthNames: readonly (readonly string[])[] = [
  ['jan', 'januari', 'january'],
  ['feb', 'peb', 'februari', 'february'],
  ['mar', 'maret', 'march'],
  ['apr', 'april'],
  ['mei', 'may'],
  ['jun', 'juni', 'june'],
  ['jul', 'juli', 'july'],
  ['agu', 'agt', 'agust', 'ags', 'agustus', 'aug', 'august'],
  ['sep', 'sept', 'september'],
  ['okt', 'oct', 'oktober', 'october'],
  ['nov', 'nop', 'november'],
  ['des', 'dec', 'desember', 'december'],
];
const monthByName = new Map(monthNames.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));

/** 1 to 12, by any of a month's names in either language. */
export function monthOfName(name: string | undefined): number | undefined {
  return monthByName.get((name ?? '').toLowerCase());
}

type DateShape = { pattern: RegExp; read: (parts: readonly string[]) => DateParts };

const named = (day: string | undefined, name: string | undefined): DateParts => ({
  day: Number(day),
  month: monthOfName(name) ?? Number.NaN,
});
const numbered = (first: string | undefined, second: string | undefined): DateParts => {
  const [day, month] = [Number(first), Number(second)];
  return Math.max(day, month) <= 31 ? { day, month } : { day: Number.NaN, month: Number.NaN };
};

/**
 * How Excel shows the dates that it makes of `1.5`, `5.12` or `1/5`. Which of day and month came first is not known: the
 * reader offers both. In `Mei-12` the 12 is a year or a day, and was typed after or before the month.
 */
const shapes: readonly DateShape[] = [
  { pattern: /^(\d{1,2})[ \-/.]([a-z]{3,9})\.?$/i, read: ([, day, name]) => named(day, name) },
  { pattern: /^(\d{1,2})[ \-/.]([a-z]{3,9})\.?[ \-/.,]+\d{2,4}$/i, read: ([, day, name]) => named(day, name) },
  { pattern: /^([a-z]{3,9})\.?[ \-/.]?(\d{1,2})$/i, read: ([, name, day]) => named(day, name) },
  { pattern: /^([a-z]{3,9})\.?[ \-/.](\d{1,2}),? \d{4}$/i, read: ([, name, day]) => named(day, name) },
  // The year of Mei-2032 was typed as 32.
  { pattern: /^([a-z]{3,9})\.?[ \-/.]\d\d(\d\d)$/i, read: ([, name, day]) => named(day, name) },
  {
    pattern: /^(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?: 0?0[:.]00(?:[:.]00)?)?$/,
    read: ([, day, , month]) => numbered(day, month),
  },
  { pattern: /^(\d{1,2})\/(\d{1,2})$/, read: ([, day, month]) => numbered(day, month) },
  {
    pattern: /^\d{4}-(\d{2})-(\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/,
    read: ([, month, day]) => numbered(day, month),
  },
];

/** The day and month in a text that is a date; undefined where it is none. The two may be the other way round. */
export function datePartsOf(text: string): DateParts | undefined {
  for (const { pattern, read } of shapes) {
    const match = pattern.exec(text);
    if (!match) continue;
    const parts = read([...match]);
    const { day, month } = parts;
    // 13/5 is a date with the month second, 5/13 one with the month first; 13/13 is none.
    const isDate = [day, month].every((part) => part >= 1) && Math.min(day, month) <= 12 && Math.max(day, month) <= 99;
    return isDate ? parts : undefined;
  }
  return undefined;
}

/** Days since 30 December 1899, as Excel counts: from 2000 to 2050. */
const serials = { from: 36_526, to: 55_152 };

/** The date behind a whole number that Excel may have made of one: 45047 is 1 May 2023. */
export function datePartsOfSerial(serial: number): DateParts | undefined {
  if (!Number.isInteger(serial) || serial < serials.from || serial > serials.to) return undefined;
  const date = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000);
  return { day: date.getUTCDate(), month: date.getUTCMonth() + 1 };
}
