import type { Kysely, Selectable, Transaction } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Database } from '#db/schema.ts';
import type { MailState, NotificationMailTable } from '#db/schema-notification.ts';
import type { NoticeRow } from './notification.queries.ts';

export type MailRow = Selectable<NotificationMailTable>;

/** How long a server that refuses a mail for now is asked again. */
const PATIENCE_MS = 24 * 3600_000;

/**
 * The mail that a person's new notices go into: the one that waits, so that a server that was down all day is not
 * followed by a heap of mails; or a new one.
 */
export async function mailFor(
  trx: Transaction<Database>,
  userId: string,
  { at, dueAt = at }: { at: string; dueAt?: string },
): Promise<string> {
  const giveUpAt = new Date(Date.parse(at) + PATIENCE_MS).toISOString();
  const waiting = await trx
    .updateTable('notification_mail')
    .set({ giveUpAt })
    .where('userId', '=', userId)
    .where('state', '=', 'queued')
    .returning('id')
    .executeTakeFirst();
  if (waiting) return waiting.id;
  const id = uuid();
  const nothing = { messageId: null, claimedBy: null, claimedAt: null, settledAt: null, failure: null };
  await trx
    .insertInto('notification_mail')
    .values({ id, userId, state: 'queued', attempts: 0, dueAt, giveUpAt, createdAt: at, ...nothing })
    .execute();
  return id;
}

/** The last mail that told the person what became of a report, if it was made since then. */
export async function findRecentSettledMail(
  trx: Transaction<Database>,
  userId: string,
  since: string,
): Promise<{ createdAt: string } | undefined> {
  return trx
    .selectFrom('notification_mail as m')
    .innerJoin('notification as n', 'n.mailId', 'm.id')
    .select('m.createdAt')
    .where('m.userId', '=', userId)
    .where('m.createdAt', '>=', since)
    .where('n.kind', 'in', ['returned', 'verified'])
    .orderBy('m.createdAt', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The mail that waits longest and whose time has come. */
export function findDueMail(db: Kysely<Database>, now: string): Promise<MailRow | undefined> {
  return db
    .selectFrom('notification_mail')
    .selectAll()
    .where('state', '=', 'queued')
    .where('dueAt', '<=', now)
    .orderBy('dueAt')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
}

/** @returns whether the mail is now this process's to send; of several that try, one gets it */
export async function claimMail(
  trx: Transaction<Database>,
  mail: Pick<MailRow, 'id' | 'attempts'>,
  claim: { claimedBy: string; claimedAt: string; messageId: string },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('notification_mail')
    .set({ ...claim, state: 'sending', attempts: mail.attempts + 1 })
    .where('id', '=', mail.id)
    .where('state', '=', 'queued')
    .where('attempts', '=', mail.attempts)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** What became of a mail that this process had claimed; also where another has meanwhile called it unknown. */
export async function settleMail(
  trx: Transaction<Database>,
  { id, claimedBy }: { id: string; claimedBy: string },
  result: { state: MailState; failure: string | null; settledAt: string | null; dueAt?: string },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('notification_mail')
    .set(result)
    .where('id', '=', id)
    .where('claimedBy', '=', claimedBy)
    .where('state', 'in', ['sending', 'unknown'])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Mails whose process fell silent between the claim and the answer. */
export function listSilentMails(db: Kysely<Database>, claimedBefore: string): Promise<MailRow[]> {
  return db
    .selectFrom('notification_mail')
    .selectAll()
    .where('state', '=', 'sending')
    .where('claimedAt', '<', claimedBefore)
    .execute();
}

/** @returns whether the mail was still in that state */
export async function endMail(
  trx: Transaction<Database>,
  mail: Pick<MailRow, 'id' | 'state'>,
  result: { state: MailState; failure: string; settledAt: string },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('notification_mail')
    .set(result)
    .where('id', '=', mail.id)
    .where('state', '=', mail.state)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Everything the mail tells, the oldest first. */
export function listNoticesOfMail(db: Kysely<Database>, mailId: string): Promise<NoticeRow[]> {
  return db
    .selectFrom('notification')
    .selectAll()
    .where('mailId', '=', mailId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}
