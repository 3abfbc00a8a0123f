import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Insertable } from 'kysely';
import { v7 as uuid } from 'uuid';
import { afterEach, expect, it } from 'vitest';
import type { DatabaseHandle } from '#db/connection.ts';
import type { ExportJobTable } from '#db/schema-briefing.ts';
import type { Actor } from '#server/context.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { insertUser } from '#tests/support/factories.ts';
import { type FileServer, startFileServer } from '#tests/support/file-server.ts';
import { scratchFolder } from '#tests/support/scratch.ts';

const opened: Array<{ server: FileServer; dataDir: string }> = [];

afterEach(async () => {
  for (const { server, dataDir } of opened.splice(0)) {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});

async function openPlace(database: DatabaseHandle) {
  const leadership = await insertUser(database, { role: 'leadership' });
  const partner = await insertUser(database, { role: 'partner' });
  const dataDir = scratchFolder('download');
  const server = await startFileServer(database, dataDir, [leadership, partner]);
  opened.push({ server, dataDir });
  const fetchExport = (actor: Actor | null, id: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/api/exports/${id}`, {
      headers: { ...(actor ? { cookie: `as=${actor.id}` } : {}), ...headers },
    });
  const insertJob = async (overrides: Partial<Insertable<ExportJobTable>> = {}) => {
    const id = uuid();
    const row: Insertable<ExportJobTable> = {
      id,
      editionId: 'edition',
      kind: 'pptx',
      locale: 'id',
      paper: 'A4',
      slideId: null,
      state: 'done',
      progress: 1,
      fileName: 'Rapat Koordinasi Agustus 2026 – Edisi 2.pptx',
      storageKey: `${id}.pptx`,
      byteSize: 7,
      failure: null,
      requestedById: leadership.id,
      workerId: null,
      heartbeatAt: null,
      createdAt: '2026-09-01T00:00:00.000Z',
      finishedAt: '2026-09-01T00:00:01.000Z',
      ...overrides,
    };
    await database.transaction((trx) => trx.insertInto('export_job').values(row).execute());
    return id;
  };
  const keep = (id: string) => {
    mkdirSync(join(dataDir, 'exports'), { recursive: true });
    writeFileSync(join(dataDir, 'exports', `${id}.pptx`), 'content');
  };
  return { leadership, partner, fetchExport, insertJob, keep };
}

async function refusal(answer: Promise<Response>): Promise<[number, string]> {
  const response = await answer;
  const body: { error: { code: string } } = await response.json();
  return [response.status, body.error.code];
}

onEachEngine('the file of an export', (open) => {
  it('is sent under its Indonesian name, to be saved, and not again to who has it', async () => {
    const { leadership, fetchExport, insertJob, keep } = await openPlace(await open());
    const id = await insertJob();
    keep(id);
    const response = await fetchExport(leadership, id);
    expect([response.status, await response.text()]).toEqual([200, 'content']);
    const { headers } = response;
    expect(headers.get('content-type')).toBe(
      'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    );
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="Rapat Koordinasi Agustus 2026 _ Edisi 2.pptx"; ` +
        `filename*=UTF-8''Rapat%20Koordinasi%20Agustus%202026%20%E2%80%93%20Edisi%202.pptx`,
    );
    expect(headers.get('cache-control')).toBe('private, no-cache');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    const etag = headers.get('etag') ?? '';
    expect((await fetchExport(leadership, id, { 'if-none-match': etag })).status).toBe(304);
  });

  it('is refused to strangers and partners, and where it is not ready or gone', async () => {
    const { leadership, partner, fetchExport, insertJob, keep } = await openPlace(await open());
    const done = await insertJob();
    keep(done);
    const gone = await insertJob();
    const running = await insertJob({ state: 'running', storageKey: null });
    const failed = await insertJob({ state: 'failed', storageKey: null, failure: 'OUT_OF_SPACE' });
    expect(await refusal(fetchExport(null, done))).toEqual([401, 'NOT_SIGNED_IN']);
    expect(await refusal(fetchExport(partner, done))).toEqual([403, 'NOT_ALLOWED']);
    expect(await refusal(fetchExport(leadership, 'none'))).toEqual([404, 'EXPORT_NOT_FOUND']);
    expect(await refusal(fetchExport(leadership, '..%2f..%2fauth-secret'))).toEqual([404, 'EXPORT_NOT_FOUND']);
    expect(await refusal(fetchExport(leadership, gone))).toEqual([404, 'EXPORT_NOT_FOUND']);
    expect(await refusal(fetchExport(leadership, running))).toEqual([409, 'EXPORT_NOT_READY']);
    expect(await refusal(fetchExport(leadership, failed))).toEqual([409, 'EXPORT_NOT_READY']);
  });
});
