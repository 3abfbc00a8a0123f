import { addDays, isWorkingDay, mondayOf } from '#shared/month.ts';
import type { DigestFrequency } from '#shared/notification.ts';

/** Days before and after a deadline on which it is reminded of; after the last of them, every Monday. */
export interface ReminderSchedule {
  before: readonly number[];
  after: readonly number[];
}

export const defaultSchedule: ReminderSchedule = { before: [3, 1], after: [1, 3, 7] };

/** How many days lie at least between the last of the days after a deadline and the first Monday. */
const MONDAY_GAP = 4;

/** A moment at which something is told, named by the day it falls on: told once for each step. */
export interface ReminderStep {
  kind: 'due_soon' | 'overdue';
  date: string;
}

/** The settings `reminder.before` and `reminder.after`, such as '3,1'; the default where one cannot be read. */
export function scheduleOf(settings: ReadonlyMap<string, string>): ReminderSchedule {
  return {
    before: daysIn(settings.get('reminder.before')) ?? defaultSchedule.before,
    after: daysIn(settings.get('reminder.after')) ?? defaultSchedule.after,
  };
}

function daysIn(text: string | undefined): number[] | undefined {
  if (text === undefined || !/^\s*\d{1,2}(\s*,\s*\d{1,2})*\s*$/.test(text)) return undefined;
  const days = [...new Set(text.split(',').map(Number))].filter((day) => day >= 1 && day <= 60);
  return days.length > 0 ? days : undefined;
}

/**
 * The step of a report's deadline that holds today: the latest one reached. Earlier ones that were missed, because
 * nothing ran on their day, are not told any more; so that a run after a week's pause tells one thing, not five.
 * @param since steps up to this day are past: the report came back on it, and its author was told so
 */
export function reminderStep(input: {
  dueDate: string;
  today: string;
  since?: string | null;
  schedule?: ReminderSchedule;
}): ReminderStep | null {
  const { dueDate, today, since = null, schedule = defaultSchedule } = input;
  const step = today > dueDate ? stepAfter(dueDate, today, schedule) : stepBefore(dueDate, today, schedule);
  return step && (since === null || step.date > since) ? step : null;
}

function stepBefore(dueDate: string, today: string, { before }: ReminderSchedule): ReminderStep | null {
  const date = latest(
    before.map((days) => addDays(dueDate, -days)),
    today,
  );
  return date === undefined ? null : { kind: 'due_soon', date };
}

function stepAfter(dueDate: string, today: string, { after }: ReminderSchedule): ReminderStep | null {
  const dates = after.map((days) => addDays(dueDate, days));
  const last = addDays(dueDate, Math.max(0, ...after));
  const monday = mondayOf(today);
  const date = monday >= addDays(last, MONDAY_GAP) ? monday : latest(dates, today);
  return date === undefined ? null : { kind: 'overdue', date };
}

function latest(dates: readonly string[], today: string): string | undefined {
  return dates
    .filter((date) => date <= today)
    .toSorted()
    .at(-1);
}

/** The step of a verifier's clock that holds today: the first working day after it has run out, then every Monday. */
export function verificationStep({ verifyBy, today }: { verifyBy: string; today: string }): { date: string } | null {
  let first = addDays(verifyBy, 1);
  while (!isWorkingDay(first)) first = addDays(first, 1);
  if (today < first) return null;
  const monday = mondayOf(today);
  return { date: monday >= addDays(first, MONDAY_GAP) ? monday : first };
}

/**
 * The day whose digest is to be told today: today's own, or this week's Monday; on working days only. A week's digest
 * that was missed on Monday is told on the next day on which the server runs.
 */
export function digestStep(frequency: DigestFrequency, today: string): { date: string } | null {
  if (frequency === 'none' || !isWorkingDay(today)) return null;
  return { date: frequency === 'daily' ? today : mondayOf(today) };
}

/** Reminders are told by day: the hours in the province from the first up to, not including, the last. */
const tellingHours = { from: 7, to: 20 };

export function isTellingHour(now: Date, timeZone: string): boolean {
  const hour = Number(new Intl.DateTimeFormat('en-US', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(now));
  return hour >= tellingHours.from && hour < tellingHours.to;
}
