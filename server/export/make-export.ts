import type { Logger } from 'pino';
import type { DatabaseHandle } from '#db/connection.ts';
import { discardFiles, keepFile, temporaryPath } from '#server/attachment/kept-file.service.ts';
import { openEdition } from '#server/briefing/edition.service.ts';
import type { Config } from '#server/config.ts';
import { changeClaimed, type ExportJobRow } from './export.queries.ts';
import { ExportFailedError, failureOf } from './export-failure.ts';
import { exportPath, extensionOf, openExportStore } from './export-store.ts';
import { HEARTBEAT_MS } from './liveness.ts';
import { type ProgressLine, progressLine } from './progress-line.ts';
import { makeInThread, type WorkerProgram } from './worker-thread.ts';

export interface MakingParts {
  database: DatabaseHandle;
  config: Pick<Config, 'dataDir'>;
  logger: Pick<Logger, 'error' | 'warn'>;
  program: WorkerProgram;
  timeoutMs: number;
  /** Of this process. */
  workerId: string;
  /** Stops the making; the job goes back into the queue. */
  signal: AbortSignal;
}

/**
 * Makes the file of a job that this process has claimed, and says in its row how that ended. The file appears under its
 * name only when it is whole; whatever goes wrong, nothing of it is left. A job that another process gave up meanwhile is
 * left as it is.
 */
export async function makeExport(parts: MakingParts, job: ExportJobRow): Promise<void> {
  const { database, config, logger, workerId, signal } = parts;
  const change = (changes: Parameters<typeof changeClaimed>[2]) =>
    database.transaction((trx) => changeClaimed(trx, { id: job.id, workerId }, changes));
  const line = progressLine(
    (progress) => change({ progress, heartbeatAt: now() }),
    HEARTBEAT_MS,
    (error) => logger.warn({ err: error, jobId: job.id }, 'progress of an export not noted'),
  );
  const store = openExportStore(config.dataDir);
  const storageKey = `${job.id}.${extensionOf(job.kind, job.slideId !== null)}`;
  const target = exportPath(store, storageKey);
  let temporary: string | undefined;
  let isPlaced = false;
  let isNamed = false;
  try {
    temporary = temporaryPath(store);
    const { byteSize } = await makeUnfinished(parts, job, temporary, line);
    await line.end();
    await keepFile(temporary, target);
    isPlaced = true;
    isNamed = await change({ state: 'done', progress: 1, storageKey, byteSize, finishedAt: now() });
  } catch (error) {
    await line.end();
    if (signal.aborted) await change({ state: 'queued', progress: 0, workerId: null, heartbeatAt: null });
    else {
      const failure = failureOf(error);
      logger.error({ err: error, jobId: job.id, kind: job.kind, failure }, 'export failed');
      await change({ state: 'failed', failure, finishedAt: now() });
    }
  } finally {
    if (temporary !== undefined) await discardFiles(temporary);
    // A job that went back into the queue may be another process's by now, and so may the file of that name.
    if (isPlaced && !isNamed) await discardFiles(target);
  }
}

/** @throws ExportFailedError, or the error of the disk */
async function makeUnfinished(
  { database, program, timeoutMs, signal }: MakingParts,
  { editionId, kind, locale, paper, slideId }: ExportJobRow,
  target: string,
  { report }: ProgressLine,
): Promise<{ byteSize: number }> {
  const edition = await openEdition(database.db, editionId);
  if (!edition.isIntact) throw new ExportFailedError('EDITION_ALTERED', 'the hash of the edition does not match');
  // Compiled code that a thread loads first is unloaded with it; loaded here, it stays.
  if (kind === 'png') await import('sharp');
  const order = { edition, kind, locale, paper, slideId, target };
  return makeInThread(order, { program, timeoutMs, onProgress: report, signal });
}

function now(): string {
  return new Date().toISOString();
}
