import type { EntryKind } from '#shared/entry.ts';
import type { ChangeDraft, DraftStore } from './draft-store.ts';

/** What a person wants a cell to hold. `value` is scaled; fields that are left out stay as they are on the server. */
export type CellChange = {
  kind: EntryKind;
  value: number | null;
  note?: string | null;
  source?: string | null;
  reason?: string | null;
};

/** The part of a saved cell that the queue needs to know. */
export type SavedCell = { version: number; kind: EntryKind; value: number | null };

export type SaveAnswer<Cell extends SavedCell> =
  | { kind: 'saved'; cell: Cell }
  /** Somebody else changed the cell since it was read. */
  | { kind: 'conflict'; theirs: Cell }
  /** The server said no, and would say it again. */
  | { kind: 'refused'; code: string; params: Record<string, string | number> }
  /** The server was not reached or could not answer: the same attempt may succeed later. */
  | { kind: 'failed'; code: string };

/** Sends one cell; `baseVersion` is the version the change was made on (0: the cell did not exist). Never rejects. */
export type SendCell<Cell extends SavedCell> = (
  key: string,
  baseVersion: number,
  change: CellChange,
) => Promise<SaveAnswer<Cell>>;

export type CellSaveState<Cell extends SavedCell> =
  | { phase: 'idle' }
  | { phase: 'saving'; change: CellChange }
  | { phase: 'saved'; cell: Cell; at: number }
  | { phase: 'failed'; change: CellChange; code: string }
  | { phase: 'refused'; change: CellChange; code: string; params: Record<string, string | number> }
  | { phase: 'conflict'; change: CellChange; theirs: Cell };

export type SaveSummary = {
  saving: number;
  failed: number;
  refused: number;
  conflicts: number;
  /** Instant of the last answer that confirmed a save, in milliseconds. */
  lastSavedAt: number | null;
};

type Slot<Cell extends SavedCell> = {
  state: CellSaveState<Cell>;
  /** The version the next attempt builds on. */
  version: number;
  inFlight: CellChange | undefined;
  /** Typed while another value was on its way; only the latest is kept. */
  next: CellChange | undefined;
};

export type CellSaverOptions<Cell extends SavedCell> = {
  send: SendCell<Cell>;
  drafts: DraftStore<ChangeDraft>;
  now?: () => number;
  /** Milliseconds before each further attempt after a failure; the last one repeats. */
  retryDelays?: readonly number[];
};

const defaultRetryDelays = [2_000, 5_000, 15_000, 30_000, 60_000];
const idle = { phase: 'idle' } as const;

/**
 * Saves cells one by one, apart from React: per cell one request at a time, the latest value wins, and what has not
 * been confirmed lies in the draft store, so that neither a lost connection nor a closed tab loses it.
 */
export class CellSaver<Cell extends SavedCell> {
  readonly #send: SendCell<Cell>;
  readonly #drafts: DraftStore<ChangeDraft>;
  readonly #now: () => number;
  readonly #retryDelays: readonly number[];
  readonly #slots = new Map<string, Slot<Cell>>();
  readonly #listeners = new Set<() => void>();
  #summary: SaveSummary = { saving: 0, failed: 0, refused: 0, conflicts: 0, lastSavedAt: null };
  #failures = 0;
  #isEnded = false;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;

  constructor({ send, drafts, now = Date.now, retryDelays = defaultRetryDelays }: CellSaverOptions<Cell>) {
    this.#send = send;
    this.#drafts = drafts;
    this.#now = now;
    this.#retryDelays = retryDelays;
  }

  /** `known` is the version of the cell that the person saw when changing it. */
  save(key: string, change: CellChange, known: number): void {
    const slot = this.#slot(key, known);
    this.#keep(key, change, slot.version);
    if (slot.inFlight) {
      slot.next = change;
      this.#set(key, slot, { phase: 'saving', change });
      return;
    }
    // An open conflict is settled by choosing, not by typing over the other person's figure unseen.
    if (slot.state.phase === 'conflict') {
      this.#set(key, slot, { ...slot.state, change });
      return;
    }
    this.#attempt(key, slot, change);
  }

  /** Sends again what failed: one cell, or all of them. */
  retry(key?: string): void {
    clearTimeout(this.#retryTimer);
    this.#retryTimer = undefined;
    for (const [each, slot] of this.#slots) {
      if ((key === undefined || each === key) && slot.state.phase === 'failed') {
        this.#attempt(each, slot, slot.state.change);
      }
    }
  }

  /** `mine` writes over their figure, knowing it; `theirs` gives up the own one. */
  resolveConflict(key: string, choice: 'mine' | 'theirs'): void {
    const slot = this.#slots.get(key);
    if (slot?.state.phase !== 'conflict') return;
    const { change, theirs } = slot.state;
    slot.version = theirs.version;
    if (choice === 'mine') {
      this.#keep(key, change, theirs.version);
      this.#attempt(key, slot, change);
    } else {
      this.#drafts.remove(key);
      this.#set(key, slot, { phase: 'saved', cell: theirs, at: this.#now() });
    }
  }

  /** Gives up a value that was refused or that failed. */
  discard(key: string): void {
    const slot = this.#slots.get(key);
    if (!slot || slot.inFlight) return;
    this.#drafts.remove(key);
    this.#set(key, slot, idle);
  }

  /**
   * Takes up what an earlier visit left unconfirmed. `current` is the cell as the server has it now. A draft made on
   * another version than that is not sent: the person chooses.
   */
  restore(key: string, draft: ChangeDraft, current: Cell | undefined): void {
    if (this.#slots.has(key)) return;
    const { change, baseVersion } = draft;
    const version = current?.version ?? 0;
    if (current && saysTheSame(current, change)) {
      this.#drafts.remove(key);
      return;
    }
    const slot = this.#slot(key, version);
    if (!current || version === baseVersion) this.#attempt(key, slot, change);
    else this.#set(key, slot, { phase: 'conflict', change, theirs: current });
  }

  stateOf(key: string): CellSaveState<Cell> {
    return this.#slots.get(key)?.state ?? idle;
  }

  /** Stable between changes, so that it can be read by `useSyncExternalStore`. */
  summary(): SaveSummary {
    return this.#summary;
  }

  hasUnsaved(): boolean {
    const { saving, failed, refused, conflicts } = this.#summary;
    return saving + failed + refused + conflicts > 0;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes the automatic attempts up again. */
  resume(): void {
    this.#isEnded = false;
    if (this.#summary.failed > 0) this.#scheduleRetry();
  }

  /** Ends the automatic attempts. Requests on their way still finish, and drafts stay. */
  dispose(): void {
    this.#isEnded = true;
    clearTimeout(this.#retryTimer);
    this.#retryTimer = undefined;
  }

  #slot(key: string, known: number): Slot<Cell> {
    let slot = this.#slots.get(key);
    if (!slot) {
      slot = { state: idle, version: known, inFlight: undefined, next: undefined };
      this.#slots.set(key, slot);
    }
    // The person saw something newer than what this queue saved last: a change that came over the wire. While a value of
    // their own lies over the cell they have not seen it.
    if (!('change' in slot.state) && known > slot.version) slot.version = known;
    return slot;
  }

  #attempt(key: string, slot: Slot<Cell>, change: CellChange): void {
    slot.inFlight = change;
    this.#set(key, slot, { phase: 'saving', change });
    void this.#send(key, slot.version, change).then((answer) => this.#onAnswer(key, slot, answer));
  }

  #onAnswer(key: string, slot: Slot<Cell>, answer: SaveAnswer<Cell>): void {
    const sent = slot.inFlight;
    const change = slot.next ?? sent;
    const hasNewer = slot.next !== undefined;
    slot.inFlight = undefined;
    slot.next = undefined;
    if (!change) return;
    switch (answer.kind) {
      case 'saved':
        this.#failures = 0;
        slot.version = answer.cell.version;
        if (hasNewer) {
          this.#keep(key, change, slot.version);
          this.#attempt(key, slot, change);
          return;
        }
        this.#drafts.remove(key);
        this.#set(key, slot, { phase: 'saved', cell: answer.cell, at: this.#now() });
        return;
      case 'conflict':
        if (saysTheSame(answer.theirs, change)) {
          slot.version = answer.theirs.version;
          this.#drafts.remove(key);
          this.#set(key, slot, { phase: 'saved', cell: answer.theirs, at: this.#now() });
          return;
        }
        this.#set(key, slot, { phase: 'conflict', change, theirs: answer.theirs });
        return;
      case 'refused':
        // A newer value may be acceptable where the older was not.
        if (hasNewer) this.#attempt(key, slot, change);
        else this.#set(key, slot, { phase: 'refused', change, code: answer.code, params: answer.params });
        return;
      case 'failed':
        this.#set(key, slot, { phase: 'failed', change, code: answer.code });
        this.#scheduleRetry();
    }
  }

  #scheduleRetry(): void {
    // The page is gone: the next visit takes the draft up, and two queues must not send the same cell in turns.
    if (this.#isEnded || this.#retryTimer !== undefined) return;
    const delay = this.#retryDelays[Math.min(this.#failures, this.#retryDelays.length - 1)];
    this.#failures += 1;
    if (delay === undefined) return;
    this.#retryTimer = setTimeout(() => this.retry(), delay);
  }

  #keep(key: string, change: CellChange, baseVersion: number): void {
    this.#drafts.put(key, { change, baseVersion, at: this.#now() });
  }

  #set(key: string, slot: Slot<Cell>, state: CellSaveState<Cell>): void {
    slot.state = state;
    this.#slots.set(key, slot);
    const count = (phase: CellSaveState<Cell>['phase']) =>
      [...this.#slots.values()].filter((each) => each.state.phase === phase).length;
    this.#summary = {
      saving: count('saving'),
      failed: count('failed'),
      refused: count('refused'),
      conflicts: count('conflict'),
      lastSavedAt: state.phase === 'saved' ? state.at : this.#summary.lastSavedAt,
    };
    for (const listener of this.#listeners) listener();
  }
}

/** Only the figure counts: a note of the same figure is not worth a question. */
function saysTheSame(cell: SavedCell, change: CellChange): boolean {
  return cell.kind === change.kind && cell.value === change.value && change.note === undefined;
}
