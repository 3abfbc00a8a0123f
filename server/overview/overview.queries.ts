import type { Kysely } from 'kysely';
import { preparedQuery } from '#db/prepared-query.ts';
import type { Database } from '#db/schema.ts';
import { monthRange } from '#shared/month.ts';

/** The latest month of a span for which a province holds one of the figures in this scope. */
export async function findLatestMonth(
  db: Kysely<Database>,
  scope: {
    indicatorIds: readonly string[];
    areaId: string;
    parentId: string;
    from: string;
    to: string;
    held: 'verifiedHeld' | 'submittedHeld';
  },
): Promise<string | null> {
  const row = await db
    .selectFrom('rollup')
    .select((eb) => eb.fn.max('month').as('month'))
    .where('indicatorId', 'in', scope.indicatorIds)
    .where('parentId', '=', scope.parentId)
    // All provinces share a parent: with the months named, the rows of the others are passed over.
    .where('month', 'in', monthRange(scope.from, scope.to))
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
