import { useSyncExternalStore } from 'react';

let isOpen = false;
const listeners = new Set<() => void>();

/** The panel is opened from the badge, from the account menu and from a warning. */
export function setPanelOpen(open: boolean): void {
  isOpen = open;
  for (const listener of listeners) listener();
}

export function usePanelOpen(): boolean {
  return useSyncExternalStore(subscribe, () => isOpen);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
