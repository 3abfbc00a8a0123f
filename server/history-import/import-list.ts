import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { AppError } from '#server/app-error.ts';
import type { ImportResult, ListedImport } from '#shared/history-import.ts';
import { reportKeyOf } from '#shared/report.ts';
import { findImport, type ImportTableRow, listImportedReports, listImportRows } from './history-import.queries.ts';

/** Imports that were applied, the latest first. */
export async function listImports(db: Kysely<Database>): Promise<ListedImport[]> {
  const rows = await listImportRows(db);
  return rows.map((row) => ({ ...headOf(row), reportCount: row.reportCount }));
}

/** @throws AppError IMPORT_NOT_FOUND when nothing was imported under this id */
export async function getImport(db: Kysely<Database>, id: string): Promise<ImportResult> {
  const result = await importResult(db, id);
  if (!result) throw new AppError('IMPORT_NOT_FOUND');
  return result;
}

export async function importResult(db: Kysely<Database>, id: string): Promise<ImportResult | undefined> {
  const row = await findImport(db, id);
  if (!row) return undefined;
  const reports = await listImportedReports(db, id);
  return {
    ...headOf(row),
    reports: reports.map(({ month, issueId, agencyId, abbr, name, newCount, changedCount }) => ({
      reportKey: reportKeyOf({ month, issueId, agencyId }),
      ...{ month, issueId },
      agency: { id: agencyId, abbr, name },
      new: newCount,
      changed: changedCount,
    })),
  };
}

function headOf(row: ImportTableRow & { byName: string | null }): Omit<ImportResult, 'reports'> {
  return {
    id: row.id,
    fileName: row.fileName,
    at: row.at,
    byName: row.byName,
    fromMonth: row.fromMonth,
    toMonth: row.toMonth,
    counts: {
      rows: row.rowCount,
      new: row.newCount,
      changed: row.changedCount,
      corrections: row.correctionCount,
      same: row.sameCount,
      refused: row.refusedCount,
    },
  };
}
