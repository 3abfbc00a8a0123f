import { type Insertable, type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { MeetingAttendanceTable, MeetingTable } from '#db/schema-briefing.ts';

export type MeetingRow = Selectable<MeetingTable>;
export type MeetingPatch = Partial<Omit<MeetingRow, 'id' | 'version' | 'createdAt' | 'createdById' | 'isSample'>>;
export type AttendanceRow = Selectable<MeetingAttendanceTable>;

/** A meeting without a time comes before those with one; databases disagree on where nothing stands. */
const startTime = sql<string>`coalesce(${sql.ref('startTime')}, '')`;

/** Coming meetings the nearest first; past ones, and all together, the latest first. */
export function listMeetingRows(
  db: Kysely<Database>,
  span: 'upcoming' | 'past' | 'all',
  today: string,
): Promise<MeetingRow[]> {
  let query = db.selectFrom('meeting').selectAll();
  if (span === 'upcoming') query = query.where('date', '>=', today);
  if (span === 'past') query = query.where('date', '<', today);
  const order = span === 'upcoming' ? 'asc' : 'desc';
  return query.orderBy('date', order).orderBy(startTime, order).orderBy('id', order).execute();
}

/** The earliest first. */
export function listMeetingRowsSince(db: Kysely<Database>, date: string): Promise<MeetingRow[]> {
  return db
    .selectFrom('meeting')
    .selectAll()
    .where('date', '>=', date)
    .orderBy('date')
    .orderBy(startTime)
    .orderBy('id')
    .execute();
}

export function findMeeting(db: Kysely<Database>, id: string): Promise<MeetingRow | undefined> {
  return db.selectFrom('meeting').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function insertMeeting(trx: Transaction<Database>, row: Insertable<MeetingTable>): Promise<void> {
  await trx.insertInto('meeting').values(row).execute();
}

/** @returns false when the row is no longer at the version that was seen */
export async function updateMeeting(
  trx: Transaction<Database>,
  seen: Pick<MeetingRow, 'id' | 'version'>,
  patch: MeetingPatch,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('meeting')
    .set({ ...patch, version: seen.version + 1 })
    .where('id', '=', seen.id)
    .where('version', '=', seen.version)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function deleteMeeting(trx: Transaction<Database>, id: string): Promise<void> {
  await trx.deleteFrom('meeting_agenda_item').where('meetingId', '=', id).execute();
  await trx.deleteFrom('meeting_attendance').where('meetingId', '=', id).execute();
  await trx.deleteFrom('meeting').where('id', '=', id).execute();
}

/** What each of these meetings is about, in order. */
export async function listAgendas(
  db: Kysely<Database>,
  meetingIds: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  if (meetingIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('meeting_agenda_item')
    .select(['meetingId', 'text'])
    .where('meetingId', 'in', meetingIds)
    .orderBy('meetingId')
    .orderBy('position')
    .execute();
  const agendas = new Map<string, string[]>(meetingIds.map((id) => [id, []]));
  for (const { meetingId, text } of rows) agendas.get(meetingId)?.push(text);
  return agendas;
}

export async function replaceAgenda(
  trx: Transaction<Database>,
  meetingId: string,
  items: readonly { id: string; text: string }[],
): Promise<void> {
  await trx.deleteFrom('meeting_agenda_item').where('meetingId', '=', meetingId).execute();
  if (items.length === 0) return;
  const rows = items.map(({ id, text }, position) => ({ id, meetingId, position, text }));
  await trx.insertInto('meeting_agenda_item').values(rows).execute();
}

const byName = new Intl.Collator('id', { numeric: true });

/** Agencies first, then guests, each by name. */
export async function listAttendance(db: Kysely<Database>, meetingId: string): Promise<AttendanceRow[]> {
  const rows = await db
    .selectFrom('meeting_attendance')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .orderBy('id')
    .execute();
  // Sorted here: every database has an alphabet of its own.
  rows.sort((a, b) => byName.compare(a.name, b.name));
  return [...rows.filter((row) => row.agencyId !== null), ...rows.filter((row) => row.agencyId === null)];
}

export async function replaceAttendance(
  trx: Transaction<Database>,
  meetingId: string,
  rows: readonly Omit<AttendanceRow, 'meetingId'>[],
): Promise<void> {
  await trx.deleteFrom('meeting_attendance').where('meetingId', '=', meetingId).execute();
  if (rows.length === 0) return;
  await trx
    .insertInto('meeting_attendance')
    .values(rows.map((row) => ({ ...row, meetingId })))
    .execute();
}

/** How many were invited to each meeting, and how many came. */
export async function countAttendance(
  db: Kysely<Database>,
  meetingIds: readonly string[],
): Promise<Map<string, { invited: number; present: number }>> {
  if (meetingIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('meeting_attendance')
    .select((eb) => [
      'meetingId',
      eb.cast<number>(eb.fn.countAll(), 'integer').as('invited'),
      eb.cast<number>(eb.fn.sum('isPresent'), 'integer').as('present'),
    ])
    .where('meetingId', 'in', meetingIds)
    .groupBy('meetingId')
    .execute();
  return new Map(
    rows.map(({ meetingId, invited, present }) => [meetingId, { invited: Number(invited), present: Number(present) }]),
  );
}

export function findEditionTitle(
  db: Kysely<Database>,
  id: string,
): Promise<{ id: string; number: number; title: string } | undefined> {
  return db.selectFrom('edition').select(['id', 'number', 'title']).where('id', '=', id).executeTakeFirst();
}
