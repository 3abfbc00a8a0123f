import { seedBase } from '#db/seed/seed.ts';
import { ensureSetupLink } from '../auth/link.service.ts';
import { claimDatabase } from '../database-kind.ts';
import { assertAddressFree, startServer } from '../index.ts';
import { openStore } from '../open-store.ts';
import { type Command, print } from './command.ts';
import { readArgs } from './options.ts';
import { runUntilStopped } from './run-until-stopped.ts';
import { productionConfig } from './settings.ts';

export const serve: Command = {
  summary: 'run the application',
  help: `satgas serve

Brings the database up to date and serves the application at HOST and PORT until it is told to stop.
The first run prints a link with which the first administrator is created; it works once.
Settings come from the environment or a .env file; .env.example describes them.`,
  async run(args) {
    readArgs({ args, options: {} });
    const config = productionConfig();
    await assertAddressFree(config);
    const database = await openStore(config);
    await claimDatabase(database, 'production');
    await database.transaction((trx) => seedBase(trx, config));
    const setupLink = await ensureSetupLink(database, config);
    const server = await startServer({ config, database });
    print(`Satgas 4+1 answers at ${server.url}`);
    if (setupLink) {
      print();
      print('There is no administrator yet. This link creates one; it works once, within 24 hours:');
      print(setupLink);
    }
    await runUntilStopped(server);
  },
};
