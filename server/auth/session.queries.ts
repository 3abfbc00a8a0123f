import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';

export function listSessionsOf(db: Kysely<Database>, userId: string, now: string) {
  return db
    .selectFrom('session')
    .select(['id', 'createdAt', 'expiresAt', 'ipAddress', 'userAgent'])
    .where('userId', '=', userId)
    .where('expiresAt', '>', now)
    .orderBy('createdAt', 'desc')
    .execute();
}

/** Puts a new token in the place of the old one, which is nobody's from then on. Undefined for a session that is gone. */
export function updateSessionToken(trx: Transaction<Database>, id: string, token: string) {
  return trx
    .updateTable('session')
    .set({ token, updatedAt: new Date().toISOString() })
    .where('id', '=', id)
    .returning(['token', 'expiresAt'])
    .executeTakeFirst();
}

export function findSignedInUser(db: Kysely<Database>, id: string) {
  return db
    .selectFrom('user')
    .leftJoin('agency', 'agency.id', 'user.agencyId')
    .select(['user.id', 'user.name', 'user.email', 'user.username', 'user.role', 'user.agencyId', 'user.locale'])
    .select(['user.isSample', 'user.twoFactorEnabled', 'agency.name as agencyName', 'agency.abbr as agencyAbbr'])
    .where('user.id', '=', id)
    .executeTakeFirst();
}

export function listDemoAccounts(db: Kysely<Database>) {
  return db
    .selectFrom('user')
    .leftJoin('agency', 'agency.id', 'user.agencyId')
    .select(['user.username', 'user.name', 'user.role', 'agency.abbr as agencyAbbr'])
    .where('user.isSample', '=', 1)
    .where('user.isDisabled', '=', 0)
    .orderBy('user.createdAt')
    .orderBy('user.username')
    .execute();
}

export async function findProvinceName(db: Kysely<Database>, provinceCode: string): Promise<string | null> {
  const province = await db.selectFrom('area').select('name').where('id', '=', provinceCode).executeTakeFirst();
  return province?.name ?? null;
}
