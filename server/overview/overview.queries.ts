import type { Kysely } from 'kysely';
import { preparedQuery } from '#db/prepared-query.ts';
import type { Database } from '#db/schema.ts';
import type { IssueId } from '#shared/indicator.ts';

/** The latest month for which a province holds one of the figures in this scope. */
export async function findLatestMonth(
  db: Kysely<Database>,
  scope: { indicatorIds: readonly string[]; areaId: string; parentId: string; held: 'verifiedHeld' | 'submittedHeld' },
): Promise<string | null> {
  const row = await db
    .selectFrom('rollup')
    .select((eb) => eb.fn.max('month').as('month'))
    .where('indicatorId', 'in', scope.indicatorIds)
    .where('parentId', '=', scope.parentId)
    .where('areaId', '=', scope.areaId)
    .where(scope.held, '>', 0)
    .executeTakeFirst();
  return row?.month ?? null;
}

export const countRestatements = preparedQuery<{ since: string }, { count: number }>((db, p) =>
  db
    .selectFrom('restatement')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('at', '>=', p.since),
);

export interface ReportStateRow {
  agencyId: string;
  agencyAbbr: string;
  agencyName: string;
  issueId: IssueId;
  state: 'draft' | 'submitted' | 'verified' | 'returned';
  dueDate: string;
  firstSubmittedAt: string | null;
  expectedCells: number;
  filledCells: number;
  notApplicableCells: number;
  verifiedCells: number;
  returnedCells: number;
}

export const listReports = preparedQuery<{ month: string }, ReportStateRow>((db, p) =>
  db
    .selectFrom('report as r')
    .innerJoin('agency as a', 'a.id', 'r.agencyId')
    .select([
      'r.agencyId',
      'a.abbr as agencyAbbr',
      'a.name as agencyName',
      'r.issueId',
      'r.state',
      'r.dueDate',
      'r.firstSubmittedAt',
      'r.expectedCells',
      'r.filledCells',
      'r.notApplicableCells',
      'r.verifiedCells',
      'r.returnedCells',
    ])
    .where('r.month', '=', p.month),
);
