import type { DatabaseHandle } from '#db/connection.ts';
import { appRouter } from '#server/app-router.ts';
import { readConfig } from '#server/config.ts';
import type { Actor, Context } from '#server/context.ts';
import { createCallerFactory } from '#server/trpc.ts';

const createCaller = createCallerFactory(appRouter);

export function testContext(database: DatabaseHandle, actor: Actor | null): Context {
  return {
    config: readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }),
    database,
    requestId: 'test',
    getActor: async () => actor,
  };
}

/** The router, called as `actor` would call it; null is the public. */
export function callerFor(database: DatabaseHandle, actor: Actor | null) {
  return createCaller(testContext(database, actor));
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
