import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closedBy } from '#client/features/deadline/lock-effect.ts';
import { entryStatuses } from '#shared/entry.ts';
import { addDays } from '#shared/month.ts';
import {
  isCellClosed,
  isClosed,
  isPastLock,
  lastOpenDay,
  lockAfterDaysOf,
  mostLockDays,
  showsLock,
} from '#shared/report/lock.ts';
import { listedReportStates } from '#shared/report.ts';

const date = fc
  .date({ min: new Date('2015-01-01T00:00:00Z'), max: new Date('2060-12-31T00:00:00Z'), noInvalidDate: true })
  .map((each) => each.toISOString().slice(0, 10));
const days = fc.integer({ min: 0, max: mostLockDays });

describe('the lock of a report', () => {
  it('is the day after the last day on which figures are taken', () => {
    expect(lastOpenDay('2026-10-05', 60)).toBe('2026-12-04');
    expect(isPastLock('2026-10-05', 60, '2026-12-04')).toBe(false);
    expect(isPastLock('2026-10-05', 60, '2026-12-05')).toBe(true);
    expect(isPastLock('2026-10-05', 0, '2026-10-05')).toBe(false);
    expect(isPastLock('2026-10-05', 0, '2026-10-06')).toBe(true);
    // Over a leap day and a year's end.
    expect(lastOpenDay('2028-02-28', 1)).toBe('2028-02-29');
    expect(lastOpenDay('2026-12-31', 1)).toBe('2027-01-01');
  });

  it('never comes where none is set', () => {
    fc.assert(
      fc.property(date, date, (dueDate, today) => {
        expect(isPastLock(dueDate, null, today)).toBe(false);
        expect(lastOpenDay(dueDate, null)).toBeNull();
      }),
    );
  });

  it('falls between the last open day and the next, on any calendar day', () => {
    fc.assert(
      fc.property(date, days, date, (dueDate, lockAfterDays, today) => {
        const last = lastOpenDay(dueDate, lockAfterDays) ?? '';
        expect(isPastLock(dueDate, lockAfterDays, last)).toBe(false);
        expect(isPastLock(dueDate, lockAfterDays, addDays(last, 1))).toBe(true);
        expect(isPastLock(dueDate, lockAfterDays, today)).toBe(today > last);
      }),
    );
  });

  it('once closed stays closed, and opens for a later deadline or a longer time only', () => {
    fc.assert(
      fc.property(date, days, date, fc.nat(800), fc.nat(200), (dueDate, lockAfterDays, today, later, more) => {
        const isLocked = isPastLock(dueDate, lockAfterDays, today);
        if (isLocked) expect(isPastLock(dueDate, lockAfterDays, addDays(today, later))).toBe(true);
        else {
          expect(isPastLock(addDays(dueDate, later), lockAfterDays, today)).toBe(false);
          expect(isPastLock(dueDate, lockAfterDays + more, today)).toBe(false);
        }
      }),
    );
  });

  it('reads the setting, and takes what is no number of days for none', () => {
    expect([undefined, '', '-1', '1.5', ' 7', 'x', '1001', '12345', '0', '60', '1000'].map(lockAfterDaysOf)).toEqual([
      ...new Array<null>(8).fill(null),
      0,
      60,
      1000,
    ]);
  });
});

describe('behind the lock', () => {
  const locked = { isLocked: true };

  it('only what a verifier has returned, and drafts beside it, may change', () => {
    const open = listedReportStates.flatMap((state) =>
      [undefined, ...entryStatuses].flatMap((status) =>
        isCellClosed({ ...locked, state }, status) ? [] : [`${state}: ${status}`],
      ),
    );
    expect(open).toEqual([
      'not_started: returned',
      'draft: returned',
      'submitted: returned',
      'verified: returned',
      'returned: draft',
      'returned: returned',
    ]);
    for (const state of listedReportStates) {
      for (const status of [undefined, ...entryStatuses])
        expect(isCellClosed({ isLocked: false, state }, status)).toBe(false);
    }
  });

  it('a report takes nothing unless cells were returned', () => {
    expect(listedReportStates.filter((state) => !isClosed({ ...locked, state, returnedCells: 0 }))).toEqual([
      'returned',
    ]);
    expect(listedReportStates.filter((state) => isClosed({ ...locked, state, returnedCells: 1 }))).toEqual([]);
    expect(listedReportStates.filter((state) => isClosed({ isLocked: false, state, returnedCells: 0 }))).toEqual([]);
  });

  it('a list marks what still waits and cannot be handed in', () => {
    const shows = (rest: Partial<Parameters<typeof showsLock>[0]>) =>
      listedReportStates.filter((state) => showsLock({ ...locked, state, counters: { returned: 0 }, ...rest }));
    expect(shows({})).toEqual(['not_started', 'draft']);
    expect(shows({ hasPendingCorrections: true })).toEqual(['not_started', 'draft', 'submitted', 'verified']);
    expect(shows({ isLocked: false })).toEqual([]);
    expect(shows({ counters: { returned: 2 } })).toEqual([]);
  });
});

describe('what a lock would close', () => {
  const list = {
    today: '2026-11-03',
    waiting: [
      { dueDate: '2026-08-05', reports: 3 },
      { dueDate: '2026-09-05', reports: 2 },
      { dueDate: '2026-10-05', reports: 4 },
      { dueDate: '2026-11-05', reports: 20 },
    ],
  };

  it.each([
    [null, 0, null],
    [0, 9, '2026-10-05'],
    [29, 5, '2026-09-05'],
    [28, 9, '2026-10-05'],
    [60, 3, '2026-08-05'],
    [90, 0, null],
  ])('after %s days: %i reports', (lockAfterDays, reports, lastDueDate) => {
    expect(closedBy(list, lockAfterDays)).toEqual({ reports, lastDueDate });
  });
});
