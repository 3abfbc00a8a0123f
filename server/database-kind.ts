import type { DatabaseHandle } from '#db/connection.ts';
import { OperatorError } from './operator-error.ts';

export type DatabaseKind = 'demo' | 'production';

const KEY = 'database.kind';

export async function findDatabaseKind({ db }: DatabaseHandle): Promise<DatabaseKind | undefined> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', KEY).executeTakeFirst();
  return row && (row.value === 'demo' ? 'demo' : 'production');
}

/**
 * Marks a new database as one for sample data or for real figures, for good.
 * @throws OperatorError when it is already the other kind
 */
export async function claimDatabase(database: DatabaseHandle, kind: DatabaseKind): Promise<void> {
  const known = await findDatabaseKind(database);
  if (known === kind) return;
  if (known === 'demo')
    throw new OperatorError(
      'This database holds sample data and demo accounts: set DATA_DIR to another folder, or run "npm run demo".',
    );
  if (known === 'production' || (kind === 'demo' && (await hasRealAccounts(database))))
    throw new OperatorError(
      'This database holds real accounts, so no sample data is put into it: set DATA_DIR to another folder.',
    );
  await database.transaction((trx) =>
    trx.insertInto('setting').values({ key: KEY, value: kind, updatedAt: new Date().toISOString() }).execute(),
  );
}

async function hasRealAccounts({ db }: DatabaseHandle): Promise<boolean> {
  const account = await db.selectFrom('user').select('id').where('isSample', '=', 0).limit(1).executeTakeFirst();
  return account !== undefined;
}
