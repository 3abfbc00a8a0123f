import type { Kysely, Selectable } from 'kysely';
import { preparedQuery } from '#db/prepared-query.ts';
import type { Database, ReportTable } from '#db/schema.ts';

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

export type ReportStateRow = Pick<
  Selectable<ReportTable>,
  | 'agencyId'
  | 'issueId'
  | 'state'
  | 'firstSubmittedAt'
  | 'expectedCells'
  | 'filledCells'
  | 'notApplicableCells'
  | 'verifiedCells'
  | 'returnedCells'
>;

export const listReports = preparedQuery<{ month: string }, ReportStateRow>((db, p) =>
  db
    .selectFrom('report')
    .select([
      'agencyId',
      'issueId',
      'state',
      'firstSubmittedAt',
      'expectedCells',
      'filledCells',
      'notApplicableCells',
      'verifiedCells',
      'returnedCells',
    ])
    .where('month', '=', p.month),
);

/** The first month that has a report; null before there is any. */
export const findFirstReport = preparedQuery<Record<string, never>, { month: string }>((db) =>
  db.selectFrom('report').select('month').orderBy('month').limit(1),
);

/** When this database came into use. */
export const findFirstEvent = preparedQuery<Record<string, never>, { at: string }>((db) =>
  db.selectFrom('audit_event').select('at').orderBy('seq').limit(1),
);
