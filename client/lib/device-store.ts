import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { KeptText, OutboxItem } from './outbox/outbox-item.ts';

/** An answer of the server, kept for the time without a network. */
export type KeptAnswer = {
  /** Empty for what belongs to the device: who was signed in last. */
  userId: string;
  key: string;
  /** Build of the application that kept it. */
  build: string;
  answer: unknown;
  /** By the device's clock, in milliseconds. */
  at: number;
};

interface DeviceSchema extends DBSchema {
  outbox: { key: number; value: OutboxItem; indexes: { byUser: string; byId: string } };
  texts: { key: [string, string, string]; value: KeptText; indexes: { byUser: string } };
  answers: { key: [string, string]; value: KeptAnswer; indexes: { byUser: string } };
}

export type DeviceStore = IDBPDatabase<DeviceSchema>;

const stores = ['outbox', 'texts', 'answers'] as const;

let opened: Promise<DeviceStore> | undefined;

/**
 * What this browser keeps of the application, in one database. Rows carry whose they are; nobody else is shown them.
 * @throws DOMException where the browser forbids it or has no room
 */
export function deviceStore(): Promise<DeviceStore> {
  opened ??= openDB<DeviceSchema>('satgas', 1, {
    upgrade(store) {
      const outbox = store.createObjectStore('outbox', { keyPath: 'order', autoIncrement: true });
      outbox.createIndex('byUser', 'userId');
      outbox.createIndex('byId', 'id', { unique: true });
      const texts = store.createObjectStore('texts', { keyPath: ['userId', 'reportKey', 'cell'] });
      texts.createIndex('byUser', 'userId');
      const answers = store.createObjectStore('answers', { keyPath: ['userId', 'key'] });
      answers.createIndex('byUser', 'userId');
    },
    // A newer release in another tab changes the database: it must not wait for this tab.
    blocking(_current, _blocked, event) {
      if (event.target instanceof IDBDatabase) event.target.close();
      opened = undefined;
    },
    terminated() {
      opened = undefined;
    },
  }).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/** Takes everything of one person off this device. */
export async function forgetPerson(userId: string): Promise<void> {
  const store = await deviceStore();
  const trx = store.transaction(stores, 'readwrite', { durability: 'strict' });
  for (const name of stores) {
    const keys = await trx.objectStore(name).index('byUser').getAllKeys(userId);
    for (const key of keys) await trx.objectStore(name).delete(IDBKeyRange.only(key));
  }
  await trx.done;
}
