import type { Kysely } from 'kysely';
import { v7 as uuid } from 'uuid';
import { preparedQuery } from './prepared-query.ts';
import type { Database } from './schema.ts';

const KEY = 'reference.version';

const findVersion = preparedQuery<{ key: string }, { value: string }>((db, p) =>
  db.selectFrom('setting').select('value').where('key', '=', p.key),
);

/** Changes with every change of areas, agencies, assignments, indicators, rules, targets, deadlines or settings. */
export async function readReferenceVersion(db: Kysely<Database>): Promise<string> {
  const [row] = await findVersion(db, { key: KEY });
  return row?.value ?? '';
}

/**
 * Makes every process load its reference data anew. The version is random rather than counted: a transaction that is
 * rolled back must not leave a version behind that a later one makes again.
 */
export async function renewReferenceVersion(trx: Kysely<Database>): Promise<void> {
  const value = uuid();
  const updatedAt = new Date().toISOString();
  await trx
    .insertInto('setting')
    .values({ key: KEY, value, updatedAt })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value, updatedAt }))
    .execute();
}
