import type { Kysely } from 'kysely';
import type { DatabaseHandle } from '#db/connection.ts';
import { readReferenceVersion } from '#db/reference-version.ts';
import type { Database } from '#db/schema.ts';
import { loadReference } from './reference.queries.ts';
import type { Reference } from './reference.ts';

export { loadReference } from './reference.queries.ts';
export {
  areaPathOf,
  predecessorsOf,
  type Reference,
  type ReferenceArea,
  type ReferenceIndicator,
  successorsOf,
} from './reference.ts';

const kept = new WeakMap<DatabaseHandle, Reference>();

/**
 * The reference data as `db` (the handle's own, or the transaction at hand) sees it. It is kept in memory, and each call
 * reads one row by its key, the version (about 10 µs on SQLite), so that a change made by another process is seen by
 * the very next request: a clock or a message would leave a moment in which a cell goes to the wrong agency's report.
 */
export async function referenceOf(handle: DatabaseHandle, db: Kysely<Database> = handle.db): Promise<Reference> {
  const known = kept.get(handle);
  if (known && known.version === (await readReferenceVersion(db))) return known;
  const reference = await loadReference(db, handle.provinceCode);
  kept.set(handle, reference);
  return reference;
}
