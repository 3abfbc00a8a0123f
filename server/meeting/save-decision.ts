import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { type FollowUpScene, listItemIdsByDecision, todayIn } from '#server/action-item/action-item.service.ts';
import { AppError } from '#server/app-error.ts';
import { recordAudit } from '#server/audit.ts';
import { changedFields } from '#server/changed-fields.ts';
import type { ChangeDecisionInput, RecordDecisionInput, RecordedSlide } from '#shared/meeting.ts';
import { type DecisionRow, deleteDecision, findDecision, insertDecision, updateDecision } from './decision.queries.ts';
import { findMeeting } from './meeting.queries.ts';
import { mayChangeDecision } from './meeting.service.ts';

/**
 * Records what a meeting, or nobody's meeting, decided. The id is the sender's: the same request again writes nothing more.
 * @throws AppError MEETING_NOT_FOUND
 */
export async function recordDecision(scene: FollowUpScene, input: RecordDecisionInput): Promise<{ id: string }> {
  await scene.handle.transaction((trx) => recordDecisionIn(trx, scene, { ...input, slide: null }));
  return { id: input.id };
}

/**
 * In the caller's transaction; nothing where the same person recorded it already.
 * @throws AppError VERSION_CONFLICT where the id stands for something else
 */
export async function recordDecisionIn(
  trx: Transaction<Database>,
  scene: FollowUpScene,
  { id, meetingId, kind, text, issueId, slide }: RecordDecisionInput & { slide: RecordedSlide | null },
): Promise<void> {
  const { actor } = scene;
  const known = await findDecision(trx, id);
  if (known) {
    const isRepeated = known.recordedById === actor.id && isAsSent(known, { meetingId, kind, text, issueId, slide });
    if (isRepeated) return;
    throw new AppError('VERSION_CONFLICT');
  }
  const meeting = meetingId === null ? undefined : await findMeeting(trx, meetingId);
  if (meetingId !== null && !meeting) throw new AppError('MEETING_NOT_FOUND');
  const now = new Date().toISOString();
  await insertDecision(trx, {
    id,
    meetingId,
    kind,
    text,
    issueId,
    editionId: slide?.editionId ?? null,
    slideId: slide?.slideId ?? null,
    slideNumber: slide?.number ?? null,
    slideHeadline: slide?.headline ?? null,
    decidedOn: meeting?.date ?? todayIn(scene),
    recordedById: actor.id,
    version: 1,
    createdAt: now,
    updatedAt: now,
  });
  const { editionId, slideId } = slide ?? { editionId: null, slideId: null };
  await recordAudit(trx, actor.id, [
    auditOf('decision.recorded', id, { meetingId, kind, issueId, editionId, slideId }),
  ]);
}

/** Whether a decision is what is sent again. One that was corrected since is taken for it: what it was is not kept. */
function isAsSent(
  known: DecisionRow,
  sent: Pick<RecordDecisionInput, 'meetingId' | 'kind' | 'text' | 'issueId'> & { slide: RecordedSlide | null },
): boolean {
  const isSamePlace = known.meetingId === sent.meetingId && known.slideId === (sent.slide?.slideId ?? null);
  const isSame = known.kind === sent.kind && known.text === sent.text && known.issueId === sent.issueId;
  return isSamePlace && (known.version > 1 || isSame);
}

/** @throws AppError DECISION_NOT_FOUND, VERSION_CONFLICT, NOT_ALLOWED for what another person recorded */
export async function changeDecision(
  scene: FollowUpScene,
  { id, version, ...patch }: ChangeDecisionInput,
): Promise<{ version: number }> {
  return scene.handle.transaction(async (trx) => {
    const decision = await getOwn(trx, scene, id, version);
    const changes = changedFields<DecisionRow>(decision, patch);
    if (Object.keys(changes).length === 0) return { version };
    const isDone = await updateDecision(trx, decision, { ...patch, updatedAt: new Date().toISOString() });
    if (!isDone) throw new AppError('VERSION_CONFLICT');
    const { text, ...facts } = changes;
    const data = { meetingId: decision.meetingId, changes: facts, isTextChanged: text !== undefined };
    await recordAudit(trx, scene.actor.id, [auditOf('decision.changed', id, data)]);
    return { version: version + 1 };
  });
}

/** @throws AppError MEETING_IN_USE where action items follow from it, and the refusals of `changeDecision` */
export async function removeDecision(
  scene: FollowUpScene,
  { id, version }: { id: string; version: number },
): Promise<void> {
  await scene.handle.transaction(async (trx) => {
    const { meetingId, kind, issueId } = await getOwn(trx, scene, id, version);
    const items = await listItemIdsByDecision(trx, [id]);
    if (items.length > 0) throw new AppError('MEETING_IN_USE', { params: { decisions: 0, items: items.length } });
    await deleteDecision(trx, id);
    await recordAudit(trx, scene.actor.id, [auditOf('decision.deleted', id, { meetingId, kind, issueId })]);
  });
}

async function getOwn(
  trx: Transaction<Database>,
  scene: FollowUpScene,
  id: string,
  version: number,
): Promise<DecisionRow> {
  const decision = await findDecision(trx, id);
  if (!decision) throw new AppError('DECISION_NOT_FOUND');
  if (!mayChangeDecision(scene.actor, decision)) throw new AppError('NOT_ALLOWED');
  if (decision.version !== version) throw new AppError('VERSION_CONFLICT', { params: { version: decision.version } });
  return decision;
}

/** The wording stays out of the log: it may name people. */
function auditOf(
  event: 'decision.recorded' | 'decision.changed' | 'decision.deleted',
  id: string,
  data: Record<string, unknown>,
) {
  return { event, subjectType: 'decision', subjectId: id, data };
}
