import type { Kysely } from 'kysely';
import type { DatabaseHandle } from '#db/connection.ts';
import type { Database } from '#db/schema.ts';
import type { Restatement, RestatementsInput } from '#shared/report/restatement.ts';

const MOST_LISTED = 500;

/** The restatement ledger with the names that it is told with, the latest first; callers narrow it and set its length. */
export function selectRestatements(db: Kysely<Database>) {
  return db
    .selectFrom('restatement')
    .innerJoin('indicator', 'indicator.id', 'restatement.indicatorId')
    .leftJoin('area', 'area.id', 'restatement.areaId')
    .leftJoin('user as corrector', 'corrector.id', 'restatement.actorId')
    .leftJoin('user as verifier', 'verifier.id', 'restatement.verifiedById')
    .select((eb) => [
      'restatement.id',
      'restatement.indicatorId',
      'restatement.areaId',
      'restatement.month',
      eb.fn.coalesce('area.name', 'restatement.areaId').as('areaName'),
      'indicator.decimals',
      'restatement.fromValue',
      'restatement.toValue',
      'restatement.reason',
      'corrector.name as correctedByName',
      'verifier.name as verifiedByName',
      'restatement.at',
      'restatement.provinceBefore',
      'restatement.provinceAfter',
    ])
    .orderBy('restatement.at', 'desc')
    .orderBy('restatement.id', 'desc');
}

/** The restatement ledger, the latest first. */
export async function listRestatements(handle: DatabaseHandle, input: RestatementsInput): Promise<Restatement[]> {
  let query = selectRestatements(handle.db)
    .select([
      'restatement.issueId',
      'restatement.fromKind',
      'restatement.toKind',
      'indicator.shortNameId',
      'indicator.shortNameEn',
      'indicator.unitId',
      'indicator.unitEn',
    ])
    .limit(MOST_LISTED);
  if (input.issueId) query = query.where('restatement.issueId', '=', input.issueId);
  if (input.month) query = query.where('restatement.month', '=', input.month);
  if (input.since) query = query.where('restatement.at', '>=', input.since);
  return query.execute();
}
