import { useSyncExternalStore } from 'react';
import { useLiveState } from '#client/lib/live.ts';

/**
 * Whether the server is out of reach. Its silence says so after a while; until it has answered again, the browser is
 * believed when it says that its network is gone.
 */
export function useOffline(): boolean {
  const live = useLiveState();
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  return live === 'offline' || (live === 'connecting' && !isOnline);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}
