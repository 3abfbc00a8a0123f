import type { DatabaseHandle } from '#db/connection.ts';
import type { MailState } from '#db/schema-notification.ts';
import { recordAudit } from '#server/audit.ts';
import type { Config } from '#server/config.ts';
import type { MailFailure } from '#server/mail-failure.ts';
import { deliverMail, type Mail } from '#server/mailer.ts';
import { referenceOf } from '#server/reference/reference.service.ts';
import { localeSchema } from '#shared/locale.ts';
import { channelsOf, choicesFor } from '#shared/notification/choices.ts';
import { accountRoleSchema } from '#shared/permissions.ts';
import { composeMail } from './compose-mail.ts';
import {
  claimMail,
  endMail,
  findDueMail,
  listNoticesOfMail,
  listSilentMails,
  type MailRow,
  settleMail,
} from './mail-queue.queries.ts';
import { storedIn } from './notice-view.ts';
import { findPerson, listChosen } from './notification.queries.ts';

export interface SenderParts {
  database: DatabaseHandle;
  config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'publicUrl' | 'isDemo'>;
  /** This process, among those that share the database. */
  workerId: string;
  now: () => Date;
  signal: AbortSignal;
}

/** A process that has not said within this time what became of a mail never will: delivering one takes a minute at most. */
const SILENCE_MS = 10 * 60_000;
/** How long a server that refused a mail for now is left alone, by how often it has refused; then two hours each time. */
const PAUSES_MIN = [1, 5, 15, 60];
const LONGEST_PAUSE_MIN = 120;

/** Sends every mail whose time has come, one after the other, as long as the server takes them. */
export async function sendWaitingMails(parts: SenderParts): Promise<void> {
  await giveUpSilentMails(parts);
  while (!parts.signal.aborted) {
    const mail = await findDueMail(parts.database.db, parts.now().toISOString());
    if (!mail) return;
    const failure = await sendOne(parts, mail);
    if (failure?.isServerDown) return;
  }
}

/**
 * At most once: a mail is claimed, for all to see, before the first byte leaves, and what became of it is written down
 * afterwards. Only what the server has certainly not taken is tried again.
 */
async function sendOne(parts: SenderParts, mail: MailRow): Promise<MailFailure | null> {
  const { database, config, workerId } = parts;
  const { smtpUrl, mailFrom } = config;
  if (smtpUrl === undefined || config.isDemo) {
    await end(parts, mail, 'dropped', 'NOT_CONFIGURED');
    return null;
  }
  const claimedAt = parts.now().toISOString();
  const messageId = mail.messageId ?? `<${mail.id}@${new URL(config.publicUrl).hostname}>`;
  const isMine = await database.transaction((trx) =>
    claimMail(trx, mail, { claimedBy: workerId, claimedAt, messageId }),
  );
  if (!isMine) return null;
  const claimed = { ...mail, attempts: mail.attempts + 1 };
  if (mail.giveUpAt <= claimedAt) {
    await settle(parts, claimed, { state: 'dropped', failure: 'TOO_OLD' });
    return null;
  }
  const text = await textOf(parts, mail);
  if (!text) {
    await settle(parts, claimed, { state: 'dropped', failure: 'NOT_WANTED' });
    return null;
  }
  const failure = await deliverMail({ smtpUrl, mailFrom }, { ...text, messageId });
  await settle(parts, claimed, failure ? resultOf(parts, claimed, failure) : { state: 'sent', failure: null });
  return failure;
}

/** What the person is to read, as things stand now; null where they may not or no longer want to get it. */
async function textOf({ database, config }: SenderParts, mail: MailRow): Promise<Mail | null> {
  const person = await findPerson(database.db, mail.userId);
  if (!person || person.isDisabled === 1 || person.isSample === 1) return null;
  const chosen = await listChosen(database.db, [person.id]);
  const choices = choicesFor(accountRoleSchema.parse(person.role), chosen.get(person.id) ?? []);
  const notices = (await listNoticesOfMail(database.db, mail.id))
    .map(storedIn)
    .filter(({ kind }) => channelsOf(choices, kind).byMail);
  if (notices.length === 0) return null;
  const reference = await referenceOf(database);
  const { name, email } = person;
  const locale = localeSchema.catch('id').parse(person.locale);
  return composeMail(notices, { person: { name, email, locale }, reference, publicUrl: config.publicUrl });
}

interface Result {
  state: MailState;
  failure: string | null;
  dueAt?: string;
}

function resultOf({ now }: SenderParts, mail: MailRow, { outcome, code }: MailFailure): Result {
  if (outcome !== 'postponed') return { state: outcome, failure: code };
  const pause = PAUSES_MIN[mail.attempts - 1] ?? LONGEST_PAUSE_MIN;
  const dueAt = new Date(now().getTime() + pause * 60_000).toISOString();
  return dueAt >= mail.giveUpAt ? { state: 'refused', failure: code } : { state: 'queued', failure: code, dueAt };
}

async function settle({ database, workerId, now }: SenderParts, mail: MailRow, result: Result): Promise<void> {
  const at = now().toISOString();
  const isFinal = result.state !== 'queued';
  await database.transaction(async (trx) => {
    const mine = { id: mail.id, claimedBy: workerId };
    const isSettled = await settleMail(trx, mine, { ...result, settledAt: isFinal ? at : null });
    if (isSettled && isFinal)
      await recordAudit(trx, null, [eventOf(mail, result.state)], { changesFigures: false, at });
  });
}

async function end({ database, now }: SenderParts, mail: MailRow, state: MailState, failure: string): Promise<void> {
  const settledAt = now().toISOString();
  await database.transaction(async (trx) => {
    if (!(await endMail(trx, mail, { state, failure, settledAt }))) return;
    await recordAudit(trx, null, [eventOf(mail, state)], { changesFigures: false, at: settledAt });
  });
}

/** Whether they were handed over nobody can say any more: they are never sent again. */
async function giveUpSilentMails(parts: SenderParts): Promise<void> {
  const before = new Date(parts.now().getTime() - SILENCE_MS).toISOString();
  for (const mail of await listSilentMails(parts.database.db, before)) await end(parts, mail, 'unknown', 'INTERRUPTED');
}

function eventOf(mail: MailRow, state: MailState) {
  const data = { userId: mail.userId, state, attempts: mail.attempts };
  return { event: 'notification.mailed' as const, subjectType: 'notification', subjectId: mail.id, data };
}
