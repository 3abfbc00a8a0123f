import type { Kysely, Selectable } from 'kysely';
import type { Database, DeadlineTable } from '#db/schema.ts';
import type { IssueId } from '#shared/indicator.ts';

export type DeadlineRow = Selectable<DeadlineTable>;
export type DeadlinePatch = Partial<Omit<DeadlineRow, 'id' | 'version' | 'createdAt'>>;

export function listDeadlineRows(db: Kysely<Database>): Promise<DeadlineRow[]> {
  return db.selectFrom('deadline').selectAll().orderBy('month', 'desc').orderBy('issueId').orderBy('id').execute();
}

export function findDeadline(db: Kysely<Database>, id: string): Promise<DeadlineRow | undefined> {
  return db.selectFrom('deadline').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The exception for exactly that issue and month: there can be one. */
export async function findExceptionId(
  db: Kysely<Database>,
  { issueId, month }: Pick<DeadlineRow, 'issueId' | 'month'>,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('deadline')
    .select('id')
    .where('issueId', issueId === null ? 'is' : '=', issueId)
    .where('month', month === null ? 'is' : '=', month)
    .executeTakeFirst();
  return row?.id;
}

export async function insertDeadline(trx: Kysely<Database>, row: DeadlineRow): Promise<void> {
  await trx.insertInto('deadline').values(row).execute();
}

/** @returns false when the row is no longer at `expectedVersion` */
export async function updateDeadline(
  trx: Kysely<Database>,
  id: string,
  expectedVersion: number,
  patch: DeadlinePatch,
): Promise<boolean> {
  const result = await trx
    .updateTable('deadline')
    .set({ ...patch, version: expectedVersion + 1 })
    .where('id', '=', id)
    .where('version', '=', expectedVersion)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function deleteDeadline(trx: Kysely<Database>, id: string): Promise<void> {
  await trx.deleteFrom('deadline').where('id', '=', id).execute();
}

export async function saveSetting(trx: Kysely<Database>, key: string, value: string): Promise<void> {
  const updatedAt = new Date().toISOString();
  await trx
    .insertInto('setting')
    .values({ key, value, updatedAt })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value, updatedAt }))
    .execute();
}

export async function deleteSetting(trx: Kysely<Database>, key: string): Promise<void> {
  await trx.deleteFrom('setting').where('key', '=', key).execute();
}

/** The issues and months that have reports which are not yet verified, with the due date those carry. */
export function listOpenDueDates(db: Kysely<Database>) {
  return db
    .selectFrom('report')
    .select(['issueId', 'month', 'dueDate'])
    .distinct()
    .where('state', '!=', 'verified')
    .execute();
}

/** @returns how many reports were changed */
export async function moveDueDate(
  trx: Kysely<Database>,
  of: { issueId: IssueId; month: string; dueDate: string },
  to: string,
): Promise<number> {
  const result = await trx
    .updateTable('report')
    .set({ dueDate: to })
    .where('issueId', '=', of.issueId)
    .where('month', '=', of.month)
    .where('dueDate', '=', of.dueDate)
    .where('state', '!=', 'verified')
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
