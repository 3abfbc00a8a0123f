import type { DatabaseHandle } from '#db/connection.ts';
import { demoAccounts } from '#db/demo/demo-accounts.ts';
import { seedBase } from '#db/seed/seed.ts';
import { type AccountRole, DEMO_PASSWORD } from '#shared/user.ts';
import type { Config } from '../config.ts';
import { claimDatabase } from '../database-kind.ts';
import { assertAddressFree, startServer } from '../index.ts';
import { openStore } from '../open-store.ts';
import { type Command, print } from './command.ts';
import { ensureDemoAccounts } from './demo-accounts.ts';
import { ensureDemoData } from './demo-data.ts';
import { readArgs } from './options.ts';
import { runUntilStopped } from './run-until-stopped.ts';
import { demoConfig } from './settings.ts';
import { timed } from './timed.ts';

export const demo: Command = {
  summary: 'run the application with sample data and demo accounts',
  help: `satgas demo

Serves the application with sample figures and one demo account per role, in a data folder of its own
(DATA_DIR, default data/demo). The first run loads the data; later runs keep what was entered.
PORT and HOST choose the address.`,
  async run(args) {
    readArgs({ args, options: {} });
    const config = demoConfig();
    await assertAddressFree(config);
    const database = await prepareDemo(config);
    const server = await startServer({ config, database });
    printDemoAccounts(server.url);
    await runUntilStopped(server);
  },
};

/**
 * Opens the demo's database and loads what it does not hold yet.
 * @throws OperatorError when the database holds real accounts
 */
export async function prepareDemo(config: Config): Promise<DatabaseHandle> {
  const database = await openStore(config);
  await claimDatabase(database, 'demo');
  await timed('Reference data', () => database.transaction((trx) => seedBase(trx, config)));
  await timed('Demo accounts', () => ensureDemoAccounts(database));
  await timed('Two years of sample figures', () => ensureDemoData(database, config));
  return database;
}

const roleNames: Record<AccountRole, string> = {
  administrator: 'Administrator',
  secretariat: 'Sekretariat',
  issue_coordinator: 'Koordinator isu',
  focal_point: 'Narahubung OPD',
  leadership: 'Pimpinan',
  partner: 'Mitra',
};

export function printDemoAccounts(url: string): void {
  print();
  print(`Satgas 4+1 with sample data: ${url}`);
  print(`Sign in as one of these, each with the password ${DEMO_PASSWORD}`);
  print();
  for (const { username, role, name } of demoAccounts) {
    print(`  ${username.padEnd(22)} ${roleNames[role].padEnd(16)} ${name}`);
  }
  print();
  print('Everyone can read these accounts: keep the demo on this machine. Ctrl+C stops it; what was entered is kept.');
}
