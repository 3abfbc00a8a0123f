import type { Locale } from '#shared/locale.ts';
import type { Month } from '#shared/month.ts';

export type DateStyle = 'long' | 'short';

/** Own short names: engines disagree on `Agu`, `Agt` and `Ags`, and official Indonesian tables write `Agt`. */
const monthNames = {
  id: {
    long: [
      'Januari',
      'Februari',
      'Maret',
      'April',
      'Mei',
      'Juni',
      'Juli',
      'Agustus',
      'September',
      'Oktober',
      'November',
      'Desember',
    ],
    short: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agt', 'Sep', 'Okt', 'Nov', 'Des'],
  },
  en: {
    long: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
    short: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  },
} as const satisfies Record<Locale, Record<DateStyle, readonly string[]>>;

/** `'2023-08'` → `Agustus 2023`, or `Agt 2023`. */
export function formatMonth(month: Month, locale: Locale, style: DateStyle = 'long'): string {
  return `${monthName(month.slice(5, 7), locale, style)} ${month.slice(0, 4)}`;
}

/** The month without its year, for axes whose year is labelled once: `Agt`. */
export function formatMonthName(month: Month, locale: Locale, style: DateStyle = 'short'): string {
  return monthName(month.slice(5, 7), locale, style);
}

/** A calendar date `'2026-11-21'` → `21 November 2026`, or `21 Nov 2026`. Day before month in both languages. */
export function formatDate(isoDate: string, locale: Locale, style: DateStyle = 'long'): string {
  return `${Number(isoDate.slice(8, 10))} ${formatMonth(isoDate.slice(0, 7), locale, style)}`;
}

/** An instant in the province's time zone: `21 November 2026 14.30 WITA`; in English `21 November 2026 14:30 WITA`. */
export function formatDateTime(
  isoInstant: string,
  locale: Locale,
  timeZone: string,
  zoneLabel: string,
  style: DateStyle = 'long',
): string {
  const parts = clockIn(timeZone).formatToParts(new Date(isoInstant));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  const date = formatDate(`${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`, locale, style);
  return `${date} ${part('hour')}${locale === 'id' ? '.' : ':'}${part('minute')} ${zoneLabel}`;
}

/** Days from today, negative in the past: `3 hari yang lalu`, `kemarin`, `hari ini`, `besok`, `dalam 5 hari`. */
export function formatRelativeDays(days: number, locale: Locale): string {
  return relativeFormatters[locale].format(days, 'day');
}

const relativeFormatters = {
  id: new Intl.RelativeTimeFormat('id-ID', { numeric: 'auto' }),
  en: new Intl.RelativeTimeFormat('en-US', { numeric: 'auto' }),
};

function monthName(number: string, locale: Locale, style: DateStyle): string {
  const name = monthNames[locale][style][Number(number) - 1];
  if (!name) throw new RangeError(`not a calendar month: ${number}`);
  return name;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockIn(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone);
  if (!clock) {
    const twoDigits = { month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
    clock = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', ...twoDigits, hourCycle: 'h23' });
    clocks.set(timeZone, clock);
  }
  return clock;
}
