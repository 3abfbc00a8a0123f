import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, expect, it } from 'vitest';
import type { DatabaseHandle } from '#db/connection.ts';
import { removeStrayFiles } from '#server/attachment/attachment.service.ts';
import type { Actor } from '#server/context.ts';
import { maxAttachmentBytes, maxAttachments, uploadAddress, uploadHeader } from '#shared/attachment.ts';
import { callerFor } from '#tests/support/caller.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { insertAgency, insertUser } from '#tests/support/factories.ts';
import { type FileServer, startFileServer } from '#tests/support/file-server.ts';
import { makeOfficeFile } from '#tests/support/office-file.ts';
import { insertSmallWin } from '#tests/support/small-win-factories.ts';

interface Place {
  database: DatabaseHandle;
  server: FileServer;
  dataDir: string;
  author: Actor;
  stranger: Actor;
  secretariat: Actor;
  /** A draft of the author's agency. */
  draft: string;
}

const opened: Array<{ server: FileServer; dataDir: string }> = [];

afterEach(async () => {
  for (const { server, dataDir } of opened.splice(0)) {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});

async function openPlace(database: DatabaseHandle): Promise<Place> {
  const [agency, other] = [await insertAgency(database), await insertAgency(database)];
  const author = await insertUser(database, { role: 'focal_point', agencyId: agency.id });
  const stranger = await insertUser(database, { role: 'focal_point', agencyId: other.id });
  const secretariat = await insertUser(database, { role: 'secretariat' });
  const draft = await insertSmallWin(database, { state: 'draft', agencyId: agency.id, createdById: author.id });
  const dataDir = mkdtempSync(join(tmpdir(), 'satgas-files-'));
  const server = await startFileServer(database, dataDir, [author, stranger, secretariat]);
  opened.push({ server, dataDir });
  return { database, server, dataDir, author, stranger, secretariat, draft };
}

/** Files that are kept, and those that lie about unfinished. */
function filesIn(dataDir: string): string[] {
  const root = join(dataDir, 'files');
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
}

function rowsOf(database: DatabaseHandle) {
  return database.db.selectFrom('attachment').selectAll().execute();
}

async function photo(width = 640, height = 400): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#0b7d7d' } })
    .jpeg()
    .withMetadata({
      orientation: 6,
      exif: {
        IFD0: { Make: 'Kamera Uji', Model: 'X1' },
        IFD3: {
          GPSLatitudeRef: 'S',
          GPSLatitude: '2/1 40/1 30/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '118/1 53/1 0/1',
        },
      },
    })
    .toBuffer();
}

const asFile = (content: Buffer | string, name: string, type = 'application/octet-stream') =>
  new File([typeof content === 'string' ? content : new Uint8Array(content)], name, { type });

onEachEngine('a photo', (open) => {
  it('is drawn anew: upright, smaller, without camera and place, with a small picture beside it', async () => {
    const { server, author, draft, dataDir, database } = await openPlace(await open());
    const original = await photo(3000, 1800);
    const before = await sharp(original).metadata();
    expect(before.exif?.includes('Kamera Uji')).toBe(true);
    // Tag 0x8825, little-endian: where the block of the place begins.
    expect(before.exif?.includes(Buffer.from([0x25, 0x88]))).toBe(true);
    expect(before.orientation).toBe(6);

    const { status, body } = await server.upload(author, draft, asFile(original, 'Foto Lapangan.JPG', 'image/jpeg'));
    expect([status, body.fileName, body.contentType]).toEqual([201, 'Foto Lapangan.jpg', 'image/jpeg']);
    const kept = Buffer.from(await (await server.fetchFile(author, String(body.id))).arrayBuffer());
    const after = await sharp(kept).metadata();
    // Turned a quarter, so what was 3000 wide is now high.
    expect([after.width, after.height]).toEqual([1200, 2000]);
    expect([after.exif, after.orientation, after.icc, after.xmp]).toEqual([undefined, undefined, undefined, undefined]);
    expect(kept.includes('Kamera Uji')).toBe(false);

    const small = await server.fetchFile(author, String(body.id), '?size=small');
    expect(small.headers.get('content-type')).toBe('image/webp');
    const picture = await sharp(Buffer.from(await small.arrayBuffer())).metadata();
    expect([picture.width, picture.height]).toEqual([288, 480]);
    expect(filesIn(dataDir)).toHaveLength(2);
    const [row] = await rowsOf(database);
    expect(row).toMatchObject({ subjectType: 'small_win', subjectId: draft, width: 1200, height: 2000 });
    expect(filesIn(dataDir).every((name) => name.startsWith(`${row?.sha256}-${row?.id}`))).toBe(true);
  });

  it('sent twice, because the first answer was lost, is one attachment', async () => {
    const { server, author, draft, dataDir, database } = await openPlace(await open());
    const content = await photo();
    const first = await server.upload(author, draft, asFile(content, 'a.jpg'));
    const second = await server.upload(author, draft, asFile(content, 'b.jpg'));
    expect([second.status, second.body.id]).toEqual([201, first.body.id]);
    expect(await rowsOf(database)).toHaveLength(1);
    expect(filesIn(dataDir)).toHaveLength(2);
  });
});

onEachEngine('a file', (open) => {
  it('is judged by its content: documents are kept, a page dressed as a photo is refused', async () => {
    const { server, author, draft, dataDir, database } = await openPlace(await open());
    const send = async (content: Buffer | string, name: string) => {
      const { status, body } = await server.upload(author, draft, asFile(content, name, 'image/jpeg'));
      return status === 201
        ? `${body.fileName} ${body.contentType}`
        : `${body.error?.code} ${JSON.stringify(body.error?.params)}`;
    };
    const refused = (reason: string) => `ATTACHMENT_TYPE_REFUSED {"reason":"${reason}"}`;

    expect(await send('%PDF-1.7\n%%EOF', 'surat.jpg')).toBe('surat.pdf application/pdf');
    expect(await send(makeOfficeFile('xlsx'), 'data.xlsx')).toMatch(/^data\.xlsx application\/vnd\.openxml.*sheet$/);
    expect(await send(makeOfficeFile('docx'), 'notulen.docx')).toMatch(/^notulen\.docx application\/vnd\.openxml/);
    expect(await send('nama;jumlah\nRanuan;12\n', 'tabel.csv')).toBe('tabel.csv text/csv; charset=utf-8');
    expect(await send(Buffer.from('Kalimat dengan \xe9', 'latin1'), 'catatan.txt')).toBe('catatan.txt text/plain');
    const keptBefore = filesIn(dataDir);

    expect(await send('<!doctype html><script>alert(1)</script>', 'foto.jpg')).toBe(refused('other'));
    expect(await send('<!doctype html><script>alert(1)</script>', 'catatan.txt')).toBe(refused('other'));
    expect(await send('<svg xmlns="http://www.w3.org/2000/svg"/>', 'gambar.svg')).toBe(refused('other'));
    expect(await send(makeOfficeFile('xlsm'), 'makro.xlsx')).toBe(refused('other'));
    expect(await send(Buffer.from('MZ\x90\x00', 'latin1'), 'program.pdf')).toBe(refused('other'));
    expect(await send('', 'kosong.csv')).toBe(refused('other'));
    expect(await send(Buffer.from('\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic', 'latin1'), 'IMG_1.HEIC')).toBe(
      refused('heic'),
    );
    expect(await send((await photo()).subarray(0, 900), 'terpotong.jpg')).toBe(refused('broken_image'));
    expect(filesIn(dataDir)).toEqual(keptBefore);
    expect(await rowsOf(database)).toHaveLength(5);
  });

  it('that is too large, or breaks off on the way, leaves neither a row nor a file', async () => {
    const { server, author, draft, dataDir, database } = await openPlace(await open());
    const large = await server.upload(author, draft, asFile(Buffer.alloc(maxAttachmentBytes + 1, 'a'), 'besar.txt'));
    expect([large.status, large.body.error?.code]).toEqual([413, 'ATTACHMENT_TOO_LARGE']);

    await new Promise<void>((resolve) => {
      const { hostname, port } = new URL(server.url);
      const socket = connect(Number(port), hostname, () => {
        socket.write(
          [
            `POST ${uploadAddress('small_win', draft)} HTTP/1.1`,
            `Host: ${hostname}:${port}`,
            `Cookie: as=${author.id}`,
            `${uploadHeader}: 1`,
            'Content-Type: multipart/form-data; boundary=x',
            'Content-Length: 100000',
            '',
            '--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nsebagian',
          ].join('\r\n'),
          () => setTimeout(() => socket.destroy(), 150),
        );
      });
      socket.on('close', () => setTimeout(resolve, 150));
    });
    expect(filesIn(dataDir)).toEqual([]);
    expect(await rowsOf(database)).toEqual([]);
  });

  it('is refused where its name, or what it belongs to, holds a character that cannot be kept', async () => {
    const { server, author, draft, dataDir } = await openPlace(await open());
    const named = (fileName: string) =>
      fetch(server.url + uploadAddress('small_win', draft), {
        method: 'POST',
        headers: {
          cookie: `as=${author.id}`,
          origin: server.url,
          [uploadHeader]: '1',
          'content-type': 'multipart/form-data; boundary=batas',
        },
        body: `--batas\r\nContent-Disposition: form-data; name="file"; filename*=UTF-8''${fileName}\r\n\r\ncatatan\r\n--batas--\r\n`,
      });
    const refused = await named('catatan%00.txt');
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ error: { code: 'BAD_INPUT', fields: { file: 'TEXT_UNREADABLE' } } });
    expect(filesIn(dataDir)).toEqual([]);
    expect((await named('catatan%20baru.txt')).status).toBe(201);
    expect((await server.upload(author, 'a\0b', asFile('catatan', 'c.txt'))).body.error?.code).toBe('BAD_INPUT');
    expect((await server.fetchFile(author, 'a%00b')).status).toBe(400);
  });

  it('is not kept when its row cannot be written', async () => {
    const { server, author, draft, dataDir, database } = await openPlace(await open());
    const sending = server.upload(author, draft, asFile(await photo(4000, 3000), 'a.jpg'));
    // Handed in by a colleague while the photo is on its way.
    await database.transaction((trx) =>
      trx.updateTable('small_win').set({ state: 'submitted', version: 2 }).where('id', '=', draft).execute(),
    );
    expect((await sending).body.error?.code).toBe('SMALL_WIN_WRONG_STATE');
    expect(filesIn(dataDir)).toEqual([]);
    expect(await rowsOf(database)).toEqual([]);
  });

  it('is one of at most eight of a record', async () => {
    const { server, author, draft, database } = await openPlace(await open());
    const outcomes = await Promise.all(
      Array.from({ length: maxAttachments + 2 }, (_, index) =>
        server.upload(author, draft, asFile(`catatan ${index}`, `c${index}.txt`)),
      ),
    );
    expect(outcomes.filter((each) => each.status === 201)).toHaveLength(maxAttachments);
    expect(outcomes.filter((each) => each.body.error?.code === 'ATTACHMENT_TOO_MANY')).toHaveLength(2);
    expect(await rowsOf(database)).toHaveLength(maxAttachments);
  });

  it('comes only from a page of our own and from somebody who may edit the record', async () => {
    const { server, author, stranger, secretariat, draft, dataDir } = await openPlace(await open());
    const file = () => asFile('catatan', 'c.txt');
    const codeFor = async (actor: Actor | null, headers?: Record<string, string>) =>
      (await server.upload(actor, draft, file(), headers)).body.error?.code;

    expect(await codeFor(author, { origin: 'https://lain.example', [uploadHeader]: '1' })).toBe('NOT_ALLOWED');
    expect(await codeFor(author, { origin: server.url })).toBe('NOT_ALLOWED');
    expect(await codeFor(null)).toBe('NOT_SIGNED_IN');
    expect(await codeFor(stranger)).toBe('SMALL_WIN_NOT_FOUND');
    expect(await codeFor(secretariat)).toBe('SMALL_WIN_NOT_FOUND');
    const unknown = await server.upload(author, 'tidak-ada', file());
    expect(unknown.body.error?.code).toBe('SMALL_WIN_NOT_FOUND');
    expect(filesIn(dataDir)).toEqual([]);
  });

  it('is read by those who may read its record, and by nobody else', async () => {
    const { server, author, stranger, secretariat, draft, database } = await openPlace(await open());
    const { body } = await server.upload(author, draft, asFile('%PDF-1.7\n%%EOF', 'surat "dinas".pdf'));
    const id = String(body.id);
    const statuses = async () =>
      Promise.all(
        [author, stranger, secretariat, null].map(async (actor) => (await server.fetchFile(actor, id)).status),
      );
    const setState = (state: 'submitted' | 'verified' | 'published') =>
      database.transaction((trx) => trx.updateTable('small_win').set({ state }).where('id', '=', draft).execute());

    expect(await statuses()).toEqual([200, 404, 404, 404]);
    await setState('submitted');
    expect(await statuses()).toEqual([200, 404, 200, 404]);
    await setState('verified');
    expect(await statuses()).toEqual([200, 200, 200, 404]);
    const hidden = await server.fetchFile(author, id);
    expect(hidden.headers.get('cache-control')).toMatch(/^private/);
    await setState('published');
    expect(await statuses()).toEqual([200, 200, 200, 200]);

    const shown = await server.fetchFile(null, id);
    expect(await shown.text()).toBe('%PDF-1.7\n%%EOF');
    expect(shown.headers.get('content-disposition')).toBe(
      `attachment; filename="surat dinas.pdf"; filename*=UTF-8''surat%20dinas.pdf`,
    );
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
    expect(shown.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(shown.headers.get('cache-control')).toMatch(/^public/);
    const known = await fetch(`${server.url}/api/files/${id}`, {
      headers: { 'if-none-match': String(shown.headers.get('etag')) },
    });
    expect(known.status).toBe(304);
    expect((await server.fetchFile(null, id, '?size=small')).status).toBe(404);
  });

  it('goes when it is removed, or when its draft is', async () => {
    const { server, author, stranger, draft, dataDir, database } = await openPlace(await open());
    const first = await server.upload(author, draft, asFile(await photo(), 'a.jpg'));
    await server.upload(author, draft, asFile('catatan', 'b.txt'));
    const { removeAttachment } = callerFor(database, stranger, { DATA_DIR: dataDir }).smallWin;
    await expect(removeAttachment({ id: String(first.body.id) })).rejects.toThrow('SMALL_WIN_NOT_FOUND');

    const mine = callerFor(database, author, { DATA_DIR: dataDir }).smallWin;
    await mine.removeAttachment({ id: String(first.body.id) });
    expect((await mine.attachments({ id: draft })).map((each) => each.fileName)).toEqual(['b.txt']);
    expect(filesIn(dataDir)).toHaveLength(1);
    await mine.remove({ id: draft, version: 1 });
    expect(filesIn(dataDir)).toEqual([]);
    expect(await rowsOf(database)).toEqual([]);
    const events = await database.db
      .selectFrom('audit_event')
      .select('event')
      .where('subjectType', '=', 'attachment')
      .orderBy('seq')
      .execute();
    expect(events.map((row) => row.event)).toEqual(['attachment.added', 'attachment.added', 'attachment.removed']);
  });

  it('without a row, left by a crash, is swept away after a day; the others stay', async () => {
    const { server, author, draft, dataDir, database } = await openPlace(await open());
    const { body } = await server.upload(author, draft, asFile('catatan', 'b.txt'));
    const [kept = ''] = filesIn(dataDir);
    const [row] = await rowsOf(database);
    const folder = join(dataDir, 'files', String(row?.storageKey).slice(0, 2));
    const stray = kept.replace(String(body.id), '00000000-0000-7000-8000-000000000000');
    const yesterday = new Date(Date.now() - 25 * 3600 * 1000);
    for (const path of [
      join(folder, stray),
      join(folder, 'bukan-milik-kami.txt'),
      join(dataDir, 'files', 'tmp', 'putus'),
    ]) {
      writeFileSync(path, 'x');
      utimesSync(path, yesterday, yesterday);
    }
    utimesSync(join(folder, kept), yesterday, yesterday);
    writeFileSync(join(dataDir, 'files', 'tmp', 'sedang-diunggah'), 'x');

    // The server sweeps by itself after its first upload; whichever comes first removes them.
    await removeStrayFiles(database, dataDir);
    expect(filesIn(dataDir).sort()).toEqual([kept, 'bukan-milik-kami.txt', 'sedang-diunggah'].sort());
  });
});
