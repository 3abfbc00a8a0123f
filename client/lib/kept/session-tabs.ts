import { leavePage } from '#client/lib/leave-page.ts';
import { queryClient } from '#client/lib/query-client.ts';
import { sessionQuery } from '#client/lib/session.ts';
import { sessionName } from './kept-answers.ts';

/** The tabs of one browser tell each other who signs in and out: the session is one for all of them. */
const tabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel('satgas.session') : undefined;
let last: string | undefined;
let isWatching = false;

export function presentUser(): string | undefined {
  return queryClient.getQueryData(sessionQuery().queryKey)?.user?.id;
}

export function tellTabs(userId: string | undefined): void {
  tabs?.postMessage(userId);
}

/** Leaves the page as soon as the session is another person's: what this tab shows, and would send, is not theirs. */
export function watchSession(): void {
  if (isWatching) return;
  isWatching = true;
  last = presentUser();
  tabs?.addEventListener('message', ({ data }) => {
    const present = presentUser();
    if (present === data) return;
    if (present === undefined) void queryClient.invalidateQueries();
    else leavePage();
  });
  queryClient.getQueryCache().subscribe(({ type, query }) => {
    if (type !== 'updated' || query.meta?.keep !== sessionName) return;
    const present = presentUser();
    if (present === last) return;
    const isAnother = last !== undefined && present !== undefined;
    // A session that ended by itself is no news: what is on the other tabs' screens stays there, as it does here.
    if (present !== undefined) tellTabs(present);
    last = present;
    if (isAnother) leavePage();
  });
}
