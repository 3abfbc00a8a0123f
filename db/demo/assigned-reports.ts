import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { responsibilityOn, responsibleIn } from '#shared/assignment.ts';
import { type IssueId, issueIds } from '#shared/indicator.ts';
import { lastDayOfMonth, type Month } from '#shared/month.ts';
import type { CollectedCells } from './collected-cells.ts';
import type { Places } from './places.ts';
import type { ReportSubject } from './report-plan.ts';
import type { SampleCell } from './sample-report.ts';

export interface AssignedReport {
  subject: ReportSubject;
  cells: SampleCell[];
}

/** The reports of a month: each owed cell goes to the agency that is responsible for its area on the month's last day. */
export async function loadAssignedReports(
  trx: Kysely<Database>,
  places: Places,
  collected: CollectedCells,
): Promise<(month: Month, monthsAgo: number) => AssignedReport[]> {
  const assignments = await trx.selectFrom('assignment').selectAll().orderBy('id').execute();
  const paths = new Map<string, string[]>();
  const pathOf = (areaId: string) => {
    const path = paths.get(areaId) ?? places.pathOf(areaId);
    paths.set(areaId, path);
    return path;
  };

  function reportsOf(issueId: IssueId, month: Month, monthsAgo: number): AssignedReport[] {
    const index = responsibilityOn(assignments, issueId, lastDayOfMonth(month));
    const coordinator = responsibleIn(index, [])?.agencyId;
    const byAgency = new Map<string, SampleCell[]>();
    for (const cell of collected.of(issueId, month)) {
      const responsible = responsibleIn(index, pathOf(cell.areaId));
      if (!responsible) continue;
      const cells = byAgency.get(responsible.agencyId);
      if (cells) cells.push(cell);
      else byAgency.set(responsible.agencyId, [cell]);
    }
    return [...byAgency].map(([agencyId, cells]) => ({
      cells,
      subject: {
        agencyId,
        issueId,
        month,
        monthsAgo,
        isCoordinator: agencyId === coordinator,
        areaIds: [...new Set(cells.map((cell) => cell.areaId))],
      },
    }));
  }

  return (month, monthsAgo) => issueIds.flatMap((issueId) => reportsOf(issueId, month, monthsAgo));
}
