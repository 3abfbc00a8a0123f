import { afterEach, expect, it } from 'vitest';
import type { DatabaseHandle } from '#db/connection.ts';
import { createUser } from '#server/user/user.service.ts';
import { type Answer, type Browser, startTestServer, type TestServer } from '#tests/support/auth-client.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { totpCode } from '#tests/support/totp.ts';

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

/** The application with one person, and that person's signed-in browser. */
async function startSignedIn(database: DatabaseHandle) {
  const id = await createUser(database, { ...person, password });
  const server = await start(database);
  const browser = server.browser();
  await signIn(browser);
  return { id, server, browser };
}

function signIn(browser: Browser, secret = password) {
  return browser.post('/api/auth/sign-in/username', { username: person.username, password: secret });
}

/** The id of whom the server takes the browser for. */
async function whoIs(browser: Browser): Promise<unknown> {
  const { body } = await browser.query('session.me');
  const { result } = body as { result: { data: { user: { id: string } | null } } };
  return result.data.user?.id ?? null;
}

/** Puts every counted attempt five minutes back. */
async function fiveMinutesLater(database: DatabaseHandle): Promise<void> {
  await database.transaction((trx) =>
    trx
      .updateTable('rateLimit')
      .set((eb) => ({ lastRequest: eb('lastRequest', '-', 301_000) }))
      .execute(),
  );
}

async function auditNames(database: DatabaseHandle): Promise<string[]> {
  const rows = await database.db.selectFrom('audit_event').select('event').orderBy('seq').execute();
  return rows.map((row) => row.event).filter((event) => /^(session|user)\./.test(event) && event !== 'user.created');
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
      expect(await whoIs(browser)).toBeNull();
      const answer = await browser.post(path, body);
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      expect(await whoIs(browser)).toBe(id);
    }
    expect(await auditNames(database)).toEqual(['session.started', 'session.started']);
  });

  it('keeps what the library writes in the form of our tables: ISO text and 0 or 1', async () => {
    const database = await open();
    await startSignedIn(database);
    const session = await database.db.selectFrom('session').selectAll().executeTakeFirstOrThrow();
    const iso = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
    expect(session.expiresAt).toMatch(iso);
    expect(session.createdAt).toMatch(iso);
    expect(session.ipAddress).toBe('127.0.0.1');
    const user = await database.db.selectFrom('user').selectAll().executeTakeFirstOrThrow();
    expect(user).toMatchObject({ emailVerified: 1, isDisabled: 0, twoFactorEnabled: 0 });
  });

  it('refuses a wrong password and an unknown name in the same words, and starts no session', async () => {
    const database = await open();
    await createUser(database, { ...person, password });
    const server = await start(database);
    const wrong = await signIn(server.browser(), 'bukan kata sandinya');
    const unknown = await server.browser().post('/api/auth/sign-in/username', { username: 'nobody', password });
    expect(wrong.status).toBe(401);
    expect(unknown.status).toBe(401);
    expect(unknown.body).toEqual(wrong.body);
    expect(await database.db.selectFrom('session').select('id').execute()).toEqual([]);
  });

  it('makes an account wait after eight wrong passwords, wherever they come from and whatever a header claims', async () => {
    const database = await open();
    await createUser(database, { ...person, password });
    const server = await start(database);
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 9; attempt += 1) {
      const answer = await server
        .browser()
        .post(
          '/api/auth/sign-in/username',
          { username: person.username, password: 'bukan kata sandinya' },
          { 'x-forwarded-for': `10.0.0.${attempt}`, 'x-real-ip': `10.0.1.${attempt}` },
        );
      statuses.push(answer.status);
    }
    expect(statuses).toEqual([...Array(8).fill(401), 429]);
    const right = await signIn(server.browser());
    expect(right.status).toBe(429);
    expect(right.body).toMatchObject({ code: 'TOO_MANY_REQUESTS', retryAfter: expect.any(Number) });
  });

  it('counts attempts by address and by username for the account, and tells nobody that the two are one', async () => {
    const database = await open();
    await createUser(database, { ...person, password });
    const server = await start(database);
    const attempt = (field: 'email' | 'username', name: string, secret: string) =>
      server.browser().post(`/api/auth/sign-in/${field}`, { [field]: name, password: secret });
    const fiveEachWay = async ({ email, username }: { email: string; username: string }) => {
      const answers: Answer[] = [];
      for (let i = 0; i < 4; i += 1) answers.push(await attempt('email', email, `keliru nomor ${i}`));
      for (let i = 0; i < 4; i += 1) answers.push(await attempt('username', username, `keliru nomor ${i}`));
      answers.push(await attempt('email', email, password), await attempt('username', username, password));
      return answers.map(({ status, body }) => ({ status, body }));
    };

    const held = await fiveEachWay(person);
    expect(held.map(({ status }) => status)).toEqual(Array(10).fill(401));
    expect(held[8]).toEqual(held[0]);
    expect(held[9]).toEqual(held[4]);
    expect(await fiveEachWay({ email: 'bukan@contoh.test', username: 'bukan' })).toEqual(held);
    // What the library refuses before it looks at the password it refuses in the same way.
    for (const secret of ['', 'x'.repeat(300)]) {
      const [known, unknown] = [person.email, 'bukan@contoh.test'].map((email) => attempt('email', email, secret));
      expect((await known)?.body).toEqual((await unknown)?.body);
    }

    await fiveMinutesLater(database);
    expect((await attempt('username', person.username, password)).status).toBe(200);
  });

  it('forgets what was mistyped under both names once the person is in', async () => {
    const database = await open();
    await createUser(database, { ...person, password });
    const server = await start(database);
    const byAddress = (secret: string) =>
      server.browser().post('/api/auth/sign-in/email', { email: person.email, password: secret });
    for (let i = 0; i < 7; i += 1) expect((await byAddress('bukan kata sandinya')).status).toBe(401);
    expect((await signIn(server.browser())).status).toBe(200);
    for (let i = 0; i < 7; i += 1) expect((await byAddress('bukan kata sandinya')).status).toBe(401);
    expect((await byAddress(password)).status).toBe(200);
    const counts = await database.db.selectFrom('rateLimit').select('key').execute();
    expect(counts.filter(({ key }) => /^(account|sign-in)\|/.test(key))).toEqual([]);
  });

  it('makes it wait too when each attempt brings a field that belongs to the other way in', async () => {
    const database = await open();
    await createUser(database, { ...person, password });
    const server = await start(database);
    for (const [path, own, other] of [
      ['username', person.username, 'email'],
      ['email', person.email, 'username'],
    ] as const) {
      const statuses: number[] = [];
      for (let attempt = 0; attempt < 9; attempt += 1) {
        const body = { [path]: own, [other]: `lain${attempt}@contoh.test`, password: 'bukan kata sandinya' };
        statuses.push((await server.browser().post(`/api/auth/sign-in/${path}`, body)).status);
      }
      expect(statuses, path).toEqual([...Array(8).fill(401), 429]);
    }
  });

  it('counts attempts per address of the connection, not per address in a header', async () => {
    const database = await open();
    const server = await start(database);
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 41; attempt += 1) {
      const answer = await server.browser().post(
        '/api/auth/sign-in/username',
        // Too short to be looked up, so that forty of them take no time.
        { username: 'x', password },
        { 'x-forwarded-for': `10.0.0.${attempt}`, 'x-real-ip': `10.0.1.${attempt}` },
      );
      statuses.push(answer.status);
    }
    expect(statuses.at(-1)).toBe(429);
    expect(statuses.slice(0, 8)).toEqual(Array(8).fill(422));
  });

  it('keeps a disabled person out, also with the right password, and ends open sessions at once', async () => {
    const database = await open();
    const { id, server, browser } = await startSignedIn(database);
    expect(await whoIs(browser)).toBe(id);
    await database.transaction((trx) => trx.updateTable('user').set({ isDisabled: 1 }).where('id', '=', id).execute());
    expect(await whoIs(browser)).toBeNull();
    const answer = await signIn(server.browser());
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({ code: 'USER_DISABLED' });
  });

  it('takes nobody for signed in by an expired session or a cookie with a changed token', async () => {
    const database = await open();
    const { browser, id } = await startSignedIn(database);
    const name = 'satgas.session_token';
    const cookie = browser.cookies.get(name) ?? '';
    const other = cookie.startsWith('a') ? 'b' : 'a';
    browser.cookies.set(name, other + cookie.slice(1));
    expect(await whoIs(browser)).toBeNull();
    browser.cookies.set(name, cookie);
    expect(await whoIs(browser)).toBe(id);
    await database.transaction((trx) =>
      trx.updateTable('session').set({ expiresAt: '2020-01-01T00:00:00.000Z' }).execute(),
    );
    expect(await whoIs(browser)).toBeNull();
  });

  it('signs out: the session is gone and the log says so', async () => {
    const database = await open();
    const { browser } = await startSignedIn(database);
    const answer = await browser.post('/api/auth/sign-out', {});
    expect(answer.status).toBe(200);
    expect(await whoIs(browser)).toBeNull();
    expect(await database.db.selectFrom('session').select('id').execute()).toEqual([]);
    expect(await auditNames(database)).toEqual(['session.started', 'session.ended']);
  });

  it('offers no other door: no sign-up, no change of the own role, no big bodies, no foreign page', async () => {
    const database = await open();
    const { browser, server, id } = await startSignedIn(database);
    const stranger = { email: 'lain@contoh.test', name: 'Lain', password, role: 'administrator' };
    expect((await browser.post('/api/auth/sign-up/email', stranger)).status).toBe(404);
    expect((await browser.post('/api/auth/update-user', { role: 'administrator' })).status).toBe(404);
    expect((await browser.post('/api/auth/sign-out', { filler: 'x'.repeat(20_000) })).status).toBe(400);
    expect((await browser.post('/api/auth/sign-out', {}, { origin: 'https://jahat.test' })).status).toBe(403);
    expect(await whoIs(browser)).toBe(id);
    const user = await database.db.selectFrom('user').select(['id', 'role']).execute();
    expect(user).toEqual([{ id, role: 'leadership' }]);
    expect(server.url).toContain('127.0.0.1');
  });

  it('asks for a code once the second factor is on; a backup code works once', async () => {
    const database = await open();
    const { browser, server, id } = await startSignedIn(database);

    const wrong = await browser.post('/api/auth/two-factor/enable', { password: 'bukan kata sandinya' });
    expect(wrong.status).toBe(400);
    const enabled = await browser.post('/api/auth/two-factor/enable', { password });
    const { totpURI, backupCodes } = enabled.body as { totpURI: string; backupCodes: string[] };
    expect(await browser.post('/api/auth/two-factor/verify-totp', { code: totpCode(totpURI) })).toMatchObject({
      status: 200,
    });
    expect(await whoIs(browser)).toBe(id);

    const second = server.browser();
    const half = await signIn(second);
    expect(half.body).toMatchObject({ twoFactorRedirect: true });
    expect(await whoIs(second)).toBeNull();
    expect((await second.post('/api/auth/two-factor/verify-totp', { code: '000000' })).status).toBe(401);
    expect((await second.post('/api/auth/two-factor/verify-totp', { code: totpCode(totpURI) })).status).toBe(200);
    expect(await whoIs(second)).toBe(id);

    const [backupCode] = backupCodes;
    const third = server.browser();
    await signIn(third);
    expect((await third.post('/api/auth/two-factor/verify-backup-code', { code: backupCode })).status).toBe(200);
    expect(await whoIs(third)).toBe(id);
    const fourth = server.browser();
    await signIn(fourth);
    expect((await fourth.post('/api/auth/two-factor/verify-backup-code', { code: backupCode })).status).toBe(401);
    expect(await whoIs(fourth)).toBeNull();

    expect((await browser.post('/api/auth/two-factor/disable', { password })).status).toBe(200);
    const fifth = server.browser();
    expect((await signIn(fifth)).body).not.toHaveProperty('twoFactorRedirect');
    expect(await whoIs(fifth)).toBe(id);

    const names = await auditNames(database);
    expect(names.filter((name) => name === 'user.two_factor_changed')).toHaveLength(2);
    const left = await database.db.selectFrom('session').select('id').execute();
    const started = names.filter((name) => name === 'session.started').length;
    const ended = names.filter((name) => name === 'session.ended').length;
    expect(started - ended).toBe(left.length);
  });

  it('lists the own sessions, and ends one or all others', async () => {
    const database = await open();
    const { browser, server, id } = await startSignedIn(database);
    const phone = server.browser();
    const tablet = server.browser();
    await signIn(phone);
    await signIn(tablet);

    const { body } = await browser.query('session.list');
    const sessions = (body as { result: { data: Array<{ id: string; isCurrent: boolean }> } }).result.data;
    expect(sessions).toHaveLength(3);
    expect(sessions.filter((session) => session.isCurrent)).toHaveLength(1);

    const newest = sessions[0];
    expect(newest?.isCurrent).toBe(false);
    expect((await browser.mutate('session.revoke', { id: newest?.id })).status).toBe(200);
    expect(await whoIs(tablet)).toBeNull();
    expect(await whoIs(phone)).toBe(id);

    await browser.mutate('session.revokeOthers', {});
    expect(await whoIs(phone)).toBeNull();
    expect(await whoIs(browser)).toBe(id);
    expect((await auditNames(database)).filter((name) => name === 'session.revoked')).toHaveLength(2);
  });

  it('ends nobody else’s session', async () => {
    const database = await open();
    const { browser, server } = await startSignedIn(database);
    await createUser(database, { ...person, email: 'dua@contoh.test', username: 'dua', password });
    const other = server.browser();
    await other.post('/api/auth/sign-in/username', { username: 'dua', password });
    const mine = await database.db
      .selectFrom('session')
      .innerJoin('user', 'user.id', 'session.userId')
      .select('session.id')
      .where('user.username', '=', person.username)
      .executeTakeFirstOrThrow();
    expect((await other.mutate('session.revoke', { id: mine.id })).status).toBe(404);
    expect(await whoIs(browser)).not.toBeNull();
  });
});
