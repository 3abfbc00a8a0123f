import type { DatabaseHandle } from '#db/connection.ts';
import type { Restatement, RestatementsInput } from '#shared/report/restatement.ts';

const MOST_LISTED = 500;

/** The restatement ledger, the latest first. */
export async function listRestatements(handle: DatabaseHandle, input: RestatementsInput): Promise<Restatement[]> {
  let query = handle.db
    .selectFrom('restatement')
    .innerJoin('indicator', 'indicator.id', 'restatement.indicatorId')
    .innerJoin('area', 'area.id', 'restatement.areaId')
    .leftJoin('user as corrector', 'corrector.id', 'restatement.actorId')
    .leftJoin('user as verifier', 'verifier.id', 'restatement.verifiedById')
    .select([
      'restatement.id',
      'restatement.indicatorId',
      'restatement.areaId',
      'restatement.issueId',
      'restatement.month',
      'area.name as areaName',
      'indicator.shortNameId',
      'indicator.shortNameEn',
      'indicator.unitId',
      'indicator.unitEn',
      'indicator.decimals',
      'restatement.fromKind',
      'restatement.fromValue',
      'restatement.toKind',
      'restatement.toValue',
      'restatement.reason',
      'corrector.name as correctedByName',
      'verifier.name as verifiedByName',
      'restatement.at',
      'restatement.provinceBefore',
      'restatement.provinceAfter',
    ])
    .orderBy('restatement.at', 'desc')
    .orderBy('restatement.id', 'desc')
    .limit(MOST_LISTED);
  if (input.issueId) query = query.where('restatement.issueId', '=', input.issueId);
  if (input.month) query = query.where('restatement.month', '=', input.month);
  if (input.since) query = query.where('restatement.at', '>=', input.since);
  return query.execute();
}
