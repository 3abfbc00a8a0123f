import type { Kysely } from 'kysely';
import type { DatabaseHandle } from '#db/connection.ts';
import type { Database } from '#db/schema.ts';
import { AppError } from '#server/app-error.ts';
import { predecessorsOf, referenceOf } from '#server/reference/reference.service.ts';
import type { BriefedActionItem } from '#shared/action-item-brief.ts';
import { groupBy } from '#shared/group-by.ts';
import type { IssueId } from '#shared/indicator.ts';
import type { ActionItem, ActionItemListInput } from '#shared/meeting.ts';
import { currentDate, monthOfDate } from '#shared/month.ts';
import {
  findListedItem,
  type ListedItem,
  listItems,
  listItemsOfMeeting,
  listItemsUnfinishedOn,
  listNotes,
} from './action-item.queries.ts';
import { followedFigures } from './followed-figures.ts';
import { briefedItem, wholeItem } from './item-view.ts';
import { type FollowUpScene, todayIn } from './scene.ts';

export { countItemsByMeeting, countOverdueItems, listItemIdsByDecision } from './action-item.queries.ts';
export { slideOf } from './item-view.ts';
export { recordItemIn } from './save-action-item.ts';
export { type FollowUpScene, followUpScene, todayIn } from './scene.ts';

/** Items that are overdue on a day, the longest overdue first, as a slide shows them. */
export async function overdueActionItems(
  db: Kysely<Database>,
  { asOf, issueId }: { asOf: string; issueId?: IssueId | null },
): Promise<BriefedActionItem[]> {
  const items = await listItems(db, { state: 'overdue', today: asOf, issueId: issueId ?? undefined });
  const figures = await followedFigures(db, items, monthOfDate(asOf));
  return items.map((item) => briefedItem(item, figures, asOf));
}

export async function listActionItems(scene: FollowUpScene, filter: ActionItemListInput): Promise<ActionItem[]> {
  const { db } = scene.handle;
  const { state, issueId, agencyId } = filter;
  const reference = await referenceOf(scene.handle);
  // What a merged agency left unfinished is its successor's.
  const ownerAgencyIds = agencyId === undefined ? undefined : [agencyId, ...predecessorsOf(reference, agencyId)];
  return whole(scene, await listItems(db, { state, today: todayIn(scene), issueId, ownerAgencyIds }));
}

/** @throws AppError ACTION_ITEM_NOT_FOUND */
export async function getActionItem(scene: FollowUpScene, id: string): Promise<ActionItem> {
  const found = await findListedItem(scene.handle.db, id);
  const [item] = found ? await whole(scene, [found]) : [];
  if (!item) throw new AppError('ACTION_ITEM_NOT_FOUND');
  return item;
}

/** What an agency has yet to do, with what agencies merged into it left, the longest due first. */
export async function unfinishedItemsOf(handle: DatabaseHandle, agencyId: string): Promise<ListedItem[]> {
  const reference = await referenceOf(handle);
  const ownerAgencyIds = [agencyId, ...predecessorsOf(reference, agencyId)];
  return listItems(handle.db, { state: 'unfinished', today: '', ownerAgencyIds });
}

export async function itemsOfMeeting(scene: FollowUpScene, meetingId: string): Promise<ActionItem[]> {
  return whole(scene, await listItemsOfMeeting(scene.handle.db, meetingId));
}

/** What earlier meetings left unfinished when this one began, the longest due first. */
export async function itemsCarriedInto(
  scene: FollowUpScene,
  meeting: { id: string; date: string; startTime: string | null },
): Promise<ActionItem[]> {
  const rows = await listItemsUnfinishedOn(scene.handle.db, meeting.date);
  const isEarlier = (item: ListedItem) => {
    if (item.meetingId === meeting.id) return false;
    if (item.meetingDate === null) return currentDate(new Date(item.createdAt), scene.config.timeZone) < meeting.date;
    return item.meetingDate < meeting.date || (item.meetingTime ?? '') < (meeting.startTime ?? '');
  };
  return whole(scene, rows.filter(isEarlier));
}

async function whole(scene: FollowUpScene, items: readonly ListedItem[]): Promise<ActionItem[]> {
  const { handle, actor } = scene;
  const today = todayIn(scene);
  const [reference, figures, notes] = await Promise.all([
    referenceOf(handle),
    followedFigures(handle.db, items, monthOfDate(today)),
    listNotes(
      handle.db,
      items.map((item) => item.id),
    ),
  ]);
  const view = { reference, actor, today, figures, notes: groupBy(notes, (note) => note.actionItemId) };
  return items.map((item) => wholeItem(item, view));
}
