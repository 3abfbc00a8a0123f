import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import {
  countItemsByMeeting,
  type FollowUpScene,
  itemsCarriedInto,
  itemsOfMeeting,
  listItemIdsByDecision,
  slideOf,
  todayIn,
} from '#server/action-item/action-item.service.ts';
import { AppError } from '#server/app-error.ts';
import { attachmentsOf } from '#server/attachment/attachment.service.ts';
import type { Actor } from '#server/context.ts';
import { referenceOf } from '#server/reference/reference.service.ts';
import { isValidOn } from '#shared/assignment.ts';
import { groupBy } from '#shared/group-by.ts';
import type { IssueId } from '#shared/indicator.ts';
import type { Decision, Invitee, Meeting, MeetingBrief } from '#shared/meeting.ts';
import { can } from '#shared/permissions.ts';
import {
  countDecisionsByMeeting,
  type DecisionRow,
  type ListedDecision,
  listDecisionsOfMeeting,
  listLatestDecisions,
} from './decision.queries.ts';
import {
  countAttendance,
  findEditionTitle,
  findMeeting,
  listAgendas,
  listAttendance,
  listMeetingRows,
  listMeetingRowsSince,
  type MeetingRow,
} from './meeting.queries.ts';

const DECISIONS_LISTED = 50;

export async function listMeetings(scene: FollowUpScene, span: 'upcoming' | 'past' | 'all'): Promise<MeetingBrief[]> {
  return briefs(scene, await listMeetingRows(scene.handle.db, span, todayIn(scene)));
}

async function briefs(scene: FollowUpScene, rows: readonly MeetingRow[]): Promise<MeetingBrief[]> {
  const { db } = scene.handle;
  const ids = rows.map((row) => row.id);
  const [decisions, items, attendance] = await Promise.all([
    countDecisionsByMeeting(db, ids),
    countItemsByMeeting(db, ids, todayIn(scene)),
    countAttendance(db, ids),
  ]);
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    title: row.title,
    date: row.date,
    startTime: row.startTime,
    endTime: row.endTime,
    place: row.place,
    kind: row.kind,
    direction: row.direction,
    editionId: row.editionId,
    decisionCount: decisions.get(row.id) ?? 0,
    actionItems: items.get(row.id) ?? { total: 0, closed: 0, overdue: 0 },
    presentCount: attendance.get(row.id)?.present ?? 0,
    invitedCount: attendance.get(row.id)?.invited ?? 0,
    isSample: row.isSample === 1,
  }));
}

export interface CalendarMeeting
  extends Pick<MeetingRow, 'id' | 'title' | 'date' | 'startTime' | 'endTime' | 'place' | 'kind' | 'direction'> {
  version: number;
  updatedAt: string;
  isSample: boolean;
  agenda: string[];
}

/** Meetings from a day on, with what a calendar says of them. */
export async function meetingsSince(db: Kysely<Database>, date: string): Promise<CalendarMeeting[]> {
  const rows = await listMeetingRowsSince(db, date);
  const agendas = await listAgendas(
    db,
    rows.map((row) => row.id),
  );
  return rows.map(({ isSample, ...row }) => ({ ...row, isSample: isSample === 1, agenda: agendas.get(row.id) ?? [] }));
}

/** @throws AppError MEETING_NOT_FOUND */
export async function getMeeting(scene: FollowUpScene, id: string): Promise<Meeting> {
  const { handle, actor } = scene;
  const { db } = handle;
  const row = await findMeeting(db, id);
  const [brief] = row ? await briefs(scene, [row]) : [];
  if (!row || !brief) throw new AppError('MEETING_NOT_FOUND');
  const [agendas, attendance, decisions, items, carriedOver, documents, edition] = await Promise.all([
    listAgendas(db, [id]),
    listAttendance(db, id),
    listDecisionsOfMeeting(db, id),
    itemsOfMeeting(scene, id),
    itemsCarriedInto(scene, row),
    attachmentsOf(db, 'meeting', [id]),
    row.editionId === null ? undefined : findEditionTitle(db, row.editionId),
  ]);
  return {
    ...brief,
    agenda: agendas.get(id) ?? [],
    summary: row.summary,
    attendance: attendance.map((each) => ({
      id: each.id,
      agencyId: each.agencyId,
      name: each.name,
      isPresent: each.isPresent === 1,
    })),
    decisions: await toDecisions(scene, decisions),
    items,
    carriedOver,
    documents: documents.get(id) ?? [],
    edition: edition ?? null,
    mayEdit: can(actor.role, 'meeting.write'),
    mayRecord: can(actor.role, 'decision.record'),
  };
}

/** Decisions about an issue, or all of them, the latest first. */
export async function latestDecisions(scene: FollowUpScene, issueId: IssueId | undefined): Promise<Decision[]> {
  return toDecisions(scene, await listLatestDecisions(scene.handle.db, { issueId, limit: DECISIONS_LISTED }));
}

/** Whoever keeps the meetings changes any decision; others those they recorded. */
export function mayChangeDecision(actor: Actor, { recordedById }: Pick<DecisionRow, 'recordedById'>): boolean {
  return can(actor.role, 'decision.record') && (can(actor.role, 'meeting.write') || recordedById === actor.id);
}

async function toDecisions(scene: FollowUpScene, rows: readonly ListedDecision[]): Promise<Decision[]> {
  const items = await listItemIdsByDecision(
    scene.handle.db,
    rows.map((row) => row.id),
  );
  const byDecision = groupBy(items, (item) => item.decisionId);
  return rows.map((row) => ({
    id: row.id,
    meetingId: row.meetingId,
    meetingTitle: row.meetingTitle,
    meetingDate: row.meetingDate,
    kind: row.kind,
    text: row.text,
    issueId: row.issueId,
    slide: slideOf(row),
    decidedOn: row.decidedOn,
    recordedByName: row.recordedByName,
    actionItemIds: (byDecision.get(row.id) ?? []).map((item) => item.id),
    mayChange: mayChangeDecision(scene.actor, row),
    isSample: row.meetingIsSample === 1,
    version: row.version,
  }));
}

/** The agencies that exist on a day, by their short names, with the issues each has a task in. */
export async function listInvitees(scene: FollowUpScene, date: string): Promise<Invitee[]> {
  const reference = await referenceOf(scene.handle);
  const allIssues = reference.issues.map((issue) => issue.id);
  const tasks = groupBy(
    reference.assignments.filter((each) => isValidOn(each, date)),
    (each) => each.agencyId,
  );
  return [...reference.agencyById.values()]
    .filter((agency) => isValidOn(agency, date))
    .map(({ id, abbr, name }) => {
      const own = tasks.get(id) ?? [];
      const issueIds = allIssues.filter((issueId) => own.some((task) => (task.issueId ?? issueId) === issueId));
      return { agencyId: id, abbr, name, issueIds };
    });
}
