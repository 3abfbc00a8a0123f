import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type CellChange, CellSaver, type SaveAnswer, type SavedCell } from '#client/features/entry/cell-saver.ts';
import { type ChangeDraft, localDrafts } from '#client/features/entry/draft-store.ts';
import { memoryStorage } from '#tests/support/memory-storage.ts';

const number = (value: number): CellChange => ({ kind: 'number', value });

type Request = {
  key: string;
  baseVersion: number;
  change: CellChange;
  answer: (answer: SaveAnswer<SavedCell>) => void;
};

/** A server that answers when the test says so. */
function manualServer() {
  const requests: Request[] = [];
  const send = (key: string, baseVersion: number, change: CellChange) =>
    new Promise<SaveAnswer<SavedCell>>((answer) => requests.push({ key, baseVersion, change, answer }));
  const answer = async (index: number, given: SaveAnswer<SavedCell>) => {
    requests[index]?.answer(given);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { requests, send, answer };
}

const saved = (version: number, change: CellChange): SaveAnswer<SavedCell> => ({
  kind: 'saved',
  cell: { version, kind: change.kind, value: change.value },
});

function setUp(drafts?: Record<string, ChangeDraft>) {
  const storage = memoryStorage();
  const store = localDrafts('user', 'report', storage).changes;
  for (const [key, draft] of Object.entries(drafts ?? {})) store.put(key, draft);
  const server = manualServer();
  const saver = new CellSaver({ send: server.send, drafts: store, now: () => 1000, retryDelays: [100, 1000] });
  return { saver, server, store, stored: () => localDrafts('user', 'report', storage).changes.all() };
}

describe('the cell saver', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('keeps a value on the device until the server has confirmed it', async () => {
    const { saver, server, stored } = setUp();
    saver.save('a', number(5), 3);
    expect(saver.stateOf('a').phase).toBe('saving');
    expect(stored()).toEqual({ a: { change: number(5), baseVersion: 3, at: 1000 } });
    await server.answer(0, saved(4, number(5)));
    expect(saver.stateOf('a').phase).toBe('saved');
    expect(stored()).toEqual({});
    expect(saver.summary()).toMatchObject({ saving: 0, lastSavedAt: 1000 });
  });

  it('has one request of a cell on its way, then sends only the latest value on the new version', async () => {
    const { saver, server } = setUp();
    saver.save('a', number(1), 0);
    saver.save('a', number(12), 0);
    saver.save('a', number(123), 0);
    expect(server.requests).toHaveLength(1);
    await server.answer(0, saved(1, number(1)));
    expect(server.requests).toHaveLength(2);
    expect(server.requests[1]).toMatchObject({ baseVersion: 1, change: number(123) });
    expect(saver.stateOf('a').phase).toBe('saving');
    await server.answer(1, saved(2, number(123)));
    expect(saver.stateOf('a')).toMatchObject({ phase: 'saved', cell: { value: 123, version: 2 } });
  });

  it('does not let one cell wait for another', () => {
    const { saver, server } = setUp();
    saver.save('a', number(1), 0);
    saver.save('b', number(2), 0);
    expect(server.requests.map(({ key }) => key)).toEqual(['a', 'b']);
  });

  it('keeps what failed and sends it again by itself, and at once when asked', async () => {
    const { saver, server, stored } = setUp();
    saver.save('a', number(5), 0);
    await server.answer(0, { kind: 'failed', code: 'NETWORK' });
    expect(saver.stateOf('a')).toMatchObject({ phase: 'failed', change: number(5) });
    expect(saver.hasUnsaved()).toBe(true);
    expect(Object.keys(stored())).toEqual(['a']);
    vi.advanceTimersByTime(100);
    expect(server.requests).toHaveLength(2);
    await server.answer(1, { kind: 'failed', code: 'NETWORK' });
    saver.retry();
    expect(server.requests).toHaveLength(3);
    await server.answer(2, saved(1, number(5)));
    expect(saver.hasUnsaved()).toBe(false);
    expect(stored()).toEqual({});
  });

  it('saves the newer value when the connection fails under an older one', async () => {
    const { saver, server } = setUp();
    saver.save('a', number(1), 0);
    saver.save('a', number(2), 0);
    await server.answer(0, { kind: 'failed', code: 'NETWORK' });
    expect(saver.stateOf('a')).toMatchObject({ phase: 'failed', change: number(2) });
    vi.advanceTimersByTime(100);
    expect(server.requests[1]).toMatchObject({ change: number(2) });
  });

  it('makes no further attempt once the page is gone, and takes them up when it is there again', async () => {
    const { saver, server, stored } = setUp();
    saver.save('a', number(5), 0);
    saver.dispose();
    await server.answer(0, { kind: 'failed', code: 'NETWORK' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.requests).toHaveLength(1);
    expect(stored().a?.change).toEqual(number(5));
    saver.resume();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(server.requests).toHaveLength(2);
  });

  it('asks when somebody else changed the cell, and writes mine only when told', async () => {
    const { saver, server, stored } = setUp();
    saver.save('a', number(5), 1);
    await server.answer(0, { kind: 'conflict', theirs: { version: 2, kind: 'number', value: 7 } });
    expect(saver.stateOf('a')).toMatchObject({ phase: 'conflict', change: number(5), theirs: { value: 7 } });
    expect(server.requests).toHaveLength(1);
    saver.resolveConflict('a', 'mine');
    expect(server.requests[1]).toMatchObject({ baseVersion: 2, change: number(5) });
    expect(stored().a?.baseVersion).toBe(2);
  });

  it('gives mine up when theirs is chosen', async () => {
    const { saver, server, stored } = setUp();
    saver.save('a', number(5), 1);
    await server.answer(0, { kind: 'conflict', theirs: { version: 2, kind: 'number', value: 7 } });
    saver.resolveConflict('a', 'theirs');
    expect(saver.stateOf('a')).toMatchObject({ phase: 'saved', cell: { value: 7 } });
    expect(stored()).toEqual({});
    expect(server.requests).toHaveLength(1);
  });

  it('asks nothing when the other person typed the same', async () => {
    const { saver, server } = setUp();
    saver.save('a', number(5), 1);
    await server.answer(0, { kind: 'conflict', theirs: { version: 2, kind: 'number', value: 5 } });
    expect(saver.stateOf('a').phase).toBe('saved');
  });

  it('does not let typing settle an open conflict unseen', async () => {
    const { saver, server } = setUp();
    saver.save('a', number(5), 1);
    await server.answer(0, { kind: 'conflict', theirs: { version: 2, kind: 'number', value: 7 } });
    saver.save('a', number(6), 1);
    expect(server.requests).toHaveLength(1);
    expect(saver.stateOf('a')).toMatchObject({ phase: 'conflict', change: number(6) });
  });

  it('shows a refusal, keeps the value, and does not repeat it by itself', async () => {
    const { saver, server, stored } = setUp();
    saver.save('a', number(-5), 1);
    await server.answer(0, { kind: 'refused', code: 'ENTRY_VALUE_NEGATIVE', params: {} });
    expect(saver.stateOf('a')).toMatchObject({ phase: 'refused', change: number(-5) });
    vi.advanceTimersByTime(100_000);
    expect(server.requests).toHaveLength(1);
    expect(Object.keys(stored())).toEqual(['a']);
    saver.discard('a');
    expect(saver.stateOf('a').phase).toBe('idle');
    expect(stored()).toEqual({});
  });

  it('builds on a newer version that was seen meanwhile', async () => {
    const { saver, server } = setUp();
    saver.save('a', number(1), 0);
    await server.answer(0, saved(1, number(1)));
    saver.save('a', number(2), 4);
    expect(server.requests[1]?.baseVersion).toBe(4);
  });

  it('does not build on a version that lay unseen under a value that waits', async () => {
    const { saver, server } = setUp();
    saver.save('a', number(5), 1);
    await server.answer(0, { kind: 'failed', code: 'NETWORK' });
    saver.save('a', number(6), 2);
    expect(server.requests[1]).toMatchObject({ baseVersion: 1 });
  });

  describe('after an earlier visit', () => {
    const draft: ChangeDraft = { change: number(5), baseVersion: 2, at: 1 };

    it('sends what was left when nobody touched the cell', () => {
      const { saver, server } = setUp({ a: draft });
      saver.restore('a', draft, { version: 2, kind: 'number', value: 1 });
      expect(server.requests[0]).toMatchObject({ baseVersion: 2, change: number(5) });
    });

    it('asks when the cell has changed since', () => {
      const { saver, server } = setUp({ a: draft });
      saver.restore('a', draft, { version: 3, kind: 'number', value: 9 });
      expect(server.requests).toHaveLength(0);
      expect(saver.stateOf('a')).toMatchObject({ phase: 'conflict', theirs: { value: 9 } });
    });

    it('forgets a draft whose answer alone was lost', () => {
      const { saver, server, stored } = setUp({ a: draft });
      saver.restore('a', draft, { version: 3, kind: 'number', value: 5 });
      expect(server.requests).toHaveLength(0);
      expect(saver.stateOf('a').phase).toBe('idle');
      expect(stored()).toEqual({});
    });
  });
});

describe('drafts', () => {
  it('are kept apart by person and report, and survive nonsense in the storage', () => {
    const storage = memoryStorage();
    const draft: ChangeDraft = { change: number(1), baseVersion: 0, at: 1 };
    localDrafts('a', 'r', storage).changes.put('cell', draft);
    expect(localDrafts('b', 'r', storage).changes.all()).toEqual({});
    expect(localDrafts('a', 'other', storage).changes.all()).toEqual({});
    expect(localDrafts('a', 'r', storage).changes.all()).toEqual({ cell: draft });
    storage.setItem('satgas.drafts.a.r', '{"cell":{"change":"?"}}');
    expect(localDrafts('a', 'r', storage).changes.all()).toEqual({});
  });

  it.each([
    ['no JSON', 'x'],
    ['a list', '[1]'],
    ['nothing', 'null'],
    ['another kind', { change: { kind: 'guess', value: 1 }, baseVersion: 0, at: 1 }],
    ['a figure in words', { change: { kind: 'number', value: '1' }, baseVersion: 0, at: 1 }],
    ['a note that is none', { change: { kind: 'number', value: 1, note: 1 }, baseVersion: 0, at: 1 }],
    ['no version', { change: { kind: 'number', value: 1 }, at: 1 }],
    ['no time', { change: { kind: 'number', value: 1 }, baseVersion: 0 }],
  ])('are not taken up from %s', (_, stored) => {
    const storage = memoryStorage();
    const good: ChangeDraft = {
      change: { kind: 'not_reported', value: null, note: null, reason: 'x' },
      baseVersion: 2,
      at: 1,
    };
    const text = typeof stored === 'string' ? stored : JSON.stringify({ good, bad: stored });
    storage.setItem('satgas.drafts.a.r', text);
    expect(localDrafts('a', 'r', storage).changes.all()).toEqual({});
    storage.setItem('satgas.drafts.a.r', JSON.stringify({ good }));
    expect(localDrafts('a', 'r', storage).changes.all()).toEqual({ good });
  });

  it('of two tabs, or of an earlier visit whose answer is still on its way, do not wipe each other out', () => {
    const storage = memoryStorage();
    const draft = (value: number): ChangeDraft => ({ change: number(value), baseVersion: 0, at: value });
    const first = localDrafts('a', 'r', storage).changes;
    first.put('x', draft(1));
    const second = localDrafts('a', 'r', storage).changes;
    second.put('y', draft(2));
    second.put('x', draft(3));
    // The first one's answer arrives: it confirms its own value and nothing newer.
    first.remove('x');
    expect(localDrafts('a', 'r', storage).changes.all()).toEqual({ x: draft(3), y: draft(2) });
    second.remove('x');
    second.remove('y');
    expect(storage.length).toBe(0);
  });

  it('stay in memory when the storage is full or forbidden', () => {
    const storage = memoryStorage();
    storage.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const { changes } = localDrafts('a', 'r', storage);
    changes.put('cell', { change: number(1), baseVersion: 0, at: 1 });
    expect(Object.keys(changes.all())).toEqual(['cell']);
  });
});
