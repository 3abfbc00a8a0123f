import type { Insertable, Kysely, Selectable, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { ExportJobTable } from '#db/schema-briefing.ts';
import type { ExportFailure } from '#shared/briefing/export.ts';

export type ExportJobRow = Selectable<ExportJobTable>;

/** What makes two requests ask for the same file. */
export type ExportKey = Pick<ExportJobRow, 'editionId' | 'kind' | 'locale' | 'paper' | 'slideId'>;

/** A job in the hands of one process; every change of it is refused once another took it away. */
export interface Claim {
  id: string;
  workerId: string;
}

export function findJob(db: Kysely<Database>, id: string): Promise<ExportJobRow | undefined> {
  return db.selectFrom('export_job').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The latest first. */
export function listJobs(db: Kysely<Database>, editionId: string): Promise<ExportJobRow[]> {
  return db
    .selectFrom('export_job')
    .selectAll()
    .where('editionId', '=', editionId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** Jobs for the same file that are made or being made, the latest first. */
export function listEqualJobs(db: Kysely<Database>, key: ExportKey): Promise<ExportJobRow[]> {
  return db
    .selectFrom('export_job')
    .selectAll()
    .where('editionId', '=', key.editionId)
    .where('kind', '=', key.kind)
    .where('locale', '=', key.locale)
    .where('paper', '=', key.paper)
    .where('slideId', key.slideId === null ? 'is' : '=', key.slideId)
    .where('state', '!=', 'failed')
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

export async function insertJob(trx: Transaction<Database>, row: Insertable<ExportJobTable>): Promise<void> {
  await trx.insertInto('export_job').values(row).execute();
}

/** The job that waits longest. */
export function findQueuedJob(db: Kysely<Database>): Promise<ExportJobRow | undefined> {
  return db
    .selectFrom('export_job')
    .selectAll()
    .where('state', '=', 'queued')
    .orderBy('createdAt')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
}

/** @returns whether the job is now this process's; of several that try, one gets it */
export async function claimJob(trx: Transaction<Database>, { id, workerId }: Claim, at: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('export_job')
    .set({ state: 'running', workerId, heartbeatAt: at, progress: 0 })
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

type Changes = Partial<
  Pick<
    ExportJobRow,
    'state' | 'progress' | 'heartbeatAt' | 'storageKey' | 'byteSize' | 'failure' | 'finishedAt' | 'workerId'
  >
>;

/** @returns false when the job is no longer this process's */
export async function changeClaimed(trx: Transaction<Database>, claim: Claim, changes: Changes): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('export_job')
    .set(changes)
    .where('id', '=', claim.id)
    .where('workerId', '=', claim.workerId)
    .where('state', '=', 'running')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function hasSilentJobs(db: Kysely<Database>, before: string): Promise<boolean> {
  const row = await db
    .selectFrom('export_job')
    .select('id')
    .where('state', '=', 'running')
    .where('heartbeatAt', '<', before)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Jobs whose process has not been heard of since `before`. */
export async function failSilentJobs(
  trx: Transaction<Database>,
  before: string,
  { failure, at }: { failure: ExportFailure; at: string },
): Promise<void> {
  await trx
    .updateTable('export_job')
    .set({ state: 'failed', failure, finishedAt: at })
    .where('state', '=', 'running')
    .where('heartbeatAt', '<', before)
    .execute();
}

/** Jobs that ended before a moment. */
export function listEndedJobs(db: Kysely<Database>, before: string): Promise<ExportJobRow[]> {
  return db.selectFrom('export_job').selectAll().where('finishedAt', '<', before).execute();
}

export async function deleteJob(trx: Transaction<Database>, id: string): Promise<void> {
  await trx.deleteFrom('export_job').where('id', '=', id).execute();
}
