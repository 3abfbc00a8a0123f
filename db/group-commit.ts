import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from './schema.ts';

type Work = (trx: Transaction<Database>) => Promise<unknown>;

interface Job {
  work: Work;
  resolve: (value: unknown) => void;
  reject: (reason: unknown) => void;
}

export interface GroupCommit {
  run<T>(work: (trx: Transaction<Database>) => Promise<T>): Promise<T>;
  /** Resolves when nothing is waiting or running. */
  idle(): Promise<void>;
}

const MOST_PER_COMMIT = 64;

/**
 * Writes that arrive in the same turn of the event loop share one transaction, each behind a savepoint of its own,
 * and are acknowledged after the one commit. A write that fails undoes itself alone; a commit that fails fails them all.
 */
export function groupCommit(writer: Kysely<Database>): GroupCommit {
  const waiting: Job[] = [];
  let running: Promise<void> | null = null;

  async function runOne(trx: Transaction<Database>, job: Job): Promise<() => void> {
    await sql`savepoint one`.execute(trx);
    try {
      const value = await job.work(trx);
      await sql`release one`.execute(trx);
      return () => job.resolve(value);
    } catch (error) {
      try {
        await sql`rollback to one`.execute(trx);
        await sql`release one`.execute(trx);
      } catch {
        // A full or failing disk has ended the whole transaction by itself: nothing of the batch is kept.
        throw error;
      }
      return () => job.reject(error);
    }
  }

  async function commitBatch(batch: Job[]): Promise<void> {
    try {
      const answers = await writer.transaction().execute(async (trx) => {
        const outcomes: Array<() => void> = [];
        for (const job of batch) outcomes.push(await runOne(trx, job));
        return outcomes;
      });
      for (const answer of answers) answer();
    } catch (error) {
      for (const job of batch) job.reject(error);
    }
  }

  async function drain(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) await commitBatch(waiting.splice(0, MOST_PER_COMMIT));
    running = null;
  }

  return {
    run<T>(work: (trx: Transaction<Database>) => Promise<T>): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        waiting.push({ work, resolve: (value) => resolve(value as T), reject });
        running ??= drain();
      });
    },
    async idle() {
      while (running) await running;
    },
  };
}
