import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { DatabaseHandle } from '#db/connection.ts';
import { chosenEncoding, createReadCache, matchesEtag } from '#server/read-cache.ts';
import { createUser } from '#server/user/user.service.ts';
import { areaPageSchema } from '#shared/area-page.ts';
import { issuePageSchema } from '#shared/issue-page.ts';
import { overviewSchema } from '#shared/overview.ts';
import { referenceSchema } from '#shared/reference.ts';
import { type Browser, startTestServer, type TestServer } from '#tests/support/auth-client.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { insertAgency } from '#tests/support/factories.ts';
import { insertCells } from '#tests/support/figure-factories.ts';
import { readPage } from '#tests/support/read-client.ts';

const password = 'tujuh perahu di teluk mamuju';
const running: TestServer[] = [];

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});

async function start(database: DatabaseHandle): Promise<TestServer> {
  const server = await startTestServer(database);
  running.push(server);
  return server;
}

async function signedIn(
  database: DatabaseHandle,
  server: TestServer,
  role: 'leadership' | 'partner',
): Promise<Record<string, string>> {
  await createUser(database, { name: role, email: `${role}@contoh.test`, username: role, role, password });
  const browser: Browser = server.browser();
  await browser.post('/api/auth/sign-in/username', { username: role, password });
  return { cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
}

async function saveFigure(database: DatabaseHandle, value: number, status: 'verified' | 'submitted' = 'verified') {
  const agency = await insertAgency(database);
  await insertCells(database, {
    agencyId: agency.id,
    issueId: 'ST',
    indicatorId: 'ST_INTERVENSI',
    month: '2026-03',
    cells: [{ areaId: '76.04.01', value, status }],
  });
}

const stuntingValue = (answer: {
  cards: { issue: { id: string }; headline: { figure: { value: number | null } | null } }[];
}) => answer.cards.find((card) => card.issue.id === 'ST')?.headline.figure?.value ?? null;

onEachEngine('the read API over HTTP', (open) => {
  it('answers every page in its schema, with security headers', async () => {
    const database = await open();
    const { url } = await start(database);
    const overview = await readPage(`${url}/api/read/overview?month=2023-08`, overviewSchema);
    expect(overview.body).toMatchObject({ month: '2023-08', data: 'verified', province: { id: '76' } });
    expect(overview.headers.get('x-content-type-options')).toBe('nosniff');
    expect(overview.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(overview.headers.get('cache-control')).toBe('no-cache');

    const reference = await readPage(`${url}/api/read/reference`, referenceSchema);
    expect(reference.body.issues.map((issue) => issue.id)).toEqual(['KE', 'ST', 'ATS', 'PA', 'INF']);
    expect(reference.body.areas.filter((area) => area.level === 'district')).toHaveLength(69);
    expect(reference.body.areas.find((area) => area.id === '76.01')?.bpsCode).toBe('7605');
    for (const { slug } of reference.body.issues) {
      const page = await readPage(`${url}/api/read/issue/${slug}?month=2023-08`, issuePageSchema);
      expect(page.body.issue.slug).toBe(slug);
    }
    for (const code of ['76', '76.04', '76.04.12']) {
      const page = await readPage(`${url}/api/read/area/${code}`, areaPageSchema);
      expect(page.body.area.id).toBe(code);
    }
  });

  it('answers 304 to whoever holds the answer already, and anew after a save', async () => {
    const database = await open();
    const { url } = await start(database);
    const address = `${url}/api/read/overview?month=2026-03`;
    await saveFigure(database, 10);
    const first = await readPage(address, overviewSchema);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"\d+-[\w-]{16}"$/);
    expect(stuntingValue(first.body)).toBe(10);

    const again = await fetch(address, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect(again.headers.get('etag')).toBe(etag);

    const agency = await insertAgency(database);
    await insertCells(database, {
      agencyId: agency.id,
      issueId: 'ST',
      indicatorId: 'ST_INTERVENSI',
      month: '2026-03',
      cells: [{ areaId: '76.04.02', value: 5 }],
    });
    const changed = await fetch(address, { headers: { 'if-none-match': etag } });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
    expect(stuntingValue(overviewSchema.parse(await changed.json()))).toBe(15);
  });

  it('shows provisional figures to staff only', async () => {
    const database = await open();
    const server = await start(database);
    const address = `${server.url}/api/read/overview?month=2026-03`;
    await saveFigure(database, 33, 'submitted');
    expect(stuntingValue((await readPage(address, overviewSchema)).body)).not.toBe(33);

    const stranger = await fetch(`${address}&data=provisional`);
    expect(stranger.status).toBe(401);
    expect(await stranger.json()).toMatchObject({ error: { code: 'NOT_SIGNED_IN' } });
    const partner = await fetch(`${address}&data=provisional`, {
      headers: await signedIn(database, server, 'partner'),
    });
    expect(partner.status).toBe(403);
    expect(await partner.json()).toMatchObject({ error: { code: 'NOT_ALLOWED' } });

    const leader = await signedIn(database, server, 'leadership');
    const answer = await readPage(`${address}&data=provisional`, overviewSchema, leader);
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    expect(stuntingValue(answer.body)).toBe(33);
    const verified = await readPage(address, overviewSchema, leader);
    expect(verified.body.completeness).not.toBeNull();
    expect((await readPage(address, overviewSchema)).body.completeness).toBeNull();
  });

  it('refuses what it does not know with the standard answer', async () => {
    const { url } = await start(await open());
    const code = async (path: string) => {
      const response = await fetch(`${url}/api/read${path}`);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      return [response.status, await response.json()];
    };
    expect(await code('/overview?month=2026-13')).toMatchObject([
      400,
      { error: { code: 'BAD_INPUT', fields: { month: expect.any(String) } } },
    ]);
    expect(await code('/overview?data=draft')).toMatchObject([400, { error: { code: 'BAD_INPUT' } }]);
    for (const path of ['/nothing', '/issue/tidak-ada', '/area/99', '/area/32.01', '/area/76.04/more']) {
      expect(await code(path)).toMatchObject([404, { error: { code: 'NOT_FOUND' } }]);
    }
  });
});

describe('the read cache', () => {
  it('computes once for equal requests at the same time, and compresses what it keeps', async () => {
    const cache = createReadCache();
    let computed = 0;
    const compute = async () => {
      computed += 1;
      return { text: 'sama '.repeat(200) };
    };
    const [one, two] = await Promise.all([cache.get('a', '1', compute), cache.get('a', '1', compute)]);
    expect(computed).toBe(1);
    expect(one).toBe(two);
    const identity = await one.body('identity');
    expect(cache.byteSize).toBe(identity.length);
    const br = await one.body('br');
    expect(brotliDecompressSync(br).toString()).toBe(identity.toString());
    expect(gunzipSync(await one.body('gzip')).toString()).toBe(identity.toString());
    expect(await one.body('br')).toBe(br);
    expect(br.length).toBeLessThan(identity.length / 4);
    expect(cache.byteSize).toBeGreaterThan(identity.length + br.length);
  });

  it('keeps one version of an answer', async () => {
    const cache = createReadCache();
    for (const version of ['1', '2', '2']) await cache.get('a', version, async () => version);
    expect(cache.byteSize).toBe(JSON.stringify('2').length);
    const other = await cache.get('a', '3', async () => 'three');
    expect((await other.body('identity')).toString()).toBe('"three"');
  });

  it('keeps within its bound, and forgets the longest unused first', async () => {
    const cache = createReadCache({ maxBytes: 3_500 });
    const computed: string[] = [];
    const read = (name: string) =>
      cache.get(name, '1', async () => {
        computed.push(name);
        return name.repeat(1_000);
      });
    for (const name of ['a', 'b', 'c', 'a', 'd', 'a', 'b']) await read(name);
    expect(cache.byteSize).toBeLessThanOrEqual(3_500);
    expect(computed).toEqual(['a', 'b', 'c', 'd', 'b']);
  });

  it('does not keep a failure', async () => {
    const cache = createReadCache();
    await expect(cache.get('a', '1', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
    await expect(cache.get('a', '1', async () => 'back')).resolves.toBeDefined();
  });

  it('compares entity tags weakly and chooses the encoding that is accepted', () => {
    expect(matchesEtag('"x", W/"1-abc"', 'W/"1-abc"')).toBe(true);
    expect(matchesEtag('"1-abc"', 'W/"1-abc"')).toBe(true);
    expect(matchesEtag('W/"2-abc"', 'W/"1-abc"')).toBe(false);
    expect(matchesEtag(undefined, 'W/"1-abc"')).toBe(false);
    expect(chosenEncoding('gzip, deflate, br')).toBe('br');
    expect(chosenEncoding('gzip;q=0.5')).toBe('gzip');
    expect(chosenEncoding('br;q=0, gzip')).toBe('gzip');
    expect(chosenEncoding('br;q=0')).toBe('identity');
    expect(chosenEncoding(undefined)).toBe('identity');
  });
});
