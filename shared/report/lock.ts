import type { EntryStatus } from '#shared/entry.ts';
import { addDays, daysBetween } from '#shared/month.ts';
import type { ListedReportState } from '#shared/report.ts';

/** The longest time after a deadline, in days, for which figures can still be taken before they are not. */
export const mostLockDays = 1000;

/** The setting as it is kept: a whole number of days, or nothing where reports are never locked. */
export function lockAfterDaysOf(kept: string | undefined): number | null {
  if (kept === undefined || !/^\d{1,4}$/.test(kept)) return null;
  const days = Number(kept);
  return days <= mostLockDays ? days : null;
}

/** The last day on which figures of a report are taken, in the province's calendar; null where there is none. */
export function lastOpenDay(dueDate: string, lockAfterDays: number | null): string | null {
  return lockAfterDays === null ? null : addDays(dueDate, lockAfterDays);
}

/** Whether the deadline lies back further than figures are taken. An exception moves the deadline, and the lock with it. */
export function isPastLock(dueDate: string, lockAfterDays: number | null, today: string): boolean {
  return lockAfterDays !== null && daysBetween(dueDate, today) > lockAfterDays;
}

/** What of a report decides whether its lock holds. */
export type LockScene = {
  /** The deadline lies back further than figures are taken (`isPastLock`). */
  isLocked: boolean;
  state: ListedReportState;
};

/**
 * Whether a locked report still takes anything. A verifier who returns cells asks for them: whatever the calendar says,
 * they may be corrected and handed in, and so may the drafts that lie beside them.
 */
export function isClosed(report: LockScene & { returnedCells: number }): boolean {
  return report.isLocked && report.state !== 'returned' && report.returnedCells === 0;
}

/**
 * Whether a cell may change. Behind the lock that is what a verifier has returned, and drafts of a report that was
 * returned (a returned cell becomes one as soon as it is corrected). New figures and corrections of verified ones are
 * not taken: they need an exception to the deadline.
 * @param status undefined for a cell that nobody has touched
 */
export function isCellClosed({ isLocked, state }: LockScene, status: EntryStatus | undefined): boolean {
  return isLocked && status !== 'returned' && !(state === 'returned' && status === 'draft');
}

/** Whether a list marks the report as locked: it still waits to be handed in, and cannot be. */
export function showsLock(
  report: LockScene & { counters: { returned: number }; hasPendingCorrections?: boolean },
): boolean {
  const isDone = (report.state === 'submitted' || report.state === 'verified') && !report.hasPendingCorrections;
  return !isDone && isClosed({ ...report, returnedCells: report.counters.returned });
}
