import { createContext, useContext } from 'react';
import type { OutboxAccess, OutboxSnapshot } from '#client/lib/outbox/outbox-snapshot.ts';
import type { Question } from '#client/lib/overlays.tsx';

export type ShownOutbox = {
  outbox: OutboxAccess;
  snapshot: OutboxSnapshot;
  /** Asks over the panel, which stays open whatever the answer. */
  ask: (question: Question) => Promise<boolean>;
};

/** The outbox that the panel shows; parts of the panel read it from here. */
export const OutboxContext = createContext<ShownOutbox | undefined>(undefined);

export function useShownOutbox(): ShownOutbox {
  const shown = useContext(OutboxContext);
  if (!shown) throw new Error('The outbox is shown outside of its context.');
  return shown;
}
