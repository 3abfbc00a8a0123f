import type { DatabaseHandle } from '#db/connection.ts';
import type { Role } from '#shared/permissions.ts';
import type { Config } from './config.ts';

/** The signed-in person on whose behalf a service works. */
export interface Actor {
  id: string;
  name: string;
  role: Exclude<Role, 'public'>;
  agencyId: string | null;
  sessionId: string;
}

/** What a request brings to its procedure. */
export interface Context {
  config: Config;
  database: DatabaseHandle;
  /** Looked up at most once, and only when a procedure asks: a public read pays nothing for it. */
  getActor: () => Promise<Actor | null>;
  /** The address of the caller's machine: the socket's, or the one that the trusted proxy names. */
  clientAddress: string;
  /** Gives the caller's browser the new token of its session. */
  setSessionCookie: (session: { token: string; expiresAt: string }) => void;
  requestId: string;
}

export function roleOf(actor: Actor | null): Role {
  return actor?.role ?? 'public';
}
