import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { afterEach, expect, it } from 'vitest';
import type { DatabaseHandle } from '#db/connection.ts';
import { createApp } from '#server/app.ts';
import { createAuth } from '#server/auth/auth.ts';
import { readConfig } from '#server/config.ts';
import { createLogger } from '#server/logger.ts';
import { permitted, router } from '#server/trpc.ts';
import { TEST_SECRET } from '#tests/support/auth-client.ts';
import { onEachEngine } from '#tests/support/engines.ts';

const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const failures = {
  network: () => new Error('connect ECONNREFUSED 10.0.0.5:5432'),
  duplicate: () => Object.assign(new Error('duplicate key'), { detail: 'Key (email)=(sitti@contoh.test) exists.' }),
  disk: () => Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' }),
  diskOfServer: () => Object.assign(new Error('could not extend file'), { code: '53100' }),
};

function fails(name: keyof typeof failures) {
  return permitted('session.read').mutation(() => {
    throw failures[name]();
  });
}

const testRouter = router({
  hello: permitted('session.read').query(() => 'halo'),
  touch: permitted('session.read').mutation(() => 'tersimpan'),
  network: fails('network'),
  duplicate: fails('duplicate'),
  disk: fails('disk'),
  diskOfServer: fails('diskOfServer'),
});

/** The application with procedures that fail, and what it writes to its log. */
async function start(database: DatabaseHandle) {
  const lines: string[] = [];
  const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'info', PUBLIC_URL: 'https://satgas.contoh.test' });
  const logger: Logger = createLogger(config, { write: (line) => void lines.push(line) });
  const auth = await createAuth({ database, config, secret: TEST_SECRET });
  const server = createServer(createApp({ config, database, logger, auth, router: testRouter }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, log: () => lines.join('') };
}

const json = { 'content-type': 'application/json' };

onEachEngine('the procedures over HTTP', (open) => {
  it('take changes from the own pages only, and from programs that are no browser', async () => {
    const { url } = await start(await open());
    const touch = (headers: Record<string, string>) => fetch(`${url}/api/trpc/touch`, { method: 'POST', headers });
    expect((await touch({ ...json, origin: url })).status).toBe(200);
    expect((await touch({ ...json, origin: 'https://satgas.contoh.test' })).status).toBe(200);
    expect((await touch(json)).status).toBe(200);
    for (const origin of ['https://lain.contoh.test', 'null']) {
      const refused = await touch({ ...json, origin });
      expect(refused.status, origin).toBe(403);
      expect(await refused.json()).toMatchObject({ error: { code: 'NOT_ALLOWED' } });
    }
    const form = await fetch(`${url}/api/trpc/touch`, {
      method: 'POST',
      body: new FormData(),
      headers: { origin: 'https://lain.contoh.test' },
    });
    expect(form.status).toBe(403);
  });

  it('are kept by nobody on the way: answers are about the person who asks', async () => {
    const { url } = await start(await open());
    const answer = await fetch(`${url}/api/trpc/hello`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('say that something failed, and to nobody but the log what it was', async () => {
    const { url, log } = await start(await open());
    for (const name of ['network', 'duplicate']) {
      const answer = await fetch(`${url}/api/trpc/${name}`, { method: 'POST', headers: json });
      expect(answer.status).toBe(500);
      const text = await answer.text();
      expect(text).toContain('INTERNAL');
      expect(text).not.toMatch(/ECONNREFUSED|10\.0\.0\.5|duplicate|sitti/);
    }
    expect(log()).toContain('ECONNREFUSED');
    expect(log()).toContain('duplicate key');
    expect(log()).not.toContain('sitti@contoh.test');
  });

  it('say so when the disk is full', async () => {
    const { url } = await start(await open());
    for (const name of ['disk', 'diskOfServer']) {
      const answer = await fetch(`${url}/api/trpc/${name}`, { method: 'POST', headers: json });
      expect(await answer.json()).toMatchObject({ error: { data: { app: { code: 'STORAGE_FULL' } } } });
    }
  });

  it('leave no one-time token in the log, whatever becomes of its page', async () => {
    const { url, log } = await start(await open());
    const token = 'rahasia-rahasia-rahasia-rahasia';
    for (const page of ['undangan', 'atur-ulang', 'penyiapan']) {
      for (const method of ['HEAD', 'POST']) await fetch(`${url}/${page}/${token}`, { method });
    }
    await fetch(`${url}/api/trpc/link.describe?input=${token}`, { method: 'POST', headers: json });
    expect(log()).toContain('/undangan/');
    expect(log()).not.toContain(token);
  });
});
