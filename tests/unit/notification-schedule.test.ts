import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, isWorkingDay, mondayOf } from '#shared/month.ts';
import {
  defaultSchedule,
  digestStep,
  isTellingHour,
  reminderStep,
  scheduleOf,
  verificationStep,
} from '#shared/notification/schedule.ts';
import { verificationDaysOf, verificationDueDate, workingDaysBetween } from '#shared/report/verification-clock.ts';

const anyDate = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2023-01-01', days));

/** Every day on which a reminder of this deadline falls, written down without the rule under test. */
function remindedOn(dueDate: string, until: string): string[] {
  const dates = [-3, -1, 1, 3, 7].map((days) => addDays(dueDate, days));
  for (let date = addDays(dueDate, 11); date <= until; date = addDays(date, 1)) {
    if (new Date(`${date}T00:00:00Z`).getUTCDay() === 1) dates.push(date);
  }
  return dates;
}

/** What runs on these days tell, each thing once: the day of the run with the day of the step. */
function runOn(days: readonly string[], dueDate: string, since: string | null = null) {
  const claimed = new Set<string>();
  return days.flatMap((today) => {
    const step = reminderStep({ dueDate, today, since });
    const key = `${step?.kind} ${step?.date}`;
    if (!step || claimed.has(key)) return [];
    claimed.add(key);
    return [{ today, ...step }];
  });
}

describe('reminders of a deadline', () => {
  test('fall three days and one day before it, one, three and seven days after it, then every Monday', () => {
    // A Thursday.
    const dueDate = '2026-11-05';
    const days = Array.from({ length: 40 }, (_, index) => addDays('2026-10-25', index));
    expect(runOn(days, dueDate).map(({ today, kind }) => `${today} ${kind}`)).toEqual([
      '2026-11-02 due_soon',
      '2026-11-04 due_soon',
      '2026-11-06 overdue',
      '2026-11-08 overdue',
      '2026-11-12 overdue',
      '2026-11-16 overdue',
      '2026-11-23 overdue',
      '2026-11-30 overdue',
    ]);
  });

  test('with a run on every day, fall on exactly the right days, each once', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 60 }), (dueDate, after) => {
        const until = addDays(dueDate, after);
        const days = Array.from({ length: after + 11 }, (_, index) => addDays(dueDate, index - 10));
        const told = runOn(days, dueDate);
        expect(told.map(({ today }) => today)).toEqual(remindedOn(dueDate, until).filter((date) => date <= until));
        expect(told.every(({ today, date }) => today === date)).toBe(true);
        expect(told.every(({ kind, date }) => (kind === 'overdue') === date > dueDate)).toBe(true);
      }),
    );
  });

  test('are caught up once, never twice and never those before the last, whichever days nothing ran on', () => {
    const runs = fc.array(fc.integer({ min: -12, max: 70 }), { maxLength: 60 });
    fc.assert(
      fc.property(anyDate, runs, (dueDate, offsets) => {
        // Repeated offsets: several processes, or a restart, on one day.
        const days = offsets.toSorted((left, right) => left - right).map((offset) => addDays(dueDate, offset));
        const told = runOn(days, dueDate);
        const scheduled = remindedOn(dueDate, addDays(dueDate, 80));
        scheduled.forEach((date, index) => {
          const next = scheduled[index + 1] ?? '9999';
          // What was missed before the deadline is not told after it; the deadline's own day is before it.
          const end = date < dueDate && next > dueDate ? addDays(dueDate, 1) : next;
          const firstRun = days.find((day) => day >= date && day < end);
          const tellings = told.filter((telling) => telling.date === date);
          expect(tellings.map(({ today }) => today)).toEqual(firstRun === undefined ? [] : [firstRun]);
        });
        expect(new Set(told.map(({ today }) => today)).size).toBe(told.length);
      }),
    );
  });

  test('begin again after a return: the steps up to that day are past', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -12, max: 60 }), (dueDate, offset) => {
        const since = addDays(dueDate, offset);
        const days = Array.from({ length: 90 }, (_, index) => addDays(dueDate, index - 12));
        const expected = remindedOn(dueDate, days.at(-1) ?? dueDate).filter((date) => date > since);
        expect(runOn(days, dueDate, since).map(({ today }) => today)).toEqual(expected);
      }),
    );
  });

  test('follow the settings where those can be read', () => {
    expect(scheduleOf(new Map())).toEqual(defaultSchedule);
    const set = (before: string, after: string) =>
      scheduleOf(new Map(Object.entries({ 'reminder.before': before, 'reminder.after': after })));
    expect(set('5, 2', '2')).toEqual({ before: [5, 2], after: [2] });
    expect(set('soon', '-1')).toEqual(defaultSchedule);
    const schedule = set('5, 2', '2');
    expect(reminderStep({ dueDate: '2026-11-05', today: '2026-11-04', schedule })).toEqual({
      kind: 'due_soon',
      date: '2026-11-03',
    });
    expect(reminderStep({ dueDate: '2026-11-05', today: '2026-11-06', schedule })).toBeNull();
    expect(reminderStep({ dueDate: '2026-11-05', today: '2026-11-16', schedule })?.date).toBe('2026-11-16');
  });

  test.each([
    ['2026-11-22T22:59:59Z', 'Asia/Makassar', false],
    ['2026-11-22T23:00:00Z', 'Asia/Makassar', true],
    ['2026-11-23T11:59:59Z', 'Asia/Makassar', true],
    ['2026-11-23T12:00:00Z', 'Asia/Makassar', false],
    ['2026-11-22T22:00:00Z', 'Asia/Jayapura', true],
    ['2026-11-23T00:00:00Z', 'Asia/Kathmandu', false],
  ])('are told by day only: at %s in %s, %s', (instant, timeZone, isTold) => {
    expect(isTellingHour(new Date(instant), timeZone)).toBe(isTold);
  });
});

describe("a verifier's clock", () => {
  test.each([
    // From a Monday, a Friday, a Saturday.
    ['2026-11-02', 3, '2026-11-05'],
    ['2026-11-06', 3, '2026-11-11'],
    ['2026-11-07', 3, '2026-11-11'],
    ['2026-11-06', 1, '2026-11-09'],
    ['2026-12-31', 5, '2027-01-07'],
  ])('of a report handed in on %s with %i working days runs out on %s', (submittedOn, days, dueDate) => {
    expect(verificationDueDate(submittedOn, days)).toBe(dueDate);
  });

  test('gives exactly the working days it says, and ends on one', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 30 }), (submittedOn, days) => {
        const dueDate = verificationDueDate(submittedOn, days);
        expect(isWorkingDay(dueDate)).toBe(true);
        expect(workingDaysBetween(submittedOn, dueDate)).toBe(days);
        expect(workingDaysBetween(dueDate, submittedOn)).toBe(0);
      }),
    );
  });

  test('is told on the first working day after it has run out, then on Mondays, each once', () => {
    fc.assert(
      fc.property(anyDate, fc.uniqueArray(fc.integer({ min: 0, max: 40 })), (from, offsets) => {
        const verifyBy = verificationDueDate(from, 1);
        const days = offsets.toSorted((left, right) => left - right).map((offset) => addDays(verifyBy, offset));
        const steps = days.map((today) => ({ today, step: verificationStep({ verifyBy, today }) }));
        for (const { today, step } of steps) {
          const late = workingDaysBetween(verifyBy, today);
          expect(step === null).toBe(late === 0);
          if (!step) continue;
          expect(step.date <= today && isWorkingDay(step.date)).toBe(true);
          expect(daysBetween(step.date, today)).toBeLessThan(11);
        }
        const told = [...new Set(steps.flatMap(({ step }) => (step ? [step.date] : [])))];
        expect(told.slice(1).every((date) => date === mondayOf(date))).toBe(true);
      }),
    );
  });

  test('keeps to three days where the setting holds no number of days', () => {
    expect(['4', undefined, '', '0', '31', 'soon', '2.5'].map(verificationDaysOf)).toEqual([4, 3, 3, 3, 3, 3, 3]);
  });
});

describe('the digest', () => {
  test.each([
    ['daily', '2026-11-20', '2026-11-20'],
    ['daily', '2026-11-21', undefined],
    ['weekly', '2026-11-23', '2026-11-23'],
    // Missed on Monday: told on the next working day on which something runs, under Monday's name.
    ['weekly', '2026-11-26', '2026-11-23'],
    ['weekly', '2026-11-22', undefined],
    ['none', '2026-11-23', undefined],
  ] as const)('%s, of %s is that of %s', (frequency, today, date) => {
    expect(digestStep(frequency, today)?.date).toBe(date);
  });
});
