import type { Insertable } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { DatabaseHandle } from '#db/connection.ts';
import { renewReferenceVersion } from '#db/reference-version.ts';
import type { AssignmentTable } from '#db/schema.ts';
import type { Actor } from '#server/context.ts';
import type { Clock } from '#server/report/report.service.ts';
import type { SaveEntryInput } from '#shared/report.ts';
import { insertUser } from './factories.ts';

/** A day on which October 2026 is the latest closed month, before its deadline. */
export const clock: Clock = { today: '2026-11-03', timeZone: 'Asia/Makassar' };
export const month = '2026-10';
export const previousMonth = '2026-09';

/** Biro Hukum answers for Polewali and Binuang; Dinas Kesehatan dan P2KB coordinates stunting. */
export const polewali = '76.04.04';
export const binuang = '76.04.06';
export const stuntingKey = `${month}_ST_biro-hukum`;

export interface People {
  /** Focal point of Biro Hukum. */
  focalPoint: Actor;
  colleague: Actor;
  /** Focal point of an agency with other districts. */
  stranger: Actor;
  /** Coordinator of stunting, from another agency. */
  coordinator: Actor;
  secretariat: Actor;
  leadership: Actor;
}

export async function insertPeople(database: DatabaseHandle): Promise<People> {
  return {
    focalPoint: await insertUser(database, { role: 'focal_point', agencyId: 'biro-hukum', name: 'Andi' }),
    colleague: await insertUser(database, { role: 'focal_point', agencyId: 'biro-hukum', name: 'Budi' }),
    stranger: await insertUser(database, { role: 'focal_point', agencyId: 'biro-umum', name: 'Citra' }),
    coordinator: await insertUser(database, { role: 'issue_coordinator', agencyId: 'dinkes-p2kb', name: 'Dewi' }),
    secretariat: await insertUser(database, { role: 'secretariat', name: 'Eka' }),
    leadership: await insertUser(database, { role: 'leadership', name: 'Fitri' }),
  };
}

/** A figure of stunting in Polewali, October 2026, in a cell that nobody has touched. */
export function figure(overrides: Partial<SaveEntryInput> = {}): SaveEntryInput {
  return {
    reportKey: stuntingKey,
    indicatorId: 'ST_SASARAN',
    areaId: polewali,
    kind: 'number',
    value: 612,
    baseVersion: 0,
    ...overrides,
  };
}

export async function insertAssignment(
  database: DatabaseHandle,
  overrides: Partial<Insertable<AssignmentTable>> & { agencyId: string },
): Promise<string> {
  const id = overrides.id ?? uuid();
  const assignment: Insertable<AssignmentTable> = {
    issueId: null,
    areaId: null,
    role: 'area_owner',
    legalBasis: null,
    source: null,
    confidence: null,
    isSample: 0,
    validFrom: '2023-07-02',
    validTo: null,
    version: 1,
    createdAt: '2023-07-02T00:00:00.000Z',
    ...overrides,
    id,
  };
  await database.transaction(async (trx) => {
    await trx.insertInto('assignment').values(assignment).execute();
    await renewReferenceVersion(trx);
  });
  return id;
}

export async function setSetting(database: DatabaseHandle, key: string, value: string): Promise<void> {
  await database.transaction(async (trx) => {
    const row = { key, value, updatedAt: '2026-01-01T00:00:00.000Z' };
    await trx
      .insertInto('setting')
      .values(row)
      .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
      .execute();
    await renewReferenceVersion(trx);
  });
}

/** What must never depend on a refused or failed write. */
export async function countRows(database: DatabaseHandle) {
  const count = async (table: 'report' | 'entry' | 'entry_revision' | 'rollup' | 'audit_event' | 'restatement') => {
    const { rows } = await database.db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow();
    return Number(rows);
  };
  return {
    reports: await count('report'),
    entries: await count('entry'),
    revisions: await count('entry_revision'),
    rollups: await count('rollup'),
    events: await count('audit_event'),
    restatements: await count('restatement'),
  };
}
