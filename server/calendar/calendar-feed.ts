import ical, { type ICalEventData } from 'ical-generator';
import type { DatabaseHandle } from '#db/connection.ts';
import { unfinishedItemsOf } from '#server/action-item/action-item.service.ts';
import type { Config } from '#server/config.ts';
import type { Actor } from '#server/context.ts';
import { type CalendarMeeting, meetingsSince } from '#server/meeting/meeting.service.ts';
import { referenceOf } from '#server/reference/reference.service.ts';
import { clockOf, dueReports } from '#server/report/report.service.ts';
import { formatMonth } from '#shared/date-format.ts';
import type { Locale } from '#shared/locale.ts';
import { addMonths, monthOfDate } from '#shared/month.ts';
import { can } from '#shared/permissions.ts';
import { calendarWords } from './calendar-words.ts';
import { timeZoneBlock } from './time-zone-block.ts';

/** Meetings that lie further back are history, not calendar. */
const MONTHS_BACK = 6;
const LONGEST_SUMMARY = 120;

export interface CalendarScene {
  handle: DatabaseHandle;
  config: Pick<Config, 'timeZone' | 'publicUrl' | 'provinceCode'>;
  owner: Actor & { locale: Locale };
}

/**
 * A person's calendar as iCalendar text: the meetings, what the person's agency has promised to do, and the reports it
 * owes. Equal for equal data, and every event keeps its name for ever, so that programs update rather than double it.
 */
export async function calendarText(scene: CalendarScene): Promise<string> {
  const { config, owner } = scene;
  const { timeZone } = config;
  const clock = clockOf(config);
  const calendar = ical({
    name: calendarWords[owner.locale].name,
    prodId: { company: 'Satgas 4+1', product: 'Satgas 4+1', language: owner.locale.toUpperCase() },
    // The zone is the events': with one of its own the library writes its stamps, which must be UTC, in local time.
    timezone: { name: null, generator: (zone) => timeZoneBlock(zone, Number(clock.today.slice(0, 4))) },
    x: { 'X-WR-TIMEZONE': timeZone },
    events: [
      ...(await meetingEvents(scene, clock.today)),
      ...(await itemEvents(scene)),
      ...(await reportEvents(scene)),
    ],
  });
  return calendar.toString();
}

async function meetingEvents({ handle, config, owner }: CalendarScene, today: string): Promise<ICalEventData[]> {
  const words = calendarWords[owner.locale];
  const meetings = await meetingsSince(handle.db, `${addMonths(monthOfDate(today), -MONTHS_BACK)}-01`);
  return meetings.map((meeting) => ({
    ...meetingTimes(meeting, config.timeZone),
    id: `meeting-${meeting.id}@satgas`,
    sequence: meeting.version - 1,
    stamp: new Date(meeting.updatedAt),
    summary: labelled(meeting.title, meeting.isSample, words.sample),
    location: meeting.place === '' ? null : meeting.place,
    description: [
      `${words.meeting[meeting.kind]} · ${words.meeting[meeting.direction]}`,
      ...(meeting.agenda.length > 0 ? ['', `${words.agenda}:`] : []),
      ...meeting.agenda.map((item, index) => `${index + 1}. ${item}`),
    ].join('\n'),
    url: `${config.publicUrl}/koordinasi/${meeting.id}`,
  }));
}

/** Without a time it takes the day; without an end it is a moment, for nobody said how long. */
function meetingTimes(
  { date, startTime, endTime }: CalendarMeeting,
  timeZone: string,
): Pick<ICalEventData, 'start' | 'end' | 'allDay' | 'timezone'> {
  if (startTime === null) return { start: wholeDay(date), allDay: true };
  const end = endTime === null ? null : wallClock(date, endTime);
  return { start: wallClock(date, startTime), end, timezone: timeZone };
}

/** For events with a zone the library writes what `getHours` says, whatever the zone of this process. */
function wallClock(date: string, time: string): Date {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(year, month - 1, day, hours, minutes);
}

/** For events of whole days it writes the UTC date. */
function wholeDay(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

async function itemEvents({ handle, config, owner }: CalendarScene): Promise<ICalEventData[]> {
  if (owner.agencyId === null) return [];
  const words = calendarWords[owner.locale];
  const items = await unfinishedItemsOf(handle, owner.agencyId);
  return items.map((item) => ({
    start: wholeDay(item.dueDate),
    allDay: true,
    id: `action-item-${item.id}@satgas`,
    sequence: item.version - 1,
    stamp: new Date(item.updatedAt),
    summary: labelled(`${words.itemDue}: ${shortened(item.text)}`, item.isSample === 1, words.sample),
    description: [
      item.text,
      ...(item.meetingTitle === null ? [] : ['', `${words.itemFrom}: ${item.meetingTitle}`]),
    ].join('\n'),
    url: `${config.publicUrl}/tindak-lanjut?butir=${item.id}`,
  }));
}

async function reportEvents({ handle, config, owner }: CalendarScene): Promise<ICalEventData[]> {
  if (owner.agencyId === null || !can(owner.role, 'report.enter')) return [];
  const words = calendarWords[owner.locale];
  const reference = await referenceOf(handle);
  const { open } = await dueReports(handle, owner, {}, clockOf(config));
  return open.map((report) => {
    const issue = reference.issues.find((each) => each.id === report.issueId);
    const name = (owner.locale === 'id' ? issue?.nameId : issue?.nameEn) ?? report.issueId;
    return {
      start: wholeDay(report.dueDate),
      allDay: true,
      id: `report-${report.reportKey}@satgas`,
      // A deadline that is moved has no moment of its own; the day it falls on tells one from the other.
      stamp: wholeDay(report.dueDate),
      summary: `${words.reportDue} ${name}, ${formatMonth(report.month, owner.locale)}`,
      description: report.agency.name,
      url: `${config.publicUrl}/pelaporan/${report.reportKey}`,
    };
  });
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_SUMMARY ? line : `${line.slice(0, LONGEST_SUMMARY).replace(/\s\S*$/, '')} …`;
}

/** Invented records that do not say so themselves. */
function labelled(text: string, isSample: boolean, label: string): string {
  return isSample && !text.toLowerCase().includes(label.toLowerCase()) ? `${text} (${label})` : text;
}
