import type { Insertable, Kysely, Selectable, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { ActionItemNoteTable, ActionItemTable } from '#db/schema-briefing.ts';
import type { IssueId } from '#shared/indicator.ts';

export type ActionItemRow = Selectable<ActionItemTable>;
export type NewActionItem = Insertable<ActionItemTable>;
export type ActionItemPatch = Partial<Omit<ActionItemRow, 'id' | 'version' | 'createdAt' | 'createdById'>>;

/** An item with the names it is shown by; of an indicator also those that are no longer used. */
export type ListedItem = Awaited<ReturnType<ReturnType<typeof listedItems>['execute']>>[number];

const unfinished = ['open', 'in_progress'] as const;
const closed = ['done', 'dropped'] as const;

function listedItems(db: Kysely<Database>) {
  return db
    .selectFrom('action_item as i')
    .innerJoin('agency as a', 'a.id', 'i.ownerAgencyId')
    .leftJoin('meeting as m', 'm.id', 'i.meetingId')
    .leftJoin('decision as d', 'd.id', 'i.decisionId')
    .leftJoin('indicator as n', 'n.id', 'i.indicatorId')
    .leftJoin('area as r', 'r.id', 'i.areaId')
    .selectAll('i')
    .select(['a.abbr as ownerAbbr', 'a.name as ownerName', 'm.title as meetingTitle', 'm.date as meetingDate'])
    .select(['m.startTime as meetingTime', 'd.text as decisionText', 'r.name as areaName'])
    .select(['n.nameId', 'n.nameEn', 'n.unitId', 'n.unitEn', 'n.decimals', 'n.direction']);
}

export interface ActionItemFilter {
  state: 'unfinished' | 'overdue' | 'closed' | 'all';
  /** The day by which lateness is judged. */
  today: string;
  issueId?: IssueId | undefined;
  ownerAgencyIds?: readonly string[] | undefined;
}

/** What is unfinished first, the longest due at the top; then what was closed, latest first. */
export async function listItems(db: Kysely<Database>, filter: ActionItemFilter): Promise<ListedItem[]> {
  let query = listedItems(db);
  if (filter.state === 'closed') query = query.where('i.state', 'in', closed);
  else if (filter.state !== 'all') query = query.where('i.state', 'in', unfinished);
  if (filter.state === 'overdue') query = query.where('i.dueDate', '<', filter.today);
  if (filter.issueId) query = query.where('i.issueId', '=', filter.issueId);
  if (filter.ownerAgencyIds) query = query.where('i.ownerAgencyId', 'in', filter.ownerAgencyIds);
  const rows = await query.orderBy('i.dueDate').orderBy('i.id').execute();
  const isOpen = (row: ListedItem) => row.closedOn === null;
  const latestFirst = (left: ListedItem, right: ListedItem) =>
    (left.closedOn ?? '') < (right.closedOn ?? '') ? 1 : -1;
  return [...rows.filter(isOpen), ...rows.filter((row) => !isOpen(row)).toSorted(latestFirst)];
}

export function findListedItem(db: Kysely<Database>, id: string): Promise<ListedItem | undefined> {
  return listedItems(db).where('i.id', '=', id).executeTakeFirst();
}

export function listItemsOfMeeting(db: Kysely<Database>, meetingId: string): Promise<ListedItem[]> {
  return listedItems(db).where('i.meetingId', '=', meetingId).orderBy('i.createdAt').orderBy('i.id').execute();
}

/** Items that may have been unfinished when a day began: those of meetings up to it, and those of no meeting. */
export function listItemsUnfinishedOn(db: Kysely<Database>, date: string): Promise<ListedItem[]> {
  return listedItems(db)
    .where((eb) => eb.or([eb('m.date', '<=', date), eb('i.meetingId', 'is', null)]))
    .where((eb) => eb.or([eb('i.closedOn', 'is', null), eb('i.closedOn', '>=', date)]))
    .orderBy('i.dueDate')
    .orderBy('i.id')
    .execute();
}

export function findItem(db: Kysely<Database>, id: string): Promise<ActionItemRow | undefined> {
  return db.selectFrom('action_item').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function insertItem(trx: Transaction<Database>, row: NewActionItem): Promise<void> {
  await trx.insertInto('action_item').values(row).execute();
}

/** @returns false when the row is no longer at the version that was seen */
export async function updateItem(
  trx: Transaction<Database>,
  seen: Pick<ActionItemRow, 'id' | 'version'>,
  patch: ActionItemPatch,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('action_item')
    .set({ ...patch, version: seen.version + 1 })
    .where('id', '=', seen.id)
    .where('version', '=', seen.version)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function deleteItem(trx: Transaction<Database>, id: string): Promise<void> {
  await trx.deleteFrom('action_item_note').where('actionItemId', '=', id).execute();
  await trx.deleteFrom('action_item').where('id', '=', id).execute();
}

export async function insertNote(trx: Transaction<Database>, row: Insertable<ActionItemNoteTable>): Promise<void> {
  await trx.insertInto('action_item_note').values(row).execute();
}

export type NoteRow = Awaited<ReturnType<typeof listNotes>>[number];

/** The steps of some items, oldest first, with who took them. */
export async function listNotes(db: Kysely<Database>, itemIds: readonly string[]) {
  if (itemIds.length === 0) return [];
  return db
    .selectFrom('action_item_note as o')
    .leftJoin('user as u', 'u.id', 'o.actorId')
    .selectAll('o')
    .select('u.name as byName')
    .where('o.actionItemId', 'in', itemIds)
    .orderBy('o.at')
    .orderBy('o.id')
    .execute();
}

/** How many items of each of these meetings there are, closed and overdue. */
export async function countItemsByMeeting(
  db: Kysely<Database>,
  meetingIds: readonly string[],
  today: string,
): Promise<Map<string, { total: number; closed: number; overdue: number }>> {
  if (meetingIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('action_item')
    .select(['meetingId', 'state', 'dueDate'])
    .where('meetingId', 'in', meetingIds)
    .execute();
  const counts = new Map(meetingIds.map((id) => [id, { total: 0, closed: 0, overdue: 0 }]));
  for (const { meetingId, state, dueDate } of rows) {
    const count = counts.get(meetingId ?? '');
    if (!count) continue;
    count.total += 1;
    if (state === 'done' || state === 'dropped') count.closed += 1;
    else if (dueDate < today) count.overdue += 1;
  }
  return counts;
}

export async function countOverdueItems(db: Kysely<Database>, today: string): Promise<number> {
  const { items } = await db
    .selectFrom('action_item')
    .select((eb) => eb.fn.countAll<number>().as('items'))
    .where('state', 'in', unfinished)
    .where('dueDate', '<', today)
    .executeTakeFirstOrThrow();
  return items;
}

export async function listItemIdsByDecision(
  db: Kysely<Database>,
  decisionIds: readonly string[],
): Promise<{ id: string; decisionId: string | null }[]> {
  if (decisionIds.length === 0) return [];
  return db
    .selectFrom('action_item')
    .select(['id', 'decisionId'])
    .where('decisionId', 'in', decisionIds)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}

export async function meetingExists(db: Kysely<Database>, id: string): Promise<boolean> {
  return (await db.selectFrom('meeting').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

export function findDecisionMeeting(
  db: Kysely<Database>,
  decisionId: string,
): Promise<{ meetingId: string | null } | undefined> {
  return db.selectFrom('decision').select('meetingId').where('id', '=', decisionId).executeTakeFirst();
}
