import { createHmac, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Database } from '#db/schema.ts';
import type { AccountRole } from '#shared/user.ts';

/** Signs the cookies of the benchmark's sessions; the benchmark's servers are started with it. */
export const BENCH_SECRET = 'benchmark-secret-of-no-value-at-all-0123456789';

const SESSION_LIFETIME_MS = 7 * 24 * 3_600_000;

/** A signed-in person: who they are, and the cookie that says so. */
export interface Person {
  id: string;
  name: string;
  role: AccountRole;
  agencyId: string | null;
  sessionId: string;
  cookie: string;
}

/** Makes an account that nobody can sign in to, and a session of it. */
export async function insertPerson(
  db: Kysely<Database>,
  given: { username: string; role: AccountRole; agencyId: string | null },
): Promise<Person> {
  const now = new Date().toISOString();
  const id = uuid();
  const sessionId = uuid();
  const token = randomBytes(24).toString('base64url');
  const name = given.username;
  await db
    .insertInto('user')
    .values({
      id,
      name,
      email: `${given.username}@bench.example`,
      emailVerified: 1,
      image: null,
      username: given.username,
      displayUsername: given.username,
      role: given.role,
      agencyId: given.agencyId,
      locale: 'id',
      isDisabled: 0,
      isSample: 0,
      phone: null,
      twoFactorEnabled: 0,
      createdAt: now,
      updatedAt: now,
    })
    .execute();
  await db
    .insertInto('session')
    .values({
      id: sessionId,
      token,
      userId: id,
      expiresAt: new Date(Date.now() + SESSION_LIFETIME_MS).toISOString(),
      ipAddress: null,
      userAgent: null,
      createdAt: now,
      updatedAt: now,
    })
    .execute();
  return { id, name, role: given.role, agencyId: given.agencyId, sessionId, cookie: cookieFor(token) };
}

function cookieFor(token: string): string {
  const signature = createHmac('sha256', BENCH_SECRET).update(token).digest('base64');
  return `satgas.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}
