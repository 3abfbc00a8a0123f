import 'fake-indexeddb/auto';
import { afterEach } from 'vitest';
import { forgetPerson } from '#client/lib/device-store.ts';
import { closeOutbox } from '#client/lib/outbox/app-outbox.ts';

/** A browser with a storage, in which nothing is left of the test before. `userId` is that of `renderClient`. */
export function freshDevice(userId = 'user-1'): void {
  afterEach(async () => {
    closeOutbox(userId);
    await forgetPerson(userId);
  });
}
