import { afterEach, describe, expect, it, vi } from 'vitest';
import { takeOver } from '#client/lib/outbox/take-over-drafts.ts';
import { fakeTrpc } from '#tests/support/fake-trpc.ts';
import { memoryStorage } from '#tests/support/memory-storage.ts';
import { MemoryStore, testOutbox } from '#tests/support/outbox-world.ts';
import { reportGrid } from '#tests/support/report-grid.ts';

const grid = reportGrid();
const { reportKey } = grid.report;
const place = `satgas.drafts.ani.${reportKey}`;

/** A storage whose keys can be listed, as a browser's. */
function oldStorage(entries: Record<string, string>): Storage {
  const storage = memoryStorage();
  for (const [key, value] of Object.entries(entries)) storage.setItem(key, value);
  return new Proxy(storage, {
    ownKeys: () => Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? ''),
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  });
}

let ids = 0;
const newId = () => {
  ids += 1;
  return `taken-${ids}`;
};

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('drafts of the release before the outbox', () => {
  const draft = { change: { kind: 'number', value: 588 }, baseVersion: 2, at: 7 };

  it('are taken over once, with what their cells are called', async () => {
    vi.stubGlobal('window', globalThis);
    fakeTrpc({ 'report.get': () => grid });
    const storage = oldStorage({
      [place]: JSON.stringify({ 'ST_VALID 76.04.04': draft, 'GONE 76.01': draft }),
      [`${place}.texts`]: JSON.stringify({ 'ST_VALID 76.04.06': 'enam' }),
      [`satgas.drafts.budi.${reportKey}`]: JSON.stringify({ 'ST_VALID 76.04.04': draft }),
    });
    const outbox = testOutbox(new MemoryStore(), () => new Promise(() => undefined));
    await takeOver(outbox, storage, newId);
    await takeOver(outbox, storage, newId);
    expect(outbox.snapshot().items).toMatchObject([
      { kind: 'save', baseVersion: 2, typedAt: 7, change: { value: 588 }, label: { areaName: 'Polewali' } },
      { kind: 'save', indicatorId: 'GONE', areaId: '76.01', label: { shortNameId: 'GONE' } },
    ]);
    expect(outbox.snapshot().texts).toMatchObject([{ text: 'enam', label: { areaName: 'Binuang' } }]);
    expect(storage.length).toBe(1);
    outbox.close();
  });

  it('stay where they are while the server cannot be asked or the new place takes nothing', async () => {
    vi.stubGlobal('window', globalThis);
    const storage = oldStorage({ [place]: JSON.stringify({ 'ST_VALID 76.04.04': draft }) });
    const store = new MemoryStore();
    const outbox = testOutbox(store, () => new Promise(() => undefined));
    fakeTrpc({
      'report.get': () => {
        throw new Error('no network');
      },
    });
    await expect(takeOver(outbox, storage, newId)).rejects.toThrow();
    expect(storage.length).toBe(1);
    fakeTrpc({ 'report.get': () => grid });
    store.refusal = new DOMException('no room', 'QuotaExceededError');
    await takeOver(outbox, storage, newId);
    expect(storage.length).toBe(1);
    outbox.close();
  });
});
