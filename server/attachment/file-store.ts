import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { AppError } from '#server/app-error.ts';
import { errorCode, makeFolder } from '#server/open-store.ts';

/** The small picture lies beside its photo. */
const THUMBNAIL_SUFFIX = '.small.webp';
const keyPattern = /^[0-9a-f]{2}\/[0-9a-f]{64}-([0-9a-f-]{36})\.[a-z]{3,4}$/;

/** Files below DATA_DIR/files: `<aa>/<sha256>-<attachment id>.<ext>`, one per attachment, never changed once written. */
export interface FileStore {
  root: string;
}

export function openFileStore(dataDir: string): FileStore {
  return { root: join(dataDir, 'files') };
}

export function pathOf(store: FileStore, storageKey: string): string {
  // A key is ours, made by `storageKeyOf`; anything else must not reach the file system.
  if (!keyPattern.test(storageKey)) throw new Error('not a storage key');
  return join(store.root, storageKey);
}

export function thumbnailPathOf(store: FileStore, storageKey: string): string {
  return pathOf(store, storageKey) + THUMBNAIL_SUFFIX;
}

export function storageKeyOf(sha256: string, id: string, extension: string): string {
  return `${sha256.slice(0, 2)}/${sha256}-${id}.${extension}`;
}

/** Where an upload is written while nobody knows yet whether it will be kept. */
export function temporaryPath(store: FileStore): string {
  const folder = join(store.root, 'tmp');
  ensureFolder(folder);
  return join(folder, uuid());
}

function ensureFolder(path: string): void {
  try {
    makeFolder(path);
  } catch (error) {
    // Another upload made it in the same moment.
    if (errorCode(error) !== 'EEXIST') throw asStorageError(error);
  }
}

/** The file, whole and on disk under its final name, or not there: it is flushed before and the folder after the move. */
export async function keepFile(temporary: string, target: string): Promise<void> {
  ensureFolder(dirname(target));
  try {
    await flush(temporary);
    await rename(temporary, target);
    await flush(dirname(target));
  } catch (error) {
    throw asStorageError(error);
  }
}

/** Waits until a file, or the names in a folder, are on disk. */
export async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Removes files that may or may not be there. */
export async function discardFiles(...paths: string[]): Promise<void> {
  await Promise.all(paths.map((path) => rm(path, { force: true }).catch(() => undefined)));
}

/** Removes a kept file; what cannot be removed now is found by `removeStrays` later. */
export function discardKept(store: FileStore, storageKeys: readonly string[]): Promise<void> {
  return discardFiles(...storageKeys.flatMap((key) => [pathOf(store, key), thumbnailPathOf(store, key)]));
}

export async function sizeAndHash(path: string): Promise<{ byteSize: number; sha256: string }> {
  const hash = createHash('sha256');
  let byteSize = 0;
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk);
    byteSize += chunk.length;
  }
  return { byteSize, sha256: hash.digest('hex') };
}

/** A full disk has a sentence of its own; other failures stay what they are. */
export function asStorageError(error: unknown): unknown {
  return ['ENOSPC', 'EDQUOT', 'EROFS'].includes(errorCode(error))
    ? new AppError('STORAGE_FULL', { cause: error })
    : error;
}

const STRAY_AGE_MS = 24 * 3600 * 1000;

/**
 * Removes what a crash left behind: uploads that were never finished, and files whose row was never written. Files of
 * the last day are left alone, for another process may be about to write their row.
 * @param isKnown whether the row of an attachment names this storage key
 */
export async function removeStrays(
  store: FileStore,
  isKnown: (id: string, storageKey: string) => Promise<boolean>,
): Promise<number> {
  let removed = 0;
  for (const folder of await namesIn(store.root)) {
    for (const name of await namesIn(join(store.root, folder))) {
      const path = join(store.root, folder, name);
      const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
      if (Date.now() - mtimeMs < STRAY_AGE_MS) continue;
      const key = `${folder}/${name}`.replace(THUMBNAIL_SUFFIX, '');
      const id = keyPattern.exec(key)?.[1];
      // What is not ours is left alone.
      if (folder !== 'tmp' && (id === undefined || (await isKnown(id, key)))) continue;
      await discardFiles(path);
      removed += 1;
    }
  }
  return removed;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return [];
    throw error;
  }
}
