import { useSuspenseQuery } from '@tanstack/react-query';
import { applyLanguage, currentLanguage, storedLanguage } from '#client/i18n/index.ts';
import { can, type Permission } from '#shared/permissions.ts';
import { firstAnswer, keptQuery } from './kept/kept-query.ts';
import { queryClient, whenSignedOut } from './query-client.ts';
import { type RouterOutput, trpc, trpcClient } from './trpc.ts';

export type Session = RouterOutput['session']['me'];
export type SessionUser = NonNullable<Session['user']>;

/**
 * Who is signed in and where the application runs. The router loads it before the first page, so it never flickers.
 * Without a network it is whoever was signed in on this device last.
 */
export function sessionQuery() {
  return keptQuery('session.me', {
    queryKey: trpc.session.me.queryKey(),
    queryFn: () => trpcClient.session.me.query(),
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
  return session;
}

// A refused call means that the session ended elsewhere: ask again who we are, and the shell offers to sign in.
whenSignedOut(() => {
  const known = queryClient.getQueryData(sessionQuery().queryKey);
  if (known?.user) void queryClient.invalidateQueries({ queryKey: sessionQuery().queryKey });
});

function isSessionKey(key: readonly unknown[]): boolean {
  const [path] = key;
  return Array.isArray(path) && path[0] === 'session' && path[1] === 'me';
}
