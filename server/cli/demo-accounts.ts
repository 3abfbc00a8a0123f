import type { DatabaseHandle } from '#db/connection.ts';
import { demoAccounts } from '#db/demo/demo-accounts.ts';
import { DEMO_PASSWORD } from '#shared/user.ts';
import { hashPassword } from '../auth/password.service.ts';
import { createUser } from '../user/user.service.ts';

/** Creates the accounts that are not there yet; those that are keep whatever was changed in them. */
export async function ensureDemoAccounts(database: DatabaseHandle): Promise<void> {
  const rows = await database.db.selectFrom('user').select('username').execute();
  const present = new Set(rows.map((row) => row.username));
  const missing = demoAccounts.filter((account) => !present.has(account.username));
  if (missing.length === 0) return;
  const hash = await hashPassword(DEMO_PASSWORD);
  for (const account of missing) {
    const email = `${account.username}@contoh.example`;
    await createUser(database, { ...account, email, isSample: true, password: { hash } });
  }
}
