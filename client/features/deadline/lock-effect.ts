import { isPastLock } from '#shared/report/lock.ts';
import type { DeadlineList } from './deadline-types.ts';

type Waiting = Pick<DeadlineList, 'waiting' | 'today'>;

/** How many reports that were never handed in a lock closes, and the latest of their deadlines. */
export function closedBy(
  { waiting, today }: Waiting,
  lockAfterDays: number | null,
): { reports: number; lastDueDate: string | null } {
  const closed = waiting.filter(({ dueDate }) => isPastLock(dueDate, lockAfterDays, today));
  return {
    reports: closed.reduce((total, { reports }) => total + reports, 0),
    lastDueDate: closed.at(-1)?.dueDate ?? null,
  };
}
