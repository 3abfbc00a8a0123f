import type { DatabaseHandle } from '#db/connection.ts';
import { responsibilityFor } from '#server/assignment/assignment.service.ts';
import type { PageScope } from '#server/figure/page-scope.service.ts';
import { type Reference, referenceOf } from '#server/reference/reference.service.ts';
import type { Completeness } from '#shared/figure.ts';
import type { IssueId } from '#shared/indicator.ts';
import { currentDate, currentMonth, daysBetween } from '#shared/month.ts';
import type { LateReport } from '#shared/overview.ts';
import { defaultDueDay, dueDateFor } from '#shared/report/due-date.ts';
import { findFirstEvent, findFirstReport, listReports, type ReportStateRow } from './overview.queries.ts';

export interface ReportingState {
  total: Completeness;
  /** Not handed in or sent back, the longest overdue first. */
  late: LateReport[];
}

/** A report that somebody owes for the month, whether it was begun or not. */
interface OwedReport {
  agencyId: string;
  issueId: IssueId;
  dueDate: string;
  expectedCells: number;
  row: ReportStateRow | undefined;
}

type Scope = Pick<PageScope, 'month' | 'asOf' | 'timeZone'>;

/** Where a month's reports stand; null for a month before reporting began, for which nobody owes one. */
export async function reportingState(
  database: DatabaseHandle,
  scope: Scope,
  issueId?: IssueId,
): Promise<ReportingState | null> {
  const [reference, rows] = await Promise.all([referenceOf(database), listReports(database.db, scope)]);
  if (rows.length === 0 && (await isBeforeUse(database, scope))) return null;
  const issueIds = issueId ? [issueId] : reference.issues.map((issue) => issue.id);
  const owed = issueIds.flatMap((id) => owedReports(reference, id, scope, rows));
  const late = owed.flatMap((each) => lateReport(reference, each, scope.asOf) ?? []);
  late.sort((a, b) => b.daysLate - a.daysLate || (a.agencyAbbr < b.agencyAbbr ? -1 : 1));
  return { total: completenessOf(owed, scope), late };
}

async function isBeforeUse(database: DatabaseHandle, { month, timeZone }: Scope): Promise<boolean> {
  const [[report], [event]] = await Promise.all([findFirstReport(database.db, {}), findFirstEvent(database.db, {})]);
  const inUseSince = event ? currentMonth(new Date(event.at), timeZone) : undefined;
  return [report?.month, inUseSince].every((since) => since === undefined || month < since);
}

function owedReports(
  reference: Reference,
  issueId: IssueId,
  { month }: Scope,
  rows: readonly ReportStateRow[],
): OwedReport[] {
  const day = Number(reference.settings.get('deadline.defaultDay') ?? defaultDueDay);
  const dueDate = dueDateFor({ issueId, month, deadlines: reference.deadlines, defaultDay: day });
  const rowByAgency = new Map(rows.flatMap((row) => (row.issueId === issueId ? [[row.agencyId, row]] : [])));
  const expected = responsibilityFor(reference, issueId, month).expectedByAgency();
  const agencyIds = new Set([...expected.keys(), ...rowByAgency.keys()]);
  return [...agencyIds].map((agencyId) => {
    const row = rowByAgency.get(agencyId);
    return { agencyId, issueId, dueDate, row, expectedCells: row?.expectedCells ?? expected.get(agencyId) ?? 0 };
  });
}

function completenessOf(owed: readonly OwedReport[], { timeZone }: Scope): Completeness {
  const count = (test: (row: ReportStateRow) => boolean) => owed.filter(({ row }) => row && test(row)).length;
  const sum = (of: (each: OwedReport) => number) => owed.reduce((total, each) => total + of(each), 0);
  const isOnTime = ({ row, dueDate }: OwedReport) =>
    row !== undefined &&
    row.firstSubmittedAt !== null &&
    currentDate(new Date(row.firstSubmittedAt), timeZone) <= dueDate;
  const handedIn = count((row) => row.state !== 'draft');
  return {
    expected: owed.length,
    received: handedIn,
    onTime: owed.filter(isOnTime).length,
    verified: count((row) => row.state === 'verified'),
    submitted: count((row) => row.state === 'submitted'),
    returned: count((row) => row.state === 'returned'),
    missing: owed.length - handedIn,
    dueDate: owed.map((each) => each.dueDate).sort()[0] ?? null,
    cells: {
      expected: sum(({ row, expectedCells }) => expectedCells - (row?.notApplicableCells ?? 0)),
      filled: sum(({ row }) => row?.filledCells ?? 0),
      verified: sum(({ row }) => row?.verifiedCells ?? 0),
    },
  };
}

function lateReport(
  reference: Reference,
  { agencyId, issueId, dueDate, row }: OwedReport,
  asOf: string,
): LateReport | null {
  if (row && row.state !== 'draft' && row.state !== 'returned') return null;
  const agency = reference.agencyById.get(agencyId);
  return {
    agencyId,
    agencyAbbr: agency?.abbr ?? agencyId,
    agencyName: agency?.name ?? agencyId,
    issueId,
    state: row?.state === 'returned' ? 'returned' : 'missing',
    dueDate,
    daysLate: Math.max(0, daysBetween(dueDate, asOf)),
    returnedCells: row?.returnedCells ?? 0,
  };
}
