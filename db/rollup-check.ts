import type { Kysely } from 'kysely';
import type { DatabaseHandle } from './connection.ts';
import { type AreaNode, type RollupRow, sumCells } from './rollup.ts';
import type { Database } from './schema.ts';

export interface StaleRollup {
  indicatorId: string;
  month: string;
  areaId: string;
}

const counters = [
  'verifiedSum',
  'verifiedHeld',
  'verifiedNa',
  'submittedSum',
  'submittedHeld',
  'submittedNa',
  'sampleHeld',
] as const;

/**
 * Compares every stored rollup with the sum of its cells; changes nothing.
 * Each indicator's month is read in a transaction of its own, so that writing goes on meanwhile.
 */
export async function findStaleRollups(database: DatabaseHandle): Promise<{ checked: number; stale: StaleRollup[] }> {
  const areas = await database.db
    .selectFrom('area')
    .select(['id', 'parentId', 'level', 'regencyCount', 'districtCount', 'villageCount'])
    .execute();
  const areaById = new Map(areas.map((area) => [area.id, area]));
  const keys = await listKeys(database.db);
  const stale: StaleRollup[] = [];
  for (const key of keys) {
    stale.push(...(await database.transaction((trx) => compare(trx, key, areaById))));
  }
  return { checked: keys.length, stale };
}

interface Key {
  indicatorId: string;
  month: string;
}

function listKeys(db: Kysely<Database>): Promise<Key[]> {
  return db
    .selectFrom('entry')
    .select(['indicatorId', 'month'])
    .union(db.selectFrom('rollup').select(['indicatorId', 'month']))
    .execute();
}

async function compare(
  trx: Kysely<Database>,
  key: Key,
  areaById: ReadonlyMap<string, AreaNode>,
): Promise<StaleRollup[]> {
  const indicator = await trx
    .selectFrom('indicator')
    .select(['aggregation', 'collectLevel'])
    .where('id', '=', key.indicatorId)
    .executeTakeFirstOrThrow();
  const expected = await sumCells(trx, key, indicator, areaById);
  const stored = await trx
    .selectFrom('rollup')
    .select(['areaId', ...counters])
    .where('indicatorId', '=', key.indicatorId)
    .where('month', '=', key.month)
    .execute();
  const expectedByArea = new Map(expected.map((row) => [row.areaId, row]));
  const storedAreas = new Set(stored.map((row) => row.areaId));
  const wrong = stored.filter((row) => !isEqual(row, expectedByArea.get(row.areaId)));
  const missing = expected.filter((row) => !storedAreas.has(row.areaId));
  return [...wrong, ...missing].map(({ areaId }) => ({ ...key, areaId }));
}

type Counters = Pick<RollupRow, (typeof counters)[number]>;

/** A row of zeroes, left when its last cell was emptied, is as good as none. */
function isEqual(stored: Counters, expected: Counters | undefined): boolean {
  return counters.every((counter) => stored[counter] === (expected?.[counter] ?? 0));
}
