import { AsyncLocalStorage } from 'node:async_hooks';
import type { BetterAuthOptions, DBAdapter, Where } from 'better-auth';
import { getAdapter } from 'better-auth/db/adapter';
import type { Kysely, Transaction } from 'kysely';
import type { DatabaseHandle } from '#db/connection.ts';
import type { Database } from '#db/schema.ts';
import { recordAudit } from '#server/audit.ts';
import type { AuditEvent } from '#shared/audit-event.ts';

/** The path below /api/auth of the request that the library is working on. */
export const authPath = new AsyncLocalStorage<string>();

interface SessionKey {
  id: string;
  userId: string;
}

// 'sqlite' for both engines: it makes the library store dates as ISO text and booleans as 0 and 1, as our tables do.
function adapterOn(db: Kysely<Database>, options: BetterAuthOptions): Promise<DBAdapter> {
  return getAdapter({ ...options, database: { db, type: 'sqlite', transaction: false } });
}

/**
 * The library's database adapter, with the writes that matter (a session begins or ends, the second factor changes)
 * done in one transaction with their audit event.
 */
export async function createAuditedAdapter(handle: DatabaseHandle, options: BetterAuthOptions): Promise<DBAdapter> {
  const plain = await adapterOn(handle.writer, options);

  function inTransaction<T>(work: (adapter: DBAdapter, trx: Transaction<Database>) => Promise<T>): Promise<T> {
    return handle.transaction(async (trx) => work(await adapterOn(trx, options), trx));
  }

  const audited: DBAdapter = {
    ...plain,
    transaction: (work) => work(audited),

    create: <T extends Record<string, unknown>, R = T>(input: CreateInput<T>) => {
      if (input.model !== 'session') return plain.create<T, R>(input);
      return inTransaction(async (adapter, trx) => {
        const made = await adapter.create<T, R>(input);
        await recordStart(trx, String(input.data.token));
        return made;
      });
    },

    update: <T>(input: UpdateInput) => {
      if (!changesSecondFactor(input)) return plain.update<T>(input);
      return inTransaction(async (adapter, trx) => {
        const updated = await adapter.update<T>(input);
        for (const userId of await holdersOf(adapter, input)) {
          await record(trx, userId, 'user.two_factor_changed', 'user', userId);
        }
        return updated;
      });
    },

    delete: async (input) => {
      if (input.model !== 'session') return plain.delete(input);
      return inTransaction(async (adapter, trx) => {
        await recordEnds(adapter, trx, input.where);
        await adapter.delete(input);
      });
    },

    deleteMany: (input) => {
      if (input.model !== 'session') return plain.deleteMany(input);
      return inTransaction(async (adapter, trx) => {
        await recordEnds(adapter, trx, input.where);
        return adapter.deleteMany(input);
      });
    },
  };
  return audited;
}

interface CreateInput<T> {
  model: string;
  data: Omit<T, 'id'> & { token?: unknown };
  select?: string[] | undefined;
  forceAllowId?: boolean | undefined;
}

interface UpdateInput {
  model: string;
  where: Where[];
  update: Record<string, unknown>;
}

function changesSecondFactor({ model, update }: UpdateInput): boolean {
  return (model === 'user' && 'twoFactorEnabled' in update) || (model === 'twoFactor' && 'backupCodes' in update);
}

async function holdersOf(adapter: DBAdapter, { model, where }: UpdateInput): Promise<string[]> {
  const rows = await adapter.findMany<{ id: string; userId?: string }>({ model, where });
  return rows.map((row) => row.userId ?? row.id);
}

// With a second factor, the library opens a session after the password and closes it again before anyone has it.
function isPasswordStep(): boolean {
  return authPath.getStore()?.startsWith('/sign-in/') ?? false;
}

async function recordStart(trx: Transaction<Database>, token: string): Promise<void> {
  const session = await trx
    .selectFrom('session')
    .innerJoin('user', 'user.id', 'session.userId')
    .select(['session.id', 'session.userId', 'user.twoFactorEnabled'])
    .where('session.token', '=', token)
    .executeTakeFirstOrThrow();
  if (isPasswordStep() && session.twoFactorEnabled === 1) return;
  await record(trx, session.userId, 'session.started', 'session', session.id);
}

async function recordEnds(adapter: DBAdapter, trx: Transaction<Database>, where: Where[]): Promise<void> {
  if (isPasswordStep()) return;
  for (const session of await adapter.findMany<SessionKey>({ model: 'session', where })) {
    await record(trx, session.userId, 'session.ended', 'session', session.id);
  }
}

async function record(
  trx: Transaction<Database>,
  userId: string,
  event: 'session.started' | 'session.ended' | 'user.two_factor_changed',
  subjectType: string,
  subjectId: string,
): Promise<void> {
  const audit: AuditEvent = { event, subjectType, subjectId, data: { via: authPath.getStore() ?? null } };
  await recordAudit(trx, userId, [audit], { changesFigures: false });
}
