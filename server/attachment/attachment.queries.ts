import type { Insertable, Kysely, Selectable, Transaction } from 'kysely';
import type { AttachmentTable, Database } from '#db/schema.ts';
import type { AttachmentSubject } from '#shared/attachment.ts';

export type AttachmentRow = Selectable<AttachmentTable>;

export interface Subject {
  subjectType: AttachmentSubject;
  subjectId: string;
}

export function findAttachment(db: Kysely<Database>, id: string): Promise<AttachmentRow | undefined> {
  return db.selectFrom('attachment').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Of several subjects of one kind, oldest first. */
export async function listOfSubjects(
  db: Kysely<Database>,
  subjectType: AttachmentSubject,
  subjectIds: readonly string[],
): Promise<AttachmentRow[]> {
  if (subjectIds.length === 0) return [];
  return db
    .selectFrom('attachment')
    .selectAll()
    .where('subjectType', '=', subjectType)
    .where('subjectId', 'in', subjectIds)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}

export async function insertAttachment(
  trx: Transaction<Database>,
  attachment: Insertable<AttachmentTable>,
): Promise<void> {
  await trx.insertInto('attachment').values(attachment).execute();
}

export async function deleteAttachments(trx: Transaction<Database>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await trx.deleteFrom('attachment').where('id', 'in', ids).execute();
}

export type StoredFile = Pick<AttachmentRow, 'id' | 'storageKey' | 'sha256' | 'byteSize' | 'width'>;

/** What lies on disk, by id: one page after `afterId`. */
export function listStoredFiles(db: Kysely<Database>, afterId: string, most: number): Promise<StoredFile[]> {
  return db
    .selectFrom('attachment')
    .select(['id', 'storageKey', 'sha256', 'byteSize', 'width'])
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(most)
    .execute();
}

/** Whether this attachment exists and lies there. */
export async function isKeptAt(db: Kysely<Database>, id: string, storageKey: string): Promise<boolean> {
  const row = await db
    .selectFrom('attachment')
    .select('id')
    .where('id', '=', id)
    .where('storageKey', '=', storageKey)
    .executeTakeFirst();
  return row !== undefined;
}
