import type { Insertable, Kysely, Selectable, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { DecisionTable } from '#db/schema-briefing.ts';
import type { IssueId } from '#shared/indicator.ts';

export type DecisionRow = Selectable<DecisionTable>;
export type DecisionPatch = Partial<Pick<DecisionRow, 'kind' | 'text' | 'issueId' | 'updatedAt'>>;
export type ListedDecision = Awaited<ReturnType<ReturnType<typeof listedDecisions>['execute']>>[number];

function listedDecisions(db: Kysely<Database>) {
  return db
    .selectFrom('decision as d')
    .leftJoin('meeting as m', 'm.id', 'd.meetingId')
    .leftJoin('user as u', 'u.id', 'd.recordedById')
    .selectAll('d')
    .select(['m.title as meetingTitle', 'm.date as meetingDate', 'm.isSample as meetingIsSample'])
    .select('u.name as recordedByName');
}

/** In the order they were taken. */
export function listDecisionsOfMeeting(db: Kysely<Database>, meetingId: string): Promise<ListedDecision[]> {
  return listedDecisions(db).where('d.meetingId', '=', meetingId).orderBy('d.createdAt').orderBy('d.id').execute();
}

/** The latest first. */
export function listLatestDecisions(
  db: Kysely<Database>,
  { issueId, limit }: { issueId: IssueId | undefined; limit: number },
): Promise<ListedDecision[]> {
  let query = listedDecisions(db);
  if (issueId) query = query.where('d.issueId', '=', issueId);
  return query.orderBy('d.decidedOn', 'desc').orderBy('d.createdAt', 'desc').orderBy('d.id').limit(limit).execute();
}

export function findDecision(db: Kysely<Database>, id: string): Promise<DecisionRow | undefined> {
  return db.selectFrom('decision').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function insertDecision(trx: Transaction<Database>, row: Insertable<DecisionTable>): Promise<void> {
  await trx.insertInto('decision').values(row).execute();
}

/** @returns false when the row is no longer at the version that was seen */
export async function updateDecision(
  trx: Transaction<Database>,
  seen: Pick<DecisionRow, 'id' | 'version'>,
  patch: DecisionPatch,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('decision')
    .set({ ...patch, version: seen.version + 1 })
    .where('id', '=', seen.id)
    .where('version', '=', seen.version)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function deleteDecision(trx: Transaction<Database>, id: string): Promise<void> {
  await trx.deleteFrom('decision').where('id', '=', id).execute();
}

export async function countDecisionsByMeeting(
  db: Kysely<Database>,
  meetingIds: readonly string[],
): Promise<Map<string, number>> {
  if (meetingIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('decision')
    .select((eb) => ['meetingId', eb.cast<number>(eb.fn.countAll(), 'integer').as('count')])
    .where('meetingId', 'in', meetingIds)
    .groupBy('meetingId')
    .execute();
  return new Map(rows.flatMap(({ meetingId, count }) => (meetingId === null ? [] : [[meetingId, Number(count)]])));
}
