import type { OutboxAccess, OutboxSnapshot } from '#client/lib/outbox/outbox-snapshot.ts';

/** Longer than a request may take; what is still on its way then goes on by itself. */
const patienceMs = 30_000;

/** What waits for the network, not for the person. */
export function sendable({ items }: OutboxSnapshot): number {
  return items.filter(({ problem }) => problem === null).length;
}

/** Sends what waits, and resolves once all of it is answered or the attempt has failed. */
export function sendNow(outbox: OutboxAccess, patience = patienceMs): Promise<OutboxSnapshot> {
  return new Promise((resolve) => {
    let wasSending = false;
    const finish = () => {
      clearTimeout(timer);
      stop();
      resolve(outbox.snapshot());
    };
    const look = () => {
      const snapshot = outbox.snapshot();
      if (snapshot.state === 'sending') wasSending = true;
      const isOver = snapshot.state === 'signed_out' || (wasSending && snapshot.state !== 'sending');
      if (isOver || sendable(snapshot) === 0) finish();
    };
    const timer = setTimeout(finish, patience);
    const stop = outbox.subscribe(look);
    outbox.retry();
    look();
  });
}
