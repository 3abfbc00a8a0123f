import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { DatabaseHandle } from '#db/connection.ts';
import { preparedQuery } from '#db/prepared-query.ts';
import type { Actor } from '#server/context.ts';
import { accountRoleSchema } from '#shared/permissions.ts';

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
export function createFindActor(options: { database: DatabaseHandle; secret: string; cookieName: string }) {
  const { database, secret, cookieName } = options;
  return async (headers: IncomingHttpHeaders): Promise<Actor | null> => {
    const token = sessionToken(headers.cookie, cookieName, secret);
    if (token === null) return null;
    const [holder] = await findSessionHolder(database.db, { token, now: new Date().toISOString() });
    if (!holder) return null;
    const role = accountRoleSchema.safeParse(holder.role);
    return role.success ? { ...holder, role: role.data } : null;
  };
}

/** The token in a signed cookie `token.signature`, or null when the cookie is missing or its signature is not ours. */
export function sessionToken(cookies: string | undefined, cookieName: string, secret: string): string | null {
  const value = cookieValue(cookies, cookieName);
  if (value === null) return null;
  const dot = value.lastIndexOf('.');
  if (dot < 1) return null;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), 'base64');
  const expected = createHmac('sha256', secret).update(token).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

function cookieValue(cookies: string | undefined, name: string): string | null {
  if (!cookies) return null;
  for (const part of cookies.split(';')) {
    const equals = part.indexOf('=');
    if (equals < 0 || part.slice(0, equals).trim() !== name) continue;
    try {
      return decodeURIComponent(part.slice(equals + 1).trim());
    } catch {
      return null;
    }
  }
  return null;
}
