const monthStarts: readonly (readonly string[])[] = [
  ['jan'],
  ['feb', 'peb'],
  ['mar'],
  ['apr'],
  ['mei', 'may'],
  ['jun'],
  ['jul'],
  ['agt', 'agu', 'ags', 'aug'],
  ['sep'],
  ['okt', 'oct'],
  ['nov', 'nop'],
  ['des', 'dec'],
];

/**
 * A date as people write it: `21 November 2026`, `21 Nov 2026`, `21/11/2026`, `21-11-26`, `2026-11-21`. Day before
 * month, as is the custom in both languages here.
 * @returns `YYYY-MM-DD`, or null for anything that is no calendar date
 */
export function parseTypedDate(text: string): string | null {
  const typed = text.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return calendarDate(iso[1], iso[2], iso[3]);
  const digits = /^(\d{1,2})[\s./-](\d{1,2})[\s./-](\d{4}|\d{2})$/.exec(typed);
  if (digits) return calendarDate(digits[3], digits[2], digits[1]);
  const words = /^(\d{1,2})[\s./-]+([a-z]{3})[a-z]*\.?[\s./-]+(\d{4}|\d{2})$/.exec(typed);
  const month = monthStarts.findIndex((names) => names.includes(words?.[2] ?? ''));
  return words && month >= 0 ? calendarDate(words[3], String(month + 1), words[1]) : null;
}

function calendarDate(year = '', month = '', day = ''): string | null {
  const full = year.length === 2 ? `20${year}` : year;
  const date = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) ? date : null;
}
