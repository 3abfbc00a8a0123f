import { describe, expect, test } from 'vitest';
import { formatElapsed } from '#client/features/presenter/elapsed.ts';
import { edgeOf, touchOf } from '#client/features/presenter/gestures.ts';
import { newId } from '#client/features/presenter/presenter-session.ts';
import { dueDateOf, meetingOfToday } from '#client/features/presenter/record-draft.ts';
import type { MeetingBrief } from '#shared/meeting.ts';

const begun = { x: 300, y: 200, at: 1000, fingers: 1 };

describe('touches', () => {
  test('swipe to the left for the next slide, to the right for the one before', () => {
    expect(touchOf(begun, { x: 220, y: 210, at: 1150 })).toBe('next');
    expect(touchOf(begun, { x: 380, y: 190, at: 1150 })).toBe('previous');
  });

  test('that go up or down mean nothing', () => {
    expect(touchOf(begun, { x: 310, y: 320, at: 1150 })).toBeUndefined();
    expect(touchOf(begun, { x: 250, y: 260, at: 1150 })).toBeUndefined();
  });

  test('open the menu with a long press or two fingers', () => {
    expect(touchOf(begun, { x: 302, y: 201, at: 1600 })).toBe('menu');
    expect(touchOf({ ...begun, fingers: 2 }, { x: 302, y: 201, at: 1100 })).toBe('menu');
    expect(touchOf({ ...begun, fingers: 2 }, { x: 200, y: 201, at: 1100 })).toBeUndefined();
  });

  test('at the edges turn the page', () => {
    expect(touchOf(begun, { x: 301, y: 200, at: 1080 })).toBe('tap');
    expect([edgeOf(10, 390), edgeOf(200, 390), edgeOf(380, 390)]).toEqual(['previous', undefined, 'next']);
  });
});

test('a running time is written as clocks do', () => {
  expect(formatElapsed(65_900, 'id')).toBe('1.05');
  expect(formatElapsed(3_723_000, 'id')).toBe('1.02.03');
  expect(formatElapsed(3_723_000, 'en')).toBe('1:02:03');
  expect(formatElapsed(-50, 'id')).toBe('0.00');
});

test('due dates at a press: one week, two weeks, the end of the month', () => {
  expect(dueDateOf('week', '2026-12-28')).toBe('2027-01-04');
  expect(dueDateOf('fortnight', '2028-02-20')).toBe('2028-03-05');
  expect(dueDateOf('monthEnd', '2026-11-22')).toBe('2026-11-30');
});

test('ids are random UUIDs, also where the page came over plain HTTP', () => {
  const ids = Array.from({ length: 50 }, newId);
  for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(new Set(ids).size).toBe(50);
});

test('a record belongs to today’s meeting, at best the one the edition was made for', () => {
  const meeting = (id: string, date: string, editionId: string | null): MeetingBrief => ({
    id,
    version: 1,
    title: 'Rapat koordinasi',
    date,
    startTime: null,
    endTime: null,
    place: '',
    kind: 'formal',
    direction: 'horizontal',
    editionId,
    decisionCount: 0,
    actionItems: { total: 0, closed: 0, overdue: 0 },
    presentCount: 0,
    invitedCount: 0,
    isSample: false,
  });
  const list = [meeting('a', '2026-11-22', null), meeting('b', '2026-11-22', 'e'), meeting('c', '2026-11-21', 'e')];
  expect(meetingOfToday(list, '2026-11-22', 'e')?.id).toBe('b');
  expect(meetingOfToday(list, '2026-11-22', 'x')?.id).toBe('a');
  expect(meetingOfToday(list, '2026-11-20', 'e')).toBeUndefined();
});
