import { rmSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { attachmentSchema, uploadAddress, uploadHeader } from '#shared/attachment.ts';
import { callerFor } from '#tests/support/caller.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { insertUser } from '#tests/support/factories.ts';
import { type FileServer, startFileServer } from '#tests/support/file-server.ts';
import { makeMeeting } from '#tests/support/meeting-factories.ts';
import { codeOf } from '#tests/support/refusal.ts';
import { scratchFolder } from '#tests/support/scratch.ts';

const opened: { server: FileServer; dataDir: string }[] = [];

afterEach(async () => {
  for (const { server, dataDir } of opened.splice(0)) {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});

onEachEngine('papers of a meeting', (open) => {
  it('are kept by those who keep the meetings, read by staff alone, and go with the meeting', async () => {
    const database = await open();
    const dataDir = scratchFolder('papers');
    const secretariat = await insertUser(database, { role: 'secretariat' });
    const focal = await insertUser(database, { role: 'focal_point', agencyId: 'biro-hukum' });
    const partner = await insertUser(database, { role: 'partner' });
    const server = await startFileServer(database, dataDir, [secretariat, focal, partner]);
    opened.push({ server, dataDir });
    const { meeting } = callerFor(database, secretariat, { DATA_DIR: dataDir });
    const { id } = await meeting.create(makeMeeting());
    const upload = (actor: typeof focal, text: string) => {
      const body = new FormData();
      body.append('file', new File([text], 'notulen.txt', { type: 'text/plain' }));
      const headers = { origin: server.url, [uploadHeader]: '1', cookie: `as=${actor.id}` };
      return fetch(server.url + uploadAddress('meeting', id), { method: 'POST', body, headers });
    };

    expect((await upload(focal, 'Bukan milik saya')).status).toBe(403);
    const answer = await upload(secretariat, 'Notulen yang ditandatangani');
    expect(answer.status).toBe(201);
    const paper = attachmentSchema.parse(await answer.json());
    expect((await meeting.get({ id })).documents).toEqual([paper]);
    expect((await server.fetchFile(focal, paper.id)).status).toBe(200);
    expect((await server.fetchFile(partner, paper.id)).status).toBe(404);
    expect((await server.fetchFile(null, paper.id)).status).toBe(404);

    const reader = callerFor(database, focal, { DATA_DIR: dataDir }).meeting;
    expect(await codeOf(reader.removeDocument({ attachmentId: paper.id }))).toBe('NOT_ALLOWED');
    await meeting.removeDocument({ attachmentId: paper.id });
    expect((await meeting.get({ id })).documents).toEqual([]);

    await upload(secretariat, 'Surat undangan');
    await meeting.remove({ id, version: 1 });
    expect(await database.db.selectFrom('attachment').select('id').execute()).toEqual([]);
  });
});
