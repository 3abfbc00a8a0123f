import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { discardFiles, type FileStore } from '#server/attachment/kept-file.service.ts';
import type { ExportKind } from '#shared/briefing/export.ts';

const keyPattern = /^([0-9a-f-]{36})\.(?:pptx|pdf|xlsx|png|zip)$/;

/** Files below DATA_DIR/exports: `<job id>.<ext>`, never changed once written, and `tmp/` for those being made. */
export function openExportStore(dataDir: string): FileStore {
  return { root: join(dataDir, 'exports') };
}

/** `isOneSlide`: a picture of one slide rather than a ZIP of all. */
export function extensionOf(kind: ExportKind, isOneSlide: boolean): string {
  if (kind === 'png') return isOneSlide ? 'png' : 'zip';
  return kind === 'pptx' || kind === 'xlsx' ? kind : 'pdf';
}

export function exportPath(store: FileStore, storageKey: string): string {
  // A key is ours; anything else must not reach the file system.
  if (!keyPattern.test(storageKey)) throw new Error('not a storage key');
  return join(store.root, storageKey);
}

export async function isKept(store: FileStore, storageKey: string | null): Promise<boolean> {
  if (storageKey === null) return false;
  return stat(exportPath(store, storageKey)).then(
    () => true,
    () => false,
  );
}

const STRAY_AGE_MS = 24 * 3600 * 1000;

/**
 * Removes what a crash left behind: files being made, and files whose row does not name them. Those of the last day are
 * left alone, for another process may be about to write their row.
 */
export async function removeStrayExports(
  store: FileStore,
  isNamed: (jobId: string, storageKey: string) => Promise<boolean>,
): Promise<void> {
  for (const name of await namesIn(store.root)) {
    const id = keyPattern.exec(name)?.[1];
    if (id !== undefined && (await isOld(join(store.root, name))) && !(await isNamed(id, name)))
      await discardFiles(join(store.root, name));
  }
  const unfinished = join(store.root, 'tmp');
  for (const name of await namesIn(unfinished)) {
    if (await isOld(join(unfinished, name))) await discardFiles(join(unfinished, name));
  }
}

/** Nothing where the folder is not there yet. */
function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

async function isOld(path: string): Promise<boolean> {
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
  return Date.now() - mtimeMs > STRAY_AGE_MS;
}
