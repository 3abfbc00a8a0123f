import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Outbox } from '#client/lib/outbox/outbox.ts';
import type { OutboxItem, SaveItem } from '#client/lib/outbox/outbox-item.ts';
import type { Answer } from '#client/lib/outbox/outbox-steps.ts';
import { figure, keyOf, label, MemoryStore, testOutbox } from '#tests/support/outbox-world.ts';
import { gridCell } from '#tests/support/report-grid.ts';

const report = '2023-08_ST_biro-hukum';
const network = { kind: 'failed', code: 'NETWORK', isGeneral: true } as const;

type Request = { item: OutboxItem; answer: (answer: Answer) => Promise<void> };

const turns = async (count = 30) => {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
};

/** A server that answers when the test says so. */
function setUp(store = new MemoryStore(), rest: Parameters<typeof testOutbox>[2] = {}) {
  const requests: Request[] = [];
  const outbox = testOutbox(
    store,
    (item) =>
      new Promise((resolve) => {
        const answer = async (given: Answer) => {
          resolve(given);
          await turns();
        };
        requests.push({ item, answer });
      }),
    { retryDelays: [100, 1000], ...rest },
  );
  const type = async (cell: string, value: number, seenVersion = 0) => {
    outbox.saveCells(report, [figure(cell, value, seenVersion)]);
    await turns();
  };
  const stored = () => [...store.rows.values()].filter((item): item is SaveItem => item.kind === 'save');
  const values = () => stored().map(({ change }) => change.value);
  return { outbox, requests, store, type, stored, values };
}

const savedAs = (value: number, version: number): Answer => ({
  kind: 'saved',
  cell: gridCell('ST_VALID', 'a', { value, version }),
});
const theirs = (value: number, version: number): Answer => ({
  kind: 'problem',
  problem: { kind: 'conflict', theirs: gridCell('ST_VALID', 'a', { value, version }) },
});
const refused: Answer = {
  kind: 'problem',
  problem: { kind: 'refused', code: 'ENTRY_VALUE_NEGATIVE', params: {} },
};

const first = (outbox: Outbox) => outbox.snapshot().items[0];
const sentValue = (request: Request | undefined) =>
  request?.item.kind === 'save' ? request.item.change.value : undefined;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the outbox', () => {
  it('sends nothing before it lies in the store, and keeps it until it is answered', async () => {
    const { outbox, requests, type, stored } = setUp();
    outbox.saveCells(report, [figure('a', 5, 3)]);
    expect(outbox.snapshot().items).toHaveLength(1);
    expect(requests).toHaveLength(0);
    expect(outbox.isAtRisk()).toBe(true);
    await turns();
    expect(outbox.isAtRisk()).toBe(false);
    expect(stored()).toMatchObject([{ change: { value: 5 }, baseVersion: 3, hasLeft: true, userId: 'ani' }]);
    expect(outbox.snapshot()).toMatchObject({ state: 'sending', lastSentAt: null });
    await requests[0]?.answer(savedAs(5, 4));
    expect(stored()).toEqual([]);
    expect(outbox.confirmed(report, keyOf('a'))).toMatchObject({ phase: 'saved', cell: { version: 4 } });
    expect(outbox.snapshot()).toMatchObject({ state: 'idle', lastSentAt: 1000, items: [] });
    await type('a', 6, 4);
    expect(requests[1]?.item.id).not.toBe(requests[0]?.item.id);
  });

  it('has one request of a cell on its way, then sends only the latest value on the new version', async () => {
    const { requests, type, values } = setUp();
    await type('a', 1);
    await type('a', 12);
    await type('a', 123);
    expect(requests).toHaveLength(1);
    expect(values()).toEqual([1, 123]);
    await requests[0]?.answer(savedAs(1, 1));
    expect(requests[1]?.item).toMatchObject({ baseVersion: 1, change: { value: 123 } });
    await requests[1]?.answer(savedAs(123, 2));
    expect(values()).toEqual([]);
  });

  it('asks when somebody changed the cell between two own values', async () => {
    const { outbox, requests, type } = setUp();
    await type('a', 1);
    await type('a', 2);
    // The first has arrived, and the cell holds another's figure since.
    await requests[0]?.answer(savedAs(9, 2));
    expect(requests).toHaveLength(1);
    expect(first(outbox)).toMatchObject({ change: { value: 2 }, problem: { kind: 'conflict', theirs: { value: 9 } } });
  });

  it('keeps what failed and sends it again by itself, and at once when asked', async () => {
    const { outbox, requests, type } = setUp();
    await type('a', 5);
    await requests[0]?.answer(network);
    expect(outbox.snapshot()).toMatchObject({ state: 'waiting', failure: 'NETWORK', nextAttemptAt: 1100 });
    await vi.advanceTimersByTimeAsync(100);
    expect(requests).toHaveLength(2);
    expect(requests[1]?.item.id).toBe(requests[0]?.item.id);
    await requests[1]?.answer(network);
    outbox.retry();
    await turns();
    expect(requests).toHaveLength(3);
    await requests[2]?.answer(savedAs(5, 1));
    expect(outbox.snapshot()).toMatchObject({ state: 'idle', failure: null, nextAttemptAt: null });
  });

  it('sends what may have left as it was, and what was typed since behind it', async () => {
    const { requests, type, values } = setUp();
    await type('a', 1);
    await requests[0]?.answer(network);
    await type('a', 2);
    expect(values()).toEqual([1, 2]);
    await vi.advanceTimersByTimeAsync(100);
    expect(sentValue(requests[1])).toBe(1);
    await requests[1]?.answer(savedAs(1, 1));
    expect(requests[2]?.item).toMatchObject({ baseVersion: 1, change: { value: 2 } });
  });

  it('does not wait for a figure that alone makes the server stumble', async () => {
    const { requests, type } = setUp();
    await type('a', 1);
    await type('b', 2);
    await requests[0]?.answer({ kind: 'failed', code: 'INTERNAL', isGeneral: false });
    expect(sentValue(requests[1])).toBe(2);
  });

  it('asks when somebody else changed the cell, and writes mine only when told', async () => {
    const { outbox, requests, type, stored } = setUp();
    await type('a', 5, 1);
    await requests[0]?.answer(theirs(7, 2));
    expect(outbox.snapshot().state).toBe('idle');
    await type('a', 6, 2);
    expect(requests).toHaveLength(1);
    expect(first(outbox)).toMatchObject({ change: { value: 6 }, problem: { kind: 'conflict' } });
    outbox.resolveConflicts([first(outbox)?.id ?? ''], 'mine');
    await turns();
    expect(requests[1]?.item).toMatchObject({ kind: 'save', baseVersion: 2, change: { value: 6 } });
    expect(stored()).toHaveLength(1);
  });

  it('sends mine to be set aside when theirs is chosen, and shows theirs at once', async () => {
    const { outbox, requests, type, store } = setUp();
    await type('a', 5, 1);
    await requests[0]?.answer(theirs(7, 2));
    outbox.resolveConflicts([first(outbox)?.id ?? ''], 'theirs');
    expect(outbox.confirmed(report, keyOf('a'))).toMatchObject({ cell: { value: 7 } });
    await turns();
    expect(requests[1]?.item).toMatchObject({ kind: 'set_aside', change: { value: 5 }, id: requests[0]?.item.id });
    await requests[1]?.answer(savedAs(7, 2));
    expect(store.rows.size).toBe(0);
  });

  it('asks nothing when the other person typed the same', async () => {
    const { outbox, requests, type, store } = setUp();
    await type('a', 5, 1);
    await requests[0]?.answer(theirs(5, 2));
    expect(store.rows.size).toBe(0);
    expect(outbox.confirmed(report, keyOf('a'))).toMatchObject({ cell: { version: 2 } });
  });

  it('shows a refusal, keeps the value, does not repeat it, and takes the corrected one', async () => {
    const { outbox, requests, type, values } = setUp();
    await type('a', -5, 1);
    await requests[0]?.answer(refused);
    await vi.advanceTimersByTimeAsync(100_000);
    expect(requests).toHaveLength(1);
    expect(first(outbox)?.problem).toMatchObject({ kind: 'refused', code: 'ENTRY_VALUE_NEGATIVE' });
    await type('a', 5, 1);
    expect(values()).toEqual([5]);
    expect(requests[1]?.item).toMatchObject({ baseVersion: 1, problem: null });
    await requests[1]?.answer(refused);
    outbox.discard([first(outbox)?.id ?? '']);
    await turns();
    expect(values()).toEqual([]);
  });

  it('sends a report in after all of its figures, and not while one of them has a problem', async () => {
    const { outbox, requests, type } = setUp();
    await type('a', -1);
    const id = outbox.submit({ reportKey: report, expectedVersion: 3, acceptMissing: true, figures: '' });
    expect(outbox.submit({ reportKey: report, expectedVersion: 3, acceptMissing: true, figures: '' })).toBe(id);
    outbox.saveCells('2023-08_KE_biro-hukum', [figure('b', 7, 0)]);
    await turns();
    await requests[0]?.answer(refused);
    expect(requests.map(({ item }) => item.kind)).toEqual(['save', 'save']);
    await requests[1]?.answer(savedAs(7, 1));
    expect(requests).toHaveLength(2);
    await type('a', 1);
    await requests[2]?.answer(savedAs(1, 1));
    expect(requests[3]?.item).toMatchObject({ kind: 'submit', id, expectedVersion: 3 });
    await requests[3]?.answer({ kind: 'submitted' });
    expect(outbox.wasSubmitted(id)).toBe(true);
    expect(outbox.snapshot().items).toEqual([]);
  });

  it('sends nothing as somebody else, and goes on when the same person is there again', async () => {
    const onSignedOut = vi.fn();
    const { outbox, requests, type } = setUp(undefined, { onSignedOut });
    await type('a', 1);
    await requests[0]?.answer({ kind: 'signed_out' });
    expect(onSignedOut).toHaveBeenCalledOnce();
    expect(outbox.snapshot()).toMatchObject({ state: 'signed_out', failure: 'NOT_SIGNED_IN' });
    await vi.advanceTimersByTimeAsync(100_000);
    outbox.setSession('budi');
    outbox.retry();
    await type('b', 2);
    expect(requests).toHaveLength(1);
    outbox.setSession('ani');
    await turns();
    expect(sentValue(requests[1])).toBe(1);
  });

  it('does not ask in a circle a server that refuses whom the session names', async () => {
    const { outbox, requests, type } = setUp();
    await type('a', 1);
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await requests.at(-1)?.answer({ kind: 'signed_out' });
      outbox.setSession('ani');
      await turns();
    }
    expect(requests).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1000);
    expect(requests).toHaveLength(3);
  });

  it('takes up items of a file once, in their order, as sent perhaps, and nobody else’s', async () => {
    const other = setUp();
    await other.type('a', 1);
    await other.type('a', 2);
    const items = other.outbox.snapshot().items;
    const { outbox, requests } = setUp(undefined, { newId: () => 'new' });
    const strange = items.map((item) => ({ ...item, id: `${item.id}x`, userId: 'budi' }));
    expect(await outbox.importItems([...items, ...strange])).toBe(2);
    expect(await outbox.importItems(items)).toBe(0);
    await turns();
    expect(requests.map(sentValue)).toEqual([1]);
    expect(outbox.snapshot().items).toMatchObject([{ hasLeft: true }, { after: items[0]?.id }]);
  });

  it('keeps texts of open fields, the latest of each, until their figure lies in the store', async () => {
    const { outbox, store, type } = setUp();
    const text = (written: string) => outbox.putText({ reportKey: report, cell: keyOf('a'), label, text: written });
    for (const written of ['5', '58', '588']) text(written);
    expect(outbox.isAtRisk()).toBe(true);
    await turns();
    expect(outbox.isAtRisk()).toBe(false);
    expect([...store.textRows.values()]).toMatchObject([{ text: '588', userId: 'ani' }]);
    await type('a', 588);
    expect(store.textRows.size).toBe(0);
    expect(outbox.snapshot().texts).toEqual([]);
  });
});

describe('a storage that does not take part', () => {
  it('does not keep figures from being sent, and is said to be full', async () => {
    const store = new MemoryStore();
    store.refusal = new DOMException('no room', 'QuotaExceededError');
    const { outbox, requests, type } = setUp(store);
    await type('a', 1);
    await type('b', 2);
    expect(outbox.snapshot()).toMatchObject({ isKept: false, storageError: 'full', isLoaded: true });
    expect(outbox.isAtRisk()).toBe(true);
    await requests[0]?.answer(savedAs(1, 1));
    expect(sentValue(requests[1])).toBe(2);
    await requests[1]?.answer(savedAs(2, 1));
    expect(outbox.snapshot()).toMatchObject({ items: [], isKept: true, state: 'idle' });
    expect(outbox.isAtRisk()).toBe(false);
  });

  it('gets what was typed meanwhile as soon as it takes it', async () => {
    const store = new MemoryStore();
    const { outbox, requests, type, values } = setUp(store);
    await type('a', 1);
    await requests[0]?.answer(network);
    store.refusal = new DOMException('not now', 'InvalidStateError');
    await type('b', 2);
    await type('b', 3);
    outbox.putText({ reportKey: report, cell: keyOf('c'), label, text: '4' });
    await turns();
    expect(values()).toEqual([1]);
    expect(outbox.snapshot()).toMatchObject({ isKept: false, storageError: 'forbidden' });
    store.refusal = undefined;
    await type('d', 5);
    expect(values()).toEqual([1, 3, 5]);
    expect(store.textRows.size).toBe(1);
    expect(outbox.snapshot()).toMatchObject({ isKept: true, storageError: null });
    expect(outbox.isAtRisk()).toBe(false);
  });
});
