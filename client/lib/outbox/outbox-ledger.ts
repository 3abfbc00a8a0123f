import type { KeptText } from './outbox-item.ts';
import type { OutboxSnapshot, StorageProblem } from './outbox-snapshot.ts';
import { type Items, overlay, type Step } from './outbox-steps.ts';
import type { OutboxStore, TextPlace } from './outbox-store.ts';

type LedgerView = Pick<OutboxSnapshot, 'isLoaded' | 'items' | 'texts' | 'isKept' | 'storageError'>;

/**
 * What waits, as this tab sees it: what the store held last, and on top the changes that are on their way there. Where
 * the store does not take them they stay in memory, and are offered again with the next change.
 */
export class OutboxLedger {
  readonly #store: OutboxStore;
  readonly #userId: string;
  readonly #onChange: () => void;
  readonly #onStored: () => void;
  #stored: Items = [];
  #pending: readonly Step[] = [];
  #items: Items = [];
  #texts = new Map<string, KeptText>();
  /** Keystrokes that are not in the store yet: only the latest of a field is written. */
  #typed = new Map<string, KeptText | TextPlace>();
  #textList: readonly KeptText[] = [];
  /** Texts of which the other tabs have heard. */
  readonly #known = new Set<string>();
  #isLoaded = false;
  #storageError: StorageProblem | null = null;
  #isWanted = false;
  #syncing: Promise<void> | undefined;
  #writing: Promise<void> | undefined;

  constructor(
    store: OutboxStore,
    userId: string,
    { onChange, onStored }: { onChange: () => void; onStored: () => void },
  ) {
    this.#store = store;
    this.#userId = userId;
    this.#onChange = onChange;
    this.#onStored = onStored;
  }

  view(): LedgerView {
    const isUnsafe = this.#storageError !== null && this.isAtRisk();
    return {
      isLoaded: this.#isLoaded,
      items: this.#items,
      texts: this.#textList,
      isKept: !isUnsafe,
      storageError: this.#storageError,
    };
  }

  /** Seen at once; resolves when it is on the disk, or cannot be. */
  change(step: Step): Promise<void> {
    this.#pending = [...this.#pending, step];
    this.#look();
    return this.sync();
  }

  /** Brings the store and this tab to the same state. Never rejects. */
  sync(): Promise<void> {
    this.#isWanted = true;
    this.#syncing ??= this.#sync();
    return this.#syncing;
  }

  async load(): Promise<void> {
    await this.sync();
    try {
      const texts = await this.#store.texts(this.#userId);
      this.#texts = new Map(texts.map((text) => [placeKey(text), text]));
      for (const key of this.#texts.keys()) this.#known.add(key);
      for (const [key, typed] of this.#typed) this.#lay(key, typed);
    } catch (error) {
      this.#storageError = storageProblem(error);
    }
    this.#isLoaded = true;
    this.#textList = [...this.#texts.values()];
    this.#onChange();
  }

  putTexts(texts: readonly KeptText[]): void {
    this.#type(texts);
  }

  removeTexts(places: readonly TextPlace[]): void {
    this.#type(places.filter((place) => this.#texts.has(placeKey(place)) || !this.#isLoaded));
  }

  isAtRisk(): boolean {
    return this.#pending.length > 0 || [...this.#typed.values()].some((typed) => 'text' in typed);
  }

  async #sync(): Promise<void> {
    while (this.#isWanted) {
      this.#isWanted = false;
      const batch = this.#pending;
      let hasMoved = false;
      try {
        const stored =
          batch.length === 0
            ? await this.#store.items(this.#userId)
            : await this.#store.update(this.#userId, (items) => {
                const after = apply(items, batch);
                hasMoved = after.length !== items.length || after.some((item, index) => item !== items[index]);
                return after;
              });
        this.#pending = this.#pending.slice(batch.length);
        this.#stored = steady(stored, this.#items);
        this.#storageError = null;
        this.#look();
        if (hasMoved) this.#onStored();
        if (this.#typed.size > 0) this.#writing ??= this.#write();
      } catch (error) {
        this.#storageError = storageProblem(error);
        // However much is typed meanwhile, one change is left to be made.
        const left = overlay(this.#stored, this.#items);
        this.#pending = left ? [left] : [];
        this.#look();
      }
    }
    this.#syncing = undefined;
  }

  #look(): void {
    this.#items = apply(this.#stored, this.#pending);
    this.#onChange();
  }

  #type(texts: readonly (KeptText | TextPlace)[]): void {
    if (texts.length === 0) return;
    for (const typed of texts) {
      const key = placeKey(typed);
      this.#lay(key, typed);
      this.#typed.set(key, typed);
    }
    this.#textList = [...this.#texts.values()];
    this.#onChange();
    this.#writing ??= this.#write();
  }

  #lay(key: string, typed: KeptText | TextPlace): void {
    if ('text' in typed) this.#texts.set(key, typed);
    else this.#texts.delete(key);
  }

  /** The text of a cell goes only when what was made of it lies in the store. */
  async #write(): Promise<void> {
    let isNews = false;
    try {
      for (;;) {
        await this.#syncing;
        const batch = [...this.#typed].filter(([, typed]) => 'text' in typed || this.#pending.length === 0);
        if (batch.length === 0) break;
        const typed = batch.map(([, each]) => each);
        const put = typed.filter((each) => 'text' in each);
        const removed = typed.filter((each) => !('text' in each));
        await this.#store.writeTexts(this.#userId, put, removed);
        for (const [key, each] of batch) {
          if (this.#typed.get(key) === each) this.#typed.delete(key);
          isNews ||= !('text' in each) || !this.#known.has(key);
          if ('text' in each) this.#known.add(key);
          else this.#known.delete(key);
        }
      }
    } catch (error) {
      this.#storageError = storageProblem(error);
      this.#onChange();
    }
    this.#writing = undefined;
    if (isNews) this.#onStored();
  }
}

function apply(items: Items, steps: readonly Step[]): Items {
  return steps.reduce((left, step) => step(left), items);
}

/** What the store gives back is a copy each time: what has not changed keeps its identity, and is not drawn anew. */
function steady(items: Items, former: Items): Items {
  const known = new Map(former.map((item) => [item.id, item]));
  return items.map((item) => {
    const before = known.get(item.id);
    if (!before) return item;
    if (isSame(item, before)) return before;
    const problem = isSame(item.problem, before.problem) ? before.problem : item.problem;
    if (item.kind === 'submit' || before.kind === 'submit') return { ...item, problem };
    return { ...item, problem, change: before.change };
  });
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function placeKey({ reportKey, cell }: TextPlace): string {
  return `${reportKey} ${cell}`;
}

function storageProblem(error: unknown): StorageProblem {
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'forbidden';
}
