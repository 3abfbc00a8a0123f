import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { type DatabaseHandle, openDatabase } from '#db/connection.ts';
import { migrateToLatest } from '#db/migrate.ts';
import type { Config } from './config.ts';
import { OperatorError } from './operator-error.ts';

const why: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOTDIR: 'a file is in the way',
  EEXIST: 'a file is in the way',
  ENOSPC: 'the disk is full',
  ENOENT: 'it cannot be created',
};

/** Like `mkdir -p`. Node's own recursive mkdir never returns where a file system answers ENOENT below an existing folder. */
export function makeFolder(path: string): void {
  if (existsSync(path) && statSync(path).isDirectory()) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  mkdirSync(path);
}

/** @throws OperatorError when the data folder cannot be made or written */
export function assertWritableDataFolder(dataDir: string): void {
  try {
    makeFolder(dataDir);
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = why[errorCode(error)] ?? errorCode(error);
    throw new OperatorError(
      `The data folder ${dataDir} cannot be written (${reason}): set DATA_DIR to a folder this user may write to.`,
      { cause: error },
    );
  }
}

/**
 * Opens the configured database and brings its tables up to date.
 * @throws OperatorError when it cannot be reached or is not a database, NewerDatabaseError when it is too new
 */
export async function openStore(
  config: Pick<Config, 'dataDir' | 'databaseUrl'> & Partial<Pick<Config, 'provinceCode'>>,
): Promise<DatabaseHandle> {
  assertWritableDataFolder(config.dataDir);
  return withOperatorErrors(config, async () => {
    const database = openDatabase(config.databaseUrl, config);
    try {
      await migrateToLatest(database.writer);
      return database;
    } catch (error) {
      await database.close().catch(() => undefined);
      throw error;
    }
  });
}

/** Runs `work`; a failure that comes from the setting or the file is thrown as an OperatorError. */
export async function withOperatorErrors<T>(
  { databaseUrl }: Pick<Config, 'databaseUrl'>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asOperatorError(error, databaseUrl);
  }
}

/** Failures that come from a setting or a file rather than from a fault of ours, by the code their driver gives. */
const sentences: Record<string, (url: string) => string> = {
  SQLITE_NOTADB: (url) => `${url} is not a database of this application: move the file away or set another DATA_DIR.`,
  SQLITE_CORRUPT: (url) => `The database ${url} is damaged: restore the latest backup.`,
  SQLITE_CANTOPEN: (url) => `The database file ${url} cannot be opened: check DATABASE_URL or DATA_DIR and its rights.`,
  SQLITE_CANTOPEN_ISDIR: (url) => `${url} is a folder: DATABASE_URL must name a file or a postgres:// address.`,
  SQLITE_READONLY: (url) => `The database file ${url} is read-only: give this user the right to write it.`,
  SQLITE_FULL: (url) => `The disk that holds ${url} is full.`,
  SQLITE_BUSY: (url) => `The database ${url} is locked by another program: stop that program and try again.`,
  ECONNREFUSED: (url) => `No PostgreSQL server answers at ${url}: start it or correct DATABASE_URL.`,
  ENOTFOUND: (url) => `The host in DATABASE_URL (${url}) is unknown.`,
  EAI_AGAIN: (url) => `The host in DATABASE_URL (${url}) cannot be looked up now.`,
  ETIMEDOUT: (url) => `The PostgreSQL server at ${url} does not answer: check DATABASE_URL and the network.`,
  '28P01': (url) => `PostgreSQL refuses the user or password in DATABASE_URL (${url}).`,
  '28000': (url) => `PostgreSQL refuses the user in DATABASE_URL (${url}).`,
  '3D000': (url) => `The database named in DATABASE_URL (${url}) does not exist: create it first.`,
  '42501': (url) => `The user in DATABASE_URL (${url}) may not create tables: grant it CREATE on the schema.`,
};

function asOperatorError(error: unknown, databaseUrl: string): unknown {
  const shown = withoutPassword(databaseUrl);
  if (error instanceof TypeError && errorCode(error) === 'ERR_INVALID_URL')
    return new OperatorError(
      `DATABASE_URL (${shown}) is not an address, e.g. postgres://user:password@host:5432/name.`,
      {
        cause: error,
      },
    );
  const sentence = sentences[errorCode(error)];
  return sentence ? new OperatorError(sentence(shown), { cause: error }) : error;
}

function withoutPassword(url: string): string {
  return url.replace(/^(postgres(?:ql)?:\/\/[^:@/]*):[^@]*@/, '$1:…@');
}

/** The code of a system, driver or PostgreSQL error; '' when it has none. */
export function errorCode(error: unknown): string {
  const own = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (typeof own === 'string') return own;
  // A refused connection to a host with several addresses arrives as one error that holds the others.
  return error instanceof AggregateError ? errorCode(error.errors[0]) : '';
}
