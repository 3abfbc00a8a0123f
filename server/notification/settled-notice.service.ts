import type { Transaction } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Database } from '#db/schema.ts';
import { channelsOf, choicesFor } from '#shared/notification/choices.ts';
import { type StoredSettled, storedNoticeSchema } from '#shared/notification/stored.ts';
import { accountRoleSchema, can, roles } from '#shared/permissions.ts';
import { findRecentSettledMail, mailFor } from './mail-queue.queries.ts';
import {
  insertNotices,
  listActivePeople,
  listChosen,
  listUnread,
  type PersonRow,
  updateNotice,
} from './notification.queries.ts';

export { announceMail } from './notice-signal.ts';

/** What a verifier did with a report: `cells` of it are returned, or verified, now. */
export interface SettledReport extends StoredSettled {
  kind: 'returned' | 'verified';
  at: string;
  /** Who entered the cells and who handed in the report. */
  authorIds: readonly (string | null)[];
  /** The agencies whose people answer for the report. */
  agencyIds: readonly string[];
}

/** Cells returned one by one are one notice, and after the first one mail in a quarter of an hour. */
const ONE_NOTICE_MS = 3600_000;
const BETWEEN_MAILS_MS = 15 * 60_000;

const reporterRoles = roles.filter((role) => can(role, 'report.enter'));

/**
 * Tells the people of a report what became of it, in the transaction in which it became so: its authors as they chose,
 * their colleagues in the application only. Call `announceMail` afterwards, and the mail leaves at once.
 */
export async function tellSettled(trx: Transaction<Database>, settled: SettledReport): Promise<void> {
  const people = await listActivePeople(trx, reporterRoles, settled.agencyIds);
  const chosen = await listChosen(
    trx,
    people.map(({ id }) => id),
  );
  const authors = new Set(settled.authorIds);
  for (const person of people) {
    if (person.id === settled.byId) continue;
    const choices = choicesFor(accountRoleSchema.parse(person.role), chosen.get(person.id) ?? []);
    const { inApp, byMail } = channelsOf(choices, settled.kind);
    await tell(trx, person, settled, { inApp, byMail: byMail && authors.has(person.id) && person.isSample === 0 });
  }
}

async function tell(
  trx: Transaction<Database>,
  person: PersonRow,
  settled: SettledReport,
  { inApp, byMail }: { inApp: boolean; byMail: boolean },
): Promise<void> {
  if (!inApp && !byMail) return;
  const { kind, at, reportKey, issueId, month, agencyId, cells, byId } = settled;
  const mailId = byMail ? await settledMail(trx, person.id, at) : null;
  const data = JSON.stringify({ items: [{ reportKey, issueId, month, agencyId, cells, byId }] });
  const known = await findSame(trx, person.id, settled);
  if (known) {
    // A mail that has left keeps what it told; the new one tells how the report stands now.
    await updateNotice(trx, known.id, { data, createdAt: at, ...(mailId === null ? {} : { mailId }) });
    return;
  }
  await insertNotices(trx, [
    { id: uuid(), userId: person.id, kind, data, inApp: inApp ? 1 : 0, mailId, createdAt: at, readAt: null },
  ]);
}

async function settledMail(trx: Transaction<Database>, userId: string, at: string): Promise<string> {
  const recent = await findRecentSettledMail(trx, userId, before(at, BETWEEN_MAILS_MS));
  const dueAt = recent ? new Date(Date.parse(recent.createdAt) + BETWEEN_MAILS_MS).toISOString() : at;
  return mailFor(trx, userId, { at, dueAt });
}

/** An unread notice of the last hour about the same report. */
async function findSame(
  trx: Transaction<Database>,
  userId: string,
  { kind, reportKey, at }: SettledReport,
): Promise<{ id: string } | undefined> {
  for (const row of await listUnread(trx, { userId, kind, since: before(at, ONE_NOTICE_MS) })) {
    const notice = storedNoticeSchema.parse({ kind: row.kind, ...JSON.parse(row.data) });
    if (notice.kind !== 'returned' && notice.kind !== 'verified') continue;
    if (notice.items.some((item) => item.reportKey === reportKey)) return row;
  }
  return undefined;
}

function before(at: string, milliseconds: number): string {
  return new Date(Date.parse(at) - milliseconds).toISOString();
}
