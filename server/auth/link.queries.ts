import type { Insertable, Kysely, Transaction } from 'kysely';
import type { Database, OneTimeLinkTable } from '#db/schema.ts';

export async function insertLink(trx: Transaction<Database>, link: Insertable<OneTimeLinkTable>): Promise<void> {
  await trx.insertInto('one_time_link').values(link).execute();
}

/** A link that may still be used, with what its page says about it. */
export function findOpenLink(db: Kysely<Database>, tokenHash: string, now: string) {
  return db
    .selectFrom('one_time_link as link')
    .leftJoin('agency', 'agency.id', 'link.agencyId')
    .leftJoin('user', 'user.id', 'link.userId')
    .select(['link.id', 'link.kind', 'link.email', 'link.name', 'link.role', 'link.agencyId', 'link.userId'])
    .select(['link.createdById', 'link.expiresAt', 'agency.name as agencyName'])
    .select(['user.name as userName', 'user.email as userEmail', 'user.username', 'user.isDisabled'])
    .where('link.tokenHash', '=', tokenHash)
    .where('link.usedAt', 'is', null)
    .where('link.revokedAt', 'is', null)
    .where('link.expiresAt', '>', now)
    .executeTakeFirst();
}

/** Uses the link up; false when someone else was first. */
export async function consumeLink(trx: Transaction<Database>, id: string, now: string): Promise<boolean> {
  const result = await trx
    .updateTable('one_time_link')
    .set({ usedAt: now })
    .where('id', '=', id)
    .where('usedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Withdraws open links of a kind: a newer one takes their place. */
export async function revokeOpenLinks(
  trx: Transaction<Database>,
  match: Pick<OneTimeLinkTable, 'kind'> & Partial<Pick<OneTimeLinkTable, 'email' | 'userId'>>,
  now: string,
): Promise<void> {
  let query = trx
    .updateTable('one_time_link')
    .set({ revokedAt: now })
    .where('kind', '=', match.kind)
    .where('usedAt', 'is', null)
    .where('revokedAt', 'is', null);
  if (match.email) query = query.where('email', '=', match.email);
  if (match.userId) query = query.where('userId', '=', match.userId);
  await query.execute();
}

/** Withdraws the open links that are about a person or were made by that person. */
export async function revokeOpenLinksAround(
  trx: Transaction<Database>,
  userId: string,
  by: 'userId' | 'createdById',
  now: string,
): Promise<void> {
  await trx
    .updateTable('one_time_link')
    .set({ revokedAt: now })
    .where(by, '=', userId)
    .where('usedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .execute();
}

export async function revokeLinkById(
  trx: Transaction<Database>,
  id: string,
  kind: OneTimeLinkTable['kind'],
  now: string,
): Promise<boolean> {
  const result = await trx
    .updateTable('one_time_link')
    .set({ revokedAt: now })
    .where('id', '=', id)
    .where('kind', '=', kind)
    .where('usedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export function listOpenInvitations(db: Kysely<Database>, now: string) {
  return db
    .selectFrom('one_time_link as link')
    .leftJoin('agency', 'agency.id', 'link.agencyId')
    .select(['link.id', 'link.name', 'link.email', 'link.role', 'link.agencyId', 'link.createdAt', 'link.expiresAt'])
    .select(['agency.name as agencyName'])
    .where('link.kind', '=', 'invitation')
    .where('link.usedAt', 'is', null)
    .where('link.revokedAt', 'is', null)
    .where('link.expiresAt', '>', now)
    .orderBy('link.createdAt', 'desc')
    .execute();
}
