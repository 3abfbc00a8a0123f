import { copyFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { errorCode } from '#server/open-store.ts';
import { isKeptAt, listStoredFiles, type StoredFile } from './attachment.queries.ts';
import {
  type FileStore,
  keepFile,
  openFileStore,
  pathOf,
  sizeAndHash,
  temporaryPath,
  thumbnailPathOf,
} from './file-store.ts';

export interface FileProblem {
  id: string;
  storageKey: string;
  what: 'missing' | 'altered' | 'no_thumbnail';
}

const PAGE = 500;

async function* storedFiles(db: Kysely<Database>): AsyncGenerator<StoredFile> {
  let afterId = '';
  for (;;) {
    const page = await listStoredFiles(db, afterId, PAGE);
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    afterId = last.id;
  }
}

/** Holds every attachment's file against its row: is it there, and is it what was uploaded? */
export async function checkStoredFiles(
  db: Kysely<Database>,
  dataDir: string,
): Promise<{ checked: number; bytes: number; problems: FileProblem[] }> {
  const store = openFileStore(dataDir);
  const problems: FileProblem[] = [];
  let checked = 0;
  let bytes = 0;
  for await (const file of storedFiles(db)) {
    checked += 1;
    bytes += file.byteSize;
    const what = await problemOf(store, file);
    if (what) problems.push({ id: file.id, storageKey: file.storageKey, what });
  }
  return { checked, bytes, problems };
}

async function problemOf(store: FileStore, file: StoredFile): Promise<FileProblem['what'] | undefined> {
  const found = await unlessMissing(sizeAndHash(pathOf(store, file.storageKey)));
  if (!found) return 'missing';
  if (found.sha256 !== file.sha256) return 'altered';
  return isPhoto(file) && !(await exists(thumbnailPathOf(store, file.storageKey))) ? 'no_thumbnail' : undefined;
}

/**
 * Copies the file of every row in `db` from one data folder to another; what is there already is left, for a file never
 * changes once it is written.
 * @returns what could not be copied because it is not there; contents are for `checkStoredFiles` to judge
 */
export async function copyStoredFiles(db: Kysely<Database>, from: string, to: string): Promise<FileProblem[]> {
  const [source, target] = [openFileStore(from), openFileStore(to)];
  const problems: FileProblem[] = [];
  for await (const { id, storageKey, width } of storedFiles(db)) {
    const isCopied = await copyOne(target, pathOf(source, storageKey), pathOf(target, storageKey));
    if (!isCopied) problems.push({ id, storageKey, what: 'missing' });
    else if (isPhoto({ width })) {
      const [small, copy] = [thumbnailPathOf(source, storageKey), thumbnailPathOf(target, storageKey)];
      if (!(await copyOne(target, small, copy))) problems.push({ id, storageKey, what: 'no_thumbnail' });
    }
  }
  await rm(join(target.root, 'tmp'), { recursive: true, force: true });
  return problems;
}

/** @returns false when there is no such file */
async function copyOne(store: FileStore, from: string, to: string): Promise<boolean> {
  if (await exists(to)) return true;
  const temporary = temporaryPath(store);
  const copied = await unlessMissing(copyFile(from, temporary).then(() => true));
  if (!copied) return false;
  await keepFile(temporary, to);
  return true;
}

/** Of these files, those that a row still names: the others were removed while they were looked for. */
export async function stillStored(db: Kysely<Database>, problems: readonly FileProblem[]): Promise<FileProblem[]> {
  const known = await Promise.all(problems.map(({ id, storageKey }) => isKeptAt(db, id, storageKey)));
  return problems.filter((_problem, index) => known[index]);
}

function isPhoto({ width }: Pick<StoredFile, 'width'>): boolean {
  return width !== null;
}

async function exists(path: string): Promise<boolean> {
  return (await unlessMissing(stat(path))) !== undefined;
}

async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return undefined;
    throw error;
  }
}
