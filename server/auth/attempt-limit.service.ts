import type { Transaction } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { DatabaseHandle } from '#db/connection.ts';
import type { Database } from '#db/schema.ts';

export { clientNetwork } from './client-network.ts';

export interface AttemptRule {
  /** Seconds after the last counted attempt until the count starts anew. */
  window: number;
  max: number;
}

export interface AttemptAnswer {
  allowed: boolean;
  /** Seconds to wait; null when allowed. */
  retryAfter: number | null;
}

const PRUNE_AFTER_MS = 24 * 3_600_000;

/**
 * Counts an attempt under `key`, unless the rule's number is used up. In the database, so that several processes count
 * together and a restart forgets nothing.
 */
export function consumeAttempt(handle: DatabaseHandle, key: string, rule: AttemptRule): Promise<AttemptAnswer> {
  return handle.transaction((trx) => consumeIn(trx, key, rule));
}

async function consumeIn(trx: Transaction<Database>, key: string, rule: AttemptRule): Promise<AttemptAnswer> {
  const now = Date.now();
  const known = await trx
    .selectFrom('rateLimit')
    .select(['id', 'count', 'lastRequest'])
    .where('key', '=', key)
    .executeTakeFirst();
  if (!known) {
    await trx
      .deleteFrom('rateLimit')
      .where('lastRequest', '<', now - PRUNE_AFTER_MS)
      .execute();
    await trx.insertInto('rateLimit').values({ id: uuid(), key, count: 1, lastRequest: now }).execute();
    return { allowed: true, retryAfter: null };
  }
  const windowEnd = known.lastRequest + rule.window * 1000;
  if (now < windowEnd && known.count >= rule.max) {
    return { allowed: false, retryAfter: Math.ceil((windowEnd - now) / 1000) };
  }
  const count = now < windowEnd ? known.count + 1 : 1;
  await trx.updateTable('rateLimit').set({ count, lastRequest: now }).where('id', '=', known.id).execute();
  return { allowed: true, retryAfter: null };
}

/** Forgets the attempts under `keys`: after one that succeeded. */
export async function forgetAttempts(handle: DatabaseHandle, keys: readonly string[]): Promise<void> {
  await handle.transaction((trx) => trx.deleteFrom('rateLimit').where('key', 'in', keys).execute());
}
