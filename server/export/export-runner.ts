import { setImmediate } from 'node:timers/promises';
import type { Logger } from 'pino';
import { v7 as uuid } from 'uuid';
import type { DatabaseHandle } from '#db/connection.ts';
import { discardFiles, keepFile, temporaryPath } from '#server/attachment/kept-file.service.ts';
import { openEdition } from '#server/briefing/edition.service.ts';
import type { Config } from '#server/config.ts';
import {
  changeClaimed,
  claimJob,
  type ExportJobRow,
  failSilentJobs,
  findQueuedJob,
  hasSilentJobs,
} from './export.queries.ts';
import { ExportFailedError, failureOf } from './export-failure.ts';
import { exportPath, extensionOf, openExportStore } from './export-store.ts';
import { HEARTBEAT_MS, silentSince } from './liveness.ts';
import { progressLine } from './progress-line.ts';
import { onQueuedJob } from './queue-signal.ts';
import { removeOldExports } from './remove-old-exports.ts';
import { exportWorker, makeInThread, type WorkerProgram } from './worker-thread.ts';

export interface ExportRunner {
  /** Ends the thread that works; its job goes back into the queue, for whichever process looks next. */
  stop(): Promise<void>;
  /** Resolves once this process has nothing to do. */
  idle(): Promise<void>;
}

export interface RunnerParts {
  database: DatabaseHandle;
  config: Pick<Config, 'dataDir'>;
  logger: Pick<Logger, 'error' | 'warn'>;
  program?: WorkerProgram;
  timeoutMs?: number;
}

/** How often a process looks for jobs that another one left, and for those nobody announced to it. */
const LOOK_MS = 10_000;
const TIMEOUT_MS = 5 * 60_000;
const CLEANING_MS = 6 * 3600_000;

/**
 * Makes the files that are asked for, one at a time in each process, each in a thread of its own. Several processes on one
 * database share the queue; which of them makes a job is settled by the database.
 */
export function startExportRunner(parts: RunnerParts): ExportRunner {
  const { database, logger } = parts;
  const workerId = uuid();
  const stopping = new AbortController();
  let working: Promise<void> | undefined;
  let isAnnounced = false;
  let cleanedAt = 0;

  const look = () => {
    isAnnounced = true;
    working ??= work().finally(() => {
      working = undefined;
    });
  };
  const unsubscribe = onQueuedJob(look);
  const timer = setInterval(look, LOOK_MS).unref();
  look();

  async function work(): Promise<void> {
    try {
      while (isAnnounced && !stopping.signal.aborted) {
        isAnnounced = false;
        await failSilent(database);
        for (let job = await claimNext(); job; job = await claimNext())
          await makeFile(parts, job, workerId, stopping.signal);
        await clean();
      }
    } catch (error) {
      // The database does not answer: the next look comes by itself.
      logger.error({ err: error }, 'cannot look for exports');
    }
  }

  async function claimNext(): Promise<ExportJobRow | undefined> {
    while (!stopping.signal.aborted) {
      const job = await findQueuedJob(database.db);
      if (!job) return undefined;
      const at = new Date().toISOString();
      if (await database.transaction((trx) => claimJob(trx, { id: job.id, workerId }, at))) return job;
      await setImmediate();
    }
    return undefined;
  }

  async function clean(): Promise<void> {
    if (Date.now() - cleanedAt < CLEANING_MS) return;
    cleanedAt = Date.now();
    await removeOldExports(database, parts.config.dataDir);
  }

  return {
    async stop() {
      clearInterval(timer);
      unsubscribe();
      stopping.abort();
      await working;
    },
    async idle() {
      while (working) await working;
    },
  };
}

async function failSilent(database: DatabaseHandle): Promise<void> {
  const before = silentSince();
  if (!(await hasSilentJobs(database.db, before))) return;
  const at = new Date().toISOString();
  await database.transaction((trx) => failSilentJobs(trx, before, { failure: 'INTERRUPTED', at }));
}

async function makeFile(
  { database, config, logger, program = exportWorker, timeoutMs = TIMEOUT_MS }: RunnerParts,
  job: ExportJobRow,
  workerId: string,
  signal: AbortSignal,
): Promise<void> {
  const claim = { id: job.id, workerId };
  const change = (changes: Parameters<typeof changeClaimed>[2]) =>
    database.transaction((trx) => changeClaimed(trx, claim, changes));
  const store = openExportStore(config.dataDir);
  const line = progressLine(
    (progress) => change({ progress, heartbeatAt: new Date().toISOString() }),
    HEARTBEAT_MS,
    // Taken for dead and given up by another process: nobody waits for this file any more.
    (error) => error && logger.warn({ err: error, jobId: job.id }, 'progress of an export not noted'),
  );
  let temporary: string | undefined;
  let kept: string | undefined;
  try {
    const edition = await openEdition(database.db, job.editionId);
    if (!edition.isIntact) throw new ExportFailedError('EDITION_ALTERED', 'the hash of the edition does not match');
    // Compiled code that a thread loads first is unloaded with it; loaded here, it stays.
    if (job.kind === 'png') await import('sharp');
    temporary = temporaryPath(store);
    const { kind, locale, paper, slideId } = job;
    const order = { edition, kind, locale, paper, slideId, target: temporary };
    const { byteSize } = await makeInThread(order, { program, timeoutMs, onProgress: line.report, signal });
    await line.end();
    const storageKey = `${job.id}.${extensionOf(kind, slideId !== null)}`;
    kept = exportPath(store, storageKey);
    await keepFile(temporary, kept);
    const at = new Date().toISOString();
    const done = { state: 'done', progress: 1, storageKey, byteSize, finishedAt: at, heartbeatAt: at } as const;
    if (await change(done)) kept = undefined;
  } catch (error) {
    await line.end();
    if (signal.aborted) await change({ state: 'queued', progress: 0, workerId: null, heartbeatAt: null });
    else {
      const failure = failureOf(error);
      logger.error({ err: error, jobId: job.id, kind: job.kind, failure }, 'export failed');
      await change({ state: 'failed', failure, finishedAt: new Date().toISOString() });
    }
  } finally {
    await discardFiles(...[temporary, kept].filter((path) => path !== undefined));
  }
}
