import { leavePage } from '#client/lib/leave-page.ts';
import { queryClient } from '#client/lib/query-client.ts';
import { sessionQuery } from '#client/lib/session.ts';
import { sessionName } from './kept-answers.ts';
import { startedAt } from './kept-query.ts';

/** The session is one for all tabs: here stands whose it is, and since when, so that a tab that was not listening reads it. */
const storageKey = 'satgas.session';

let last: string | undefined;
/** Who was signed in while this page was open, even where the server has said since that nobody is. */
let shown: string | undefined;
let isWatching = false;

export function presentUser(): string | undefined {
  return queryClient.getQueryData(sessionQuery().queryKey)?.user?.id;
}

/** Lets the other tabs know who has signed in; undefined: somebody signed out. */
export function tellTabs(userId: string | undefined): void {
  try {
    localStorage.setItem(storageKey, `${userId ?? ''} ${Date.now()}`);
  } catch {
    // Without storage each tab finds out when it asks the server next.
  }
}

/** Leaves the page as soon as the session is another person's: what this tab shows, and would send, is not theirs. */
export function watchSession(): void {
  if (isWatching) return;
  isWatching = true;
  last = presentUser();
  shown = last;
  const told = whatWasTold();
  if (told && told.at > startedAt) follow(told.userId);
  else if (last !== undefined && last !== told?.userId) tellTabs(last);
  window.addEventListener('storage', ({ key }) => {
    const news = key === storageKey ? whatWasTold() : undefined;
    if (news) follow(news.userId);
  });
  queryClient.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'updated' && query.meta?.keep === sessionName) notice();
  });
}

function follow(userId: string | undefined): void {
  const present = presentUser();
  if (userId === undefined && shown !== undefined) {
    leavePage();
    return;
  }
  if (present === userId) return;
  if (present === undefined) void queryClient.invalidateQueries();
  else leavePage();
}

/** The server has said who is signed in. */
function notice(): void {
  const present = presentUser();
  if (present === last) return;
  const isAnother = last !== undefined && present !== undefined;
  // A session that ended by itself is no news: what is on the other tabs' screens stays there, as it does here.
  if (present !== undefined) tellTabs(present);
  last = present;
  shown = present ?? shown;
  if (isAnother) leavePage();
}

function whatWasTold(): { userId: string | undefined; at: number } | undefined {
  try {
    const [userId = '', at = ''] = (localStorage.getItem(storageKey) ?? '').split(' ');
    return at === '' ? undefined : { userId: userId === '' ? undefined : userId, at: Number(at) };
  } catch {
    return undefined;
  }
}
