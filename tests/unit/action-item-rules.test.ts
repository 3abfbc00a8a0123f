import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysLateOf, isClosed, isOverdue, mayMove, movementOf, needsNote, nextStatesOf } from '#shared/action-item.ts';
import { type ActionItemState, actionItemStates } from '#shared/action-item-brief.ts';

const anyState = fc.constantFrom(...actionItemStates);
const anyDate = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2035-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyValue = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((scaled) => scaled / 100);

describe('the states of an action item', () => {
  test('lead from open over in progress to done or dropped, and back from there by taking it up again', () => {
    const steps = actionItemStates.map((from): [ActionItemState, readonly ActionItemState[]] => [
      from,
      nextStatesOf(from),
    ]);
    expect(Object.fromEntries(steps)).toEqual({
      open: ['in_progress', 'done', 'dropped'],
      in_progress: ['done', 'dropped'],
      done: ['in_progress'],
      dropped: ['in_progress'],
    });
  });

  test('every walk ends closed only by being done or dropped, and nothing closed is a dead end', () => {
    fc.assert(
      fc.property(fc.array(anyState, { maxLength: 30 }), (wanted) => {
        let state: ActionItemState = 'open';
        for (const to of wanted) if (mayMove(state, to)) state = to;
        expect(isClosed(state)).toBe(state === 'done' || state === 'dropped');
        expect(nextStatesOf(state).length).toBeGreaterThan(0);
        // Nobody forgets that it was begun: an item is open only before anything happened to it.
        expect(actionItemStates.filter((from) => from !== 'open' && mayMove(from, 'open'))).toEqual([]);
      }),
    );
  });

  test('a remark is possible while it is unfinished; dropping, taking up again and remarks need words', () => {
    fc.assert(
      fc.property(anyState, anyState, (from, to) => {
        if (from === to) expect(mayMove(from, to)).toBe(!isClosed(from));
        if (to === 'dropped') expect(needsNote(from, to)).toBe(true);
        if (isClosed(from)) expect(needsNote(from, to)).toBe(true);
      }),
    );
    expect(needsNote('open', 'in_progress')).toBe(false);
    expect(needsNote('in_progress', 'done')).toBe(false);
    expect(needsNote('open', 'open')).toBe(true);
  });
});

describe('lateness', () => {
  test('the due date itself is on time, the day after is one day late', () => {
    const item = { state: 'open', dueDate: '2026-02-28' } as const;
    expect(daysLateOf(item, '2026-02-28')).toBe(0);
    expect(daysLateOf(item, '2026-03-01')).toBe(1);
    expect(isOverdue(item, '2026-03-01')).toBe(true);
  });

  test('nothing closed is late, and what is unfinished stays late and only grows later', () => {
    fc.assert(
      fc.property(anyState, anyDate, anyDate, anyDate, (state, dueDate, one, other) => {
        const [sooner, later] = [one, other].toSorted();
        const item = { state, dueDate };
        expect(daysLateOf(item, later ?? one)).toBeGreaterThanOrEqual(daysLateOf(item, sooner ?? one));
        expect(isOverdue(item, one)).toBe(!isClosed(state) && one > dueDate);
      }),
    );
  });
});

describe('whether a figure has moved', () => {
  test('fewer is better where less is wanted, more where more is', () => {
    expect(movementOf('lower', 35.4, 35.3)).toBe('better');
    expect(movementOf('lower', 1054, 1060)).toBe('worse');
    expect(movementOf('higher', 9085, 9086)).toBe('better');
    expect(movementOf('higher', 9085, 9085)).toBe('same');
  });

  test('for a band, nearer to it is better; within it nothing is better or worse', () => {
    const band = { low: 1.5, high: 3.5 };
    expect(movementOf('band', 4.1, 3.6, band)).toBe('better');
    expect(movementOf('band', 1.2, 0.9, band)).toBe('worse');
    expect(movementOf('band', 1.6, 3.4, band)).toBe('same');
    expect(movementOf('band', 3.6, 1.4, band)).toBe('same');
    expect(movementOf('band', 3.6, 3.4)).toBeNull();
  });

  test('what is better one way is worse the other way, for each direction', () => {
    const direction = fc.constantFrom('lower', 'higher', 'band');
    const band = fc
      .tuple(anyValue, anyValue)
      .map(([one, other]) => ({ low: Math.min(one, other), high: Math.max(one, other) }));
    const opposite = { better: 'worse', worse: 'better', same: 'same' } as const;
    fc.assert(
      fc.property(direction, anyValue, anyValue, band, (way, before, now, within) => {
        const there = movementOf(way, before, now, within);
        const back = movementOf(way, now, before, within);
        if (there === null) throw new Error('a movement with a known band is never unknown');
        expect(back).toBe(opposite[there]);
        if (way !== 'band') expect(movementOf(way === 'lower' ? 'higher' : 'lower', before, now)).toBe(opposite[there]);
      }),
    );
  });
});
