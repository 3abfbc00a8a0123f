import { z } from 'zod';
import { isConnectionError, toAppError } from '#client/lib/app-error.ts';
import { type RecordAtSlideInput, recordAtSlideInput } from '#shared/meeting.ts';

const entrySchema = z.object({
  /** Of the decision, or of the action item where there is none. */
  id: z.string(),
  input: recordAtSlideInput,
  /** The slide as the list of what waits names it. */
  slide: z.object({ number: z.number(), headline: z.string() }),
  /** Why the server refused; null while it only waits to be sent. */
  problem: z.object({ code: z.string(), fields: z.record(z.string(), z.string()) }).nullable(),
});
export type OutboxEntry = z.infer<typeof entrySchema>;

export interface OutboxState {
  waiting: readonly OutboxEntry[];
  /** Arrived at the server since the presentation was opened. */
  sent: readonly OutboxEntry[];
  isSending: boolean;
}

interface RecordOutboxOptions {
  userId: string;
  storage: Storage | undefined;
  send: (input: RecordAtSlideInput) => Promise<unknown>;
}

/**
 * What was recorded at slides and has not reached the server. It lies in the browser, per person, until the server has
 * confirmed it; ids are made here, so that what is sent twice is written once.
 */
export class RecordOutbox {
  readonly #place: string;
  readonly #storage: Storage | undefined;
  readonly #send: RecordOutboxOptions['send'];
  readonly #listeners = new Set<() => void>();
  #state: OutboxState;
  /** False once the browser has refused to keep something: what is in memory is then all there is. */
  #isStored = true;
  #flushing: Promise<void> | undefined;
  #isAskedAgain = false;

  constructor({ userId, storage, send }: RecordOutboxOptions) {
    this.#place = outboxPlace(userId);
    this.#storage = storage;
    this.#send = send;
    this.#state = { waiting: this.#read() ?? [], sent: [], isSending: false };
  }

  state = (): OutboxState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Keeps it and sends it if it can. */
  async record(entry: Omit<OutboxEntry, 'problem'>): Promise<'sent' | 'waiting' | 'refused'> {
    this.#change((waiting) => withEntry(waiting, { ...entry, problem: null }));
    await this.flush();
    const left = this.#find(entry.id);
    if (!left) return 'sent';
    return left.problem === null ? 'waiting' : 'refused';
  }

  discard(id: string): void {
    this.#change((waiting) => waiting.filter((each) => each.id !== id));
  }

  /** Sends what waits, oldest first. What the server refused waits for a person. */
  flush(): Promise<void> {
    // An attempt under way may not know yet of a new record, or of a network that is just coming back.
    this.#isAskedAgain = true;
    this.#flushing ??= this.#sendWhileAsked().finally(() => {
      this.#flushing = undefined;
    });
    return this.#flushing;
  }

  /** Another tab has sent or kept something. */
  reread(): void {
    const waiting = this.#read();
    if (waiting) this.#set({ waiting });
  }

  async #sendWhileAsked(): Promise<void> {
    while (this.#isAskedAgain) {
      this.#isAskedAgain = false;
      await this.#sendAll();
    }
  }

  async #sendAll(): Promise<void> {
    const due = this.#state.waiting.filter((each) => each.problem === null);
    if (due.length === 0) return;
    this.#set({ isSending: true });
    for (const entry of due) {
      // Taken back, or sent by another tab, while others were on their way.
      if (!this.#find(entry.id)) continue;
      try {
        await this.#send(entry.input);
        this.discard(entry.id);
        this.#set({ sent: [...this.#state.sent, entry] });
      } catch (error) {
        if (isConnectionError(error)) break;
        const { code, fields } = toAppError(error);
        // Signing in again is enough; the text is in order.
        if (code === 'NOT_SIGNED_IN' || code === 'TOO_MANY_REQUESTS') break;
        this.#change((waiting) => withEntry(waiting, { ...entry, problem: { code, fields } }));
      }
    }
    this.#set({ isSending: false });
  }

  #find(id: string): OutboxEntry | undefined {
    return this.#state.waiting.find((each) => each.id === id);
  }

  /** Changes what is kept as it is now: another tab may have added to it. */
  #change(edit: (waiting: readonly OutboxEntry[]) => OutboxEntry[]): void {
    const waiting = edit((this.#isStored ? this.#read() : undefined) ?? this.#state.waiting);
    try {
      if (waiting.length === 0) this.#storage?.removeItem(this.#place);
      else this.#storage?.setItem(this.#place, JSON.stringify(waiting));
      this.#isStored = this.#storage !== undefined;
    } catch {
      // Full or forbidden storage: it stays in memory, and the page warns before it is left.
      this.#isStored = false;
    }
    this.#set({ waiting });
  }

  /** Undefined where nothing readable is kept. */
  #read(): OutboxEntry[] | undefined {
    try {
      const stored: unknown = JSON.parse(this.#storage?.getItem(this.#place) ?? '[]');
      return z.array(entrySchema).safeParse(stored).data;
    } catch {
      return undefined;
    }
  }

  #set(change: Partial<OutboxState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** In the place of an earlier one with the same id. */
function withEntry(waiting: readonly OutboxEntry[], entry: OutboxEntry): OutboxEntry[] {
  const isKnown = waiting.some((each) => each.id === entry.id);
  return isKnown ? waiting.map((each) => (each.id === entry.id ? entry : each)) : [...waiting, entry];
}

export function outboxPlace(userId: string): string {
  return `satgas.presenter.records.${userId}`;
}
