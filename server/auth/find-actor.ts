import type { IncomingHttpHeaders } from 'node:http';
import type { DatabaseHandle } from '#db/connection.ts';
import { preparedQuery } from '#db/prepared-query.ts';
import type { Actor } from '#server/context.ts';
import { accountRoleSchema } from '#shared/permissions.ts';
import { readSessionToken, type SessionCookie } from './session-cookie.ts';

interface SessionHolder {
  sessionId: string;
  id: string;
  name: string;
  role: string;
  agencyId: string | null;
}

const findSessionHolder = preparedQuery<{ token: string; now: string }, SessionHolder>((db, p) =>
  db
    .selectFrom('session')
    .innerJoin('user', 'user.id', 'session.userId')
    .select(['session.id as sessionId', 'user.id', 'user.name', 'user.role', 'user.agencyId'])
    .where('session.token', '=', p.token)
    .where('session.expiresAt', '>', p.now)
    .where('user.isDisabled', '=', 0),
);

/**
 * Finds the person behind a request's session cookie. It runs on every request, so it does the two things that matter,
 * the cookie's signature and one prepared query, and leaves the library out.
 */
export function createFindActor(database: DatabaseHandle, cookie: SessionCookie) {
  return async (headers: IncomingHttpHeaders): Promise<Actor | null> => {
    const token = readSessionToken(headers.cookie, cookie);
    if (token === null) return null;
    const [holder] = await findSessionHolder(database.db, { token, now: new Date().toISOString() });
    if (!holder) return null;
    const role = accountRoleSchema.safeParse(holder.role);
    return role.success ? { ...holder, role: role.data } : null;
  };
}
