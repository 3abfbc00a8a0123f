import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Completeness } from '#shared/figure.ts';
import type { IssueId } from '#shared/indicator.ts';
import { daysBetween, type Month } from '#shared/month.ts';
import type { LateReport } from '#shared/overview.ts';
import { listReports, type ReportStateRow } from './overview.queries.ts';

export interface ReportingState {
  total: Completeness;
  /** Not handed in or sent back, the longest overdue first. */
  late: LateReport[];
}

/** Where a month's reports stand. `asOf` is today's date in the province. */
export async function reportingState(
  db: Kysely<Database>,
  { month, asOf, issueId }: { month: Month; asOf: string; issueId?: IssueId },
): Promise<ReportingState> {
  const rows = await listReports(db, { month });
  const reports = issueId ? rows.filter((row) => row.issueId === issueId) : rows;
  const late = reports.flatMap((row) => lateReport(row, asOf) ?? []);
  late.sort((a, b) => b.daysLate - a.daysLate || (a.agencyAbbr < b.agencyAbbr ? -1 : 1));
  return { total: completenessOf(reports), late };
}

function completenessOf(reports: readonly ReportStateRow[]): Completeness {
  const count = (test: (row: ReportStateRow) => boolean) => reports.filter(test).length;
  const sum = (of: (row: ReportStateRow) => number) => reports.reduce((total, row) => total + of(row), 0);
  return {
    expected: reports.length,
    received: count((row) => row.firstSubmittedAt !== null),
    onTime: count((row) => row.firstSubmittedAt !== null && row.firstSubmittedAt.slice(0, 10) <= row.dueDate),
    verified: count((row) => row.state === 'verified'),
    submitted: count((row) => row.state === 'submitted'),
    returned: count((row) => row.state === 'returned'),
    missing: count((row) => row.state === 'draft'),
    dueDate: reports.map((row) => row.dueDate).sort()[0] ?? null,
    cells: {
      expected: sum((row) => row.expectedCells - row.notApplicableCells),
      filled: sum((row) => row.filledCells),
      verified: sum((row) => row.verifiedCells),
    },
  };
}

function lateReport(row: ReportStateRow, asOf: string): LateReport | null {
  if (row.state !== 'draft' && row.state !== 'returned') return null;
  return {
    agencyId: row.agencyId,
    agencyAbbr: row.agencyAbbr,
    agencyName: row.agencyName,
    issueId: row.issueId,
    state: row.state === 'returned' ? 'returned' : 'missing',
    dueDate: row.dueDate,
    daysLate: Math.max(0, daysBetween(row.dueDate, asOf)),
    returnedCells: row.returnedCells,
  };
}
