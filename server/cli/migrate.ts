import { openDatabase } from '#db/connection.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { assertWritableDataFolder, withOperatorErrors } from '../open-store.ts';
import { type Command, print } from './command.ts';
import { readArgs } from './options.ts';
import { productionConfig } from './settings.ts';

export const migrate: Command = {
  summary: 'bring the database up to date',
  help: `satgas migrate

Applies the migrations that the database has not seen. "satgas serve" does the same when it starts.`,
  async run(args) {
    readArgs({ args, options: {} });
    const config = productionConfig();
    assertWritableDataFolder(config.dataDir);
    const applied = await withOperatorErrors(config, async () => {
      const database = openDatabase(config.databaseUrl);
      try {
        return await migrateToLatest(database.writer);
      } finally {
        await database.close();
      }
    });
    print(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}.`);
  },
};
