import type { DatabaseHandle } from '#db/connection.ts';
import { assignmentGapsFor, responsibilityFor } from '#server/assignment/assignment.service.ts';
import { type Reference, referenceOf } from '#server/reference/reference.service.ts';
import { groupBy } from '#shared/group-by.ts';
import { currentDate, daysBetween, type Month } from '#shared/month.ts';
import type { AssignmentGaps, Completeness, CompletenessCell, CompletenessTotal } from '#shared/report/completeness.ts';
import { type ReportSubject, reportKeyOf } from '#shared/report.ts';
import type { Clock } from './clock.ts';
import { type ExpectedReport, expectedReports } from './expected-reports.ts';
import { handedInKeys } from './handed-in.ts';
import { countersOf, listOpenReports, listReportsOfMonths, type ReportProgressRow } from './report.queries.ts';
import { agencyRef, dueDateOf, isLockedNow, owedCounters } from './report-head.ts';
import { openMonths } from './report-months.ts';

/**
 * Who owes what, counted from the cells (the reports' counters) and not from a click on "done". Reports that nobody has
 * begun count with what they owe. Costs one row per report, however many cells or villages.
 */
export async function completenessOf(
  handle: DatabaseHandle,
  months: readonly Month[],
  clock: Clock,
): Promise<Completeness> {
  const reference = await referenceOf(handle);
  const asked = [...new Set(months)].toSorted();
  const rows = await listReportsOfMonths(handle.db, asked);
  const owed = await listExpected(handle, reference, asked, clock);
  const rowByKey = new Map(rows.map((row) => [reportKeyOf(row), row]));
  const cells = cellsOf(reference, rowByKey, owed, clock);
  const agencyIds = new Set(cells.map((cell) => cell.agencyId));
  const cellsByMonth = groupBy(cells, (cell) => cell.month);
  const cellsByIssue = groupBy(cells, (cell) => `${cell.month} ${cell.issueId}`);
  return {
    today: clock.today,
    months: asked,
    agencies: [...reference.agencyById.keys()].filter((id) => agencyIds.has(id)).map((id) => agencyRef(reference, id)),
    cells,
    issueTotals: asked.flatMap((month) =>
      reference.issues.map((issue) => ({
        issueId: issue.id,
        ...totalOf(month, cellsByIssue.get(`${month} ${issue.id}`) ?? [], clock),
      })),
    ),
    totals: asked.map((month) => totalOf(month, cellsByMonth.get(month) ?? [], clock)),
  };
}

/** The reports that these months' assignments ask for, begun or not. */
async function listExpected(
  handle: DatabaseHandle,
  reference: Reference,
  months: readonly Month[],
  clock: Clock,
): Promise<ExpectedReport[]> {
  const open = new Set(await openMonths(handle.db, reference, clock));
  return months.filter((month) => open.has(month)).flatMap((month) => expectedReports(reference, month));
}

/** The reports that are begun, then those that are owed and not begun. */
function cellsOf(
  reference: Reference,
  begun: ReadonlyMap<string, ReportProgressRow>,
  owed: readonly ExpectedReport[],
  clock: Clock,
): CompletenessCell[] {
  return [
    ...[...begun].map(([key, row]) => toCell(reference, key, row, row, clock)),
    ...owed.flatMap(({ key, subject }) => (begun.has(key) ? [] : toCell(reference, key, subject, undefined, clock))),
  ].filter(isOwed);
}

/** A report without a single cell, owed or filled, is none. */
function isOwed({ counters }: CompletenessCell): boolean {
  return counters.expected + counters.filled + counters.notApplicable > 0;
}

/** What is still to be handed in for these months: not begun, a draft, or returned. What is done costs next to nothing. */
export async function stillOwed(
  handle: DatabaseHandle,
  months: readonly Month[],
  clock: Clock,
): Promise<CompletenessCell[]> {
  const reference = await referenceOf(handle);
  const done = await handedInKeys(handle, months);
  const rows = await listOpenReports(handle.db, months);
  const rowByKey = new Map(rows.map((row) => [reportKeyOf(row), row]));
  const expected = await listExpected(handle, reference, months, clock);
  const owed = expected.filter(({ key, subject }) => !done.get(subject.month)?.has(key));
  return cellsOf(reference, rowByKey, owed, clock);
}

function toCell(
  reference: Reference,
  reportKey: string,
  subject: ReportSubject,
  row: ReportProgressRow | undefined,
  clock: Clock,
): CompletenessCell {
  const counters = row ? countersOf(row) : owedCounters(cellsOwed(reference, subject));
  const firstSubmittedAt = row?.firstSubmittedAt ?? null;
  const dueDate = dueDateOf(reference, subject);
  const submittedOn = firstSubmittedAt === null ? null : currentDate(new Date(firstSubmittedAt), clock.timeZone);
  const daysLate = Math.max(0, daysBetween(dueDate, submittedOn ?? clock.today));
  return {
    reportKey,
    agencyId: subject.agencyId,
    issueId: subject.issueId,
    month: subject.month,
    state: row?.state ?? 'not_started',
    dueDate,
    counters,
    received: firstSubmittedAt === null ? 0 : counters.filled + counters.notApplicable,
    isOnTime: submittedOn === null && daysLate === 0 ? null : daysLate === 0,
    daysLate,
    isLocked: isLockedNow(reference, subject, clock),
    firstSubmittedAt,
    isSample: row?.isSample === 1,
  };
}

function cellsOwed(reference: Reference, { issueId, month, agencyId }: ReportSubject): number {
  return responsibilityFor(reference, issueId, month).expectedByAgency().get(agencyId) ?? 0;
}

function totalOf(month: Month, cells: readonly CompletenessCell[], clock: Clock): CompletenessTotal {
  const count = (holds: (cell: CompletenessCell) => boolean) => cells.filter(holds).length;
  const sum = (of: (cell: CompletenessCell) => number) => cells.reduce((total, cell) => total + of(cell), 0);
  return {
    month,
    reportsExpected: cells.length,
    reportsReceived: count((cell) => cell.firstSubmittedAt !== null),
    reportsOnTime: count((cell) => cell.firstSubmittedAt !== null && cell.isOnTime === true),
    reportsVerified: count((cell) => cell.state === 'verified'),
    reportsOverdue: count(
      (cell) => cell.dueDate < clock.today && cell.state !== 'submitted' && cell.state !== 'verified',
    ),
    counters: {
      expected: sum((cell) => cell.counters.expected),
      filled: sum((cell) => cell.counters.filled),
      notApplicable: sum((cell) => cell.counters.notApplicable),
      verified: sum((cell) => cell.counters.verified),
      returned: sum((cell) => cell.counters.returned),
      edited: sum((cell) => cell.counters.edited),
    },
    received: sum((cell) => cell.received),
  };
}

/** Districts without an owner, grouped by district, and agencies that share a role. */
export async function assignmentGaps(handle: DatabaseHandle, month: Month): Promise<AssignmentGaps> {
  const reference = await referenceOf(handle);
  const { gaps, overlaps } = assignmentGapsFor(reference, month);
  return {
    gaps: [...groupBy(gaps, (gap) => gap.areaId)].map(([areaId, issues]) => {
      const area = reference.areaById.get(areaId);
      return {
        areaId,
        areaName: area?.name ?? areaId,
        regencyName: reference.areaById.get(area?.parentId ?? '')?.name ?? null,
        issues: issues.map(({ issueId, fallbackAgencyId }) => ({
          issueId,
          fallbackAgency: fallbackAgencyId === null ? null : agencyRef(reference, fallbackAgencyId),
        })),
      };
    }),
    overlaps: overlaps.map(({ agencyIds, ...overlap }) => ({
      ...overlap,
      areaName: overlap.areaId === null ? null : (reference.areaById.get(overlap.areaId)?.name ?? null),
      agencies: agencyIds.map((id) => agencyRef(reference, id)),
    })),
  };
}
