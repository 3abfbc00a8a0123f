import { createServer, type Server } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import type { DatabaseHandle } from '#db/connection.ts';
import { ensureSetupLink } from '#server/auth/link.service.ts';
import type { Actor } from '#server/context.ts';
import { createUser } from '#server/user/user.service.ts';
import { type Browser, startTestServer, type TestServer } from '#tests/support/auth-client.ts';
import { callerFor } from '#tests/support/caller.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { insertAgency, insertUser } from '#tests/support/factories.ts';

const password = 'enam burung di pohon kelapa';
const newPassword = 'tujuh perahu menuju pelabuhan';
const config = { publicUrl: 'http://127.0.0.1:4100' };
const SESSION_COOKIE = 'satgas.session_token';

/** What a browser is told about the session's cookie, but its value and its date. */
function sessionCookieOf(headers: Headers) {
  const line = headers.getSetCookie().find((each) => each.startsWith(`${SESSION_COOKIE}=`)) ?? '';
  const [, ...attributes] = line.split(';').map((part) => part.trim().toLowerCase());
  const maxAge = attributes.find((part) => part.startsWith('max-age='))?.slice('max-age='.length);
  return {
    others: attributes.filter((part) => !/^(max-age|expires)=/.test(part)).sort(),
    maxAge: maxAge === undefined ? undefined : Number(maxAge),
  };
}

const running: Array<{ stop: () => Promise<void> }> = [];

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});

async function start(database: DatabaseHandle, environment?: Record<string, string>): Promise<TestServer> {
  const server = await startTestServer(database, environment);
  running.push(server);
  return server;
}

function administrator(database: DatabaseHandle): Promise<Actor> {
  return insertUser(database, { role: 'administrator' });
}

function tokenIn(url: string): string {
  return url.split('/').at(-1) ?? '';
}

function signIn(browser: Browser, username: string, secret: string) {
  return browser.post('/api/auth/sign-in/username', { username, password: secret });
}

const newcomer = { name: 'Rahmat Hidayat', email: 'rahmat@contoh.test', role: 'focal_point' as const };
const accepted = {
  name: newcomer.name,
  username: 'rahmat',
  password,
  phone: '+62 812 3456 7890',
  locale: 'id' as const,
};

onEachEngine('accounts', (open) => {
  it('an invitation becomes an account with the role and agency that the administrator chose, once', async () => {
    const database = await open();
    const agency = await insertAgency(database);
    const admin = await administrator(database);
    const made = await callerFor(database, admin).user.invite({ ...newcomer, agencyId: agency.id });
    expect(made.mail).toBe('not_configured');
    const token = tokenIn(made.url);

    const stranger = callerFor(database, null);
    expect(await stranger.link.describe({ token })).toMatchObject({
      kind: 'invitation',
      name: newcomer.name,
      role: 'focal_point',
      agencyName: agency.name,
    });
    await stranger.link.acceptInvitation({ ...accepted, token });
    await expect(stranger.link.acceptInvitation({ ...accepted, username: 'lain', token })).rejects.toMatchObject({
      message: 'LINK_INVALID',
    });

    const [row] = await callerFor(database, admin).user.list({ search: 'RAHMAT' });
    expect(row).toMatchObject({ role: 'focal_point', agencyId: agency.id, username: 'rahmat', phone: accepted.phone });
    const server = await start(database);
    expect((await signIn(server.browser(), 'rahmat', password)).status).toBe(200);
    expect(await callerFor(database, admin).user.invitations()).toEqual([]);
  });

  it('keeps only a hash of a link, and of a password', async () => {
    const database = await open();
    const admin = await administrator(database);
    const { url } = await callerFor(database, admin).user.invite({ ...newcomer, role: 'partner', agencyId: null });
    await createUser(database, { ...newcomer, email: 'x@contoh.test', username: 'x-1', role: 'partner', password });
    const links = await database.db.selectFrom('one_time_link').selectAll().execute();
    const accounts = await database.db.selectFrom('account').select('password').execute();
    expect(JSON.stringify(links)).not.toContain(tokenIn(url));
    expect(JSON.stringify(accounts)).not.toContain(password);
    expect(accounts[0]?.password).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/);
  });

  it('of two people who open an invitation at once, one gets in', async () => {
    const database = await open();
    const admin = await administrator(database);
    const { url } = await callerFor(database, admin).user.invite({ ...newcomer, role: 'partner', agencyId: null });
    const token = tokenIn(url);
    const tries = await Promise.allSettled(
      ['satu', 'dua'].map((username) =>
        callerFor(database, null).link.acceptInvitation({ ...accepted, username, token }),
      ),
    );
    expect(tries.filter((attempt) => attempt.status === 'fulfilled')).toHaveLength(1);
    const users = await database.db.selectFrom('user').select('id').where('email', '=', newcomer.email).execute();
    expect(users).toHaveLength(1);
  });

  it('refuses a link that is withdrawn, replaced, expired or made up', async () => {
    const database = await open();
    const admin = callerFor(database, await administrator(database));
    const stranger = callerFor(database, null);
    const invitation = { ...newcomer, role: 'partner' as const, agencyId: null };

    const first = await admin.user.invite(invitation);
    const second = await admin.user.invite(invitation);
    const invalid = { message: 'LINK_INVALID' };
    await expect(stranger.link.describe({ token: tokenIn(first.url) })).rejects.toMatchObject(invalid);
    expect(await stranger.link.describe({ token: tokenIn(second.url) })).toMatchObject({ email: newcomer.email });

    await admin.user.revokeInvitation({ id: second.id });
    await expect(stranger.link.describe({ token: tokenIn(second.url) })).rejects.toMatchObject(invalid);

    const third = await admin.user.invite(invitation);
    await database.transaction((trx) =>
      trx
        .updateTable('one_time_link')
        .set({ expiresAt: '2020-01-01T00:00:00.000Z' })
        .where('id', '=', third.id)
        .execute(),
    );
    const late = { ...accepted, token: tokenIn(third.url) };
    await expect(stranger.link.acceptInvitation(late)).rejects.toMatchObject(invalid);
    await expect(stranger.link.describe({ token: 'x'.repeat(43) })).rejects.toMatchObject(invalid);
  });

  it('takes back the links that a person holds or handed out, once that person may no longer use them', async () => {
    const database = await open();
    const admin = await administrator(database);
    const other = await administrator(database);
    const victim = await administrator(database);
    const id = await createUser(database, { ...newcomer, username: 'rahmat', role: 'partner', password });
    const stranger = callerFor(database, null);
    const isOpen = (url: string) =>
      stranger.link.describe({ token: tokenIn(url) }).then(
        () => true,
        () => false,
      );

    // A new password makes the link to another one void.
    const reset = await callerFor(database, admin).user.makeResetLink({ id });
    const person: Actor = { id, name: newcomer.name, role: 'partner', agencyId: null, sessionId: 'none' };
    await callerFor(database, person).user.changePassword({ currentPassword: password, newPassword });
    expect(await isOpen(reset.url)).toBe(false);

    // Closing an account does, too, and it stays void when the account is opened again.
    const second = await callerFor(database, admin).user.makeResetLink({ id });
    await callerFor(database, admin).user.disable({ id });
    await callerFor(database, admin).user.enable({ id });
    expect(await isOpen(second.url)).toBe(false);

    // An administrator who is one no longer has left no door open.
    const hidden = await callerFor(database, other).user.makeResetLink({ id: victim.id });
    const invitation = { name: 'Pintu Belakang', email: 'belakang@contoh.test', agencyId: null };
    const invited = await callerFor(database, other).user.invite({ ...invitation, role: 'administrator' });
    const kept = await callerFor(database, admin).user.invite({
      ...invitation,
      email: 'lain@contoh.test',
      role: 'partner',
    });
    const row = (await callerFor(database, admin).user.list({})).find((each) => each.id === other.id);
    if (!row) throw new Error('no such person');
    await callerFor(database, admin).user.update({ ...row, phone: '', role: 'leadership' });
    expect(await Promise.all([hidden, invited, kept].map(({ url }) => isOpen(url)))).toEqual([false, false, true]);
  });

  it('refuses a weak password, a taken name, and a role that needs an agency without one; the link stays good', async () => {
    const database = await open();
    const admin = callerFor(database, await administrator(database));
    const stranger = callerFor(database, null);
    await expect(admin.user.invite({ ...newcomer, agencyId: null })).rejects.toMatchObject({
      message: 'AGENCY_REQUIRED',
    });
    await createUser(database, {
      ...newcomer,
      email: 'lain@contoh.test',
      username: 'rahmat',
      role: 'partner',
      password,
    });
    const { url } = await admin.user.invite({ ...newcomer, role: 'partner', agencyId: null });
    const token = tokenIn(url);
    for (const [changes, message, fields] of [
      [{ password: 'pendek' }, 'PASSWORD_TOO_WEAK', { password: 'PASSWORD_TOO_SHORT' }],
      [{ password: 'rahmat hidayat 1' }, 'PASSWORD_TOO_WEAK', { password: 'PASSWORD_HAS_NAME' }],
      [{}, 'USER_EXISTS', { username: 'TAKEN' }],
    ] as const) {
      await expect(stranger.link.acceptInvitation({ ...accepted, ...changes, token })).rejects.toMatchObject({
        message,
        cause: { fields },
      });
    }
    await stranger.link.acceptInvitation({ ...accepted, username: 'rahmat2', token });
  });

  it('the setup link makes the first administrator and no second one', async () => {
    const database = await open();
    const url = await ensureSetupLink(database, config);
    const newer = await ensureSetupLink(database, config);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:4100\/penyiapan\/[\w-]{43}$/);
    const stranger = callerFor(database, null);
    const setup = { ...accepted, email: newcomer.email };
    await expect(stranger.link.acceptSetup({ ...setup, token: tokenIn(url ?? '') })).rejects.toMatchObject({
      message: 'LINK_INVALID',
    });
    await stranger.link.acceptSetup({ ...setup, token: tokenIn(newer ?? '') });
    const users = await database.db.selectFrom('user').select('role').execute();
    expect(users).toEqual([{ role: 'administrator' }]);
    expect(await ensureSetupLink(database, config)).toBeNull();
  });

  it('a reset link from the administrator sets a new password and ends every session', async () => {
    const database = await open();
    const admin = callerFor(database, await administrator(database));
    const id = await createUser(database, { ...newcomer, username: 'rahmat', role: 'partner', password });
    const server = await start(database);
    const browser = server.browser();
    await signIn(browser, 'rahmat', password);

    const { url } = await admin.user.makeResetLink({ id });
    const token = tokenIn(url);
    const stranger = callerFor(database, null);
    expect(await stranger.link.describe({ token })).toMatchObject({ kind: 'password_reset', username: 'rahmat' });
    await stranger.link.resetPassword({ token, password: newPassword });

    expect(await database.db.selectFrom('session').select('id').execute()).toEqual([]);
    expect((await signIn(server.browser(), 'rahmat', password)).status).toBe(401);
    expect((await signIn(server.browser(), 'rahmat', newPassword)).status).toBe(200);
    await expect(stranger.link.resetPassword({ token, password })).rejects.toMatchObject({ message: 'LINK_INVALID' });
  });

  it('changes the own password only with the present one, and leaves only this session open', async () => {
    const database = await open();
    await createUser(database, { ...newcomer, username: 'rahmat', role: 'partner', password });
    const server = await start(database);
    const [here, elsewhere] = [server.browser(), server.browser()];
    await signIn(here, 'rahmat', password);
    await signIn(elsewhere, 'rahmat', password);
    const before = new Map(here.cookies);

    const wrong = await here.mutate('user.changePassword', { currentPassword: 'keliru sama sekali', newPassword });
    expect(wrong.status).toBe(400);
    expect(JSON.stringify(wrong.body)).toContain('PASSWORD_WRONG');
    const right = await here.mutate('user.changePassword', { currentPassword: password, newPassword });
    expect(right.status, JSON.stringify(right.body)).toBe(200);
    expect((await here.query('user.profile')).status).toBe(200);
    expect(here.cookies.get(SESSION_COOKIE)).not.toBe(before.get(SESSION_COOKIE));
    expect(await database.db.selectFrom('session').select('id').execute()).toHaveLength(1);
    expect((await elsewhere.query('user.profile')).status).toBe(401);
    expect((await signIn(server.browser(), 'rahmat', newPassword)).status).toBe(200);

    // Somebody who had copied the cookie stays behind with the old token.
    const thief = server.browser();
    for (const [name, value] of before) thief.cookies.set(name, value);
    expect((await thief.query('user.profile')).status).toBe(401);
  });

  it('sets the new cookie as sign-in set the old one: for as long, and for this visit only where that was chosen', async () => {
    const database = await open();
    await createUser(database, { ...newcomer, username: 'rahmat', role: 'partner', password });
    const server = await start(database);
    let present = password;
    for (const rememberMe of [true, false]) {
      const browser = server.browser();
      const signedIn = await browser.post('/api/auth/sign-in/username', {
        username: 'rahmat',
        password: present,
        rememberMe,
      });
      const next = present === password ? newPassword : password;
      const changed = await browser.mutate('user.changePassword', { currentPassword: present, newPassword: next });
      present = next;
      const [first, renewed] = [signedIn, changed].map(({ headers }) => sessionCookieOf(headers));
      expect(renewed).toEqual({ ...first, maxAge: rememberMe ? expect.any(Number) : undefined });
      const lost = (first?.maxAge ?? 0) - (renewed?.maxAge ?? 0);
      expect(lost).toBeGreaterThanOrEqual(0);
      expect(lost).toBeLessThan(60);
    }
  });

  it('disabling ends the sessions at once; enabling lets the person in again', async () => {
    const database = await open();
    const admin = callerFor(database, await administrator(database));
    const id = await createUser(database, { ...newcomer, username: 'rahmat', role: 'partner', password });
    const server = await start(database);
    const browser = server.browser();
    await signIn(browser, 'rahmat', password);
    await admin.user.disable({ id });
    expect((await browser.query('user.profile')).status).toBe(401);
    expect((await signIn(browser, 'rahmat', password)).status).toBe(403);
    await expect(admin.user.makeResetLink({ id })).rejects.toMatchObject({ message: 'USER_DISABLED' });
    await admin.user.enable({ id });
    expect((await signIn(browser, 'rahmat', password)).status).toBe(200);
  });

  it('never loses the last administrator, neither by disabling nor by a change of role', async () => {
    const database = await open();
    const actor = await administrator(database);
    const admin = callerFor(database, actor);
    const last = { message: 'USER_LAST_ADMINISTRATOR' };
    await expect(admin.user.disable({ id: actor.id })).rejects.toMatchObject(last);
    const [row] = await admin.user.list({});
    const demotion = { id: actor.id, name: actor.name, phone: '', role: 'secretariat' as const, agencyId: null };
    const updatedAt = row?.updatedAt ?? '';
    await expect(admin.user.update({ ...demotion, updatedAt })).rejects.toMatchObject(last);

    const second = await administrator(database);
    const both = [callerFor(database, actor).user.disable({ id: second.id }), admin.user.disable({ id: actor.id })];
    const outcomes = await Promise.allSettled(both);
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  });

  it('changes role and agency, and refuses a change of what someone else changed meanwhile', async () => {
    const database = await open();
    const agency = await insertAgency(database);
    const admin = callerFor(database, await administrator(database));
    const id = await createUser(database, { ...newcomer, username: 'rahmat', role: 'partner', password });
    const [before] = await admin.user.list({ role: 'partner' });
    const change = { id, name: 'Rahmat H.', phone: '', role: 'focal_point' as const, agencyId: agency.id };
    await admin.user.update({ ...change, updatedAt: before?.updatedAt ?? '' });
    await expect(admin.user.update({ ...change, updatedAt: before?.updatedAt ?? '' })).rejects.toMatchObject({
      message: 'VERSION_CONFLICT',
    });
    const [after] = await admin.user.list({ agencyId: agency.id });
    expect(after).toMatchObject({ id, name: 'Rahmat H.', role: 'focal_point', agencyAbbr: agency.abbr });
    const event = await database.db
      .selectFrom('audit_event')
      .select('data')
      .where('event', '=', 'user.changed')
      .executeTakeFirstOrThrow();
    expect(event.data).toContain('focal_point');
    expect(event.data).not.toContain('Rahmat');
  });

  it('no sign-in or account event makes dashboards fetch their figures anew', async () => {
    const database = await open();
    const before = await database.db.selectFrom('audit_head').select('dataVersion').executeTakeFirstOrThrow();
    const admin = callerFor(database, await administrator(database));
    await admin.user.invite({ ...newcomer, role: 'partner', agencyId: null });
    await createUser(database, {
      ...newcomer,
      email: 'lain@contoh.test',
      username: 'rahmat',
      role: 'partner',
      password,
    });
    const server = await start(database);
    await signIn(server.browser(), 'rahmat', password);
    const after = await database.db.selectFrom('audit_head').select(['dataVersion', 'seq']).executeTakeFirstOrThrow();
    expect(after.dataVersion).toBe(before.dataVersion);
    expect(after.seq).toBeGreaterThanOrEqual(3);
  });
});

onEachEngine('a forgotten password', (open) => {
  it('without mail the page says whom to ask', async () => {
    const database = await open();
    const answer = await callerFor(database, null).link.requestReset({ identifier: 'siapa@contoh.test' });
    expect(answer).toEqual({ isMailConfigured: false });
  });

  it('with mail a link goes to the address of the account, and the answer never says whether there is one', async () => {
    const database = await open();
    await createUser(database, { ...newcomer, username: 'rahmat', role: 'partner', password });
    const mailbox = await startMailbox();
    const server = await start(database, { SMTP_URL: mailbox.url, MAIL_FROM: 'satgas@contoh.test' });
    const browser = server.browser();
    const known = await browser.mutate('link.requestReset', { identifier: 'RAHMAT' });
    const unknown = await browser.mutate('link.requestReset', { identifier: 'tidak-ada@contoh.test' });
    expect(known.status).toBe(200);
    expect(unknown.body).toEqual(known.body);

    const mail = await mailbox.next();
    expect(mail).toContain(`RCPT TO:<${newcomer.email}>`);
    const token = /atur-ulang\/([\w-]{43})/.exec(mail.replace(/=\r\n/g, ''))?.[1] ?? '';
    await callerFor(database, null).link.resetPassword({ token, password: newPassword });
    expect((await signIn(server.browser(), 'rahmat', newPassword)).status).toBe(200);
    expect(mailbox.count()).toBe(1);
  });

  it('mails one person three times an hour at most, and answers on as if it did', async () => {
    const database = await open();
    await createUser(database, { ...newcomer, username: 'rahmat', role: 'partner', password });
    await createUser(database, { ...newcomer, email: 'lain@contoh.test', username: 'lain', role: 'partner', password });
    const mailbox = await startMailbox();
    const server = await start(database, { SMTP_URL: mailbox.url, TRUST_PROXY: 'true' });
    const ask = (identifier: string, from: string) =>
      server.browser().post('/api/trpc/link.requestReset', { identifier }, { 'x-forwarded-for': from });
    // From another address each time, by either name.
    for (let i = 0; i < 5; i += 1) {
      const answer = await ask(i % 2 ? 'rahmat' : newcomer.email, `10.0.0.${i}`);
      expect(answer.status).toBe(200);
    }
    await expect.poll(() => mailbox.count(), { timeout: 5_000 }).toBe(3);
    expect(await countOf(database, 'reset|all')).toBe(3);
    // Somebody else is not kept waiting by that.
    await ask('lain', '10.0.0.1');
    await expect.poll(() => mailbox.count(), { timeout: 5_000 }).toBe(4);
  });

  it('refuses the eleventh request from one place, for known and unknown names alike, and no other place’s', async () => {
    const database = await open();
    await createUser(database, { ...newcomer, username: 'rahmat', role: 'partner', password });
    const mailbox = await startMailbox();
    const server = await start(database, { SMTP_URL: mailbox.url, TRUST_PROXY: 'true' });
    const ask = (identifier: string, from: string) =>
      server.browser().post('/api/trpc/link.requestReset', { identifier }, { 'x-forwarded-for': from });
    for (let i = 0; i < 10; i += 1) {
      expect((await ask(`siapa${i}`, `2001:db8:1:2::${i + 1}`)).status).toBe(200);
    }
    const [known, unknown] = [await ask('rahmat', '2001:db8:1:2::99'), await ask('siapa', '2001:db8:1:2::99')];
    expect(known.status).toBe(429);
    expect(known.body).toEqual(unknown.body);
    expect(JSON.stringify(known.body)).toContain('TOO_MANY_REQUESTS');
    expect((await ask('rahmat', '2001:db8:1:3::1')).status).toBe(200);
    await expect.poll(() => mailbox.count(), { timeout: 5_000 }).toBe(1);
  });

  it('sends no more than thirty mails in a minute, in silence; made-up names take none of their places', async () => {
    const database = await open();
    await createUser(database, { ...newcomer, username: 'rahmat', role: 'partner', password });
    const mailbox = await startMailbox();
    const server = await start(database, { SMTP_URL: mailbox.url });
    const setCount = (count: number) =>
      database.transaction((trx) =>
        trx.updateTable('rateLimit').set({ count }).where('key', '=', 'reset|all').execute(),
      );
    const ask = (identifier: string) => server.browser().mutate('link.requestReset', { identifier });

    await ask('rahmat');
    await expect.poll(() => mailbox.count(), { timeout: 5_000 }).toBe(1);
    await setCount(30);
    const [held, unknown] = [await ask('rahmat'), await ask('siapa')];
    expect(held.status).toBe(200);
    expect(held.body).toEqual(unknown.body);
    await expect.poll(() => countOf(database, 'reset|to|'), { timeout: 5_000 }).toBe(2);
    await setCount(29);
    await ask('rahmat');
    await expect.poll(() => mailbox.count(), { timeout: 5_000 }).toBe(2);
    expect(await countOf(database, 'reset|all')).toBe(30);
  });
});

/** How many attempts are counted under the key that begins so. */
async function countOf(database: DatabaseHandle, start: string): Promise<number> {
  const row = await database.db
    .selectFrom('rateLimit')
    .select('count')
    .where('key', 'like', `${start}%`)
    .executeTakeFirst();
  return row?.count ?? 0;
}

/** An SMTP server that takes every message and keeps what it was told. */
async function startMailbox() {
  const messages: string[] = [];
  const waiting: Array<(message: string) => void> = [];
  const server: Server = createServer((socket) => {
    let heard = '';
    let inData = false;
    socket.write('220 uji\r\n');
    socket.on('data', (chunk) => {
      const text = chunk.toString();
      heard += text;
      if (inData) {
        if (!heard.endsWith('\r\n.\r\n')) return;
        inData = false;
        socket.write('250 diterima\r\n');
        const next = waiting.shift();
        if (next) next(heard);
        messages.push(heard);
      } else if (/^DATA/im.test(text)) {
        inData = true;
        socket.write('354 silakan\r\n');
      } else if (/^QUIT/im.test(text)) socket.end('221 selesai\r\n');
      else socket.write('250 ya\r\n');
    });
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  running.push({ stop: async () => void server.close() });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}/?ignoreTLS=true`,
    count: () => messages.length,
    next: () => {
      const [first] = messages;
      return first === undefined ? new Promise<string>((resolve) => waiting.push(resolve)) : Promise.resolve(first);
    },
  };
}
