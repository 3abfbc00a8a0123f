import { type LoaderFunction, redirect } from 'react-router';
import { AppClientError } from '#client/lib/app-error.ts';
import { loadSession, sessionCan } from '#client/lib/session.ts';
import { returnPath, signInPath } from '#client/lib/sign-in-path.ts';
import type { Permission } from '#shared/permissions.ts';

interface Guard {
  loader: LoaderFunction;
  handle: { isGuarded: true };
}

/** Lets only those in who hold the permission: a stranger goes to the sign-in page, another role reads why not. */
export function guard(permission: Permission): Guard {
  return {
    loader: async ({ request }) => {
      const session = await loadSession();
      if (sessionCan(session, permission)) return null;
      if (!session.user) throw redirect(signInPath(new URL(request.url)));
      throw new AppClientError('NOT_ALLOWED');
    },
    handle: { isGuarded: true },
  };
}

export function isGuarded(handle: unknown): boolean {
  return typeof handle === 'object' && handle !== null && 'isGuarded' in handle;
}

/** Who is signed in already has no business on the sign-in page. */
export const skipWhenSignedIn: LoaderFunction = async ({ request }) => {
  const { user } = await loadSession();
  return user ? redirect(returnPath(new URL(request.url).search)) : null;
};
