import type { Transaction } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Database } from '#db/schema.ts';
import { countItemsByMeeting, type FollowUpScene, todayIn } from '#server/action-item/action-item.service.ts';
import { AppError } from '#server/app-error.ts';
import { deleteAttachmentsOf } from '#server/attachment/attachment.service.ts';
import { recordAudit } from '#server/audit.ts';
import { changedFields } from '#server/changed-fields.ts';
import { referenceOf } from '#server/reference/reference.service.ts';
import type { ChangeMeetingInput, MeetingSettings, SetAttendanceInput } from '#shared/meeting.ts';
import { countDecisionsByMeeting } from './decision.queries.ts';
import {
  deleteMeeting,
  findEditionTitle,
  findMeeting,
  insertMeeting,
  listAgendas,
  type MeetingRow,
  replaceAgenda,
  replaceAttendance,
  updateMeeting,
} from './meeting.queries.ts';

/** @throws AppError BAD_INPUT where the edition named is not there */
export async function createMeeting(scene: FollowUpScene, settings: MeetingSettings): Promise<{ id: string }> {
  const id = uuid();
  const now = new Date().toISOString();
  await scene.handle.transaction(async (trx) => {
    await assertEdition(trx, settings.editionId);
    const { agenda, ...columns } = settings;
    await insertMeeting(trx, {
      id,
      ...columns,
      isSample: 0,
      createdById: scene.actor.id,
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
    await replaceAgenda(trx, id, agendaRows(agenda));
    const { title: _, summary: __, ...facts } = columns;
    await recordAudit(trx, scene.actor.id, [auditOf('meeting.created', id, { ...facts, agendaItems: agenda.length })]);
  });
  return { id };
}

/** @throws AppError MEETING_NOT_FOUND, VERSION_CONFLICT, BAD_INPUT */
export async function changeMeeting(
  scene: FollowUpScene,
  { id, version, ...settings }: ChangeMeetingInput,
): Promise<{ version: number }> {
  return scene.handle.transaction(async (trx) => {
    const meeting = await getMeetingRow(trx, id, version);
    const { agenda, ...columns } = settings;
    if (columns.editionId !== meeting.editionId) await assertEdition(trx, columns.editionId);
    const changes = changedFields<MeetingRow>(meeting, columns);
    const isAgendaChanged = JSON.stringify((await listAgendas(trx, [id])).get(id)) !== JSON.stringify(agenda);
    if (Object.keys(changes).length === 0 && !isAgendaChanged) return { version };
    await update(trx, meeting, { ...columns, updatedAt: new Date().toISOString() });
    if (isAgendaChanged) await replaceAgenda(trx, id, agendaRows(agenda));
    // What was said stays out of the log: it may name people.
    const { title, summary, ...facts } = changes;
    const data = {
      changes: facts,
      isTitleChanged: title !== undefined,
      isSummaryChanged: summary !== undefined,
      isAgendaChanged,
    };
    await recordAudit(trx, scene.actor.id, [auditOf('meeting.changed', id, data)]);
    return { version: version + 1 };
  });
}

/** Who was invited and who came; replaces the list. @throws AppError MEETING_NOT_FOUND, VERSION_CONFLICT, BAD_INPUT */
export async function setAttendance(
  scene: FollowUpScene,
  { id, version, attendance }: SetAttendanceInput,
): Promise<{ version: number }> {
  return scene.handle.transaction(async (trx) => {
    const meeting = await getMeetingRow(trx, id, version);
    const { agencyById } = await referenceOf(scene.handle, trx);
    const agencyIds = attendance.flatMap((each) => each.agencyId ?? []);
    const isTwice = new Set(agencyIds).size < agencyIds.length;
    if (isTwice || agencyIds.some((agencyId) => !agencyById.has(agencyId)))
      throw new AppError('BAD_INPUT', { fields: { attendance: 'INVALID' } });
    await update(trx, meeting, { updatedAt: new Date().toISOString() });
    await replaceAttendance(
      trx,
      id,
      attendance.map(({ isPresent, ...each }) => ({ ...each, id: uuid(), isPresent: isPresent ? 1 : 0 })),
    );
    const present = attendance.filter((each) => each.isPresent).length;
    await recordAudit(trx, scene.actor.id, [
      auditOf('meeting.changed', id, { invited: attendance.length, present, agencyIds }),
    ]);
    return { version: version + 1 };
  });
}

/**
 * Deletes a meeting at which nothing was recorded, with its papers.
 * @throws AppError MEETING_NOT_FOUND, VERSION_CONFLICT, MEETING_IN_USE
 */
export async function removeMeeting(
  scene: FollowUpScene,
  { id, version }: { id: string; version: number },
): Promise<void> {
  const removeFiles = await scene.handle.transaction(async (trx) => {
    const { date, kind, direction } = await getMeetingRow(trx, id, version);
    const decisions = (await countDecisionsByMeeting(trx, [id])).get(id) ?? 0;
    const items = (await countItemsByMeeting(trx, [id], todayIn(scene))).get(id)?.total ?? 0;
    if (decisions + items > 0) throw new AppError('MEETING_IN_USE', { params: { decisions, items } });
    const afterwards = await deleteAttachmentsOf(trx, scene.config.dataDir, { subjectType: 'meeting', subjectId: id });
    await deleteMeeting(trx, id);
    await recordAudit(trx, scene.actor.id, [auditOf('meeting.deleted', id, { date, kind, direction })]);
    return afterwards;
  });
  await removeFiles();
}

async function getMeetingRow(trx: Transaction<Database>, id: string, version: number): Promise<MeetingRow> {
  const meeting = await findMeeting(trx, id);
  if (!meeting) throw new AppError('MEETING_NOT_FOUND');
  if (meeting.version !== version) throw new AppError('VERSION_CONFLICT', { params: { version: meeting.version } });
  return meeting;
}

async function update(
  trx: Transaction<Database>,
  meeting: MeetingRow,
  patch: Parameters<typeof updateMeeting>[2],
): Promise<void> {
  if (!(await updateMeeting(trx, meeting, patch))) throw new AppError('VERSION_CONFLICT');
}

async function assertEdition(trx: Transaction<Database>, editionId: string | null): Promise<void> {
  if (editionId === null || (await findEditionTitle(trx, editionId))) return;
  throw new AppError('BAD_INPUT', { fields: { editionId: 'CHOICE_REQUIRED' } });
}

function agendaRows(agenda: readonly string[]): { id: string; text: string }[] {
  return agenda.map((text) => ({ id: uuid(), text }));
}

function auditOf(
  event: 'meeting.created' | 'meeting.changed' | 'meeting.deleted',
  id: string,
  data: Record<string, unknown>,
) {
  return { event, subjectType: 'meeting', subjectId: id, data };
}
