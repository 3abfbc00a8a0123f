import type { ColorScheme } from '#shared/briefing/scene/palette.ts';

/** What a room sees instead of the slide. */
export type Screen = 'slide' | 'black' | 'white';
/** A window of the presentation: the one the room looks at, and the speaker's own. */
export type Place = 'audience' | 'desk';
/** What lies over a window; one thing at a time. */
export type Panel = 'overview' | 'menu' | 'record' | 'records' | 'leave';

/** What all windows of one presentation have in common. */
export interface Show {
  /** From 0. */
  index: number;
  screen: Screen;
  scheme: ColorScheme;
  isPointerOn: boolean;
  /** Milliseconds; what the elapsed time is counted from. */
  startedAt: number;
}

export interface PresenterState {
  /** How many slides there are; at least 1. */
  count: number;
  show: Show;
  /** Digits of a slide's number that wait for Enter. */
  typed: string;
  panel: { name: Panel; place: Place } | null;
}

export type Command =
  | { type: 'next' | 'previous' | 'first' | 'last' }
  | { type: 'digit'; digit: string }
  | { type: 'confirm' | 'cancel' | 'forgetTyped' }
  | { type: 'goTo'; index: number }
  | { type: 'blank'; screen: Exclude<Screen, 'slide'> }
  | { type: 'pointer' | 'scheme' }
  | { type: 'toggle'; panel: Panel }
  | { type: 'close' }
  | { type: 'restartClock'; at: number }
  /** Another window of the presentation has moved. */
  | { type: 'adopt'; show: Show };

/** A command and the window it was given in: what opens, opens there. */
export type Given = Command & { place: Place };

const longestNumber = 3;

export function startPresentation(count: number, show: Show): PresenterState {
  const safeCount = Math.max(1, Math.trunc(count));
  return { count: safeCount, show: { ...show, index: withinDeck(show.index, safeCount) }, typed: '', panel: null };
}

/** The whole behaviour of keys, clicker, gestures and buttons. Whatever comes in, the slide shown is one of the deck. */
export function presenterReducer(state: PresenterState, given: Given): PresenterState {
  switch (given.type) {
    case 'next':
      return turn(state, state.show.index + 1);
    case 'previous':
      return turn(state, state.show.index - 1);
    case 'first':
      return goTo(state, 0);
    case 'last':
      return goTo(state, state.count - 1);
    case 'goTo':
      return goTo(state, given.index);
    case 'digit':
      return /^\d$/.test(given.digit)
        ? { ...state, typed: (state.typed + given.digit).slice(-longestNumber).replace(/^0+/, '') }
        : state;
    case 'confirm':
      return state.typed === '' ? turn(state, state.show.index + 1) : goTo(state, Number(state.typed) - 1);
    case 'forgetTyped':
      return state.typed === '' ? state : { ...state, typed: '' };
    case 'cancel':
      return cancel(state, given.place);
    case 'blank':
      return withShow(state, { screen: state.show.screen === given.screen ? 'slide' : given.screen });
    case 'pointer':
      return withShow(state, { isPointerOn: !state.show.isPointerOn });
    case 'scheme':
      return withShow(state, { scheme: state.show.scheme === 'light' ? 'dark' : 'light' });
    case 'toggle':
      return toggle(state, given.panel, given.place);
    case 'close':
      return state.panel?.place === given.place ? { ...state, panel: null } : state;
    case 'restartClock':
      return withShow(state, { startedAt: given.at });
    case 'adopt':
      return { ...state, show: { ...given.show, index: withinDeck(given.show.index, state.count) } };
  }
}

/** While the room sees black or white, the first step only brings the slide back: none goes by unseen. */
function turn(state: PresenterState, index: number): PresenterState {
  return goTo(state, state.show.screen === 'slide' ? index : state.show.index);
}

function goTo(state: PresenterState, index: number): PresenterState {
  const next = withShow(state, { index: withinDeck(index, state.count), screen: 'slide' });
  return { ...next, typed: '', panel: next.panel?.name === 'overview' ? null : next.panel };
}

/** Escape undoes the nearest thing, and otherwise opens the overview. */
function cancel(state: PresenterState, place: Place): PresenterState {
  if (state.panel?.place === place) return { ...state, panel: null };
  if (state.typed !== '') return { ...state, typed: '' };
  if (state.show.screen !== 'slide') return withShow(state, { screen: 'slide' });
  return toggle(state, 'overview', place);
}

function toggle(state: PresenterState, name: Panel, place: Place): PresenterState {
  const isOpen = state.panel?.name === name && state.panel.place === place;
  return { ...state, typed: '', panel: isOpen ? null : { name, place } };
}

function withShow(state: PresenterState, change: Partial<Show>): PresenterState {
  return { ...state, show: { ...state.show, ...change } };
}

function withinDeck(index: number, count: number): number {
  if (!Number.isFinite(index)) return index > 0 ? count - 1 : 0;
  return Math.min(count - 1, Math.max(0, Math.trunc(index)));
}
