import { vi } from 'vitest';
import type { KeptText, OutboxItem } from '#client/lib/outbox/outbox-item.ts';
import type { OutboxAccess, OutboxSnapshot } from '#client/lib/outbox/outbox-snapshot.ts';

const quiet: OutboxSnapshot = {
  isLoaded: true,
  items: [],
  texts: [],
  sendingIds: new Set(),
  state: 'idle',
  failure: null,
  isKept: true,
  storageError: null,
  lastSentAt: null,
  nextAttemptAt: null,
};

/** An outbox that holds what a test says and does nothing of its own: what it is asked for is counted. */
export class FakeOutbox implements OutboxAccess {
  readonly userId = 'user-1';
  readonly ready = Promise.resolve();
  #snapshot: OutboxSnapshot;
  readonly #listeners = new Set<() => void>();

  readonly saveCells = vi.fn();
  readonly submit = vi.fn(() => '');
  readonly wasSubmitted = vi.fn(() => false);
  readonly confirmed = vi.fn(() => undefined);
  readonly retry = vi.fn();
  readonly resolveConflicts = vi.fn();
  readonly putText = vi.fn();
  readonly reload = vi.fn(async () => undefined);
  readonly isAtRisk = vi.fn(() => false);

  constructor(holds: Partial<OutboxSnapshot>) {
    this.#snapshot = { ...quiet, ...holds };
  }

  snapshot = (): OutboxSnapshot => this.#snapshot;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(change: Partial<OutboxSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }

  discard = vi.fn((ids: readonly string[]) => {
    this.set({ items: this.#snapshot.items.filter(({ id }) => !ids.includes(id)) });
  });

  removeText = vi.fn((_reportKey: string, cell: string) => {
    this.set({ texts: this.#snapshot.texts.filter((text) => text.cell !== cell) });
  });

  importItems = vi.fn(async (items: readonly OutboxItem[], texts: readonly KeptText[] = []) => {
    const known = new Set(this.#snapshot.items.map(({ id }) => id));
    const added = items.filter(({ id }) => !known.has(id));
    this.set({ items: [...this.#snapshot.items, ...added], texts: [...this.#snapshot.texts, ...texts] });
    return added.length;
  });
}
