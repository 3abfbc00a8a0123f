import { type Kysely, sql, type Transaction } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Database, UserTable } from '#db/schema.ts';
import type { ListUsersInput } from '#shared/user.ts';

export type UserPatch = Partial<
  Pick<UserTable, 'name' | 'phone' | 'role' | 'agencyId' | 'locale' | 'isDisabled' | 'twoFactorEnabled'>
>;

/** Writes the person and, as the sign-in library wants it, the password as an account of its own. */
export async function insertUserWithPassword(
  trx: Transaction<Database>,
  user: UserTable,
  passwordHash: string,
): Promise<void> {
  await trx.insertInto('user').values(user).execute();
  await trx
    .insertInto('account')
    .values({
      id: uuid(),
      accountId: user.id,
      providerId: 'credential',
      userId: user.id,
      accessToken: null,
      refreshToken: null,
      idToken: null,
      accessTokenExpiresAt: null,
      refreshTokenExpiresAt: null,
      scope: null,
      password: passwordHash,
      createdAt: user.createdAt,
      updatedAt: user.createdAt,
    })
    .execute();
}

/** Whoever holds the address or the username already. */
export function findUserByIdentity(db: Kysely<Database>, identity: { email: string; username: string }) {
  return db
    .selectFrom('user')
    .select(['id', 'name', 'email', 'username', 'locale', 'isDisabled'])
    .where((where) => where.or([where('email', '=', identity.email), where('username', '=', identity.username)]))
    .executeTakeFirst();
}

export function findUserById(db: Kysely<Database>, id: string) {
  return db.selectFrom('user').selectAll().where('id', '=', id).executeTakeFirst();
}

/** False when the row changed since `updatedAt`, or is gone. */
export async function updateUserRow(
  trx: Transaction<Database>,
  id: string,
  patch: UserPatch,
  expected: { updatedAt?: string } = {},
): Promise<boolean> {
  let query = trx
    .updateTable('user')
    .set({ ...patch, updatedAt: new Date().toISOString() })
    .where('id', '=', id);
  if (expected.updatedAt) query = query.where('updatedAt', '=', expected.updatedAt);
  const result = await query.executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Whether someone else could still manage the users. */
export async function hasOtherAdministrator(trx: Transaction<Database>, userId: string): Promise<boolean> {
  const other = await trx
    .selectFrom('user')
    .select('id')
    .where('role', '=', 'administrator')
    .where('isDisabled', '=', 0)
    .where('id', '!=', userId)
    .executeTakeFirst();
  return other !== undefined;
}

export async function findPasswordHash(db: Kysely<Database>, userId: string): Promise<string | null> {
  const account = await db
    .selectFrom('account')
    .select('password')
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .executeTakeFirst();
  return account?.password ?? null;
}

export async function updatePasswordHash(trx: Transaction<Database>, userId: string, hash: string): Promise<void> {
  await trx
    .updateTable('account')
    .set({ password: hash, updatedAt: new Date().toISOString() })
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .execute();
}

export async function deleteSecondFactor(trx: Transaction<Database>, userId: string): Promise<void> {
  await trx.deleteFrom('twoFactor').where('userId', '=', userId).execute();
}

export function listUserRows(db: Kysely<Database>, filter: ListUsersInput) {
  let query = db
    .selectFrom('user')
    .leftJoin('agency', 'agency.id', 'user.agencyId')
    .select(['user.id', 'user.name', 'user.email', 'user.username', 'user.role', 'user.agencyId', 'user.phone'])
    .select(['user.isDisabled', 'user.isSample', 'user.twoFactorEnabled', 'user.createdAt', 'user.updatedAt'])
    .select(['agency.name as agencyName', 'agency.abbr as agencyAbbr'])
    .select((select) =>
      select
        .selectFrom('session')
        .select((session) => session.fn.max('session.createdAt').as('at'))
        .whereRef('session.userId', '=', 'user.id')
        .as('lastSignInAt'),
    );
  if (filter.role) query = query.where('user.role', '=', filter.role);
  if (filter.agencyId) query = query.where('user.agencyId', '=', filter.agencyId);
  if (filter.state) query = query.where('user.isDisabled', '=', filter.state === 'disabled' ? 1 : 0);
  if (filter.search) {
    // Its wildcards would match anything; names and addresses hold none worth searching for.
    const pattern = `%${filter.search.toLowerCase().replace(/[%_\\]/g, '')}%`;
    query = query.where((where) =>
      where.or([
        where(sql`lower(${sql.ref('user.name')})`, 'like', pattern),
        where('user.email', 'like', pattern),
        where('user.username', 'like', pattern),
      ]),
    );
  }
  return query.orderBy('user.name').orderBy('user.id').execute();
}

/** Agencies that exist on a day: what an account can belong to. */
export function listAgencyChoices(db: Kysely<Database>, date: string) {
  return db
    .selectFrom('agency')
    .select(['id', 'abbr', 'name'])
    .where('validFrom', '<=', date)
    .where((where) => where.or([where('validTo', 'is', null), where('validTo', '>=', date)]))
    .orderBy('abbr')
    .execute();
}

export async function agencyExists(db: Kysely<Database>, id: string): Promise<boolean> {
  return (await db.selectFrom('agency').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}
