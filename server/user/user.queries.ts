import type { Kysely, Transaction } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Database, UserTable } from '#db/schema.ts';

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
    .select(['id', 'email', 'username'])
    .where((where) => where.or([where('email', '=', identity.email), where('username', '=', identity.username)]))
    .executeTakeFirst();
}
