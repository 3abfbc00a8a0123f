import {
  type DefaultError,
  type FetchQueryOptions,
  type QueryClient,
  type QueryKey,
  queryOptions,
} from '@tanstack/react-query';
import { isConnectionError } from '#client/lib/app-error.ts';

/** When the application was started: what is shown and older was kept by an earlier run. */
export const startedAt = Date.now();

/** As long as the server may think before what is kept is shown. Once it was too slow, nobody waits as long again. */
const patienceMs = 4_000;
const littlePatienceMs = 600;
let patience = patienceMs;

interface KeptQuery<T, K extends QueryKey> {
  queryKey: K;
  queryFn: () => Promise<T>;
  staleTime?: number;
  gcTime?: number;
}

/**
 * A query whose answer the device keeps under `name`, for the time without a network. The server is asked first. When it
 * is not reached, or says nothing for four seconds, what is kept is shown, with the time when it was kept as
 * `dataUpdatedAt`; a failed query with data is then the sign that it is old, and a late answer still replaces it.
 */
export function keptQuery<T, K extends QueryKey>(name: string, { queryFn, ...options }: KeptQuery<T, K>) {
  return queryOptions<T, DefaultError, T, K>({
    ...options,
    meta: { keep: name },
    queryFn: ({ client, queryKey }) => networkFirst(client, queryKey, name, queryFn),
  });
}

async function networkFirst<T>(
  client: QueryClient,
  queryKey: QueryKey,
  name: string,
  ask: () => Promise<T>,
): Promise<T> {
  const bringKept = () => showKept(client, queryKey, name).catch(() => undefined);
  const isFirst = client.getQueryData(queryKey) === undefined;
  const timer = isFirst
    ? setTimeout(() => {
        patience = littlePatienceMs;
        void bringKept();
      }, patience)
    : undefined;
  try {
    const answer = await ask();
    patience = patienceMs;
    return answer;
  } catch (error) {
    if (isConnectionError(error)) await bringKept();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Puts what is kept into the query, unless something newer is there. */
async function showKept(client: QueryClient, queryKey: QueryKey, name: string): Promise<void> {
  if (client.getQueryData(queryKey) !== undefined) return;
  const { readKept } = await import('./kept-answers.ts');
  const kept = await readKept(name);
  if (!kept || client.getQueryData(queryKey) !== undefined) return;
  // A device whose clock was ahead must not make it look new.
  client.setQueryData(queryKey, kept.answer, { updatedAt: Math.min(kept.at, startedAt - 1) });
}

/** The first answer there is, kept or new. Rejects when there is neither. */
export async function firstAnswer<T, K extends QueryKey>(
  client: QueryClient,
  options: FetchQueryOptions<T, DefaultError, T, K> & { queryKey: K },
): Promise<T> {
  const known = () => client.getQueryData<T>(options.queryKey);
  const answer = known();
  if (answer !== undefined) return answer;
  return new Promise((resolve, reject) => {
    const stop = client.getQueryCache().subscribe(() => {
      const first = known();
      if (first !== undefined) resolve(first);
    });
    client.fetchQuery(options).then(resolve, reject).finally(stop);
  });
}

/** When the shown answer was kept, in milliseconds; undefined where it is as new as it can be. */
export function keptSince(query: { data: unknown; error: unknown; dataUpdatedAt: number }): number | undefined {
  if (query.data === undefined) return undefined;
  const isOld = query.dataUpdatedAt < startedAt || (query.error !== null && isConnectionError(query.error));
  return isOld ? query.dataUpdatedAt : undefined;
}
