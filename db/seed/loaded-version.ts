import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';

export async function isLoaded(db: Kysely<Database>, key: string, version: string): Promise<boolean> {
  const loaded = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
  return loaded?.value === version;
}

export async function markLoaded(trx: Kysely<Database>, key: string, version: string, at: string): Promise<void> {
  await trx
    .insertInto('setting')
    .values({ key, value: version, updatedAt: at })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: version, updatedAt: at }))
    .execute();
}
