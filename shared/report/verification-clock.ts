import { addDays, isWorkingDay } from '#shared/month.ts';

/** Working days that verifiers have where nothing else is set. */
export const defaultVerificationDays = 3;
export const mostVerificationDays = 30;

/** The setting as it is kept, or the default where it holds no number of days. */
export function verificationDaysOf(setting: string | undefined): number {
  const days = Number(setting);
  return Number.isInteger(days) && days >= 1 && days <= mostVerificationDays ? days : defaultVerificationDays;
}

/**
 * The last day on which a verifier is on time: `days` working days (Monday to Friday) after the day on which the report
 * was handed in. Public holidays count as working days: they are not known.
 */
export function verificationDueDate(submittedOn: string, days: number): string {
  let date = submittedOn;
  for (let left = days; left > 0; ) {
    date = addDays(date, 1);
    if (isWorkingDay(date)) left -= 1;
  }
  return date;
}

/** Working days after one date up to another, both ISO dates; 0 where the second is not later. */
export function workingDaysBetween(from: string, to: string): number {
  let count = 0;
  for (let date = from; date < to; ) {
    date = addDays(date, 1);
    if (isWorkingDay(date)) count += 1;
  }
  return count;
}
