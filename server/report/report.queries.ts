import { type Kysely, type Selectable, sql } from 'kysely';
import { preparedListQuery, preparedQuery } from '#db/prepared-query.ts';
import type { Database, ReportTable, RestatementTable } from '#db/schema.ts';
import type { Month } from '#shared/month.ts';
import type { CounterPart } from '#shared/report/counters.ts';
import type { CellComment, ReportCounters, ReportSubject } from '#shared/report.ts';

export type ReportRow = Selectable<ReportTable>;

const counterColumnNames = [
  'expectedCells',
  'filledCells',
  'notApplicableCells',
  'verifiedCells',
  'returnedCells',
  'draftCells',
] as const;

const progressColumns = [
  'month',
  'issueId',
  'agencyId',
  'state',
  ...counterColumnNames,
  'firstSubmittedAt',
  'isSample',
] as const;

/** How far a report is, for lists of many: reading a row costs by the column. */
export type ReportProgressRow = Pick<ReportRow, (typeof progressColumns)[number]>;

const findReportRow = preparedQuery<ReportSubject, ReportRow>((db, p) =>
  db
    .selectFrom('report')
    .selectAll()
    .where('month', '=', p.month)
    .where('issueId', '=', p.issueId)
    .where('agencyId', '=', p.agencyId),
);

export async function findReport(db: Kysely<Database>, subject: ReportSubject): Promise<ReportRow | undefined> {
  const { month, issueId, agencyId } = subject;
  return (await findReportRow(db, { month, issueId, agencyId }))[0];
}

export async function insertReport(trx: Kysely<Database>, report: ReportRow): Promise<void> {
  await trx.insertInto('report').values(report).execute();
}

/** One saved cell: the counters move by what the cell changed. */
export const addToCounters = preparedQuery<CounterPart & { id: string; updatedAt: string }, never>((db, p) =>
  db
    .updateTable('report')
    .set((eb) => ({
      filledCells: eb('filledCells', '+', p.filled),
      notApplicableCells: eb('notApplicableCells', '+', p.notApplicable),
      verifiedCells: eb('verifiedCells', '+', p.verified),
      returnedCells: eb('returnedCells', '+', p.returned),
      draftCells: eb('draftCells', '+', p.edited),
      version: eb('version', '+', 1),
      updatedAt: p.updatedAt,
    }))
    .where('id', '=', p.id)
    .$castTo<never>(),
);

export type ReportPatch = Partial<Omit<ReportRow, 'id' | 'agencyId' | 'issueId' | 'month' | 'createdAt'>>;

/** @returns false when the report is no longer at `expectedVersion` */
export async function updateReport(
  trx: Kysely<Database>,
  id: string,
  expectedVersion: number,
  patch: ReportPatch,
): Promise<boolean> {
  const updated = await trx
    .updateTable('report')
    .set({ ...patch, version: expectedVersion + 1 })
    .where('id', '=', id)
    .where('version', '=', expectedVersion)
    .returning('id')
    .execute();
  return updated.length > 0;
}

export function countersOf(row: Pick<ReportRow, (typeof counterColumnNames)[number]>): ReportCounters {
  return {
    expected: row.expectedCells,
    filled: row.filledCells,
    notApplicable: row.notApplicableCells,
    verified: row.verifiedCells,
    returned: row.returnedCells,
    edited: row.draftCells,
  };
}

export function counterColumns(counters: ReportCounters) {
  return {
    expectedCells: counters.expected,
    filledCells: counters.filled,
    notApplicableCells: counters.notApplicable,
    verifiedCells: counters.verified,
    returnedCells: counters.returned,
    draftCells: counters.edited,
  };
}

const reportsOfAgencies = preparedListQuery<'agencyIds', object, ReportRow>(['agencyIds'], (db, lists) =>
  db.selectFrom('report').selectAll().where('agencyId', 'in', lists.agencyIds),
);

export function listReportsOfAgencies(db: Kysely<Database>, agencyIds: readonly string[]): Promise<ReportRow[]> {
  return reportsOfAgencies(db, { agencyIds }, {});
}

const reportsOfMonths = preparedListQuery<'months', object, ReportProgressRow>(['months'], (db, lists) =>
  db.selectFrom('report').select(progressColumns).where('month', 'in', lists.months),
);

export function listReportsOfMonths(db: Kysely<Database>, months: readonly Month[]): Promise<ReportProgressRow[]> {
  return reportsOfMonths(db, { months }, {});
}

const monthMarks = preparedListQuery<'months', object, { month: Month; reports: number; versions: number }>(
  ['months'],
  (db, lists) =>
    db
      .selectFrom('report')
      .select((eb) => [
        'month',
        eb.cast<number>(eb.fn.countAll(), 'integer').as('reports'),
        eb.cast<number>(eb.fn.sum('version'), 'integer').as('versions'),
      ])
      .where('month', 'in', lists.months)
      .groupBy('month'),
);

/** Changes whenever a report of the month is begun or changed: reports are never deleted, and their versions only grow. */
export async function listMonthMarks(
  db: Kysely<Database>,
  months: readonly Month[],
): Promise<{ month: Month; mark: string }[]> {
  const rows = await monthMarks(db, { months }, {});
  return rows.map(({ month, reports, versions }) => ({ month, mark: `${reports} ${versions}` }));
}

const handedInOf = preparedListQuery<'months', object, { month: Month; reportKey: string }>(['months'], (db, lists) =>
  db
    .selectFrom('report')
    .select(['month', sql<string>`"month" || '_' || "issueId" || '_' || "agencyId"`.as('reportKey')])
    .where('month', 'in', lists.months)
    .where('state', 'in', ['submitted', 'verified']),
);

/** Reports of these months that are handed in, by their keys (`reportKeyOf`) only: there are many. */
export function listHandedInKeys(
  db: Kysely<Database>,
  months: readonly Month[],
): Promise<{ month: Month; reportKey: string }[]> {
  return handedInOf(db, { months }, {});
}

const openReports = preparedListQuery<'months', object, ReportProgressRow>(['months'], (db, lists) =>
  db
    .selectFrom('report')
    .select(progressColumns)
    .where('month', 'in', lists.months)
    .where('state', 'in', ['draft', 'returned']),
);

export function listOpenReports(db: Kysely<Database>, months: readonly Month[]): Promise<ReportProgressRow[]> {
  return openReports(db, { months }, {});
}

/** Reports with cells on a verifier's desk, and how many; the longest waiting first. */
export async function listReportsToVerify(
  db: Kysely<Database>,
): Promise<{ report: ReportRow; submittedCells: number }[]> {
  const reports = await db
    .selectFrom('report')
    .selectAll()
    .where('state', 'in', ['submitted', 'returned'])
    .orderBy('submittedAt')
    .orderBy('id')
    .execute();
  if (reports.length === 0) return [];
  const counts = await db
    .selectFrom('entry')
    .innerJoin('report', 'report.id', 'entry.reportId')
    .select((eb) => ['entry.reportId', eb.fn.countAll<number>().as('cells')])
    .where('report.state', 'in', ['submitted', 'returned'])
    .where('entry.status', '=', 'submitted')
    .groupBy('entry.reportId')
    .execute();
  const cellsByReport = new Map(counts.map((row) => [row.reportId, row.cells]));
  return reports.flatMap((report) => {
    const submittedCells = cellsByReport.get(report.id) ?? 0;
    return submittedCells > 0 ? [{ report, submittedCells }] : [];
  });
}

const findFirstMonth = preparedQuery<object, { month: Month }>((db) =>
  db.selectFrom('report').select('month').orderBy('month').limit(1),
);

export async function findFirstReportMonth(db: Kysely<Database>): Promise<Month | undefined> {
  return (await findFirstMonth(db, {}))[0]?.month;
}

const findFirstEvent = preparedQuery<object, { at: string }>((db) =>
  db.selectFrom('audit_event').select('at').orderBy('seq').limit(1),
);

/** The instant of the first audit event: when this database came into use. */
export async function findFirstEventAt(db: Kysely<Database>): Promise<string | undefined> {
  return (await findFirstEvent(db, {}))[0]?.at;
}

export interface ReturnedCellRow {
  reportId: string;
  indicatorId: string;
  areaId: string;
  reason: string | null;
  actorId: string | null;
  at: string | null;
}

/** The returned cells of some reports, each with the latest reason it was returned for. */
export async function listReturnedCells(
  db: Kysely<Database>,
  reportIds: readonly string[],
): Promise<ReturnedCellRow[]> {
  if (reportIds.length === 0) return [];
  const cells = await db
    .selectFrom('entry')
    .select(['reportId', 'indicatorId', 'areaId', 'month'])
    .where('reportId', 'in', [...reportIds])
    .where('status', '=', 'returned')
    .orderBy('areaId')
    .orderBy('indicatorId')
    .execute();
  const comments = await db
    .selectFrom('entry_comment')
    .select(['reportId', 'indicatorId', 'areaId', 'text', 'actorId', 'at'])
    .where('reportId', 'in', [...reportIds])
    .where('kind', '=', 'return')
    .orderBy('at')
    .orderBy('id')
    .execute();
  const latest = new Map(
    comments.map((comment) => [`${comment.reportId} ${comment.indicatorId} ${comment.areaId}`, comment]),
  );
  return cells.map(({ reportId, indicatorId, areaId }) => {
    const comment = latest.get(`${reportId} ${indicatorId} ${areaId}`);
    return {
      reportId,
      indicatorId,
      areaId,
      reason: comment?.text ?? null,
      actorId: comment?.actorId ?? null,
      at: comment?.at ?? null,
    };
  });
}

const commentsOfReport = preparedQuery<{ reportId: string }, CellComment>((db, p) =>
  db
    .selectFrom('entry_comment')
    .leftJoin('user', 'user.id', 'entry_comment.actorId')
    .select([
      'entry_comment.id',
      'entry_comment.indicatorId',
      'entry_comment.areaId',
      'entry_comment.kind',
      'entry_comment.text',
      'entry_comment.actorId',
      'entry_comment.at',
      'user.name as actorName',
    ])
    .where('entry_comment.reportId', '=', p.reportId)
    .orderBy('entry_comment.at')
    .orderBy('entry_comment.id'),
);

export function listComments(db: Kysely<Database>, reportId: string): Promise<CellComment[]> {
  return commentsOfReport(db, { reportId });
}

const namesById = preparedListQuery<'ids', object, { id: string; name: string }>(['ids'], (db, lists) =>
  db.selectFrom('user').select(['id', 'name']).where('id', 'in', lists.ids),
);

/** Names of people by id; those whose account is gone are not in it. */
export async function namesOf(
  db: Kysely<Database>,
  userIds: Iterable<string | null>,
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(userIds)].filter((id) => id !== null);
  const rows = await namesById(db, { ids }, {});
  return new Map(rows.map((row) => [row.id, row.name]));
}

const aliasesOfAreas = preparedListQuery<'areaIds', object, { areaId: string; alias: string }>(
  ['areaIds'],
  (db, lists) =>
    db.selectFrom('area_alias').select(['areaId', 'alias']).where('areaId', 'in', lists.areaIds).orderBy('alias'),
);

export function listAliases(
  db: Kysely<Database>,
  areaIds: readonly string[],
): Promise<{ areaId: string; alias: string }[]> {
  return aliasesOfAreas(db, { areaIds }, {});
}

export async function insertRestatement(
  trx: Kysely<Database>,
  restatement: Selectable<RestatementTable>,
): Promise<void> {
  await trx.insertInto('restatement').values(restatement).execute();
}

/** The verified total that a rollup row holds; null while it holds no figure. */
export async function findVerifiedTotal(
  db: Kysely<Database>,
  key: { indicatorId: string; parentId: string; month: Month; areaId: string },
): Promise<number | null> {
  const row = await db
    .selectFrom('rollup')
    .select(['verifiedSum', 'verifiedHeld'])
    .where('indicatorId', '=', key.indicatorId)
    .where('parentId', '=', key.parentId)
    .where('month', '=', key.month)
    .where('areaId', '=', key.areaId)
    .executeTakeFirst();
  return row && row.verifiedHeld > 0 ? row.verifiedSum : null;
}
