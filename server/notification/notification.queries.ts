import type { Insertable, Kysely, Selectable, Transaction } from 'kysely';
import { preparedQuery } from '#db/prepared-query.ts';
import type { Database, UserTable } from '#db/schema.ts';
import type { NotificationSettingTable, NotificationTable } from '#db/schema-notification.ts';
import type { ChosenKind } from '#shared/notification/choices.ts';
import type { Role } from '#shared/permissions.ts';

export type NoticeRow = Selectable<NotificationTable>;

export type PersonRow = Pick<
  Selectable<UserTable>,
  'id' | 'name' | 'email' | 'phone' | 'role' | 'agencyId' | 'locale' | 'isDisabled' | 'isSample'
>;

const personColumns = ['id', 'name', 'email', 'phone', 'role', 'agencyId', 'locale', 'isDisabled', 'isSample'] as const;

/** People of these roles whose accounts are open; all of them, or those of some agencies. */
export function listActivePeople(
  db: Kysely<Database>,
  roles: readonly Role[],
  agencyIds?: readonly string[],
): Promise<PersonRow[]> {
  const people = db
    .selectFrom('user')
    .select(personColumns)
    .where('role', 'in', [...roles])
    .where('isDisabled', '=', 0)
    .orderBy('name')
    .orderBy('id');
  return (agencyIds ? people.where('agencyId', 'in', [...agencyIds]) : people).execute();
}

export function findPerson(db: Kysely<Database>, id: string): Promise<PersonRow | undefined> {
  return db.selectFrom('user').select(personColumns).where('id', '=', id).executeTakeFirst();
}

/** What people have changed, by person; of one person, or of all. */
export async function listChosen(
  db: Kysely<Database>,
  userIds?: readonly string[],
): Promise<Map<string, ChosenKind[]>> {
  const chosen = new Map<string, ChosenKind[]>();
  if (userIds?.length === 0) return chosen;
  const all = db.selectFrom('notification_setting').select(['userId', 'kind', 'inApp', 'byMail', 'frequency']);
  const rows = await (userIds ? all.where('userId', 'in', [...userIds]) : all).execute();
  for (const { userId, kind, inApp, byMail, frequency } of rows) {
    const known = chosen.get(userId) ?? [];
    known.push({ kind, inApp: inApp === 1, byMail: byMail === 1, frequency });
    chosen.set(userId, known);
  }
  return chosen;
}

export async function saveChosen(trx: Transaction<Database>, row: Insertable<NotificationSettingTable>): Promise<void> {
  const { inApp, byMail, frequency, updatedAt } = row;
  await trx
    .insertInto('notification_setting')
    .values(row)
    .onConflict((conflict) => conflict.columns(['userId', 'kind']).doUpdateSet({ inApp, byMail, frequency, updatedAt }))
    .execute();
}

/** The latest notices of a person that are shown in the application. */
export function listNotices(db: Kysely<Database>, userId: string, limit: number): Promise<NoticeRow[]> {
  return db
    .selectFrom('notification')
    .selectAll()
    .where('userId', '=', userId)
    .where('inApp', '=', 1)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

const unreadOf = preparedQuery<{ userId: string }, { unread: number }>((db, p) =>
  db
    .selectFrom('notification')
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('unread'))
    .where('userId', '=', p.userId)
    .where('inApp', '=', 1)
    .where('readAt', 'is', null),
);

/** Open pages ask for it every minute or two. */
export async function countUnread(db: Kysely<Database>, userId: string): Promise<number> {
  return (await unreadOf(db, { userId }))[0]?.unread ?? 0;
}

/** Only the person's own; those already read keep the time at which they were. */
export async function markNoticesRead(
  trx: Transaction<Database>,
  userId: string,
  which: { ids: readonly string[] } | { until: string },
  at: string,
): Promise<void> {
  const mine = trx
    .updateTable('notification')
    .set({ readAt: at })
    .where('userId', '=', userId)
    .where('readAt', 'is', null);
  await ('ids' in which
    ? mine.where('id', 'in', [...which.ids])
    : mine.where('createdAt', '<=', which.until)
  ).execute();
}

export async function insertNotices(trx: Transaction<Database>, rows: readonly Insertable<NotificationTable>[]) {
  for (const batch of batches(rows)) await trx.insertInto('notification').values(batch).execute();
}

export async function updateNotice(
  trx: Transaction<Database>,
  id: string,
  patch: Partial<Pick<NoticeRow, 'data' | 'mailId' | 'createdAt'>>,
): Promise<void> {
  await trx.updateTable('notification').set(patch).where('id', '=', id).execute();
}

/** Unread notices of one kind that a person got since then. */
export function listUnread(
  trx: Transaction<Database>,
  { userId, kind, since }: { userId: string; kind: NoticeRow['kind']; since: string },
): Promise<NoticeRow[]> {
  return trx
    .selectFrom('notification')
    .selectAll()
    .where('userId', '=', userId)
    .where('kind', '=', kind)
    .where('readAt', 'is', null)
    .where('createdAt', '>=', since)
    .orderBy('createdAt', 'desc')
    .execute();
}

export interface ClaimKey {
  userId: string;
  dedupeKey: string;
}

/** Which of these keys somebody has claimed, and for whom. */
export async function listClaimed(db: Kysely<Database>, keys: readonly string[]): Promise<ClaimKey[]> {
  const found: ClaimKey[] = [];
  for (const batch of batches(keys)) {
    const rows = db.selectFrom('notification_claim').select(['userId', 'dedupeKey']).where('dedupeKey', 'in', batch);
    found.push(...(await rows.execute()));
  }
  return found;
}

/** @returns the claims that nobody had made before: what they stand for is now this caller's to tell */
export async function insertClaims(
  trx: Transaction<Database>,
  claims: readonly ClaimKey[],
  createdAt: string,
): Promise<ClaimKey[]> {
  const made: ClaimKey[] = [];
  for (const batch of batches(claims)) {
    const rows = trx
      .insertInto('notification_claim')
      .values(batch.map((claim) => ({ ...claim, createdAt })))
      .onConflict((conflict) => conflict.columns(['dedupeKey', 'userId']).doNothing())
      .returning(['userId', 'dedupeKey']);
    made.push(...(await rows.execute()));
  }
  return made;
}

/** Forgets what is long past. Claims of a step that could come again are much younger. */
export async function deleteBefore(trx: Transaction<Database>, before: string): Promise<void> {
  await trx.deleteFrom('notification').where('createdAt', '<', before).execute();
  await trx
    .deleteFrom('notification_mail')
    .where('createdAt', '<', before)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('notification').select('id').whereRef('mailId', '=', 'notification_mail.id'))),
    )
    .execute();
  await trx.deleteFrom('notification_claim').where('createdAt', '<', before).execute();
}

export async function hasAnyBefore(db: Kysely<Database>, before: string): Promise<boolean> {
  const row = await db
    .selectFrom('notification')
    .select('id')
    .where('createdAt', '<', before)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** SQLite binds at most some thousands of values to one statement. */
const BATCH = 200;

function batches<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, index) =>
    rows.slice(index * BATCH, (index + 1) * BATCH),
  );
}
