import type { Kysely, Transaction } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { DatabaseHandle } from '#db/connection.ts';
import type { Database } from '#db/schema.ts';
import { AppError } from '#server/app-error.ts';
import { recordAudit } from '#server/audit.ts';
import type { Actor } from '#server/context.ts';
import {
  type Attachment,
  type AttachmentSubject,
  attachmentSubjectSchema,
  maxAttachments,
} from '#shared/attachment.ts';
import {
  type AttachmentRow,
  deleteAttachments,
  findAttachment,
  insertAttachment,
  isKeptAt,
  listOfSubjects,
  type Subject,
} from './attachment.queries.ts';
import { fileKind } from './file-kind.ts';
import { safeFileName } from './file-name.ts';
import {
  discardFiles,
  discardKept,
  type FileStore,
  keepFile,
  openFileStore,
  pathOf,
  removeStrays,
  sizeAndHash,
  storageKeyOf,
  thumbnailPathOf,
} from './file-store.ts';
import { redrawPhoto } from './photo.ts';

export type { Subject } from './attachment.queries.ts';

/** What the noun that a file belongs to knows about who may see and change it. */
export interface AttachmentGuard {
  /** Undefined: this person does not see the record, so its files are not there either. */
  visibility(handle: DatabaseHandle, actor: Actor | null, subjectId: string): Promise<'public' | 'private' | undefined>;
  /** Called before anything is read, and again in the transaction that writes. @throws AppError */
  assertMayChange(handle: DatabaseHandle, actor: Actor | null, subjectId: string, db: Kysely<Database>): Promise<void>;
}

export type AttachmentGuards = Record<AttachmentSubject, AttachmentGuard>;

function toAttachment(row: AttachmentRow): Attachment {
  const { id, fileName, contentType, byteSize, width, height, createdAt } = row;
  return { id, fileName, contentType, byteSize, isPhoto: width !== null, width, height, createdAt };
}

/** The files of several records, by record. */
export async function attachmentsOf(
  db: Kysely<Database>,
  subjectType: AttachmentSubject,
  subjectIds: readonly string[],
): Promise<ReadonlyMap<string, Attachment[]>> {
  const bySubject = new Map<string, Attachment[]>(subjectIds.map((id) => [id, []]));
  for (const row of await listOfSubjects(db, subjectType, subjectIds)) {
    bySubject.get(row.subjectId)?.push(toAttachment(row));
  }
  return bySubject;
}

export interface NewFile {
  subject: Subject;
  /** Where the upload was written; it is gone afterwards, whatever happens. */
  temporary: string;
  /** As the sender called it. */
  fileName: string;
}

/**
 * Keeps an uploaded file as evidence: judged by content, photos drawn anew, on disk before its row is written. When the
 * row cannot be written the file goes again. The same file sent twice for one record is one attachment.
 * @throws AppError ATTACHMENT_TYPE_REFUSED, ATTACHMENT_TOO_MANY, and what the guard throws
 */
export async function addAttachment(
  handle: DatabaseHandle,
  dataDir: string,
  actor: Actor,
  file: NewFile,
  guard: AttachmentGuard,
): Promise<Attachment> {
  const store = openFileStore(dataDir);
  const { temporary } = file;
  const redrawn = { source: temporary, photo: `${temporary}.jpg`, thumbnail: `${temporary}.webp` };
  try {
    const kind = await fileKind(temporary, file.fileName);
    const size = kind.kind === 'photo' ? await redrawPhoto(redrawn) : null;
    const result = kind.kind === 'photo' ? redrawn.photo : temporary;
    const extension = kind.kind === 'photo' ? 'jpg' : kind.extension;
    const id = uuid();
    const { byteSize, sha256 } = await sizeAndHash(result);
    const row: AttachmentRow = {
      id,
      ...file.subject,
      fileName: safeFileName(file.fileName, extension),
      contentType: kind.kind === 'photo' ? 'image/jpeg' : kind.contentType,
      byteSize,
      sha256,
      storageKey: storageKeyOf(sha256, id, extension),
      width: size?.width ?? null,
      height: size?.height ?? null,
      createdById: actor.id,
      createdAt: new Date().toISOString(),
    };
    return await keepWithRow(handle, store, actor, row, guard, {
      result,
      thumbnail: size ? redrawn.thumbnail : undefined,
    });
  } finally {
    await discardFiles(temporary, redrawn.photo, redrawn.thumbnail);
  }
}

async function keepWithRow(
  handle: DatabaseHandle,
  store: FileStore,
  actor: Actor,
  row: AttachmentRow,
  guard: AttachmentGuard,
  files: { result: string; thumbnail: string | undefined },
): Promise<Attachment> {
  try {
    await keepFile(files.result, pathOf(store, row.storageKey));
    if (files.thumbnail) await keepFile(files.thumbnail, thumbnailPathOf(store, row.storageKey));
    const written = await handle.transaction((trx) => writeRow(handle, trx, actor, row, guard));
    if (written.id !== row.id) await discardKept(store, [row.storageKey]);
    return toAttachment(written);
  } catch (error) {
    await discardKept(store, [row.storageKey]);
    throw error;
  }
}

/** @returns the row written, or the one that holds the same file already */
async function writeRow(
  handle: DatabaseHandle,
  trx: Transaction<Database>,
  actor: Actor,
  row: AttachmentRow,
  guard: AttachmentGuard,
): Promise<AttachmentRow> {
  await guard.assertMayChange(handle, actor, row.subjectId, trx);
  const subjectType = guardedType(row);
  const present = await listOfSubjects(trx, subjectType, [row.subjectId]);
  const twin = present.find((each) => each.sha256 === row.sha256);
  if (twin) return twin;
  if (present.length >= maxAttachments) throw tooMany();
  await insertAttachment(trx, row);
  await recordAudit(trx, actor.id, [auditEvent('attachment.added', row)], { changesFigures: false });
  return row;
}

/** @throws AppError ATTACHMENT_TOO_MANY when the record holds as many files as it may */
export async function assertRoom(db: Kysely<Database>, { subjectType, subjectId }: Subject): Promise<void> {
  const present = await listOfSubjects(db, subjectType, [subjectId]);
  if (present.length >= maxAttachments) throw tooMany();
}

function tooMany(): AppError {
  return new AppError('ATTACHMENT_TOO_MANY', { params: { most: maxAttachments } });
}

function guardedType({ subjectType }: Pick<AttachmentRow, 'subjectType'>): AttachmentSubject {
  const known = attachmentSubjectSchema.safeParse(subjectType);
  if (!known.success) throw new AppError('ATTACHMENT_NOT_FOUND');
  return known.data;
}

function auditEvent<Name extends 'attachment.added' | 'attachment.removed'>(event: Name, row: AttachmentRow) {
  const { subjectType, subjectId, contentType, byteSize, sha256 } = row;
  return {
    event,
    subjectType: 'attachment',
    subjectId: row.id,
    data: { subjectType, subjectId, contentType, byteSize, sha256 },
  };
}

/** Removes one file; its guard is asked in the same transaction. @throws AppError ATTACHMENT_NOT_FOUND */
export async function removeAttachment(
  handle: DatabaseHandle,
  dataDir: string,
  actor: Actor,
  id: string,
  guards: Partial<AttachmentGuards>,
): Promise<void> {
  const storageKey = await handle.transaction(async (trx) => {
    const row = await findAttachment(trx, id);
    if (!row) throw new AppError('ATTACHMENT_NOT_FOUND');
    const guard = guards[guardedType(row)];
    // Of another noun: this procedure does not know it.
    if (!guard) throw new AppError('ATTACHMENT_NOT_FOUND');
    await guard.assertMayChange(handle, actor, row.subjectId, trx);
    await deleteAttachments(trx, [id]);
    await recordAudit(trx, actor.id, [auditEvent('attachment.removed', row)], { changesFigures: false });
    return row.storageKey;
  });
  await discardKept(openFileStore(dataDir), [storageKey]);
}

/**
 * Deletes the rows of a record that is being deleted; audited by the record's own event.
 * @returns what removes the files, to be called once the transaction has ended
 */
export async function deleteAttachmentsOf(
  trx: Transaction<Database>,
  dataDir: string,
  { subjectType, subjectId }: Subject,
): Promise<() => Promise<void>> {
  const rows = await listOfSubjects(trx, subjectType, [subjectId]);
  const ids = rows.map((row) => row.id);
  await deleteAttachments(trx, ids);
  const keys = rows.map((row) => row.storageKey);
  return () => discardKept(openFileStore(dataDir), keys);
}

export interface ReadableFile {
  path: string;
  fileName: string;
  contentType: string;
  isPhoto: boolean;
  /** Changes with the content and the size asked for. */
  etag: string;
  visibility: 'public' | 'private';
}

/** @throws AppError ATTACHMENT_NOT_FOUND, also where the person may not see the record the file belongs to */
export async function findReadableFile(
  handle: DatabaseHandle,
  dataDir: string,
  actor: Actor | null,
  request: { id: string; size: 'full' | 'small' },
  guards: AttachmentGuards,
): Promise<ReadableFile> {
  const row = await findAttachment(handle.db, request.id);
  const visibility = row && (await guards[guardedType(row)].visibility(handle, actor, row.subjectId));
  if (!row || !visibility) throw new AppError('ATTACHMENT_NOT_FOUND');
  const isPhoto = row.width !== null;
  const isSmall = request.size === 'small';
  if (isSmall && !isPhoto) throw new AppError('ATTACHMENT_NOT_FOUND');
  const store = openFileStore(dataDir);
  return {
    path: isSmall ? thumbnailPathOf(store, row.storageKey) : pathOf(store, row.storageKey),
    fileName: isSmall ? safeFileName(row.fileName, 'webp') : row.fileName,
    contentType: isSmall ? 'image/webp' : row.contentType,
    isPhoto,
    etag: `"${row.sha256.slice(0, 32)}${isSmall ? '-s' : ''}"`,
    visibility,
  };
}

/** See `removeStrays`. */
export function removeStrayFiles(handle: DatabaseHandle, dataDir: string): Promise<number> {
  return removeStrays(openFileStore(dataDir), (id, key) => isKeptAt(handle.db, id, key));
}
