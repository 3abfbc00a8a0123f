import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import type { DatabaseHandle } from '#db/connection.ts';
import type { Actor } from '#server/context.ts';
import { saveEntry, submitReport, verifyAll, verifyCells } from '#server/report/report.service.ts';
import { actingAsHeader } from '#shared/acting-as.ts';
import { applyLineSchema, applyPath, dryRunOutput, dryRunPath, mostImportRows } from '#shared/history-import.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { insertUser } from '#tests/support/factories.ts';
import { type FileServer, startFileServer } from '#tests/support/file-server.ts';
import { importAll, importInput, importRow } from '#tests/support/history-import-factories.ts';
import { codeOf } from '#tests/support/refusal.ts';
import { binuang, clock, countRows, figure, insertPeople, polewali } from '#tests/support/report-factories.ts';
import { scratchFolder } from '#tests/support/scratch.ts';

const opened: Array<{ server: FileServer; dataDir: string }> = [];

afterEach(async () => {
  for (const { server, dataDir } of opened.splice(0)) {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});

async function serve(database: DatabaseHandle, people: readonly Actor[]) {
  const dataDir = scratchFolder('import');
  const server = await startFileServer(database, dataDir, people);
  opened.push({ server, dataDir });
  return (actor: Actor | null, path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(server.url + path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(actor ? { cookie: `as=${actor.id}` } : {}),
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
}

async function refused(response: Promise<Response>): Promise<[number, string]> {
  const answer = await response;
  const body: { error: { code: string } } = await answer.json();
  return [answer.status, body.error.code];
}

async function linesOf(response: Promise<Response>) {
  const text = await (await response).text();
  return text
    .trim()
    .split('\n')
    .map((line) => applyLineSchema.parse(JSON.parse(line)));
}

onEachEngine('an import over HTTP', (open) => {
  it('answers the dry run with JSON and the import with its steps, the result last', async () => {
    const database = await open();
    const { secretariat } = await insertPeople(database);
    const post = await serve(database, [secretariat]);
    const input = importInput([importRow(), importRow({ row: 3, areaId: binuang })]);
    const { fingerprint, counts } = dryRunOutput.parse(await (await post(secretariat, dryRunPath, input)).json());
    expect(counts).toMatchObject({ new: 2, refused: 0 });

    const asked = { ...input, fingerprint, importId: randomUUID() };
    const lines = await linesOf(post(secretariat, applyPath, asked));
    const steps = lines.flatMap((line) => (line.type === 'progress' ? [line.step] : []));
    expect([...new Set(steps)]).toEqual(['waiting', 'checking', 'writing', 'summing', 'saving']);
    expect(lines.at(-1)).toMatchObject({ type: 'done', wasDone: false, result: { counts: { new: 2 } } });
    // The answer was lost: asked again, it is told and not done.
    const again = await linesOf(post(secretariat, applyPath, asked));
    expect(again.at(-1)).toMatchObject({ type: 'done', wasDone: true, result: { id: asked.importId } });
    const stale = await linesOf(post(secretariat, applyPath, { ...asked, importId: randomUUID() }));
    expect(stale.at(-1)).toMatchObject({ type: 'error', error: { code: 'IMPORT_STALE' } });
  });

  it('is for the secretariat alone, from a page of its own, in its own name', async () => {
    const database = await open();
    const people = await insertPeople(database);
    const administrator = await insertUser(database, { role: 'administrator' });
    const partner = await insertUser(database, { role: 'partner' });
    const all = [...Object.values(people), administrator, partner];
    const post = await serve(database, all);
    const input = importInput([importRow()]);
    const before = await countRows(database);
    for (const path of [dryRunPath, applyPath]) {
      const body = path === dryRunPath ? input : { ...input, importId: randomUUID(), fingerprint: 'f'.repeat(64) };
      for (const actor of all.filter(({ role }) => role !== 'secretariat')) {
        expect(await refused(post(actor, path, body)), `${path} as ${actor.role}`).toEqual([403, 'NOT_ALLOWED']);
      }
      const { secretariat } = people;
      expect(await refused(post(null, path, body))).toEqual([401, 'NOT_SIGNED_IN']);
      const strange = post(secretariat, path, body, { origin: 'https://elsewhere.example' });
      expect(await refused(strange)).toEqual([403, 'NOT_ALLOWED']);
      const another = post(secretariat, path, body, { [actingAsHeader]: administrator.id });
      expect(await refused(another)).toEqual([401, 'NOT_SIGNED_IN']);
    }
    expect(await countRows(database)).toEqual(before);
  });

  it('takes nothing that is no import, nor too much of one', async () => {
    const database = await open();
    const { secretariat } = await insertPeople(database);
    const post = await serve(database, [secretariat]);
    const dryRun = (body: unknown, headers?: Record<string, string>) =>
      refused(post(secretariat, dryRunPath, body, headers));
    expect(await dryRun('not json')).toEqual([400, 'BAD_INPUT']);
    expect(await dryRun(importInput([]))).toEqual([400, 'BAD_INPUT']);
    expect(await dryRun(importInput([importRow({ month: '2025' })]))).toEqual([400, 'BAD_INPUT']);
    expect(await dryRun(importInput([importRow({ note: 'a\u0000b' })]))).toEqual([400, 'BAD_INPUT']);
    expect(await dryRun(importInput([importRow()]), { 'content-type': 'text/plain' })).toEqual([400, 'BAD_INPUT']);
    const many = Array.from({ length: mostImportRows + 1 }, () => importRow());
    expect(await dryRun(importInput(many))).toEqual([413, 'IMPORT_TOO_LARGE']);
  });
});

onEachEngine('a figure that was imported', (open) => {
  it('is not verified by who imported it, even after somebody else has handed the report in', async () => {
    const database = await open();
    const { secretariat, focalPoint, coordinator } = await insertPeople(database);
    const month = '2026-10';
    const reportKey = `${month}_ST_biro-hukum`;
    await importAll(database, secretariat, importInput([importRow({ month })]));
    await saveEntry(database, focalPoint, figure({ areaId: binuang, value: 344 }), clock);
    await submitReport(database, focalPoint, { reportKey, expectedVersion: 3, acceptMissing: true }, clock);
    const imported = { indicatorId: 'ST_SASARAN', areaId: polewali, version: 1 };
    const typed = { indicatorId: 'ST_SASARAN', areaId: binuang, version: 2 };
    const verify = (actor: Actor, cell: typeof imported) =>
      verifyCells(database, actor, { reportKey, cells: [cell] }, clock);
    expect(await codeOf(verify(secretariat, imported))).toBe('REPORT_OWN_AGENCY');
    await verify(secretariat, typed);
    const { report } = await verifyAll(database, secretariat, { reportKey, expectedVersion: 5 }, clock);
    expect(report.counters.verified).toBe(1);
    await verify(coordinator, imported);
  });
});
