import { deviceStore } from '#client/lib/device-store.ts';
import type { KeptText } from './outbox-item.ts';
import type { Items, Step } from './outbox-steps.ts';

export type TextPlace = Pick<KeptText, 'reportKey' | 'cell'>;

/** Where a person's unsent work is kept on the device. Every method rejects when the storage does not take part. */
export interface OutboxStore {
  /** In the order in which they were typed. */
  items(userId: string): Promise<Items>;
  /** Makes a change in one transaction; what it makes of the items is on the disk once this resolves. */
  update(userId: string, step: Step): Promise<Items>;
  texts(userId: string): Promise<KeptText[]>;
  writeTexts(userId: string, put: readonly KeptText[], removed: readonly TextPlace[]): Promise<void>;
}

/** A browser that neither takes nor refuses must not keep figures from being sent. */
const patienceMs = 8_000;

export const deviceOutboxStore: OutboxStore = {
  items: (userId) =>
    inTime(async () => {
      const store = await deviceStore();
      return store.getAllFromIndex('outbox', 'byUser', userId);
    }),

  update: (userId, step) =>
    inTime(async () => {
      const store = await deviceStore();
      const trx = store.transaction('outbox', 'readwrite', { durability: 'strict' });
      const before = await trx.store.index('byUser').getAll(userId);
      const after = step(before);
      const known = new Set<unknown>(before);
      const left = new Set(after.map(({ order }) => order));
      const gone = before.flatMap(({ order }) => (order === undefined || left.has(order) ? [] : [order]));
      const [, , ...stored] = await Promise.all([
        trx.done,
        Promise.all(gone.map((order) => trx.store.delete(order))),
        ...after.map(async (item) => (known.has(item) ? item : { ...item, order: await trx.store.put(item) })),
      ]);
      return stored.sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
    }),

  texts: (userId) =>
    inTime(async () => {
      const store = await deviceStore();
      return store.getAllFromIndex('texts', 'byUser', userId);
    }),

  writeTexts: (userId, put, removed) =>
    inTime(async () => {
      const store = await deviceStore();
      const trx = store.transaction('texts', 'readwrite', { durability: 'strict' });
      await Promise.all([
        trx.done,
        ...put.map((text) => trx.store.put(text)),
        ...removed.map(({ reportKey, cell }) => trx.store.delete([userId, reportKey, cell])),
      ]);
    }),
};

async function inTime<Result>(work: () => Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException('no answer', 'TimeoutError')), patienceMs);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
