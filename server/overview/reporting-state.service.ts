import type { DatabaseHandle } from '#db/connection.ts';
import type { PageScope } from '#server/figure/page-scope.service.ts';
import { completenessOf } from '#server/report/report.service.ts';
import type { Completeness } from '#shared/figure.ts';
import type { IssueId } from '#shared/indicator.ts';
import { daysBetween } from '#shared/month.ts';
import type { LateReport } from '#shared/overview.ts';
import type { CompletenessCell } from '#shared/report/completeness.ts';
import type { AgencyRef } from '#shared/report.ts';

export interface ReportingState {
  total: Completeness;
  /** Not handed in or sent back, the longest overdue first. */
  late: LateReport[];
}

/** Where a month's reports stand; null for a month for which nobody owes one. */
export async function reportingState(
  database: DatabaseHandle,
  { month, asOf, timeZone }: Pick<PageScope, 'month' | 'asOf' | 'timeZone'>,
  issueId?: IssueId,
): Promise<ReportingState | null> {
  const { cells, agencies } = await completenessOf(database, [month], { today: asOf, timeZone });
  const reports = issueId ? cells.filter((cell) => cell.issueId === issueId) : cells;
  if (reports.length === 0) return null;
  const agencyById = new Map(agencies.map((agency) => [agency.id, agency]));
  const late = reports.flatMap((cell) => lateReport(cell, agencyById.get(cell.agencyId), asOf) ?? []);
  late.sort((a, b) => b.daysLate - a.daysLate || (a.agencyAbbr < b.agencyAbbr ? -1 : 1));
  return { total: totalOf(reports), late };
}

function totalOf(reports: readonly CompletenessCell[]): Completeness {
  const count = (test: (cell: CompletenessCell) => boolean) => reports.filter(test).length;
  const sum = (of: (cell: CompletenessCell) => number) => reports.reduce((total, cell) => total + of(cell), 0);
  const received = count((cell) => cell.firstSubmittedAt !== null);
  return {
    expected: reports.length,
    received,
    onTime: count((cell) => cell.firstSubmittedAt !== null && cell.isOnTime === true),
    verified: count((cell) => cell.state === 'verified'),
    submitted: count((cell) => cell.state === 'submitted'),
    returned: count((cell) => cell.state === 'returned'),
    missing: reports.length - received,
    dueDate: reports.map((cell) => cell.dueDate).sort()[0] ?? null,
    cells: {
      expected: sum(({ counters }) => counters.expected - counters.notApplicable),
      filled: sum(({ counters }) => counters.filled),
      verified: sum(({ counters }) => counters.verified),
    },
  };
}

function lateReport(cell: CompletenessCell, agency: AgencyRef | undefined, asOf: string): LateReport | null {
  const { agencyId, issueId, state, dueDate, counters } = cell;
  if (state === 'submitted' || state === 'verified') return null;
  return {
    agencyId,
    agencyAbbr: agency?.abbr ?? agencyId,
    agencyName: agency?.name ?? agencyId,
    issueId,
    state: state === 'returned' ? 'returned' : 'missing',
    dueDate,
    daysLate: Math.max(0, daysBetween(dueDate, asOf)),
    returnedCells: counters.returned,
  };
}
