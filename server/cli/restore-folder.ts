import { existsSync, readdirSync } from 'node:fs';
import { copyFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { checkSqliteIntegrity, isSqliteInUse } from '#db/backup.ts';
import type { DatabaseHandle } from '#db/connection.ts';
import { flush } from '../attachment/file-store.ts';
import { recordAudit } from '../audit.ts';
import { endEverySession } from '../auth/session.service.ts';
import { assertWritableDataFolder, makeFolder, openStore } from '../open-store.ts';
import { OperatorError } from '../operator-error.ts';
import { copyFilesOf, DATABASE_NAME, SECRET_NAME, unwritable } from './backup-folder.ts';
import { examine, type Finding, hasProblems, type Place } from './examination.ts';
import { fileTimestamp } from './timestamp.ts';

export interface RestoreOptions {
  /** Put it in the place of what is there; that is set aside. */
  force?: boolean;
  /** Put it there although the check found something. */
  acceptDamage?: boolean;
}

export interface Restored {
  findings: Finding[];
  /** Where what was there before lies now. */
  setAside: string[];
}

/**
 * Puts a backup in the place of an installation. It is copied beside it and examined there first; until that is done
 * nothing is touched. Everyone has to sign in anew: sessions that had ended since must not begin again.
 * @throws OperatorError when the backup is none or is not sound, or the place is in use or not empty
 */
export async function restoreBackup(source: string, to: Place, options: RestoreOptions = {}): Promise<Restored> {
  if (!existsSync(join(source, DATABASE_NAME)))
    throw new OperatorError(`${source} is not a backup: it holds no ${DATABASE_NAME}.`);
  assertWritableDataFolder(to.dataDir);
  const present = partsOf(to).filter(isThere);
  assertNotInUse(to);
  if (present.length > 0 && !options.force)
    throw new OperatorError(
      `There are data already (${present.join(', ')}): set DATA_DIR to an empty folder, or add --force to set them aside.`,
    );

  const stage: Place = { dataDir: join(to.dataDir, 'restore.part'), databaseUrl: `${to.databaseUrl}.restore` };
  try {
    await clear(stage);
    const findings = await copyAndExamine(source, stage, options);
    assertNotInUse(to);
    const setAside = await setAsideAll([...present, ...sideFilesOf(to.databaseUrl)]);
    await moveIn(stage, to);
    return { findings, setAside };
  } catch (error) {
    throw unwritable(error, to.dataDir);
  } finally {
    await clear(stage);
  }
}

async function copyAndExamine(source: string, stage: Place, { acceptDamage = false }: RestoreOptions) {
  makeFolder(stage.dataDir);
  makeFolder(dirname(stage.databaseUrl));
  await copyFile(join(source, DATABASE_NAME), stage.databaseUrl);
  const secret = join(source, SECRET_NAME);
  if (existsSync(secret)) await copyFile(secret, join(stage.dataDir, SECRET_NAME));
  // Before anything is asked of it: a damaged file would answer with an error of the driver, or wrongly.
  const [damage] = checkSqliteIntegrity(stage.databaseUrl);
  if (damage !== undefined && !acceptDamage)
    throw new OperatorError(
      `The database of this backup is damaged (${damage}): take another, or add --accept-damage.`,
    );

  const database = await openStore(stage);
  try {
    await copyFilesOf(stage.databaseUrl, source, stage.dataDir);
    const findings = await examine(database, stage);
    if (hasProblems(findings) && !acceptDamage) throw new DamagedBackupError(findings);
    await markRestored(database, basename(source));
    return findings;
  } finally {
    await database.close();
  }
}

/** The backup can be read but is not sound. */
export class DamagedBackupError extends OperatorError {
  readonly findings: Finding[];

  constructor(findings: Finding[]) {
    super('This backup is not sound: take another, or add --accept-damage to restore it as it is.');
    this.findings = findings;
  }
}

function markRestored(database: DatabaseHandle, from: string): Promise<void> {
  return database.transaction(async (trx) => {
    const endedSessions = await endEverySession(trx);
    await recordAudit(trx, null, [
      { event: 'data.restored', subjectType: 'database', subjectId: from, data: { endedSessions } },
    ]);
  });
}

function partsOf({ databaseUrl, dataDir }: Place): string[] {
  return [databaseUrl, join(dataDir, 'files'), join(dataDir, SECRET_NAME)];
}

function sideFilesOf(databaseUrl: string): string[] {
  return ['-wal', '-shm', '-journal'].map((suffix) => databaseUrl + suffix).filter((path) => existsSync(path));
}

function isThere(path: string): boolean {
  if (!existsSync(path)) return false;
  return basename(path) !== 'files' || readdirSync(path).length > 0;
}

function assertNotInUse({ databaseUrl }: Place): void {
  if (existsSync(databaseUrl) && isSqliteInUse(databaseUrl))
    throw new OperatorError(`${databaseUrl} is in use: stop the application first.`);
}

async function setAsideAll(paths: readonly string[]): Promise<string[]> {
  const suffix = `replaced-${fileTimestamp(new Date())}`;
  const moved: string[] = [];
  for (const path of paths.filter((each) => existsSync(each))) {
    await rename(path, `${path}.${suffix}`);
    moved.push(`${path}.${suffix}`);
  }
  return moved;
}

async function moveIn(stage: Place, to: Place): Promise<void> {
  await rm(join(to.dataDir, 'files'), { recursive: true, force: true });
  for (const name of ['files', SECRET_NAME]) {
    const staged = join(stage.dataDir, name);
    if (existsSync(staged)) await rename(staged, join(to.dataDir, name));
  }
  // Last: without the database the place is plainly not restored yet.
  await rename(stage.databaseUrl, to.databaseUrl);
  await flush(to.dataDir);
  await flush(dirname(to.databaseUrl));
}

async function clear(stage: Place): Promise<void> {
  for (const path of [stage.dataDir, stage.databaseUrl, ...sideFilesOf(stage.databaseUrl)])
    await rm(path, { recursive: true, force: true });
}
