import type { Kysely, OnConflictBuilder } from 'kysely';
import type { Aggregation, AreaLevel } from '#shared/indicator.ts';
import { contribution, isZeroDelta, type RollupDelta } from '#shared/rollup.ts';
import { preparedQuery } from './prepared-query.ts';
import type { Database } from './schema.ts';

/** An area a cell counts in: its own, and for what can be added each area above it up to the province. */
export interface RollupPlace {
  areaId: string;
  /** '' for a province. */
  parentId: string;
  level: AreaLevel;
  /** Cells expected under the area. */
  expected: number;
}

export interface RollupKey {
  indicatorId: string;
  month: string;
}

type DeltaParams = RollupKey & RollupPlace & RollupDelta & { sampleHeld: number };

const addToRollup = preparedQuery<DeltaParams, never>((db, p) =>
  db
    .insertInto('rollup')
    .values({
      indicatorId: p.indicatorId,
      parentId: p.parentId,
      month: p.month,
      areaId: p.areaId,
      level: p.level,
      verifiedSum: p.verifiedSum,
      verifiedHeld: p.verifiedHeld,
      verifiedNa: p.verifiedNa,
      submittedSum: p.submittedSum,
      submittedHeld: p.submittedHeld,
      submittedNa: p.submittedNa,
      sampleHeld: p.sampleHeld,
      expected: p.expected,
    })
    .onConflict(addUp)
    .$castTo<never>(),
);

/**
 * Adds one cell's change to every place it counts in; call it in the cell's own transaction.
 * `places` come leaf first. `sampleHeld` is the change in the number of held sample cells: -1, 0 or 1.
 */
export async function applyRollupDelta(
  trx: Kysely<Database>,
  key: RollupKey,
  places: readonly RollupPlace[],
  delta: RollupDelta,
  sampleHeld = 0,
): Promise<void> {
  if (isZeroDelta(delta) && sampleHeld === 0) return;
  for (const place of places) await addToRollup(trx, { ...key, ...place, ...delta, sampleHeld });
}

/** As `applyRollupDelta` for many rows in one statement; each indicator, month and place comes once. */
export async function addToRollups(trx: Kysely<Database>, rows: readonly RollupRow[]): Promise<void> {
  const moved = rows.filter((row) => row.sampleHeld !== 0 || !isZeroDelta(deltaOf(row)));
  if (moved.length === 0) return;
  await trx.insertInto('rollup').values(moved).onConflict(addUp).execute();
}

/** A row that is there takes on what is added to it. */
function addUp(conflict: OnConflictBuilder<Database, 'rollup'>) {
  return conflict.columns(['indicatorId', 'parentId', 'month', 'areaId']).doUpdateSet((eb) => ({
    verifiedSum: eb('rollup.verifiedSum', '+', eb.ref('excluded.verifiedSum')),
    verifiedHeld: eb('rollup.verifiedHeld', '+', eb.ref('excluded.verifiedHeld')),
    verifiedNa: eb('rollup.verifiedNa', '+', eb.ref('excluded.verifiedNa')),
    submittedSum: eb('rollup.submittedSum', '+', eb.ref('excluded.submittedSum')),
    submittedHeld: eb('rollup.submittedHeld', '+', eb.ref('excluded.submittedHeld')),
    submittedNa: eb('rollup.submittedNa', '+', eb.ref('excluded.submittedNa')),
    sampleHeld: eb('rollup.sampleHeld', '+', eb.ref('excluded.sampleHeld')),
    expected: eb.ref('excluded.expected'),
  }));
}

function deltaOf(row: RollupDelta): RollupDelta {
  const { verifiedSum, verifiedHeld, verifiedNa, submittedSum, submittedHeld, submittedNa } = row;
  return { verifiedSum, verifiedHeld, verifiedNa, submittedSum, submittedHeld, submittedNa };
}

export interface AreaNode {
  id: string;
  parentId: string | null;
  level: AreaLevel;
  regencyCount: number;
  districtCount: number;
  villageCount: number;
}

export interface CollectedIndicator {
  aggregation: Aggregation;
  collectLevel: AreaLevel;
}

/** How many cells of an indicator are expected under an area: every area of the collect level, or the area itself. */
export function expectedUnder(area: AreaNode, indicator: CollectedIndicator): number {
  if (area.level === indicator.collectLevel || indicator.aggregation !== 'sum') return 1;
  if (indicator.collectLevel === 'regency') return area.regencyCount;
  if (indicator.collectLevel === 'district') return area.districtCount;
  return area.villageCount;
}

/** The places in which a cell of `indicator` at `areaId` counts, leaf first. */
export function rollupPlaces(
  areaId: string,
  indicator: CollectedIndicator,
  areaById: ReadonlyMap<string, AreaNode>,
): RollupPlace[] {
  const places: RollupPlace[] = [];
  let area = areaById.get(areaId);
  while (area) {
    places.push({
      areaId: area.id,
      parentId: area.parentId ?? '',
      level: area.level,
      expected: expectedUnder(area, indicator),
    });
    if (indicator.aggregation !== 'sum' || area.parentId === null) break;
    area = areaById.get(area.parentId);
  }
  return places;
}

const INSERT_CHUNK = 500;

/**
 * Rebuilds the rollups of the given indicators and months from their cells: after a bulk load, and as the slow truth
 * that tests hold the incremental rollups against.
 */
export async function recomputeRollups(
  trx: Kysely<Database>,
  scope: { indicatorIds: readonly string[]; months: readonly string[] },
): Promise<void> {
  if (scope.indicatorIds.length === 0 || scope.months.length === 0) return;
  const areas = await trx
    .selectFrom('area')
    .select(['id', 'parentId', 'level', 'regencyCount', 'districtCount', 'villageCount'])
    .execute();
  const areaById = new Map(areas.map((area) => [area.id, area]));

  for (const indicatorId of scope.indicatorIds) {
    const indicator = await trx
      .selectFrom('indicator')
      .select(['aggregation', 'collectLevel'])
      .where('id', '=', indicatorId)
      .executeTakeFirstOrThrow();
    for (const month of scope.months) {
      const rows = await sumCells(trx, { indicatorId, month }, indicator, areaById);
      await trx.deleteFrom('rollup').where('indicatorId', '=', indicatorId).where('month', '=', month).execute();
      for (let from = 0; from < rows.length; from += INSERT_CHUNK) {
        await trx
          .insertInto('rollup')
          .values(rows.slice(from, from + INSERT_CHUNK))
          .execute();
      }
    }
  }
}

export type RollupRow = RollupKey & RollupPlace & RollupDelta & { sampleHeld: number };

/** The rollup rows that one indicator's cells of one month amount to; nothing is written. */
export async function sumCells(
  trx: Kysely<Database>,
  key: RollupKey,
  indicator: CollectedIndicator,
  areaById: ReadonlyMap<string, AreaNode>,
): Promise<RollupRow[]> {
  const entries = await trx
    .selectFrom('entry')
    .select(['areaId', 'kind', 'value', 'status', 'verifiedKind', 'verifiedValue', 'isSample'])
    .where('indicatorId', '=', key.indicatorId)
    .where('month', '=', key.month)
    .execute();
  const rows = new Map<string, RollupRow>();
  for (const entry of entries) {
    const part = contribution(entry);
    const sampleHeld = entry.isSample * Math.max(part.submittedHeld, part.verifiedHeld);
    if (isZeroDelta(part)) continue;
    for (const place of rollupPlaces(entry.areaId, indicator, areaById)) {
      const row = rows.get(place.areaId);
      if (row) addInto(row, part, sampleHeld);
      else rows.set(place.areaId, { ...key, ...place, ...part, sampleHeld });
    }
  }
  return [...rows.values()];
}

function addInto(row: RollupRow, part: RollupDelta, sampleHeld: number): void {
  row.verifiedSum += part.verifiedSum;
  row.verifiedHeld += part.verifiedHeld;
  row.verifiedNa += part.verifiedNa;
  row.submittedSum += part.submittedSum;
  row.submittedHeld += part.submittedHeld;
  row.submittedNa += part.submittedNa;
  row.sampleHeld += sampleHeld;
}
