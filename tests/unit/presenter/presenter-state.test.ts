import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deedOf, isWindowDeed } from '#client/features/presenter/keyboard.ts';
import {
  type Command,
  type Given,
  type PresenterState,
  presenterReducer,
  type Show,
  startPresentation,
} from '#client/features/presenter/presenter-state.ts';

const beginning: Show = { index: 0, screen: 'slide', scheme: 'light', isPointerOn: false, startedAt: 0 };

function start(count = 14, show: Partial<Show> = {}): PresenterState {
  return startPresentation(count, { ...beginning, ...show });
}

function apply(state: PresenterState, ...commands: Command[]): PresenterState {
  return commands.reduce((each, command) => presenterReducer(each, { ...command, place: 'audience' }), state);
}

/** What keys do, one after the other, as a person presses them. */
function press(state: PresenterState, ...keys: string[]): PresenterState {
  return keys.reduce((each, name) => {
    const shiftKey = name.startsWith('Shift+');
    const key = name.replace('Shift+', '');
    const deed = deedOf(
      { key, shiftKey, ctrlKey: false, altKey: false, metaKey: false },
      { isOnControl: false, hasTyped: each.typed !== '' },
    );
    return deed && !isWindowDeed(deed) ? apply(each, deed) : each;
  }, state);
}

const show = fc.record({
  index: fc.nat(200),
  screen: fc.constantFrom('slide' as const, 'black' as const, 'white' as const),
  scheme: fc.constantFrom('light' as const, 'dark' as const),
  isPointerOn: fc.boolean(),
  startedAt: fc.nat(),
});
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.constantFrom<Command>(
    { type: 'next' },
    { type: 'previous' },
    { type: 'first' },
    { type: 'last' },
    { type: 'confirm' },
    { type: 'cancel' },
    { type: 'forgetTyped' },
    { type: 'pointer' },
    { type: 'scheme' },
    { type: 'close' },
    { type: 'blank', screen: 'black' },
    { type: 'blank', screen: 'white' },
    { type: 'toggle', panel: 'overview' },
    { type: 'toggle', panel: 'record' },
    { type: 'toggle', panel: 'menu' },
  ),
  fc.string({ maxLength: 1 }).map((digit): Command => ({ type: 'digit', digit })),
  fc.nat(9).map((digit): Command => ({ type: 'digit', digit: String(digit) })),
  fc.double().map((index): Command => ({ type: 'goTo', index })),
  fc.integer().map((index): Command => ({ type: 'goTo', index })),
  show.map((other): Command => ({ type: 'adopt', show: other })),
);
const given: fc.Arbitrary<Given> = fc
  .tuple(command, fc.constantFrom('audience' as const, 'desk' as const))
  .map(([each, place]) => ({ ...each, place }));

describe('the state of a presentation', () => {
  test('shows a slide of the deck, whatever comes in', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -3, max: 70 }),
        fc.integer(),
        fc.array(given, { maxLength: 60 }),
        (count, index, all) => {
          let state = start(count, { index });
          for (const each of all) {
            state = presenterReducer(state, each);
            expect(Number.isInteger(state.show.index)).toBe(true);
            expect(state.show.index).toBeGreaterThanOrEqual(0);
            expect(state.show.index).toBeLessThan(Math.max(1, count));
            expect(state.typed).toMatch(/^(?:[1-9]\d{0,2})?$/);
          }
        },
      ),
    );
  });

  test('any number jumps to its slide, or to the last there is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 999 }), (count, number) => {
        const state = press(start(count), ...String(number), 'Enter');
        expect(state.show.index).toBe(Math.min(number, count) - 1);
        expect(state.typed).toBe('');
      }),
    );
  });

  test('next and previous undo each other within the deck', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), (index) => {
        expect(press(start(14, { index }), 'ArrowRight', 'ArrowLeft').show.index).toBe(index);
      }),
    );
  });

  test('a clicker’s and a keyboard’s keys turn the page alike', () => {
    const forward = ['ArrowRight', 'PageDown', ' ', 'ArrowDown', 'Enter'];
    for (const key of forward) expect(press(start(), key).show.index, key).toBe(1);
    const back = ['ArrowLeft', 'PageUp', 'Shift+ ', 'ArrowUp'];
    for (const key of back) expect(press(start(14, { index: 5 }), key).show.index, key).toBe(4);
    expect(press(start(), 'End').show.index).toBe(13);
    expect(press(start(14, { index: 9 }), 'Home').show.index).toBe(0);
  });

  test('stays at the ends', () => {
    expect(press(start(), 'ArrowLeft').show.index).toBe(0);
    expect(press(start(14, { index: 13 }), 'PageDown').show.index).toBe(13);
  });

  test('blanks the screen, and comes back to the same slide with any step', () => {
    const black = press(start(14, { index: 4 }), 'b');
    expect(black.show).toMatchObject({ index: 4, screen: 'black' });
    expect(press(black, 'b').show).toMatchObject({ index: 4, screen: 'slide' });
    expect(press(black, 'ArrowRight').show).toMatchObject({ index: 4, screen: 'slide' });
    expect(press(black, 'w').show.screen).toBe('white');
    expect(press(black, 'Escape').show.screen).toBe('slide');
    expect(press(black, '9', 'Enter').show).toMatchObject({ index: 8, screen: 'slide' });
    expect(press(start(), '.').show.screen).toBe('black');
    expect(press(start(), 'W').show.screen).toBe('white');
  });

  test('Escape undoes the nearest thing, then opens the overview', () => {
    expect(press(start(), '1', 'Escape')).toMatchObject({ typed: '', panel: null });
    expect(press(start(), 'Escape').panel).toEqual({ name: 'overview', place: 'audience' });
    expect(press(start(), 'Escape', 'Escape').panel).toBeNull();
  });

  test('what opens in one window is not closed from the other', () => {
    const state = presenterReducer(start(), { type: 'toggle', panel: 'record', place: 'desk' });
    expect(presenterReducer(state, { type: 'close', place: 'audience' }).panel).toEqual({
      name: 'record',
      place: 'desk',
    });
    expect(presenterReducer(state, { type: 'close', place: 'desk' }).panel).toBeNull();
  });

  test('a slide chosen closes the overview, and leaves a form that is being filled in open', () => {
    expect(apply(start(), { type: 'toggle', panel: 'overview' }, { type: 'goTo', index: 3 }).panel).toBeNull();
    const writing = apply(start(), { type: 'toggle', panel: 'record' }, { type: 'goTo', index: 3 });
    expect(writing).toMatchObject({ panel: { name: 'record' }, show: { index: 3 } });
  });

  test('a window with fewer slides adopts as much as it has', () => {
    expect(apply(start(5), { type: 'adopt', show: { ...beginning, index: 11 } }).show.index).toBe(4);
  });
});

describe('keys', () => {
  const plain = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };
  const nowhere = { isOnControl: false, hasTyped: false };

  test('belong to the browser with Ctrl, Alt or the command key', () => {
    for (const modifier of ['ctrlKey', 'altKey', 'metaKey'] as const)
      expect(deedOf({ ...plain, key: 'r', [modifier]: true }, nowhere)).toBeUndefined();
  });

  test('that press a button are left to it, unless a number waits', () => {
    const onButton = { isOnControl: true, hasTyped: false };
    expect(deedOf({ ...plain, key: ' ' }, onButton)).toBeUndefined();
    expect(deedOf({ ...plain, key: 'Enter' }, onButton)).toBeUndefined();
    expect(deedOf({ ...plain, key: 'Enter' }, { isOnControl: true, hasTyped: true })).toEqual({ type: 'confirm' });
    expect(deedOf({ ...plain, key: 'ArrowRight' }, onButton)).toEqual({ type: 'next' });
  });

  test('ask for full screen and the speaker’s window, in either case of the letter', () => {
    expect(deedOf({ ...plain, key: 'f' }, nowhere)).toEqual({ type: 'fullScreen' });
    expect(deedOf({ ...plain, key: 'P', shiftKey: true }, nowhere)).toEqual({ type: 'presenterView' });
  });

  test('that mean nothing here do nothing', () => {
    for (const key of ['Tab', 'F5', 'x', 'Shift', 'constructor', '__proto__'])
      expect(deedOf({ ...plain, key }, nowhere), key).toBeUndefined();
  });
});
