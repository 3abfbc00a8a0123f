import { useSuspenseQuery } from '@tanstack/react-query';
import { applyLanguage, currentLanguage, storedLanguage } from '#client/i18n/index.ts';
import { can, type Permission } from '#shared/permissions.ts';
import { AppClientError } from './app-error.ts';
import { firstAnswer, keptQuery } from './kept/kept-query.ts';
import { queryClient, whenSignedOut } from './query-client.ts';
import { type RouterOutput, trpc, trpcClient } from './trpc.ts';

export type Session = RouterOutput['session']['me'];
export type SessionUser = NonNullable<Session['user']>;

/** The tabs of this browser tell each other who signs in and out. */
const tabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel('satgas.session') : undefined;
let leaving = false;

/**
 * Who is signed in and where the application runs. The router loads it before the first page, so it never flickers.
 * Without a network it is whoever was signed in on this device last.
 */
export function sessionQuery() {
  return keptQuery('session.me', {
    queryKey: trpc.session.me.queryKey(),
    queryFn: async () => {
      const session = await trpcClient.session.me.query();
      leaveIfAnother(session.user?.id);
      return session;
    },
    staleTime: 60_000,
    gcTime: Number.POSITIVE_INFINITY,
  });
}

export async function loadSession(): Promise<Session> {
  const session = await firstAnswer(queryClient, sessionQuery());
  await adoptLanguage(session);
  return session;
}

/** A choice made on this device wins; without one the account's language is used. */
async function adoptLanguage({ user }: Session): Promise<void> {
  if (!user || storedLanguage() !== undefined || user.locale === currentLanguage()) return;
  await applyLanguage(user.locale).catch(() => undefined);
}

export function useSession(): Session {
  return useSuspenseQuery(sessionQuery()).data;
}

/** Whether the present user (or the public) may do this at all. Which rows it covers is the server's answer. */
export function useCan(permission: Permission): boolean {
  const { user } = useSession();
  return can(user?.role ?? 'public', permission);
}

export function sessionCan(session: Session, permission: Permission): boolean {
  return can(session.user?.role ?? 'public', permission);
}

/** To be called after sign-in, and after a change of the own account: forgets what the former user saw. */
export async function renewSession(): Promise<Session> {
  await queryClient.cancelQueries();
  const session = await queryClient.fetchQuery({ ...sessionQuery(), staleTime: 0 });
  await adoptLanguage(session);
  queryClient.removeQueries({ predicate: (query) => !isSessionKey(query.queryKey) && query.getObserversCount() === 0 });
  void queryClient.invalidateQueries({ predicate: (query) => !isSessionKey(query.queryKey) });
  tabs?.postMessage(session.user?.id);
  return session;
}

/**
 * Ends the session on the server, and takes all that is this person's off the device, what waits to be sent included:
 * ask first. The other tabs start anew. The caller leaves the page (`leavePage`), so that nothing stays in memory.
 * @throws AppClientError, or what fetch throws, when the server was not reached; then everything is as it was
 */
export async function signOut(): Promise<void> {
  const response = await fetch('/api/auth/sign-out', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  if (!response.ok) throw new AppClientError('UNEXPECTED_ANSWER', { status: response.status });
  leaving = true;
  tabs?.postMessage(null);
  const userId = presentUser();
  // A browser that does not let the application store anything has nothing to be taken away.
  if (userId !== undefined) {
    const kept = await import('./kept/kept-answers.ts').catch(() => undefined);
    await kept?.forgetAll(userId).catch(() => undefined);
  }
}

/** Whether this page is about to be left by somebody who signed out: nothing is to be kept on the device any more. */
export function isLeaving(): boolean {
  return leaving;
}

/** Starts anew at an address, without asking about what was typed: it is another person's turn. */
export function leavePage(path = '/'): void {
  leaving = true;
  queryClient.clear();
  window.location.assign(path);
}

function presentUser(): string | undefined {
  return queryClient.getQueryData(sessionQuery().queryKey)?.user?.id;
}

/** Somebody else has signed in on this browser: what this tab shows and would send is not theirs. */
function leaveIfAnother(userId: string | undefined): void {
  const present = presentUser();
  if (present !== undefined && userId !== undefined && present !== userId) leavePage();
}

tabs?.addEventListener('message', ({ data }) => {
  const present = presentUser();
  if (present === undefined) void queryClient.invalidateQueries();
  else if (data !== present) leavePage();
});

// Registered before any page's, which would ask whether to stay.
globalThis.addEventListener?.(
  'beforeunload',
  (event) => {
    if (leaving) event.stopImmediatePropagation();
  },
  { capture: true },
);

// A refused call means that the session ended elsewhere: ask again who we are, and the shell offers to sign in.
whenSignedOut(() => {
  const known = queryClient.getQueryData(sessionQuery().queryKey);
  if (known?.user) void queryClient.invalidateQueries({ queryKey: sessionQuery().queryKey });
});

function isSessionKey(key: readonly unknown[]): boolean {
  const [path] = key;
  return Array.isArray(path) && path[0] === 'session' && path[1] === 'me';
}
