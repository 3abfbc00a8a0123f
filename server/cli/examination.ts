import { checkSqliteIntegrity } from '#db/backup.ts';
import type { DatabaseHandle } from '#db/connection.ts';
import { findStaleRollups } from '#db/rollup-check.ts';
import { checkStoredFiles, type FileProblem } from '../attachment/stored-files.service.ts';
import { checkAuditChain } from '../audit-chain.ts';
import { print } from './command.ts';

const SHOWN = 10;

export interface Finding {
  what: string;
  checked: string;
  problems: string[];
}

/** Where the parts of an installation lie: its own, or those of a backup that is being restored. */
export interface Place {
  databaseUrl: string;
  /** The folder that holds `files`. */
  dataDir: string;
}

/** Everything that can be told about the soundness of what is kept; changes nothing. */
export async function examine(database: DatabaseHandle, place: Place): Promise<Finding[]> {
  return [
    integrity(database, place.databaseUrl),
    await auditChain(database),
    await rollups(database),
    await files(database, place.dataDir),
  ];
}

export function hasProblems(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.problems.length > 0);
}

export function printFindings(findings: readonly Finding[]): void {
  for (const { what, checked, problems } of findings) {
    print(`${problems.length === 0 ? 'ok     ' : 'PROBLEM'}  ${what} (${checked})`);
    for (const problem of problems.slice(0, SHOWN)) print(`         - ${problem}`);
    if (problems.length > SHOWN) print(`         … and ${problems.length - SHOWN} more`);
  }
}

function integrity(database: DatabaseHandle, file: string): Finding {
  const what = 'database file';
  if (database.engine === 'postgres') return { what, checked: 'PostgreSQL looks after its own', problems: [] };
  return { what, checked: file, problems: checkSqliteIntegrity(file) };
}

async function auditChain(database: DatabaseHandle): Promise<Finding> {
  const { checked, brokenAt } = await checkAuditChain(database.db);
  const problems = brokenAt === null ? [] : [`event ${brokenAt} does not fit the one before it`];
  return { what: 'audit chain', checked: `${checked} events`, problems };
}

async function rollups(database: DatabaseHandle): Promise<Finding> {
  const { checked, stale } = await findStaleRollups(database);
  const problems = stale.map(
    (key) => `${key.indicatorId} ${key.month} at ${key.areaId}: the sum differs from its figures`,
  );
  return { what: 'sums', checked: `${checked} of indicator and month`, problems };
}

async function files(database: DatabaseHandle, dataDir: string): Promise<Finding> {
  const { checked, bytes, problems } = await checkStoredFiles(database.db, dataDir);
  return { what: 'uploaded files', checked: `${checked}, ${megabytes(bytes)}`, problems: problems.map(describeFile) };
}

const sentences: Record<FileProblem['what'], string> = {
  missing: 'is missing',
  altered: 'is not what was uploaded',
  no_thumbnail: 'has lost its small picture',
};

export function describeFile({ storageKey, what }: FileProblem): string {
  return `files/${storageKey} ${sentences[what]}`;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
