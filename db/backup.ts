import { renameSync, rmSync, statSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';

const ALL_PAGES = 0x7fff_ffff;

/**
 * Copies an SQLite database into an existing folder while it is in use: the copy is the state of one moment. It appears under its name only
 * once it is whole and has passed an integrity check.
 * @returns the size of the copy in bytes
 */
export async function backupSqlite(file: string, target: string): Promise<number> {
  const unfinished = `${target}.part`;
  const source = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
  try {
    // All pages at once: a copy in steps begins anew whenever something is written in between. Writers do not wait for it.
    await source.backup(unfinished, { progress: () => ALL_PAGES });
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

/**
 * Whether some program has the database open. When none has, what its write-ahead log holds is in the file afterwards,
 * so that the file alone can be moved away. Of a file too damaged to be opened nobody can tell: false.
 */
export function isSqliteInUse(file: string): boolean {
  let database: SqliteDatabase.Database | undefined;
  try {
    database = new SqliteDatabase(file, { fileMustExist: true, timeout: 0 });
    // Leaving the write-ahead log takes a lock that a database has only for itself. Whoever opens it next returns to it.
    database.pragma('journal_mode = DELETE');
    return false;
  } catch (error) {
    if (error instanceof SqliteDatabase.SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(error.code)) return true;
    if (error instanceof SqliteDatabase.SqliteError && /^SQLITE_(NOTADB|CORRUPT)/.test(error.code)) return false;
    throw error;
  } finally {
    database?.close();
  }
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
  } catch (error) {
    // Damage can be such that the check itself does not get through.
    if (error instanceof SqliteDatabase.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code))
      return [error.message];
    throw error;
  } finally {
    database.close();
  }
}
