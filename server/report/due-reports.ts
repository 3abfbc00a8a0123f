import type { DatabaseHandle } from '#db/connection.ts';
import { responsibilityFor } from '#server/assignment/assignment.service.ts';
import type { Actor } from '#server/context.ts';
import { predecessorsOf, type Reference, referenceOf } from '#server/reference/reference.service.ts';
import { groupBy } from '#shared/group-by.ts';
import { addMonths, currentDate, daysBetween, type Month, monthOfDate } from '#shared/month.ts';
import { can } from '#shared/permissions.ts';
import type { DueOutput, DueReport, ToVerifyOutput, ToVerifyReport } from '#shared/report/due.ts';
import { workingDaysBetween } from '#shared/report/verification-clock.ts';
import { type ReportSubject, reportKeyOf } from '#shared/report.ts';
import { answersFor, whyNotVerify } from './access.ts';
import type { Clock } from './clock.ts';
import {
  listReportsOfAgencies,
  listReportsToVerify,
  listReturnedCells,
  namesOf,
  type ReportRow,
  type ReturnedCellRow,
} from './report.queries.ts';
import { headOf, isOpen, progressOf } from './report-head.ts';
import { openMonths } from './report-months.ts';
import { verifyByOf } from './verification-clock.ts';

/** How far back reports that are done are listed where nothing else is asked. */
const DONE_MONTHS = 12;

/** A report is called due on the badge this many days before its deadline. */
const NEAR_DAYS = 5;

/**
 * Everything the actor's agency owes, with what it took over from agencies merged into it: reports begun, and those
 * that nobody has opened yet. Open ones stay, however old, until they are done.
 */
export async function dueReports(
  handle: DatabaseHandle,
  actor: Actor,
  input: { doneSince?: Month },
  clock: Clock,
): Promise<DueOutput> {
  const reference = await referenceOf(handle);
  const doneSince = input.doneSince ?? addMonths(monthOfDate(clock.today), -DONE_MONTHS);
  const reports = await listOwed(handle, reference, actor, clock, doneSince);
  return {
    today: clock.today,
    open: reports
      .filter(isOpen)
      .toSorted((left, right) => compare(left.dueDate, right.dueDate) || compare(left.reportKey, right.reportKey)),
    done: reports
      .filter((report) => !isOpen(report))
      .toSorted((left, right) => compare(right.month, left.month) || compare(left.reportKey, right.reportKey)),
  };
}

/** @param doneSince reports that are done are left out before this month; null: all of them */
async function listOwed(
  handle: DatabaseHandle,
  reference: Reference,
  actor: Actor,
  clock: Clock,
  doneSince: Month | null,
): Promise<DueReport[]> {
  if (actor.agencyId === null) return [];
  const { db } = handle;
  const agencyIds = [actor.agencyId, ...predecessorsOf(reference, actor.agencyId)];
  const rows = await listReportsOfAgencies(db, agencyIds);
  const rowByKey = new Map(rows.map((row) => [reportKeyOf(row), row]));
  const subjects = new Map<string, ReportSubject>(rows.map((row) => [reportKeyOf(row), subjectOf(row)]));
  for (const month of await openMonths(db, reference, clock)) {
    for (const issue of reference.issues) {
      const owed = responsibilityFor(reference, issue.id, month).expectedByAgency();
      for (const agencyId of agencyIds.filter((id) => owed.has(id))) {
        const subject = { month, issueId: issue.id, agencyId };
        subjects.set(reportKeyOf(subject), subject);
      }
    }
  }
  const returned = await listReturnedCells(
    db,
    rows.filter((row) => row.returnedCells > 0).map((row) => row.id),
  );
  const names = await namesOf(db, [...rows.flatMap(peopleOf), ...returned.map((cell) => cell.actorId)]);
  const returnedByReport = groupBy(returned, (cell) => cell.reportId);
  return [...subjects].flatMap(([key, subject]) => {
    const row = rowByKey.get(key);
    if (row && !isOpen(progressOf(row)) && (doneSince === null || row.month < doneSince)) return [];
    if (!answersFor(reference, actor, subject, clock)) return [];
    const expected = responsibilityFor(reference, subject.issueId, subject.month).expectedByAgency();
    const head = headOf(reference, subject, row, expected.get(subject.agencyId) ?? 0, clock, names);
    const { counters } = head;
    // After a reassignment a report can be left without cells.
    if (counters.expected === 0 && counters.filled + counters.notApplicable === 0) return [];
    const cells = row ? (returnedByReport.get(row.id) ?? []) : [];
    // Added to the head, not copied with it: an agency's list is long.
    return Object.assign(head, {
      isPredecessors: subject.agencyId !== actor.agencyId,
      returnedCells: cells.map((cell) => toReturnedCell(reference, cell, names)),
    });
  });
}

function toReturnedCell(reference: Reference, cell: ReturnedCellRow, names: ReadonlyMap<string, string>) {
  const indicator = reference.indicatorById.get(cell.indicatorId);
  return {
    indicatorId: cell.indicatorId,
    areaId: cell.areaId,
    areaName: reference.areaById.get(cell.areaId)?.name ?? cell.areaId,
    shortNameId: indicator?.shortNameId ?? cell.indicatorId,
    shortNameEn: indicator?.shortNameEn ?? cell.indicatorId,
    reason: cell.reason,
    byName: names.get(cell.actorId ?? '') ?? null,
    at: cell.at,
  };
}

/** The verifier's desk: submitted cells of every report that this person may verify, the longest waiting first. */
export async function reportsToVerify(handle: DatabaseHandle, actor: Actor, clock: Clock): Promise<ToVerifyOutput> {
  if (!can(actor.role, 'report.verify')) return { today: clock.today, reports: [] };
  const reference = await referenceOf(handle);
  const waiting = (await listReportsToVerify(handle.db)).filter(
    ({ report }) => whyNotVerify(reference, actor, report, report, clock) === null,
  );
  const names = await namesOf(
    handle.db,
    waiting.flatMap(({ report }) => peopleOf(report)),
  );
  const reports = waiting.map(({ report, submittedCells }): ToVerifyReport => {
    const since = report.submittedAt ? currentDate(new Date(report.submittedAt), clock.timeZone) : clock.today;
    const verifyBy = verifyByOf(reference, since);
    return {
      ...headOf(reference, subjectOf(report), report, report.expectedCells, clock, names),
      daysWaiting: Math.max(0, daysBetween(since, clock.today)),
      submittedCells,
      verifyBy,
      daysPastVerifyBy: workingDaysBetween(verifyBy, clock.today),
    };
  });
  return { today: clock.today, reports };
}

/** For the badge in the navigation: reports to hand in soon or late, and reports to verify. */
export async function countDue(handle: DatabaseHandle, actor: Actor, clock: Clock): Promise<{ count: number }> {
  const reference = await referenceOf(handle);
  const owed = can(actor.role, 'report.enter') ? await listOwed(handle, reference, actor, clock, null) : [];
  const pressing = owed.filter(
    (report) =>
      isOpen(report) &&
      (report.state === 'returned' ||
        report.hasPendingCorrections ||
        daysBetween(clock.today, report.dueDate) <= NEAR_DAYS),
  );
  const { reports } = await reportsToVerify(handle, actor, clock);
  return { count: pressing.length + reports.length };
}

function subjectOf({ month, issueId, agencyId }: ReportRow): ReportSubject {
  return { month, issueId, agencyId };
}

function peopleOf(report: ReportRow): (string | null)[] {
  return [report.submittedById, report.verifiedById, report.returnedById];
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
