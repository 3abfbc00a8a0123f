import type { Kysely } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { DatabaseHandle } from '#db/connection.ts';
import type { Database } from '#db/schema.ts';
import { AppError } from '#server/app-error.ts';
import { recordAudit } from '#server/audit.ts';
import { getEditionHead, openEdition } from '#server/briefing/edition.service.ts';
import type { Config } from '#server/config.ts';
import type { Actor } from '#server/context.ts';
import type { ExportJob, StartExportInput } from '#shared/briefing/export.ts';
import {
  type ExportJobRow,
  type ExportKey,
  failSilentJobs,
  findJob,
  insertJob,
  listEqualJobs,
  listJobs,
} from './export.queries.ts';
import { exportFileName } from './export-name.ts';
import { isKept, openExportStore } from './export-store.ts';
import { silentSince } from './liveness.ts';
import { announceQueuedJob } from './queue-signal.ts';

export interface ExportScene {
  handle: DatabaseHandle;
  config: Pick<Config, 'dataDir'>;
  actor: Actor;
}

function toJob(row: ExportJobRow): ExportJob {
  const { id, editionId, kind, locale, state, progress, fileName, byteSize, failure, createdAt } = row;
  return { id, editionId, kind, locale, state, progress, fileName, byteSize, failure, createdAt };
}

/**
 * Asks for a file of an edition. A job for the same file that waits or runs is joined; a file that is there already is
 * given again.
 * @throws AppError EDITION_NOT_FOUND, SLIDE_NOT_FOUND
 */
export async function startExport(scene: ExportScene, input: StartExportInput): Promise<ExportJob> {
  const { handle, actor } = scene;
  const head = await getEditionHead(handle.db, input.editionId);
  const key = keyOf(input);
  const slideNumber = key.slideId === null ? null : await slideNumberOf(handle.db, head.id, key.slideId);
  const lost = await lostFiles(scene, key);
  const job = await handle.transaction(async (trx) => {
    const at = new Date().toISOString();
    await failSilentJobs(trx, silentSince(), { failure: 'INTERRUPTED', at });
    const equal = (await listEqualJobs(trx, key)).find((row) => !lost.has(row.id));
    const row = equal ?? newRow(key, { fileName: exportFileName(head, input, slideNumber), actor, at });
    if (!equal) await insertJob(trx, row);
    const data = { ...key, jobId: row.id, isNew: !equal };
    await recordAudit(
      trx,
      actor.id,
      [{ event: 'export.requested', subjectType: 'edition', subjectId: head.id, data }],
      {
        changesFigures: false,
      },
    );
    return row;
  });
  if (job.state === 'queued') announceQueuedJob();
  return toJob(job);
}

/** Settings that do not belong to the kind do not make another file. */
function keyOf({ editionId, kind, locale, paper, slideId }: StartExportInput): ExportKey {
  return {
    editionId,
    kind,
    locale,
    paper: kind === 'recap' ? paper : 'A4',
    slideId: kind === 'png' ? slideId : null,
  };
}

async function slideNumberOf(db: Kysely<Database>, editionId: string, slideId: string): Promise<number> {
  const { content } = await openEdition(db, editionId);
  const index = content.slides.findIndex((slide) => slide.id === slideId);
  if (index < 0) throw new AppError('SLIDE_NOT_FOUND');
  return index + 1;
}

/** Jobs whose file is not there any more: restored from a backup, or removed by hand. */
async function lostFiles({ handle, config }: ExportScene, key: ExportKey): Promise<ReadonlySet<string>> {
  const store = openExportStore(config.dataDir);
  const lost = new Set<string>();
  for (const { id, state, storageKey } of await listEqualJobs(handle.db, key)) {
    if (state === 'done' && !(await isKept(store, storageKey))) lost.add(id);
  }
  return lost;
}

function newRow(key: ExportKey, { fileName, actor, at }: { fileName: string; actor: Actor; at: string }): ExportJobRow {
  return {
    id: uuid(),
    ...key,
    state: 'queued',
    progress: 0,
    fileName,
    storageKey: null,
    byteSize: null,
    failure: null,
    requestedById: actor.id,
    workerId: null,
    heartbeatAt: null,
    createdAt: at,
    finishedAt: null,
  };
}

/** @throws AppError EXPORT_NOT_FOUND */
export async function getExport(db: Kysely<Database>, id: string): Promise<ExportJob> {
  const row = await findJob(db, id);
  if (!row) throw new AppError('EXPORT_NOT_FOUND');
  return toJob(row);
}

/** The files of an edition, made and being made; the latest first. @throws AppError EDITION_NOT_FOUND */
export async function findExports(db: Kysely<Database>, editionId: string): Promise<ExportJob[]> {
  await getEditionHead(db, editionId);
  return (await listJobs(db, editionId)).map(toJob);
}
