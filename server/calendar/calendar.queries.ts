import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';

export function findFeed(db: Kysely<Database>, userId: string): Promise<{ createdAt: string } | undefined> {
  return db.selectFrom('calendar_feed').select('createdAt').where('userId', '=', userId).executeTakeFirst();
}

export async function replaceFeed(
  trx: Transaction<Database>,
  feed: { userId: string; tokenHash: string; createdAt: string },
): Promise<void> {
  await deleteFeed(trx, feed.userId);
  await trx.insertInto('calendar_feed').values(feed).execute();
}

/** @returns whether there was one */
export async function deleteFeed(trx: Transaction<Database>, userId: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('calendar_feed')
    .where('userId', '=', userId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** The person an address was made for, unless the account is disabled. */
export function findFeedOwner(db: Kysely<Database>, tokenHash: string) {
  return db
    .selectFrom('calendar_feed as f')
    .innerJoin('user as u', 'u.id', 'f.userId')
    .select(['u.id', 'u.name', 'u.role', 'u.agencyId', 'u.locale'])
    .where('f.tokenHash', '=', tokenHash)
    .where('u.isDisabled', '=', 0)
    .executeTakeFirst();
}
