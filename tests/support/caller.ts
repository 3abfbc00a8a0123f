import type { DatabaseHandle } from '#db/connection.ts';
import { appRouter } from '#server/app-router.ts';
import { readConfig } from '#server/config.ts';
import type { Actor, Context } from '#server/context.ts';
import { createCallerFactory } from '#server/trpc.ts';

const createCaller = createCallerFactory(appRouter);

export function testContext(
  database: DatabaseHandle,
  actor: Actor | null,
  environment: Record<string, string> = {},
): Context {
  return {
    config: readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', ...environment }),
    database,
    requestId: 'test',
    getActor: async () => actor,
    clientAddress: '127.0.0.1',
    setSessionCookie: () => {},
  };
}

/** The router, called as `actor` would call it; null is the public. `environment` adds settings, e.g. a data folder. */
export function callerFor(database: DatabaseHandle, actor: Actor | null, environment: Record<string, string> = {}) {
  return createCaller(testContext(database, actor, environment));
}

export function makeActor(overrides: Partial<Actor> = {}): Actor {
  return {
    id: 'user-test',
    name: 'Pengguna Uji',
    role: 'focal_point',
    agencyId: null,
    sessionId: 'session-test',
    ...overrides,
  };
}
