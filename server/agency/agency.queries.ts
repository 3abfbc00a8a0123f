import type { Kysely, Selectable } from 'kysely';
import type { AgencyTable, Database } from '#db/schema.ts';

export type AgencyRow = Selectable<AgencyTable>;
export type AgencyPatch = Partial<Omit<AgencyRow, 'id' | 'version'>>;

export function listAgencyRows(db: Kysely<Database>): Promise<AgencyRow[]> {
  return db.selectFrom('agency').selectAll().orderBy('abbr').orderBy('id').execute();
}

export function findAgency(db: Kysely<Database>, id: string): Promise<AgencyRow | undefined> {
  return db.selectFrom('agency').selectAll().where('id', '=', id).executeTakeFirst();
}

export function listSuccessors(db: Kysely<Database>) {
  return db.selectFrom('agency_successor').selectAll().orderBy('successorId').execute();
}

export async function insertAgency(trx: Kysely<Database>, row: AgencyRow): Promise<void> {
  await trx.insertInto('agency').values(row).execute();
}

/** @returns false when the row is no longer at `expectedVersion` */
export async function updateAgency(
  trx: Kysely<Database>,
  id: string,
  expectedVersion: number,
  patch: AgencyPatch,
): Promise<boolean> {
  const result = await trx
    .updateTable('agency')
    .set({ ...patch, version: expectedVersion + 1 })
    .where('id', '=', id)
    .where('version', '=', expectedVersion)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function deleteAgency(trx: Kysely<Database>, id: string): Promise<void> {
  await trx.deleteFrom('agency').where('id', '=', id).execute();
}

export async function replaceSuccessors(
  trx: Kysely<Database>,
  agencyId: string,
  successors: readonly { agencyId: string; note: string | null }[],
): Promise<void> {
  await trx.deleteFrom('agency_successor').where('agencyId', '=', agencyId).execute();
  if (successors.length === 0) return;
  await trx
    .insertInto('agency_successor')
    .values(successors.map((each) => ({ agencyId, successorId: each.agencyId, note: each.note })))
    .execute();
}

const referrers = ['assignment', 'report', 'user', 'small_win'] as const;
type Referrer = (typeof referrers)[number];

/** How many rows of other tables name each agency. */
export async function countUses(db: Kysely<Database>): Promise<Record<Referrer, ReadonlyMap<string, number>>> {
  const count = async (table: Referrer) => {
    const rows = await db
      .selectFrom(table)
      .select((eb) => ['agencyId', eb.fn.countAll<number>().as('uses')])
      .where('agencyId', 'is not', null)
      .groupBy('agencyId')
      .execute();
    return new Map(rows.map((row) => [row.agencyId ?? '', Number(row.uses)]));
  };
  return {
    assignment: await count('assignment'),
    report: await count('report'),
    user: await count('user'),
    small_win: await count('small_win'),
  };
}

/** Whether an invitation that waits for its person names the agency. */
export async function isNamedInLinks(db: Kysely<Database>, agencyId: string): Promise<boolean> {
  const link = await db.selectFrom('one_time_link').select('id').where('agencyId', '=', agencyId).executeTakeFirst();
  return link !== undefined;
}

/** The first day of the agency's first assignment. */
export async function findFirstTask(db: Kysely<Database>, agencyId: string): Promise<string | null> {
  const row = await db
    .selectFrom('assignment')
    .select((eb) => eb.fn.min('validFrom').as('first'))
    .where('agencyId', '=', agencyId)
    .executeTakeFirst();
  return row?.first ?? null;
}
