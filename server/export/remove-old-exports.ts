import type { DatabaseHandle } from '#db/connection.ts';
import { discardFiles } from '#server/attachment/kept-file.service.ts';
import { deleteJob, findJob, listEndedJobs } from './export.queries.ts';
import { exportPath, openExportStore, removeStrayExports } from './export-store.ts';

const KEPT_DAYS = 30;

/** Files older than thirty days go: an edition never changes, so each can be made again. Their rows go with them. */
export async function removeOldExports(database: DatabaseHandle, dataDir: string, now = Date.now()): Promise<void> {
  const store = openExportStore(dataDir);
  const before = new Date(now - KEPT_DAYS * 24 * 3600_000).toISOString();
  for (const { id, storageKey } of await listEndedJobs(database.db, before)) {
    await database.transaction((trx) => deleteJob(trx, id));
    if (storageKey !== null) await discardFiles(exportPath(store, storageKey));
  }
  await removeStrayExports(store, async (id, key) => (await findJob(database.db, id))?.storageKey === key);
}
