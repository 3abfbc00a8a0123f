import { afterEach, describe, expect, it } from 'vitest';
import type { DatabaseHandle } from '#db/connection.ts';
import { createFindActor, sessionToken } from '#server/auth/find-actor.ts';
import { createUser } from '#server/user/user.service.ts';
import { type Browser, startTestServer, TEST_SECRET, type TestServer } from '#tests/support/auth-client.ts';
import { onEachEngine } from '#tests/support/engines.ts';

const password = 'enam burung di pohon kelapa';
const person = { name: 'Sitti Aminah', email: 'sitti@contoh.test', username: 'sitti', role: 'leadership' as const };

const running: TestServer[] = [];

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});

async function start(database: DatabaseHandle, environment?: Record<string, string>): Promise<TestServer> {
  const server = await startTestServer(database, environment);
  running.push(server);
  return server;
}

function actorOf(database: DatabaseHandle, browser: Browser) {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return createFindActor({ database, secret: TEST_SECRET, cookieName: 'satgas.session_token' })({ cookie });
}

function auditNames(database: DatabaseHandle) {
  return database.db
    .selectFrom('audit_event')
    .select('event')
    .where('event', 'like', 'session.%')
    .orderBy('seq')
    .execute()
    .then((rows) => rows.map((row) => row.event));
}

onEachEngine('sign-in', (open) => {
  it('lets a person in by e-mail address and by username, and knows the person afterwards', async () => {
    const database = await open();
    const id = await createUser(database, { ...person, password });
    const server = await start(database);

    for (const [path, body] of [
      ['/api/auth/sign-in/email', { email: 'Sitti@Contoh.test', password }],
      ['/api/auth/sign-in/username', { username: 'SITTI', password }],
    ] as const) {
      const browser = server.browser();
      const answer = await browser.post(path, body);
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      expect(await actorOf(database, browser)).toMatchObject({ id, name: person.name, role: 'leadership', agencyId: null });
    }
    expect(await auditNames(database)).toEqual(['session.started', 'session.started']);
  });
});
