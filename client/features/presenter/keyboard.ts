import type { Command } from './presenter-state.ts';

/** What asks something of the browser and changes no state. */
export interface WindowDeed {
  type: 'fullScreen' | 'presenterView';
}
export type KeyDeed = Command | WindowDeed;

export function isWindowDeed(deed: KeyDeed): deed is WindowDeed {
  return deed.type === 'fullScreen' || deed.type === 'presenterView';
}

interface Press {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}

interface PressedAt {
  /** The focus is on a button or link, which Space and Enter press. */
  isOnControl: boolean;
  /** Digits wait for Enter. */
  hasTyped: boolean;
}

const byKey = new Map<string, KeyDeed>(
  Object.entries({
    ArrowRight: { type: 'next' },
    ArrowDown: { type: 'next' },
    PageDown: { type: 'next' },
    ArrowLeft: { type: 'previous' },
    ArrowUp: { type: 'previous' },
    PageUp: { type: 'previous' },
    Home: { type: 'first' },
    End: { type: 'last' },
    Escape: { type: 'cancel' },
    // Clickers send one or the other for their "blank" button.
    b: { type: 'blank', screen: 'black' },
    '.': { type: 'blank', screen: 'black' },
    w: { type: 'blank', screen: 'white' },
    ',': { type: 'blank', screen: 'white' },
    o: { type: 'toggle', panel: 'overview' },
    r: { type: 'toggle', panel: 'record' },
    '?': { type: 'toggle', panel: 'menu' },
    l: { type: 'pointer' },
    d: { type: 'scheme' },
    f: { type: 'fullScreen' },
    p: { type: 'presenterView' },
  }),
);

/** What a key press asks for; undefined leaves it to the browser. */
export function deedOf(press: Press, { isOnControl, hasTyped }: PressedAt): KeyDeed | undefined {
  const { key, shiftKey, ctrlKey, altKey, metaKey } = press;
  if (ctrlKey || altKey || metaKey) return undefined;
  if (key === ' ') return isOnControl ? undefined : { type: shiftKey ? 'previous' : 'next' };
  if (key === 'Enter') return isOnControl && !hasTyped ? undefined : { type: 'confirm' };
  if (/^\d$/.test(key)) return { type: 'digit', digit: key };
  return byKey.get(key.length === 1 ? key.toLowerCase() : key);
}

/** Whether keys belong to what has the focus: somebody is writing. */
export function isWriting(target: EventTarget | null): boolean {
  return liesIn(target, 'input, textarea, select, [contenteditable="true"]');
}

export function isControl(target: EventTarget | null): boolean {
  return liesIn(target, 'button, a[href], summary, [role="button"]');
}

/** Known by what it can do, not by its class: an element of the other window has classes of its own. */
function liesIn(target: EventTarget | null, selector: string): boolean {
  if (target === null || !('closest' in target) || typeof target.closest !== 'function') return false;
  return target.closest(selector) !== null;
}
