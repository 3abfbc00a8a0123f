import { randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { DatabaseHandle } from '#db/connection.ts';
import type { Database } from '#db/schema.ts';
import { AppError } from '#server/app-error.ts';
import { recordAudit } from '#server/audit.ts';
import type { Config } from '#server/config.ts';
import type { Actor } from '#server/context.ts';
import { isMailConfigured } from '#server/mailer.ts';
import { localeSchema } from '#shared/locale.ts';
import { currentMonth, previousMonth } from '#shared/month.ts';
import { accountRoleSchema, accountRoles } from '#shared/permissions.ts';
import { DEMO_PASSWORD } from '#shared/user.ts';
import {
  findProvinceName,
  findSignedInUser,
  listDemoAccounts,
  listSessionsOf,
  updateSessionToken,
} from './session.queries.ts';

/** Who is signed in, and what every page needs to know of the place where the application runs. */
export async function describeSession(handle: DatabaseHandle, config: Config, actor: Actor | null) {
  const [user, provinceName, demoAccounts] = await Promise.all([
    actor ? findSignedInUser(handle.db, actor.id) : undefined,
    findProvinceName(handle.db, config.provinceCode),
    config.isDemo && !actor ? chooseDemoAccounts(handle) : [],
  ]);
  const month = currentMonth(new Date(), config.timeZone);
  return {
    user: user
      ? {
          ...user,
          role: accountRoleSchema.parse(user.role),
          locale: localeSchema.catch('id').parse(user.locale),
          isSample: user.isSample === 1,
          twoFactorEnabled: user.twoFactorEnabled === 1,
        }
      : null,
    app: {
      provinceCode: config.provinceCode,
      provinceName: provinceName ?? config.provinceCode,
      currentMonth: month,
      // The month that is being collected: the present one has hardly begun to be reported.
      defaultMonth: previousMonth(month),
      timeZone: config.timeZone,
      timeZoneLabel: config.timeZoneLabel,
      isMailConfigured: isMailConfigured(config),
      isDemo: config.isDemo,
      demo: config.isDemo ? { password: DEMO_PASSWORD, accounts: demoAccounts } : null,
    },
  };
}

const MOST_DEMO_ACCOUNTS_OF_A_ROLE = 2;

async function chooseDemoAccounts(handle: DatabaseHandle) {
  const accounts = await listDemoAccounts(handle.db);
  return accountRoles.flatMap((role) =>
    accounts
      .filter((account) => account.role === role)
      .slice(0, MOST_DEMO_ACCOUNTS_OF_A_ROLE)
      .map(({ username, name, agencyAbbr }) => ({ username: username ?? '', name, role, agencyAbbr })),
  );
}

export async function listOwnSessions(handle: DatabaseHandle, actor: Actor) {
  const sessions = await listSessionsOf(handle.db, actor.id, new Date().toISOString());
  return sessions.map((session) => ({ ...session, isCurrent: session.id === actor.sessionId }));
}

/** Ends one of the actor's own sessions. */
export async function revokeOwnSession(handle: DatabaseHandle, actor: Actor, id: string): Promise<void> {
  await handle.transaction(async (trx) => {
    const ended = await endSessions(trx, { userId: actor.id, actorId: actor.id, only: id });
    if (ended === 0) throw new AppError('NOT_FOUND');
  });
}

/** Ends every session of the actor but the present one; returns how many. */
export function revokeOtherSessions(handle: DatabaseHandle, actor: Actor): Promise<number> {
  return handle.transaction((trx) =>
    endSessions(trx, { userId: actor.id, actorId: actor.id, except: actor.sessionId }),
  );
}

/**
 * Ends the sessions of all, and takes back the links to a new password: after a restored backup, where those that had
 * ended since would be open again.
 * @returns how many sessions ended
 */
export async function endEverySession(trx: Transaction<Database>): Promise<number> {
  const ended = await trx.deleteFrom('session').returning('id').execute();
  await trx
    .updateTable('one_time_link')
    .set({ revokedAt: new Date().toISOString() })
    .where('kind', '=', 'password_reset')
    .where('usedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .execute();
  return ended.length;
}

/** Gives the actor's own session a new token: whoever else knew the old one is signed out. */
export async function renewSessionToken(
  trx: Transaction<Database>,
  actor: Pick<Actor, 'sessionId'>,
): Promise<{ token: string; expiresAt: string } | undefined> {
  return updateSessionToken(trx, actor.sessionId, randomBytes(24).toString('base64url'));
}

/** Ends sessions of a person at once: the next request with their cookies is a stranger's. */
export async function endSessions(
  trx: Transaction<Database>,
  options: { userId: string; actorId: string | null; only?: string; except?: string },
): Promise<number> {
  let query = trx.deleteFrom('session').where('userId', '=', options.userId).returning('id');
  if (options.only) query = query.where('id', '=', options.only);
  if (options.except) query = query.where('id', '!=', options.except);
  const ended = await query.execute();
  if (ended.length === 0) return 0;
  await recordAudit(
    trx,
    options.actorId,
    ended.map(({ id }) => ({
      event: 'session.revoked' as const,
      subjectType: 'session',
      subjectId: id,
      data: { userId: options.userId },
    })),
    { changesFigures: false },
  );
  return ended.length;
}
