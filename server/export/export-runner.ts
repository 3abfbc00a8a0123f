import { setImmediate } from 'node:timers/promises';
import type { Logger } from 'pino';
import { v7 as uuid } from 'uuid';
import type { DatabaseHandle } from '#db/connection.ts';
import type { Config } from '#server/config.ts';
import { claimJob, type ExportJobRow, failSilentJobs, findQueuedJob, hasSilentJobs } from './export.queries.ts';
import { silentSince } from './liveness.ts';
import { makeExport } from './make-export.ts';
import { onQueuedJob } from './queue-signal.ts';
import { removeOldExports } from './remove-old-exports.ts';
import { exportWorker, type WorkerProgram } from './worker-thread.ts';

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
      // Announced in the moment in which the last look ended.
      if (isAnnounced && !stopping.signal.aborted) look();
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
        for (let job = await claimNext(); job; job = await claimNext()) {
          await makeExport(
            { timeoutMs: TIMEOUT_MS, program: exportWorker, ...parts, workerId, signal: stopping.signal },
            job,
          );
        }
        await clean();
      }
    } catch (error) {
      // The database does not answer: the next look comes by itself.
      isAnnounced = false;
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
