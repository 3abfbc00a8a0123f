import type { DatabaseHandle } from '#db/connection.ts';
import type { Config } from '../config.ts';
import { openStore } from '../open-store.ts';
import { productionConfig } from './settings.ts';

/** Runs `work` on the configured database, migrated, and closes it afterwards. */
export async function withDatabase<T>(
  work: (database: DatabaseHandle, config: Config) => Promise<T>,
  config: Config = productionConfig(),
): Promise<T> {
  const database = await openStore(config);
  try {
    return await work(database, config);
  } finally {
    await database.close();
  }
}
