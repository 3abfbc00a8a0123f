import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isConnectionError, toAppError } from './app-error.ts';

declare module '@tanstack/react-query' {
  interface Register {
    /**
     * `live: false` keeps a query out of the refresh that follows a change of data elsewhere. `keep` names the answer
     * that the device keeps (`keptQuery`).
     */
    queryMeta: { live?: boolean; keep?: string };
    /** `invalidate: false` opts out of the refresh after a mutation: for saves by the keystroke. */
    mutationMeta: { invalidate?: boolean };
  }
}

let onSignedOut: () => void = () => undefined;

/** Registers what happens when the server says that the session is over. */
export function whenSignedOut(handler: () => void): void {
  onSignedOut = handler;
}

function noticeSignOut(error: unknown): void {
  if (toAppError(error).code === 'NOT_SIGNED_IN') onSignedOut();
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeSignOut }),
  mutationCache: new MutationCache({
    onError: noticeSignOut,
    // A dashboard crosses domains: one saved figure changes cards, charts and completeness alike.
    onSuccess: (_data, _variables, _result, mutation) => {
      if (mutation.meta?.invalidate !== false) void queryClient.invalidateQueries();
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 10 * 60_000,
      // The browser's idea of "online" is wrong on an office network without internet: always try, then say what failed.
      networkMode: 'always',
      refetchOnReconnect: true,
      // Where the browser itself sees no network, its return is the time to try again.
      retry: (failures, error) => failures < 2 && navigator.onLine && isConnectionError(error),
      retryDelay: (attempt) => 500 * 2 ** attempt,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
