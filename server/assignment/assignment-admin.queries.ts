import type { Kysely, Selectable } from 'kysely';
import type { AssignmentTable, Database } from '#db/schema.ts';
import type { ListAssignmentsInput } from '#shared/assignment-admin.ts';
import type { IssueId } from '#shared/indicator.ts';
import type { Month } from '#shared/month.ts';

export type AssignmentRow = Selectable<AssignmentTable>;
export type AssignmentPatch = Partial<Omit<AssignmentRow, 'id' | 'version' | 'createdAt'>>;

export function findAssignment(db: Kysely<Database>, id: string): Promise<AssignmentRow | undefined> {
  return db.selectFrom('assignment').selectAll().where('id', '=', id).executeTakeFirst();
}

export function listAssignmentsOfAgency(db: Kysely<Database>, agencyId: string): Promise<AssignmentRow[]> {
  return db.selectFrom('assignment').selectAll().where('agencyId', '=', agencyId).orderBy('id').execute();
}

export async function insertAssignment(trx: Kysely<Database>, row: AssignmentRow): Promise<void> {
  await trx.insertInto('assignment').values(row).execute();
}

/** @returns false when the row is no longer at `expectedVersion` */
export async function updateAssignment(
  trx: Kysely<Database>,
  id: string,
  expectedVersion: number,
  patch: AssignmentPatch,
): Promise<boolean> {
  const result = await trx
    .updateTable('assignment')
    .set({ ...patch, version: expectedVersion + 1 })
    .where('id', '=', id)
    .where('version', '=', expectedVersion)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** @returns false when the row is no longer at `expectedVersion` */
export async function deleteAssignment(trx: Kysely<Database>, id: string, expectedVersion: number): Promise<boolean> {
  const result = await trx
    .deleteFrom('assignment')
    .where('id', '=', id)
    .where('version', '=', expectedVersion)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

function selectNamed(db: Kysely<Database>) {
  return db
    .selectFrom('assignment')
    .innerJoin('agency', 'agency.id', 'assignment.agencyId')
    .leftJoin('area', 'area.id', 'assignment.areaId')
    .leftJoin('area as parent', 'parent.id', 'area.parentId');
}

const named = [
  'assignment.id',
  'assignment.agencyId',
  'agency.abbr as agencyAbbr',
  'agency.name as agencyName',
  'assignment.issueId',
  'assignment.areaId',
  'area.name as areaName',
  'area.level as areaLevel',
  'parent.name as parentName',
  'assignment.role',
  'assignment.legalBasis',
  'assignment.source',
  'assignment.confidence',
  'assignment.isSample',
  'assignment.validFrom',
  'assignment.validTo',
  'assignment.version',
] as const;

/** Coordinators first, then by area; of one task the newest first. */
export async function listNamedAssignments(db: Kysely<Database>, filter: ListAssignmentsInput) {
  let query = selectNamed(db);
  if (filter.agencyId) query = query.where('assignment.agencyId', '=', filter.agencyId);
  if (filter.issueId) query = query.where('assignment.issueId', '=', filter.issueId);
  if (filter.role) query = query.where('assignment.role', '=', filter.role);
  const { areaId, on } = filter;
  if (areaId) {
    query = query.where((eb) =>
      eb.or([eb('assignment.areaId', '=', areaId), eb('assignment.areaId', 'like', `${areaId}.%`)]),
    );
  }
  if (on) {
    query = query
      .where('assignment.validFrom', '<=', on)
      .where((eb) => eb.or([eb('assignment.validTo', 'is', null), eb('assignment.validTo', '>=', on)]));
  }
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await query
    .select(named)
    .orderBy('assignment.role', 'desc')
    .orderBy('assignment.areaId')
    .orderBy('assignment.issueId')
    .orderBy('assignment.validFrom', 'desc')
    .orderBy('assignment.id')
    .limit(filter.limit)
    .execute();
  return { total: Number(total), rows };
}

export function listNamedByIds(db: Kysely<Database>, ids: readonly string[]) {
  return selectNamed(db)
    .select(named)
    .where('assignment.id', 'in', [...ids])
    .orderBy('assignment.areaId')
    .orderBy('assignment.id')
    .execute();
}

/** Assignments that hold on some day from `date` on. */
export function listNamedBeyond(db: Kysely<Database>, agencyId: string, date: string) {
  return selectNamed(db)
    .select(named)
    .where('assignment.agencyId', '=', agencyId)
    .where((eb) => eb.or([eb('assignment.validTo', 'is', null), eb('assignment.validTo', '>', date)]))
    .orderBy('assignment.role', 'desc')
    .orderBy('assignment.areaId')
    .orderBy('assignment.id')
    .execute();
}

export interface CellCount {
  agencyId: string;
  issueId: IssueId;
  month: Month;
  areaId: string;
  cells: number;
  /** Never verified and not on a verifier's desk: what a handover moves. */
  open: number;
}

/** How many filled-in cells each agency's reports hold, by area and month. */
export async function countCells(
  db: Kysely<Database>,
  scope: { issueId: IssueId | null; areaId: string | null; fromMonth: Month },
): Promise<CellCount[]> {
  let query = db
    .selectFrom('report')
    .innerJoin('entry', 'entry.reportId', 'report.id')
    .where('report.month', '>=', scope.fromMonth);
  const { issueId, areaId } = scope;
  if (issueId !== null) query = query.where('report.issueId', '=', issueId);
  if (areaId !== null) {
    query = query.where((eb) => eb.or([eb('entry.areaId', '=', areaId), eb('entry.areaId', 'like', `${areaId}.%`)]));
  }
  const rows = await query
    .select((eb) => [
      'report.agencyId',
      'report.issueId',
      'report.month',
      'entry.areaId',
      eb.fn.countAll<number>().as('cells'),
      eb.fn
        .sum<number>(
          eb
            .case()
            .when(eb.and([eb('entry.status', 'in', ['draft', 'returned']), eb('entry.verifiedKind', 'is', null)]))
            .then(1)
            .else(0)
            .end(),
        )
        .as('open'),
    ])
    .groupBy(['report.agencyId', 'report.issueId', 'report.month', 'entry.areaId'])
    .execute();
  return rows.map((row) => ({ ...row, cells: Number(row.cells), open: Number(row.open) }));
}
