import type { Kysely, Selectable } from 'kysely';
import type { Database, TargetTable } from '#db/schema.ts';

export type TargetRow = Selectable<TargetTable>;
export type TargetPatch = Partial<Omit<TargetRow, 'id' | 'indicatorId' | 'areaId' | 'version' | 'createdAt'>>;

export function listTargetRows(db: Kysely<Database>) {
  return db
    .selectFrom('target')
    .innerJoin('area', 'area.id', 'target.areaId')
    .selectAll('target')
    .select('area.name as areaName')
    .orderBy('target.indicatorId')
    .orderBy('target.areaId')
    .orderBy('target.month')
    .execute();
}

export function listTargetIndicators(db: Kysely<Database>) {
  return db
    .selectFrom('indicator')
    .select(['id', 'issueId', 'nameId', 'nameEn', 'unitId', 'unitEn', 'decimals', 'direction', 'aggregation'])
    .select('allowsNegative')
    .where('isActive', '=', 1)
    .orderBy('sortOrder')
    .orderBy('id')
    .execute();
}

export function findTarget(db: Kysely<Database>, id: string): Promise<TargetRow | undefined> {
  return db.selectFrom('target').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The point that an indicator has for an area in a month: there can be one. */
export async function findPointId(
  db: Kysely<Database>,
  point: Pick<TargetRow, 'indicatorId' | 'areaId' | 'month'>,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('target')
    .select('id')
    .where('indicatorId', '=', point.indicatorId)
    .where('areaId', '=', point.areaId)
    .where('month', '=', point.month)
    .executeTakeFirst();
  return row?.id;
}

export function findTargetIndicator(db: Kysely<Database>, id: string) {
  return db
    .selectFrom('indicator')
    .select(['id', 'direction', 'allowsNegative'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function areaExists(db: Kysely<Database>, id: string): Promise<boolean> {
  return (await db.selectFrom('area').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

export async function insertTarget(trx: Kysely<Database>, row: TargetRow): Promise<void> {
  await trx.insertInto('target').values(row).execute();
}

/** @returns false when the row is no longer at `expectedVersion` */
export async function updateTarget(
  trx: Kysely<Database>,
  id: string,
  expectedVersion: number,
  patch: TargetPatch,
): Promise<boolean> {
  const result = await trx
    .updateTable('target')
    .set({ ...patch, version: expectedVersion + 1 })
    .where('id', '=', id)
    .where('version', '=', expectedVersion)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function deleteTarget(trx: Kysely<Database>, id: string): Promise<void> {
  await trx.deleteFrom('target').where('id', '=', id).execute();
}
