import type { Reference } from '#server/reference/reference.service.ts';
import { daysBetween } from '#shared/month.ts';
import { defaultDueDay, dueDateFor } from '#shared/report/due-date.ts';
import { isPastLock, lockAfterDaysOf } from '#shared/report/lock.ts';
import {
  type AgencyRef,
  type ReportCounters,
  type ReportHead,
  type ReportProgress,
  type ReportSubject,
  reportKeyOf,
} from '#shared/report.ts';
import type { Clock } from './clock.ts';
import { countersOf, type ReportRow } from './report.queries.ts';

/** Kept with the reference data that they follow from; lists ask for the same few hundreds of times. */
const dueDates = new WeakMap<Reference, Map<string, string>>();

/** The deadline as it is set now: an exception that is made or changed later holds for reports already begun. */
export function dueDateOf(reference: Reference, subject: Pick<ReportSubject, 'issueId' | 'month'>): string {
  const kept = dueDates.get(reference) ?? new Map<string, string>();
  dueDates.set(reference, kept);
  const key = `${subject.issueId} ${subject.month}`;
  const known = kept.get(key);
  if (known) return known;
  const day = Number(reference.settings.get('deadline.defaultDay'));
  const date = dueDateFor({
    issueId: subject.issueId,
    month: subject.month,
    deadlines: reference.deadlines,
    defaultDay: Number.isInteger(day) && day >= 1 && day <= 31 ? day : defaultDueDay,
  });
  kept.set(key, date);
  return date;
}

/** Whether a report's deadline lies back further than figures are taken: the setting `deadline.lockAfterDays`. */
export function isLockedNow(
  reference: Reference,
  subject: Pick<ReportSubject, 'issueId' | 'month'>,
  { today }: Clock,
): boolean {
  const lockAfterDays = lockAfterDaysOf(reference.settings.get('deadline.lockAfterDays'));
  return lockAfterDays !== null && isPastLock(dueDateOf(reference, subject), lockAfterDays, today);
}

export function agencyRef(reference: Reference, agencyId: string): AgencyRef {
  const agency = reference.agencyById.get(agencyId);
  return { id: agencyId, abbr: agency?.abbr ?? agencyId, name: agency?.name ?? agencyId };
}

export function progressOf(report: ReportRow): ReportProgress {
  return {
    state: report.state,
    version: report.version,
    counters: countersOf(report),
    hasPendingCorrections: hasPendingCorrections(report),
  };
}

/** Whether the agency still has something to do: nothing overdue disappears before it is done. */
export function isOpen(head: Pick<ReportHead, 'state' | 'hasPendingCorrections'>): boolean {
  return head.hasPendingCorrections || !(head.state === 'submitted' || head.state === 'verified');
}

/** @param expected how many cells are owed while the report has no row */
export function headOf(
  reference: Reference,
  subject: ReportSubject,
  report: ReportRow | undefined,
  expected: number,
  clock: Clock,
  names: ReadonlyMap<string, string>,
): ReportHead {
  const dueDate = dueDateOf(reference, subject);
  const nameOf = (userId: string | null | undefined) => (userId ? (names.get(userId) ?? null) : null);
  // Written out, not spread: lists make hundreds of heads, and spreading costs most of their time.
  return {
    reportKey: reportKeyOf(subject),
    agency: agencyRef(reference, subject.agencyId),
    issueId: subject.issueId,
    month: subject.month,
    state: report?.state ?? 'not_started',
    version: report?.version ?? 0,
    dueDate,
    daysOverdue: isHandedIn(report) ? 0 : Math.max(0, daysBetween(dueDate, clock.today)),
    isLocked: isLockedNow(reference, subject, clock),
    counters: report ? countersOf(report) : owedCounters(expected),
    hasPendingCorrections: hasPendingCorrections(report),
    cutOffDate: report?.cutOffDate ?? null,
    cutOffLabel: report?.cutOffLabel ?? null,
    firstSubmittedAt: report?.firstSubmittedAt ?? null,
    submittedAt: report?.submittedAt ?? null,
    submittedByName: nameOf(report?.submittedById),
    verifiedAt: report?.verifiedAt ?? null,
    verifiedByName: nameOf(report?.verifiedById),
    returnedAt: report?.returnedAt ?? null,
    returnedByName: nameOf(report?.returnedById),
    isSample: report?.isSample === 1,
  };
}

/** The counters of a report that nobody has begun. */
export function owedCounters(expected: number): ReportCounters {
  return { expected, filled: 0, notApplicable: 0, verified: 0, returned: 0, edited: 0 };
}

function isHandedIn(report: Pick<ReportRow, 'state'> | undefined): boolean {
  return report?.state === 'submitted' || report?.state === 'verified';
}

function hasPendingCorrections(report: ReportRow | undefined): boolean {
  return report !== undefined && isHandedIn(report) && report.draftCells > 0;
}
