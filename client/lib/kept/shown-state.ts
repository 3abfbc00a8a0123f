import type { Query } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { isConnectionError } from '#client/lib/app-error.ts';
import { queryClient } from '#client/lib/query-client.ts';
import { keptSince } from './kept-query.ts';

/** What the page on screen is made of, seen from outside: it need not know that there are times without a network. */
export type ShownState = {
  /** When the oldest kept answer on screen was kept, in milliseconds. */
  keptSince: number | undefined;
  isRefreshing: boolean;
  /** The page has asked for something, and has nothing to show for it. */
  isMissing: boolean;
};

/** A page's own answers; what the frame around it asks for is not what the page says. */
const pageAnswers = ['report.due', 'report.get'];
const frameProcedures = ['notification.unreadCount', 'report.dueCount', 'session.me'];

export function useShownState(): ShownState {
  return useSyncExternalStore(subscribe, snapshot);
}

/** Asks the server again for all that is on screen and not as the server has it. */
export function refreshShown(): void {
  void queryClient.refetchQueries({ type: 'active', predicate: ({ state: { error } }) => error !== null });
}

let last: ShownState = { keptSince: undefined, isRefreshing: false, isMissing: false };

function snapshot(): ShownState {
  const next: ShownState = { keptSince: undefined, isRefreshing: false, isMissing: false };
  for (const query of queryClient.getQueryCache().getAll()) {
    if (!query.isActive()) continue;
    const since = keptOnPage(query) ? keptSince(query.state) : undefined;
    if (since !== undefined) {
      next.keptSince = Math.min(since, next.keptSince ?? since);
      next.isRefreshing ||= query.state.fetchStatus === 'fetching';
    }
    const { data, error } = query.state;
    next.isMissing ||= data === undefined && error !== null && isConnectionError(error) && !isOfFrame(query);
  }
  const isSame =
    next.keptSince === last.keptSince && next.isRefreshing === last.isRefreshing && next.isMissing === last.isMissing;
  if (!isSame) last = next;
  return last;
}

function keptOnPage({ meta }: Query): boolean {
  return pageAnswers.includes(meta?.keep?.split(' ')[0] ?? '');
}

function isOfFrame({ queryKey: [path] }: Query): boolean {
  return Array.isArray(path) && frameProcedures.includes(path.join('.'));
}

function subscribe(listener: () => void): () => void {
  return queryClient.getQueryCache().subscribe(listener);
}
