import { type LoaderFunction, redirect } from 'react-router';
import { loadSession, sessionCan } from '#client/lib/session.ts';

/** `/kelola` opens the first section that the role may use. */
export const toFirstSection: LoaderFunction = async () =>
  redirect(sessionCan(await loadSession(), 'user.manage') ? '/kelola/pengguna' : '/kelola/opd');
