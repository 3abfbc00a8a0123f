import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { errorCode } from '#server/open-store.ts';
import type { AttachmentSubject } from '#shared/attachment.ts';
import { type AttachmentRow, listOfSubjects } from './attachment.queries.ts';
import { openFileStore, pathOf } from './file-store.ts';
import { shrinkPhoto } from './photo.ts';

export type KeptPhoto = Pick<AttachmentRow, 'id' | 'subjectId' | 'sha256' | 'storageKey'>;

/** The photos of some records, by record, oldest first. */
export async function photosOf(
  db: Kysely<Database>,
  subjectType: AttachmentSubject,
  subjectIds: readonly string[],
): Promise<ReadonlyMap<string, KeptPhoto[]>> {
  const bySubject = new Map<string, KeptPhoto[]>();
  for (const row of await listOfSubjects(db, subjectType, subjectIds)) {
    if (row.width === null) continue;
    bySubject.set(row.subjectId, [...(bySubject.get(row.subjectId) ?? []), row]);
  }
  return bySubject;
}

/** Shrunk photos, the one asked for last at the end: a deck that is being edited asks for the same ones again and again. */
const kept = new Map<string, Buffer>();
const mostKept = 24;

/**
 * A photo as JPEG, at most so many pixels wide or high.
 * @returns null when its file is gone or cannot be read as a picture any more
 */
export async function photoBytes(
  dataDir: string,
  { storageKey, sha256 }: KeptPhoto,
  pixels: number,
): Promise<Buffer | null> {
  const key = `${sha256} ${pixels}`;
  const known = kept.get(key);
  const bytes = known ?? (await readPhoto(pathOf(openFileStore(dataDir), storageKey), pixels));
  if (!bytes) return null;
  kept.delete(key);
  kept.set(key, bytes);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return bytes;
}

async function readPhoto(path: string, pixels: number): Promise<Buffer | null> {
  try {
    return await shrinkPhoto(path, pixels);
  } catch (error) {
    // A full disk or exhausted handles are no property of the picture.
    if (['EMFILE', 'ENFILE', 'ENOMEM'].includes(errorCode(error))) throw error;
    return null;
  }
}
