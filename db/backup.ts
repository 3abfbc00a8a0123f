import { renameSync, rmSync, statSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';

/**
 * Copies an SQLite database into an existing folder while it is in use: the copy is the state of one moment. It appears under its name only
 * once it is whole and has passed an integrity check.
 * @returns the size of the copy in bytes
 */
export async function backupSqlite(file: string, target: string): Promise<number> {
  const unfinished = `${target}.part`;
  const source = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
  try {
    await source.backup(unfinished);
    const problems = checkSqliteIntegrity(unfinished);
    if (problems.length > 0) throw new Error(`The copy is damaged: ${problems.join('; ')}`);
    renameSync(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  } finally {
    source.close();
  }
  return statSync(target).size;
}

/** What SQLite finds wrong with the file's pages, indexes and references; empty when all is well. */
export function checkSqliteIntegrity(file: string): string[] {
  const database = new SqliteDatabase(file, { fileMustExist: true });
  try {
    const pages = database.prepare<[], { integrity_check: string }>('pragma integrity_check').all();
    const references = database
      .prepare<[], { table: string; rowid: number | null; parent: string }>('pragma foreign_key_check')
      .all();
    return [
      ...pages.map((row) => row.integrity_check).filter((text) => text !== 'ok'),
      ...references.map((row) => `${row.table} row ${row.rowid ?? '?'} refers to a missing ${row.parent}`),
    ];
  } finally {
    database.close();
  }
}
