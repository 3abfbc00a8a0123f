import type { Transaction } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Database } from '#db/schema.ts';
import { AppError } from '#server/app-error.ts';
import { recordAudit } from '#server/audit.ts';
import { changedFields } from '#server/changed-fields.ts';
import type { Actor } from '#server/context.ts';
import { areaPathOf, type Reference, referenceOf } from '#server/reference/reference.service.ts';
import { isClosed, mayMove, needsNote } from '#shared/action-item.ts';
import type {
  ActionItemSettings,
  ChangeActionItemInput,
  ProgressActionItemInput,
  RecordActionItemInput,
  RecordedSlide,
} from '#shared/meeting.ts';
import { monthOfDate } from '#shared/month.ts';
import { mayChange, mayProgress, mayRemove } from './access.ts';
import {
  type ActionItemPatch,
  type ActionItemRow,
  deleteItem,
  findDecisionMeeting,
  findItem,
  insertItem,
  insertNote,
  meetingExists,
  updateItem,
} from './action-item.queries.ts';
import { figureColumns, noFigure } from './followed-figures.ts';
import { type FollowUpScene, todayIn } from './scene.ts';

/**
 * Records an item of a meeting, of a decision, or of neither. The id is the sender's: the same request again writes
 * nothing more.
 * @throws AppError MEETING_NOT_FOUND, DECISION_NOT_FOUND, BAD_INPUT with the fields
 */
export async function recordActionItem(scene: FollowUpScene, input: RecordActionItemInput): Promise<{ id: string }> {
  await scene.handle.transaction(async (trx) => {
    const decision = input.decisionId === null ? undefined : await findDecisionMeeting(trx, input.decisionId);
    if (input.decisionId !== null && !decision) throw new AppError('DECISION_NOT_FOUND');
    const meetingId = decision ? decision.meetingId : input.meetingId;
    if (meetingId !== null && !(await meetingExists(trx, meetingId))) throw new AppError('MEETING_NOT_FOUND');
    await recordItemIn(trx, scene, { ...input, meetingId, slide: null });
  });
  return { id: input.id };
}

/** Writes an item and its audit event in the caller's transaction; nothing where the same person recorded it already. */
export async function recordItemIn(
  trx: Transaction<Database>,
  scene: FollowUpScene,
  input: RecordActionItemInput & { slide: RecordedSlide | null },
): Promise<void> {
  const { actor } = scene;
  const known = await findItem(trx, input.id);
  if (known) {
    if (known.createdById === actor.id && isAsSent(known, input)) return;
    throw new AppError('VERSION_CONFLICT');
  }
  const reference = await referenceOf(scene.handle, trx);
  const today = todayIn(scene);
  assertSettings(reference, scene, input, today);
  const columns = await settingsColumns(trx, reference, input, today);
  const now = new Date().toISOString();
  const { id, meetingId, decisionId, slide } = input;
  await insertItem(trx, {
    id,
    meetingId,
    decisionId,
    ...columns,
    state: 'open',
    closedOn: null,
    closingNote: null,
    editionId: slide?.editionId ?? null,
    slideId: slide?.slideId ?? null,
    slideNumber: slide?.number ?? null,
    slideHeadline: slide?.headline ?? null,
    isSample: 0,
    createdById: actor.id,
    version: 1,
    createdAt: now,
    updatedAt: now,
  });
  await insertNote(trx, noteRow(id, actor, now, { fromState: null, toState: 'open', note: '' }));
  await recordAudit(trx, actor.id, [
    auditOf('action_item.recorded', id, factsOf({ meetingId, decisionId, ...columns })),
  ]);
}

/** Whether an item is what is sent again. One that something has happened to is taken for it: what it was is not kept. */
function isAsSent(
  known: ActionItemRow,
  { text, ownerAgencyId, dueDate, issueId, figure, meetingId, slide }: Parameters<typeof recordItemIn>[2],
): boolean {
  if (known.meetingId !== meetingId || known.slideId !== (slide?.slideId ?? null)) return false;
  if (known.version > 1) return true;
  const isSameTask = known.text === text && known.ownerAgencyId === ownerAgencyId && known.dueDate === dueDate;
  // One without an issue got that of its figure.
  const isSameIssue = issueId === null || known.issueId === issueId;
  return isSameTask && isSameIssue && (figure === null ? known.indicatorId === null : isSameFigure(figure, known));
}

/**
 * Corrects what an unfinished item says. A due date that is moved says why, and stays in the item's history; another
 * figure to follow is copied as it is now.
 * @throws AppError NOTE_REQUIRED, ACTION_ITEM_WRONG_STATE for what is closed, and the refusals of `getOwn`
 */
export async function changeActionItem(
  scene: FollowUpScene,
  { id, version, note, ...settings }: ChangeActionItemInput,
): Promise<{ version: number }> {
  const { actor } = scene;
  return scene.handle.transaction(async (trx) => {
    const item = await getItem(trx, id, version);
    if (!mayChange(actor, item)) throw new AppError('ACTION_ITEM_NOT_YOURS');
    if (isClosed(item.state)) throw new AppError('ACTION_ITEM_WRONG_STATE', { params: { state: item.state } });
    const isPostponed = settings.dueDate !== item.dueDate;
    if (isPostponed && note === '') throw new AppError('NOTE_REQUIRED', { fields: { note: 'TEXT_REQUIRED' } });
    const reference = await referenceOf(scene.handle, trx);
    const today = todayIn(scene);
    assertSettings(reference, scene, settings, today, item);
    const patch = await settingsColumns(trx, reference, settings, today, item);
    const changes = changedFields<ActionItemRow>(item, patch);
    if (Object.keys(changes).length === 0) return { version };
    const now = new Date().toISOString();
    await update(trx, item, { ...patch, updatedAt: now });
    if (isPostponed) {
      const { state, dueDate } = item;
      const moved = { fromState: state, toState: state, note, dueFrom: dueDate, dueTo: settings.dueDate };
      await insertNote(trx, noteRow(id, actor, now, moved));
    }
    const { text, ...facts } = changes;
    await recordAudit(trx, actor.id, [
      auditOf('action_item.changed', id, { changes: facts, isTextChanged: text !== undefined }),
    ]);
    return { version: version + 1 };
  });
}

/**
 * Moves an item on, or adds a remark where its state stays.
 * @throws AppError NOTE_REQUIRED, ACTION_ITEM_WRONG_STATE, ACTION_ITEM_NOT_YOURS
 */
export async function progressActionItem(
  scene: FollowUpScene,
  { id, version, to, note }: ProgressActionItemInput,
): Promise<{ version: number }> {
  const { actor } = scene;
  return scene.handle.transaction(async (trx) => {
    const item = await getItem(trx, id, version);
    const today = todayIn(scene);
    if (!mayProgress(await referenceOf(scene.handle, trx), actor, item, today))
      throw new AppError('ACTION_ITEM_NOT_YOURS');
    if (!mayMove(item.state, to)) throw new AppError('ACTION_ITEM_WRONG_STATE', { params: { state: item.state } });
    if (note === '' && needsNote(item.state, to))
      throw new AppError('NOTE_REQUIRED', { fields: { note: 'TEXT_REQUIRED' } });
    const now = new Date().toISOString();
    const closing = isClosed(to)
      ? { closedOn: today, closingNote: note === '' ? null : note }
      : { closedOn: null, closingNote: null };
    await update(trx, item, { state: to, ...closing, updatedAt: now });
    await insertNote(trx, noteRow(id, actor, now, { fromState: item.state, toState: to, note }));
    await recordAudit(trx, actor.id, [
      auditOf('action_item.progressed', id, { from: item.state, to, ownerAgencyId: item.ownerAgencyId }),
    ]);
    return { version: version + 1 };
  });
}

/** Takes away what was recorded by mistake. @throws AppError ACTION_ITEM_WRONG_STATE once something has happened to it */
export async function removeActionItem(
  scene: FollowUpScene,
  { id, version }: { id: string; version: number },
): Promise<void> {
  const { actor } = scene;
  await scene.handle.transaction(async (trx) => {
    const item = await getItem(trx, id, version);
    if (!mayChange(actor, item)) throw new AppError('ACTION_ITEM_NOT_YOURS');
    if (!mayRemove(actor, item, todayIn(scene), item.dueDate))
      throw new AppError('ACTION_ITEM_WRONG_STATE', { params: { state: item.state } });
    await deleteItem(trx, id);
    await recordAudit(trx, actor.id, [auditOf('action_item.deleted', id, factsOf(item))]);
  });
}

async function getItem(trx: Transaction<Database>, id: string, version: number): Promise<ActionItemRow> {
  const item = await findItem(trx, id);
  if (!item) throw new AppError('ACTION_ITEM_NOT_FOUND');
  if (item.version !== version) throw new AppError('VERSION_CONFLICT', { params: { version: item.version } });
  return item;
}

async function update(trx: Transaction<Database>, item: ActionItemRow, patch: ActionItemPatch): Promise<void> {
  if (!(await updateItem(trx, item, patch))) throw new AppError('VERSION_CONFLICT');
}

/** What an item already says may stay, though the agency or indicator has ended since. */
function assertSettings(
  reference: Reference,
  { config }: FollowUpScene,
  { ownerAgencyId, figure, issueId }: ActionItemSettings,
  today: string,
  known?: ActionItemRow,
): void {
  const fields: Record<string, string> = {};
  const agency = reference.agencyById.get(ownerAgencyId);
  const exists = agency && agency.validFrom <= today && (agency.validTo === null || agency.validTo >= today);
  if (!exists && known?.ownerAgencyId !== ownerAgencyId) fields.ownerAgencyId = 'AGENCY_NOT_THERE';
  const indicator = figure && reference.indicatorById.get(figure.indicatorId);
  if (figure && isSameFigure(figure, known)) {
    const isOther = indicator && issueId !== null && issueId !== known?.issueId && indicator.issueId !== issueId;
    if (isOther) fields['figure.indicatorId'] = 'CHOICE_REQUIRED';
  } else if (figure) {
    const isOfIssue = indicator?.isActive === 1 && (issueId === null || indicator.issueId === issueId);
    if (!isOfIssue) fields['figure.indicatorId'] = 'CHOICE_REQUIRED';
    if (!areaPathOf(reference, figure.areaId).includes(config.provinceCode))
      fields['figure.areaId'] = 'CHOICE_REQUIRED';
  }
  if (Object.keys(fields).length > 0) throw new AppError('BAD_INPUT', { fields });
}

function isSameFigure(
  figure: { indicatorId: string; areaId: string },
  known: Pick<ActionItemRow, 'indicatorId' | 'areaId'> | undefined,
): boolean {
  return figure.indicatorId === known?.indicatorId && figure.areaId === known.areaId;
}

type SettingsColumns = Pick<
  ActionItemRow,
  | 'text'
  | 'ownerAgencyId'
  | 'dueDate'
  | 'issueId'
  | 'indicatorId'
  | 'areaId'
  | 'figureMonth'
  | 'figureValue'
  | 'figureSeriesId'
  | 'figureHeld'
>;

/** The columns of what a person sets; a figure that is not another one keeps the value it was recorded with. */
async function settingsColumns(
  trx: Transaction<Database>,
  reference: Reference,
  { text, ownerAgencyId, dueDate, issueId, figure }: ActionItemSettings,
  today: string,
  known?: ActionItemRow,
): Promise<SettingsColumns> {
  const kept = known && figure && isSameFigure(figure, known) ? known : undefined;
  const { indicatorId, areaId, figureMonth, figureValue, figureSeriesId, figureHeld } =
    kept ?? (figure ? await figureColumns(trx, figure, monthOfDate(today)) : noFigure);
  return {
    text,
    ownerAgencyId,
    dueDate,
    // A figure belongs to an issue, and so does what is about it.
    issueId: issueId ?? reference.indicatorById.get(indicatorId ?? '')?.issueId ?? null,
    indicatorId,
    areaId,
    figureMonth,
    figureValue,
    figureSeriesId,
    figureHeld,
  };
}

function noteRow(
  actionItemId: string,
  actor: Actor,
  at: string,
  step: {
    fromState: ActionItemRow['state'] | null;
    toState: ActionItemRow['state'];
    note: string;
    dueFrom?: string;
    dueTo?: string;
  },
) {
  return { id: uuid(), actionItemId, dueFrom: null, dueTo: null, ...step, actorId: actor.id, at };
}

/** What was written stays out of the log: it may name people. */
function factsOf(
  item: Pick<
    ActionItemRow,
    'meetingId' | 'decisionId' | 'ownerAgencyId' | 'dueDate' | 'issueId' | 'indicatorId' | 'areaId'
  >,
) {
  const { meetingId, decisionId, ownerAgencyId, dueDate, issueId, indicatorId, areaId } = item;
  return { meetingId, decisionId, ownerAgencyId, dueDate, issueId, indicatorId, areaId };
}

function auditOf(
  event: 'action_item.recorded' | 'action_item.changed' | 'action_item.progressed' | 'action_item.deleted',
  id: string,
  data: Record<string, unknown>,
) {
  return { event, subjectType: 'action_item', subjectId: id, data };
}
