import type { Kysely, Selectable } from 'kysely';
import { preparedListQuery, preparedQuery } from '#db/prepared-query.ts';
import type { Database, EntryTable, ReportTable } from '#db/schema.ts';
import type { HistoryImportReportTable, HistoryImportTable } from '#db/schema-history-import.ts';
import type { EntryStatus } from '#shared/entry.ts';
import type { IssueId } from '#shared/indicator.ts';

export type ImportTableRow = Selectable<HistoryImportTable>;

/** All cells of some indicators in one month. */
export const listMonthEntries = preparedListQuery<'indicatorIds', { month: string }, Selectable<EntryTable>>(
  ['indicatorIds'],
  (db, lists, p) =>
    db.selectFrom('entry').selectAll().where('indicatorId', 'in', lists.indicatorIds).where('month', '=', p.month),
);

export const listMonthReports = preparedQuery<{ month: string }, Selectable<ReportTable>>((db, p) =>
  db.selectFrom('report').selectAll().where('month', '=', p.month),
);

/** Which statuses the cells of a report have. */
export const listStatuses = preparedQuery<{ reportId: string }, { status: EntryStatus }>((db, p) =>
  db.selectFrom('entry').select('status').distinct().where('reportId', '=', p.reportId),
);

export async function insertImport(
  trx: Kysely<Database>,
  row: ImportTableRow,
  reports: readonly Selectable<HistoryImportReportTable>[],
): Promise<void> {
  await trx.insertInto('history_import').values(row).execute();
  const perStatement = 500;
  for (let from = 0; from < reports.length; from += perStatement) {
    await trx
      .insertInto('history_import_report')
      .values(reports.slice(from, from + perStatement))
      .execute();
  }
}

const selectImports = (db: Kysely<Database>) =>
  db
    .selectFrom('history_import')
    .leftJoin('user', 'user.id', 'history_import.actorId')
    .selectAll('history_import')
    .select('user.name as byName');

export async function findImport(
  db: Kysely<Database>,
  id: string,
): Promise<(ImportTableRow & { byName: string | null }) | undefined> {
  return selectImports(db).where('history_import.id', '=', id).executeTakeFirst();
}

const MOST_LISTED = 100;

/** The latest first. */
export async function listImportRows(
  db: Kysely<Database>,
): Promise<(ImportTableRow & { byName: string | null; reportCount: number })[]> {
  const rows = await selectImports(db)
    .select((eb) =>
      eb
        .selectFrom('history_import_report')
        .select((inner) => inner.fn.countAll<number>().as('reports'))
        .whereRef('history_import_report.importId', '=', 'history_import.id')
        .as('reportCount'),
    )
    .orderBy('history_import.at', 'desc')
    .orderBy('history_import.id')
    .limit(MOST_LISTED)
    .execute();
  return rows.map((row) => ({ ...row, reportCount: Number(row.reportCount ?? 0) }));
}

export interface ImportedReportRow {
  month: string;
  issueId: IssueId;
  agencyId: string;
  abbr: string;
  name: string;
  newCount: number;
  changedCount: number;
}

export function listImportedReports(db: Kysely<Database>, importId: string): Promise<ImportedReportRow[]> {
  return db
    .selectFrom('history_import_report')
    .innerJoin('report', 'report.id', 'history_import_report.reportId')
    .innerJoin('agency', 'agency.id', 'report.agencyId')
    .select(['report.month', 'report.issueId', 'report.agencyId', 'agency.abbr', 'agency.name'])
    .select(['history_import_report.newCount', 'history_import_report.changedCount'])
    .where('history_import_report.importId', '=', importId)
    .orderBy('report.month')
    .orderBy('report.issueId')
    .orderBy('agency.abbr')
    .execute();
}

export const listAreasWithBps = preparedQuery<
  object,
  {
    id: string;
    parentId: string | null;
    level: 'nation' | 'province' | 'regency' | 'district' | 'village';
    name: string;
    bpsCode: string | null;
  }
>((db) =>
  db
    .selectFrom('area')
    .select(['id', 'parentId', 'level', 'name', 'bpsCode'])
    .where('level', '!=', 'nation')
    .orderBy('id'),
);

export const listAllAliases = preparedQuery<object, { areaId: string; alias: string }>((db) =>
  db.selectFrom('area_alias').select(['areaId', 'alias']).orderBy('alias'),
);
