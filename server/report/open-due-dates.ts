import type { DatabaseHandle } from '#db/connection.ts';
import { referenceOf } from '#server/reference/reference.service.ts';
import { isClosed } from '#shared/report/lock.ts';
import type { Clock } from './clock.ts';
import { stillOwed } from './completeness.ts';
import { openMonths } from './report-months.ts';

/** How many reports that were never handed in wait for each deadline, the oldest first: what a lock would close. */
export async function openDueDates(
  handle: DatabaseHandle,
  clock: Clock,
): Promise<{ dueDate: string; reports: number }[]> {
  const months = await openMonths(handle.db, await referenceOf(handle), clock);
  const reports = new Map<string, number>();
  for (const { dueDate, state, counters } of await stillOwed(handle, months, clock)) {
    if (!isClosed({ isLocked: true, state, returnedCells: counters.returned })) continue;
    reports.set(dueDate, (reports.get(dueDate) ?? 0) + 1);
  }
  return [...reports]
    .map(([dueDate, count]) => ({ dueDate, reports: count }))
    .toSorted((left, right) => (left.dueDate < right.dueDate ? -1 : 1));
}
