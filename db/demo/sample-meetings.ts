import type { Insertable, Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type {
  ActionItemNoteTable,
  ActionItemTable,
  DecisionTable,
  MeetingAgendaItemTable,
  MeetingAttendanceTable,
  MeetingTable,
} from '#db/schema-briefing.ts';
import { addMonths, lastDayOfMonth, previousMonth } from '#shared/month.ts';
import type { Calendar } from './calendar.ts';
import {
  type DecisionStory,
  type ItemStory,
  type MeetingStory,
  meetingStories,
  type SampleDay,
} from './meeting-stories.ts';
import { randomFor } from './random.ts';
import type { SampleUserIds } from './sample-report.ts';

export interface MeetingRows {
  meetings: Insertable<MeetingTable>[];
  agenda: Insertable<MeetingAgendaItemTable>[];
  attendance: Insertable<MeetingAttendanceTable>[];
  decisions: Insertable<DecisionTable>[];
  items: Insertable<ActionItemTable>[];
  notes: Insertable<ActionItemNoteTable>[];
}

interface Setting {
  trx: Kysely<Database>;
  calendar: Calendar;
  provinceId: string;
  makeId: (at: string) => string;
  userIds: SampleUserIds;
  agencies: readonly { id: string; name: string; validFrom: string; validTo: string | null }[];
  rows: MeetingRows;
}

/** How often an agency that was invited comes. */
const ATTENDANCE = 0.82;

/** Invented meetings up to the end of the current month, with what was decided and what became of it. */
export async function sampleMeetings(
  trx: Kysely<Database>,
  given: Pick<Setting, 'calendar' | 'provinceId' | 'makeId' | 'userIds'>,
): Promise<MeetingRows> {
  const agencies = await trx
    .selectFrom('agency')
    .select(['id', 'name', 'validFrom', 'validTo'])
    .orderBy('id')
    .execute();
  const rows: MeetingRows = { meetings: [], agenda: [], attendance: [], decisions: [], items: [], notes: [] };
  for (const story of meetingStories) await addMeeting({ trx, agencies, rows, ...given }, story);
  return rows;
}

function dateOf({ calendar }: Setting, { monthsAgo, day }: SampleDay): string {
  const month = addMonths(calendar.current, -monthsAgo);
  const last = lastDayOfMonth(month);
  const date = `${month}-${String(day).padStart(2, '0')}`;
  return date < last ? date : last;
}

/** Nobody meets on a weekend; the meeting that lies ahead stays on the month's last day, so that it always lies ahead. */
function meetingDate(setting: Setting, on: SampleDay): string {
  const date = dateOf(setting, on);
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  const back = { 0: 2, 6: 1 }[weekday] ?? 0;
  if (back === 0 || on.monthsAgo <= 0) return date;
  return `${date.slice(0, 8)}${String(Number(date.slice(8)) - back).padStart(2, '0')}`;
}

async function addMeeting(setting: Setting, story: MeetingStory): Promise<void> {
  const { makeId, rows, userIds } = setting;
  const date = meetingDate(setting, story.on);
  // A meeting is called two months before, so that nothing here depends on the day.
  const createdAt = `${addMonths(date.slice(0, 7), -2)}-03T02:00:00.000Z`;
  const id = makeId(createdAt);
  const { title, startTime, endTime, place, kind, direction, summary } = story;
  rows.meetings.push({
    ...{ id, title, date, startTime, endTime, place, kind, direction, summary },
    editionId: null,
    isSample: 1,
    createdById: userIds.secretariat ?? null,
    version: 1,
    createdAt,
    updatedAt: createdAt,
  });
  rows.agenda.push(...story.agenda.map((text, position) => ({ id: makeId(createdAt), meetingId: id, position, text })));
  addAttendance(setting, story, { id, date, createdAt });
  for (const [index, decision] of story.decisions.entries()) {
    await addDecision(setting, decision, { meetingId: id, date, at: `${date}T02:${String(10 + index)}:00.000Z` });
  }
}

function addAttendance(
  { calendar, agencies, makeId, rows }: Setting,
  story: MeetingStory,
  meeting: { id: string; date: string; createdAt: string },
): void {
  const random = randomFor(`attendance ${calendar.current} ${story.on.monthsAgo}`);
  // Who will come to a meeting that lies ahead, nobody knows.
  const isPast = story.on.monthsAgo > 0;
  const isInvited = (agency: Setting['agencies'][number]) =>
    agency.validFrom <= meeting.date &&
    (agency.validTo === null || agency.validTo >= meeting.date) &&
    (story.agencyIds?.includes(agency.id) ?? true);
  const invited = [
    ...agencies.filter(isInvited).map(({ id, name }) => ({ agencyId: id, name })),
    ...story.guests.map((name) => ({ agencyId: null, name })),
  ];
  rows.attendance.push(
    ...invited.map(({ agencyId, name }) => {
      const isPresent: 0 | 1 = isPast && random() < ATTENDANCE ? 1 : 0;
      return { id: makeId(meeting.createdAt), meetingId: meeting.id, agencyId, name, isPresent };
    }),
  );
}

async function addDecision(
  setting: Setting,
  { kind, text, issueId, items = [] }: DecisionStory,
  { meetingId, date, at }: { meetingId: string; date: string; at: string },
): Promise<void> {
  const { makeId, rows, userIds, agencies } = setting;
  const id = makeId(at);
  rows.decisions.push({
    ...{ id, meetingId, kind, text, issueId },
    ...noSlide,
    decidedOn: date,
    recordedById: userIds.secretariat ?? null,
    version: 1,
    createdAt: at,
    updatedAt: at,
  });
  const known = new Set(agencies.map((agency) => agency.id));
  for (const item of items.filter((each) => known.has(each.ownerAgencyId))) {
    await addItem(setting, item, { meetingId, decisionId: id, date, at });
  }
}

const noSlide = { editionId: null, slideId: null, slideNumber: null, slideHeadline: null };

async function addItem(
  setting: Setting,
  story: ItemStory,
  { meetingId, decisionId, date, at }: { meetingId: string; decisionId: string; date: string; at: string },
): Promise<void> {
  const { makeId, rows, userIds } = setting;
  const id = makeId(at);
  const steps = (story.steps ?? []).map((step) => ({ ...step, date: dateOf(setting, step) }));
  const last = steps.at(-1);
  const isClosed = last?.to === 'done' || last?.to === 'dropped';
  rows.items.push({
    ...{ id, meetingId, decisionId, text: story.text, issueId: story.issueId, ownerAgencyId: story.ownerAgencyId },
    dueDate: dateOf(setting, story.due),
    state: last?.to ?? 'open',
    closedOn: isClosed ? last.date : null,
    closingNote: isClosed ? last.note : null,
    ...(await figureThen(setting, story, date)),
    ...noSlide,
    isSample: 1,
    createdById: userIds.secretariat ?? null,
    version: 1 + steps.length,
    createdAt: at,
    updatedAt: last ? `${last.date}T03:00:00.000Z` : at,
  });
  const note = { actionItemId: id, dueFrom: null, dueTo: null };
  const actorId = userIds.secretariat ?? null;
  rows.notes.push({ id: makeId(at), ...note, fromState: null, toState: 'open', note: '', actorId, at });
  for (const [index, step] of steps.entries()) {
    const stepAt = `${step.date}T03:00:00.000Z`;
    rows.notes.push({
      ...{ id: makeId(stepAt), ...note, fromState: steps[index - 1]?.to ?? 'open', toState: step.to, note: step.note },
      actorId: userIds.focalByAgency?.[story.ownerAgencyId] ?? actorId,
      at: stepAt,
    });
  }
}

/** The verified figure of the month before the meeting, as recording the item would have copied it. */
async function figureThen({ trx, provinceId }: Setting, { figure }: ItemStory, date: string) {
  const indicatorId = figure?.indicatorId ?? null;
  const areaId = figure ? (figure.areaId ?? provinceId) : null;
  const nothing = { figureValue: null, figureSeriesId: null, figureHeld: null };
  if (indicatorId === null || areaId === null) return { indicatorId, areaId, figureMonth: null, ...nothing };
  const figureMonth = previousMonth(date.slice(0, 7));
  const row = await trx
    .selectFrom('rollup')
    .select(['verifiedSum', 'verifiedHeld'])
    .where('indicatorId', '=', indicatorId)
    .where('areaId', '=', areaId)
    .where('month', '=', figureMonth)
    .executeTakeFirst();
  if (!row || row.verifiedHeld === 0) return { indicatorId, areaId, figureMonth, ...nothing };
  const { verifiedSum, verifiedHeld } = row;
  return { indicatorId, areaId, figureMonth, figureValue: verifiedSum, figureSeriesId: null, figureHeld: verifiedHeld };
}
