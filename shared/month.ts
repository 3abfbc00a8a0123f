/** A calendar month, `'2023-08'`: the key of every figure. Sorts correctly as text. */
export type Month = string;

export const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/;

function assertMonth(text: string): Month {
  if (!monthPattern.test(text)) throw new RangeError(`not a month: ${text}`);
  return text;
}

/** Months since year 0, so that month arithmetic is integer arithmetic. */
function toIndex(month: Month): number {
  assertMonth(month);
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

function fromIndex(index: number): Month {
  const year = Math.floor(index / 12);
  if (!Number.isInteger(index) || year < 0 || year > 9999) throw new RangeError(`month out of range: ${index}`);
  return `${String(year).padStart(4, '0')}-${String(index - year * 12 + 1).padStart(2, '0')}`;
}

export function addMonths(month: Month, count: number): Month {
  return fromIndex(toIndex(month) + count);
}

export function previousMonth(month: Month): Month {
  return addMonths(month, -1);
}

/** Signed number of months from `from` to `to`: 0 for the same month, negative when `to` is earlier. */
export function monthsBetween(from: Month, to: Month): number {
  return toIndex(to) - toIndex(from);
}

/** Every month from `from` to `to`, both included; empty when `to` is earlier than `from`. */
export function monthRange(from: Month, to: Month): Month[] {
  const start = toIndex(from);
  return Array.from({ length: Math.max(0, toIndex(to) - start + 1) }, (_, offset) => fromIndex(start + offset));
}

/** `'2024-02'` → `'2024-02-29'`. */
export function lastDayOfMonth(month: Month): string {
  return dayInMonth(month, 31);
}

/** `'2023-08-12'`, or an instant already written in the province's time zone → `'2023-08'`. */
export function monthOfDate(isoDate: string): Month {
  return assertMonth(isoDate.slice(0, 7));
}

const QUARTER_HOUR = 900_000;
const MOST_REMEMBERED = 5000;
const dateByQuarter = new Map<string, string>();

/**
 * The calendar date at that instant in an IANA time zone such as `'Asia/Makassar'`. Offsets are whole quarters of an
 * hour, so that the date is the same within one: lists of reports ask for thousands, and the calendar is slow to answer.
 */
export function currentDate(now: Date, timeZone: string): string {
  const quarter = Math.floor(now.getTime() / QUARTER_HOUR);
  const key = `${timeZone} ${quarter}`;
  const known = dateByQuarter.get(key);
  if (known !== undefined) return known;
  const parts = calendarIn(timeZone).formatToParts(now);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  const date = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
  if (dateByQuarter.size >= MOST_REMEMBERED) dateByQuarter.clear();
  dateByQuarter.set(key, date);
  return date;
}

/** The calendar month at that instant in an IANA time zone: midnight in Mamuju is not midnight in London. */
export function currentMonth(now: Date, timeZone: string): Month {
  return monthOfDate(currentDate(now, timeZone));
}

/**
 * Whether a figure is expected for that month.
 * `expectedMonths` is `''` for every month, else two-digit calendar months: `'03'` (yearly in March), `'02,08'`.
 */
export function isDue(expectedMonths: string, month: Month): boolean {
  return expectedMonths === '' || expectedMonths.split(',').some((each) => each.trim() === month.slice(5));
}

/** The deadline for a month's figures: `dueDay` of the following month, or that month's last day if it is shorter. */
export function dueDate(month: Month, dueDay: number): string {
  if (!Number.isInteger(dueDay) || dueDay < 1 || dueDay > 31) throw new RangeError(`not a day of a month: ${dueDay}`);
  return dayInMonth(addMonths(month, 1), dueDay);
}

/** Signed number of calendar days from one ISO date to another. */
export function daysBetween(fromDate: string, toDate: string): number {
  return Math.round((Date.parse(`${toDate}T00:00:00Z`) - Date.parse(`${fromDate}T00:00:00Z`)) / 86_400_000);
}

/** The ISO date a number of calendar days later, or earlier where it is negative. */
export function addDays(isoDate: string, days: number): string {
  return new Date(Date.parse(`${isoDate}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Days since Monday: 0 on a Monday, 6 on a Sunday. */
function weekday(isoDate: string): number {
  return (new Date(`${isoDate}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** Monday to Friday. */
export function isWorkingDay(isoDate: string): boolean {
  return weekday(isoDate) < 5;
}

/** The Monday of the date's week, or the date itself where it is one. */
export function mondayOf(isoDate: string): string {
  return addDays(isoDate, -weekday(isoDate));
}

function dayInMonth(month: Month, day: number): string {
  const index = toIndex(month);
  // setUTCFullYear rather than Date.UTC, which reads the years 0–99 as 1900–1999. Day 0 is the last of the month before.
  const last = new Date(0);
  last.setUTCFullYear(Math.floor(index / 12), (index % 12) + 1, 0);
  return `${month}-${String(Math.min(day, last.getUTCDate())).padStart(2, '0')}`;
}

const calendars = new Map<string, Intl.DateTimeFormat>();

function calendarIn(timeZone: string): Intl.DateTimeFormat {
  let calendar = calendars.get(timeZone);
  if (!calendar) {
    calendar = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    calendars.set(timeZone, calendar);
  }
  return calendar;
}
