import { existsSync } from 'node:fs';
import { chmod, copyFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { backupSqlite } from '#db/backup.ts';
import { openSqlite } from '#db/connection.ts';
import { copyStoredFiles, type FileProblem, stillStored } from '../attachment/stored-files.service.ts';
import { errorCode, makeFolder } from '../open-store.ts';
import { OperatorError } from '../operator-error.ts';
import type { Place } from './examination.ts';

/** What a backup holds besides `files/`, by the names it has there. */
export const DATABASE_NAME = 'satgas.sqlite';
export const SECRET_NAME = 'auth-secret';

const MOST_TRIES = 5;

export interface Backup {
  /** Of the database. */
  bytes: number;
  /** Files that rows name and that were not there to be copied. */
  lacking: FileProblem[];
}

/**
 * Copies the database, the files of its rows and the secret into a new folder, while the application may be running. The
 * folder appears under its name only once it is whole.
 * @throws OperatorError when the folder is there already or cannot be written
 */
export async function writeBackup(from: Place, target: string): Promise<Backup> {
  if (existsSync(target)) throw new OperatorError(`${target} exists already: give another name.`);
  const unfinished = `${target}.part`;
  try {
    await rm(unfinished, { recursive: true, force: true });
    makeFolder(unfinished);
    // It holds what the data folder holds: nobody else's business.
    await chmod(unfinished, 0o700);
    const lacking = await copyConsistently(from, unfinished);
    const secret = join(from.dataDir, SECRET_NAME);
    if (existsSync(secret)) await copyFile(secret, join(unfinished, SECRET_NAME));
    const { size } = await stat(join(unfinished, DATABASE_NAME));
    await rename(unfinished, target);
    return { bytes: size, lacking };
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
    throw unwritable(error, target);
  }
}

/**
 * The database first, then the files its rows name: a file is written before its row, so each of them exists by then. Only
 * one that is removed between the two copies is lost to this one; then the database is copied again, which is quick
 * because the files stay. What an earlier try copied and no row names is swept away as any stray file is.
 */
async function copyConsistently(from: Place, to: string): Promise<FileProblem[]> {
  const copy = join(to, DATABASE_NAME);
  const live = openSqlite(from.databaseUrl);
  try {
    for (let tries = 1; ; tries += 1) {
      await rm(copy, { force: true });
      await backupSqlite(from.databaseUrl, copy);
      const lacking = await copyFilesOf(copy, from.dataDir, to);
      const lost = await stillStored(live.db, lacking);
      if (lost.length === lacking.length || tries === MOST_TRIES) return lacking;
    }
  } finally {
    await live.close();
  }
}

/** Copies the files that the rows of an SQLite database name. @returns those that are not there */
export async function copyFilesOf(database: string, from: string, to: string): Promise<FileProblem[]> {
  const handle = openSqlite(database);
  try {
    return await copyStoredFiles(handle.db, from, to);
  } finally {
    await handle.close();
  }
}

const diskCodes = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT', 'ENOSPC', 'EDQUOT'];

/** A disk that is full or closed to us, in a sentence; any other error as it is. */
export function unwritable(error: unknown, target: string): unknown {
  const code = errorCode(error) === 'STORAGE_FULL' ? 'ENOSPC' : errorCode(error);
  if (!diskCodes.includes(code) && !/^SQLITE_(CANTOPEN|FULL|IOERR)/.test(code)) return error;
  return new OperatorError(`${basename(target)} cannot be written to ${dirname(target)} (${code}).`, { cause: error });
}
