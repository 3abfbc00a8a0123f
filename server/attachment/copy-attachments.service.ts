import { copyFile } from 'node:fs/promises';
import type { Transaction } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { DatabaseHandle } from '#db/connection.ts';
import type { Database } from '#db/schema.ts';
import { errorCode } from '#server/open-store.ts';
import type { AttachmentSubject } from '#shared/attachment.ts';
import { type AttachmentRow, insertAttachment, listOfSubjects } from './attachment.queries.ts';
import {
  discardFiles,
  discardKept,
  type FileStore,
  keepFile,
  openFileStore,
  pathOf,
  storageKeyOf,
  temporaryPath,
  thumbnailPathOf,
} from './file-store.ts';

/** Files that lie on disk already and whose rows are still to be written. */
export interface CopiedFiles {
  /** By the record they were copied from. */
  bySource: ReadonlyMap<string, readonly AttachmentRow[]>;
  /** To be called when the rows were not written. */
  discard: () => Promise<void>;
}

/** Copies the files of some records, for records that are about to be made after them. A file that is gone is left out. */
export async function copyFilesOf(
  handle: DatabaseHandle,
  dataDir: string,
  subjectType: AttachmentSubject,
  sourceIds: readonly string[],
): Promise<CopiedFiles> {
  const store = openFileStore(dataDir);
  const bySource = new Map<string, AttachmentRow[]>();
  const keys: string[] = [];
  const discard = () => discardKept(store, keys);
  try {
    for (const row of await listOfSubjects(handle.db, subjectType, sourceIds)) {
      const id = uuid();
      const extension = row.storageKey.slice(row.storageKey.lastIndexOf('.') + 1);
      const copy = { ...row, id, storageKey: storageKeyOf(row.sha256, id, extension) };
      keys.push(copy.storageKey);
      if (await copyOne(store, row, copy)) bySource.set(row.subjectId, [...(bySource.get(row.subjectId) ?? []), copy]);
    }
  } catch (error) {
    await discard();
    throw error;
  }
  return { bySource, discard };
}

async function copyOne(store: FileStore, from: AttachmentRow, to: AttachmentRow): Promise<boolean> {
  const pairs = [[pathOf(store, from.storageKey), pathOf(store, to.storageKey)]];
  if (from.width !== null) pairs.push([thumbnailPathOf(store, from.storageKey), thumbnailPathOf(store, to.storageKey)]);
  for (const [source = '', target = ''] of pairs) {
    const temporary = temporaryPath(store);
    try {
      await copyFile(source, temporary);
      await keepFile(temporary, target);
    } catch (error) {
      await discardFiles(temporary);
      if (errorCode(error) === 'ENOENT') return false;
      throw error;
    }
  }
  return true;
}

/** Writes the rows of copied files for the record they now belong to; audited by the record's own event. */
export async function insertCopies(
  trx: Transaction<Database>,
  rows: readonly AttachmentRow[],
  { subjectId, actorId, at }: { subjectId: string; actorId: string; at: string },
): Promise<void> {
  for (const row of rows) await insertAttachment(trx, { ...row, subjectId, createdById: actorId, createdAt: at });
}
