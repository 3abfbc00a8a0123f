import { useState, useSyncExternalStore } from 'react';
import { useSession } from '#client/lib/session.ts';
import { outboxOf } from './app-outbox.ts';
import type { OutboxAccess, OutboxSnapshot } from './outbox-snapshot.ts';

/**
 * The outbox of who is signed in. When the session ends under an open page the page keeps the one it had, so that
 * nothing typed on it is lost; a page that opens later has that of nobody, which is empty and sends nothing.
 */
export function useOutbox(): OutboxAccess {
  const userId = useSession().user?.id;
  const [first] = useState(userId);
  return outboxOf(userId ?? first ?? '');
}

export function useOutboxSnapshot(outbox: OutboxAccess): OutboxSnapshot {
  return useSyncExternalStore(outbox.subscribe, outbox.snapshot);
}
