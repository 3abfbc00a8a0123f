import type { AppClientError } from '#client/lib/app-error.ts';
import type { DraftStore } from './draft-store.ts';
import { type Fields, isSame, mergeFields } from './merge-fields.ts';

/** Something that is kept on the server with a version of its own. */
export interface Kept<F> {
  version: number;
  fields: F;
}

export type SaveAnswer<F> =
  | ({ kind: 'saved' } & Kept<F>)
  /** Somebody else was faster; what they left. */
  | ({ kind: 'conflict' } & Kept<F>)
  /** The server does not take it, and would not the next time either. */
  | { kind: 'refused'; error: AppClientError }
  /** The server was not reached. */
  | { kind: 'failed'; error: AppClientError };

export type SaveState<F> =
  /** `kept` is newer than a list that the answer has not reached yet. */
  | { phase: 'saved'; at: number; kept: Kept<F> }
  | { phase: 'waiting' | 'saving'; fields: F }
  | { phase: 'conflict'; fields: F; theirs: F; clashes: (keyof F & string)[] }
  | { phase: 'refused' | 'failed'; fields: F; error: AppClientError };

/** How far the saving of anything is: what all states have in common. */
export type SaveProgress =
  | { phase: 'saved'; at: number }
  | { phase: 'waiting' | 'saving' | 'conflict' }
  | { phase: 'refused' | 'failed'; error: AppClientError };

interface Slot<F> {
  state: SaveState<F>;
  base: F;
  version: number;
  isSending: boolean;
  /** Changed again while it was being sent. */
  isOlder: boolean;
  timer?: ReturnType<typeof setTimeout>;
}

export interface FieldSaverOptions<F> {
  send: (key: string, version: number, fields: F) => Promise<SaveAnswer<F>>;
  drafts: DraftStore<F>;
  /** How long somebody pauses before it is sent. */
  delayMs?: number;
  retryDelaysMs?: readonly number[];
  now?: () => number;
}

/**
 * Saves what people type, a moment after they pause, one request at a time for each thing. Until the server has
 * confirmed it, it is kept on the device. Changes of two people to different fields are put together; where both changed
 * one field, the person chooses, and nothing is sent before.
 */
export class FieldSaver<F extends Fields> {
  readonly #options: Required<FieldSaverOptions<F>>;
  readonly #slots = new Map<string, Slot<F>>();
  readonly #listeners = new Set<() => void>();
  #snapshot: ReadonlyMap<string, SaveState<F>> = new Map();
  #failures = 0;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: FieldSaverOptions<F>) {
    this.#options = { delayMs: 700, retryDelaysMs: [2_000, 5_000, 15_000, 30_000], now: Date.now, ...options };
  }

  /**
   * @param part the fields that the person changed; the others stay as they are here, which may be newer than the screen
   * @param known what the person saw when they began
   */
  change(key: string, part: Partial<F>, known: Kept<F>): void {
    const slot = this.#slots.get(key);
    if (!slot || slot.state.phase === 'saved') {
      // What was saved last may be newer than the list that the screen was drawn from.
      const { version, base } =
        slot && slot.version > known.version ? slot : { version: known.version, base: known.fields };
      const fields = { ...base, ...part };
      const fresh: Slot<F> = { state: { phase: 'waiting', fields }, base, version, isSending: false, isOlder: false };
      this.#slots.set(key, fresh);
      this.#wait(key, fresh, fields);
      return;
    }
    const fields = { ...slot.state.fields, ...part };
    if (slot.state.phase === 'conflict') {
      // An open question is answered by choosing, not by typing over the other's words unseen.
      this.#keep(key, slot, fields);
      this.#set(key, slot, { ...slot.state, fields });
      return;
    }
    if (slot.isSending) slot.isOlder = true;
    this.#wait(key, slot, fields);
  }

  /** Takes up what an earlier visit left unconfirmed. */
  restore(key: string, draft: { base: F; fields: F }, current: Kept<F>): void {
    if (this.#slots.has(key)) return;
    const slot: Slot<F> = {
      state: { phase: 'waiting', fields: draft.fields },
      base: draft.base,
      version: current.version,
      isSending: false,
      isOlder: false,
    };
    this.#slots.set(key, slot);
    this.#adopt(key, slot, current);
  }

  /** `mine` puts the own words over theirs, knowing them; `theirs` gives up the own ones where they clash. */
  choose(key: string, choice: 'mine' | 'theirs'): void {
    const slot = this.#slots.get(key);
    if (slot?.state.phase !== 'conflict') return;
    const { fields, theirs, clashes } = slot.state;
    const chosen = { ...fields };
    if (choice === 'theirs') for (const name of clashes) chosen[name] = theirs[name];
    slot.base = theirs;
    if (isSame(chosen, theirs)) this.#finish(key, slot, { version: slot.version, fields: theirs });
    else this.#wait(key, slot, chosen, 0);
  }

  /** Sends now what waits for a pause, and again what failed. @returns whether everything is on the server afterwards */
  async settle(): Promise<boolean> {
    for (const [key, { state }] of this.#slots) {
      if (state.phase === 'waiting' || state.phase === 'failed') void this.#send(key);
    }
    while ([...this.#slots.values()].some((slot) => slot.isSending)) {
      await new Promise<void>((resolve) => {
        const stop = this.subscribe(() => {
          stop();
          resolve();
        });
      });
    }
    return !this.hasUnsaved();
  }

  /** Sends one thing again that was refused, after what was in its way is gone. */
  retry(key: string): void {
    void this.#send(key);
  }

  /** Gives up what was typed: its slide was dropped, or it was refused for good. */
  forget(key: string): void {
    const slot = this.#slots.get(key);
    clearTimeout(slot?.timer);
    this.#options.drafts.remove(key);
    if (this.#slots.delete(key)) this.#publish();
  }

  hasUnsaved(key?: string): boolean {
    return [...this.#slots].some(([each, { state }]) => (key === undefined || each === key) && state.phase !== 'saved');
  }

  /** Stable between changes, for `useSyncExternalStore`. */
  snapshot = (): ReadonlyMap<string, SaveState<F>> => this.#snapshot;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #wait(key: string, slot: Slot<F>, fields: F, delay = this.#options.delayMs): void {
    clearTimeout(slot.timer);
    this.#keep(key, slot, fields);
    this.#set(key, slot, { phase: slot.isSending ? 'saving' : 'waiting', fields });
    slot.timer = setTimeout(() => void this.#send(key), delay);
  }

  async #send(key: string): Promise<void> {
    const slot = this.#slots.get(key);
    // What is on its way comes back first, and then sends the newer words itself.
    if (!slot || slot.isSending || !('fields' in slot.state) || slot.state.phase === 'conflict') return;
    clearTimeout(slot.timer);
    const { fields } = slot.state;
    slot.isSending = true;
    slot.isOlder = false;
    this.#set(key, slot, { phase: 'saving', fields });
    const answer = await this.#options.send(key, slot.version, fields);
    slot.isSending = false;
    if (this.#slots.get(key) === slot) this.#onAnswer(key, slot, answer);
    else this.#publish();
  }

  #onAnswer(key: string, slot: Slot<F>, answer: SaveAnswer<F>): void {
    if (!('fields' in slot.state)) return;
    const { fields } = slot.state;
    switch (answer.kind) {
      case 'saved':
        this.#failures = 0;
        slot.version = answer.version;
        slot.base = answer.fields;
        if (slot.isOlder) this.#wait(key, slot, fields, 0);
        else this.#finish(key, slot, answer);
        return;
      case 'conflict':
        this.#adopt(key, slot, answer);
        return;
      case 'refused':
        if (slot.isOlder) this.#wait(key, slot, fields, 0);
        else this.#set(key, slot, { phase: 'refused', fields, error: answer.error });
        return;
      case 'failed':
        this.#set(key, slot, { phase: 'failed', fields, error: answer.error });
        this.#retryLater();
    }
  }

  /** Lays the own changes over what the server has now, and asks where they clash. */
  #adopt(key: string, slot: Slot<F>, theirs: Kept<F>): void {
    if (!('fields' in slot.state)) return;
    const { fields, clashes } = mergeFields(slot.base, slot.state.fields, theirs.fields);
    slot.version = theirs.version;
    if (clashes.length > 0) {
      this.#keep(key, slot, fields);
      this.#set(key, slot, { phase: 'conflict', fields, theirs: theirs.fields, clashes });
      return;
    }
    slot.base = theirs.fields;
    if (isSame(fields, theirs.fields)) this.#finish(key, slot, theirs);
    else this.#wait(key, slot, fields, 0);
  }

  #finish(key: string, slot: Slot<F>, { version, fields }: Kept<F>): void {
    clearTimeout(slot.timer);
    slot.version = version;
    slot.base = fields;
    this.#options.drafts.remove(key);
    this.#set(key, slot, { phase: 'saved', at: this.#options.now(), kept: { version, fields } });
  }

  #retryLater(): void {
    const { retryDelaysMs } = this.#options;
    const delay = retryDelaysMs[Math.min(this.#failures, retryDelaysMs.length - 1)];
    if (this.#retryTimer !== undefined || delay === undefined) return;
    this.#failures += 1;
    this.#retryTimer = setTimeout(() => {
      this.#retryTimer = undefined;
      for (const [key, { state }] of this.#slots) if (state.phase === 'failed') void this.#send(key);
    }, delay);
  }

  #keep(key: string, slot: Slot<F>, fields: F): void {
    this.#options.drafts.put(key, { base: slot.base, fields, version: slot.version });
  }

  #set(key: string, slot: Slot<F>, state: SaveState<F>): void {
    slot.state = state;
    this.#slots.set(key, slot);
    this.#publish();
  }

  #publish(): void {
    this.#snapshot = new Map([...this.#slots].map(([key, slot]) => [key, slot.state]));
    for (const listener of [...this.#listeners]) listener();
  }
}
