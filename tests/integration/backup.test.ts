import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { type DatabaseHandle, openSqlite } from '#db/connection.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { readAuthSecret } from '#server/auth/auth-secret.ts';
import { writeBackup } from '#server/cli/backup-folder.ts';
import { examine, type Finding, type Place } from '#server/cli/examination.ts';
import { DamagedBackupError, restoreBackup } from '#server/cli/restore-folder.ts';
import type { Actor } from '#server/context.ts';
import { openStore } from '#server/open-store.ts';
import { saveEntry } from '#server/report/report.service.ts';
import { createUser } from '#server/user/user.service.ts';
import { maxAttachments } from '#shared/attachment.ts';
import { callerFor } from '#tests/support/caller.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { insertUser } from '#tests/support/factories.ts';
import { startFileServer } from '#tests/support/file-server.ts';
import { clock, figure, insertPeople } from '#tests/support/report-factories.ts';
import { scratchFolder } from '#tests/support/scratch.ts';
import { insertSmallWin } from '#tests/support/small-win-factories.ts';

const cleanups: Array<() => unknown> = [];

afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

function emptyPlace(): Place {
  const dataDir = scratchFolder('backup');
  cleanups.push(() => rmSync(dataDir, { recursive: true, force: true }));
  return { dataDir, databaseUrl: join(dataDir, 'satgas.sqlite') };
}

interface Installation {
  place: Place;
  database: DatabaseHandle;
  author: Actor;
  /** Puts a document with this text beside a new draft. @returns the attachment's id */
  upload(text: string, draft?: string): Promise<string>;
  close(): Promise<void>;
}

async function install(): Promise<Installation> {
  const place = emptyPlace();
  copyFileSync(inject('sqliteTemplate'), place.databaseUrl);
  readAuthSecret({ authSecret: undefined, dataDir: place.dataDir });
  const database = openSqlite(place.databaseUrl);
  await createUser(database, {
    name: 'Nur Aisyah',
    email: 'nur@contoh.test',
    username: 'nur',
    role: 'administrator',
    password: 'enam burung di pohon kelapa',
  });
  const author = await insertUser(database, { role: 'secretariat' });
  const server = await startFileServer(database, place.dataDir, [author]);
  let isOpen = true;
  const close = async () => {
    if (!isOpen) return;
    isOpen = false;
    await server.stop();
    await database.close();
  };
  cleanups.push(close);
  return {
    place,
    database,
    author,
    close,
    upload: async (text, draft) => {
      const subject = draft ?? (await insertSmallWin(database, { state: 'draft', createdById: author.id }));
      const { body } = await server.upload(author, subject, new File([text], 'catatan.txt'));
      if (!body.id) throw new Error(JSON.stringify(body));
      return body.id;
    },
  };
}

async function storageKeys(database: DatabaseHandle): Promise<string[]> {
  const rows = await database.db.selectFrom('attachment').select('storageKey').orderBy('storageKey').execute();
  return rows.map((row) => row.storageKey);
}

async function examined(place: Place): Promise<Finding[]> {
  const database = await openStore(place);
  try {
    return await examine(database, place);
  } finally {
    await database.close();
  }
}

const problemsIn = (findings: readonly Finding[]) => findings.flatMap((finding) => finding.problems);

describe('a backup', () => {
  it('taken while figures and files come and go is whole, restores, and passes the doctor', async () => {
    const { place, database, author, upload, close } = await install();
    const { focalPoint } = await insertPeople(database);
    const mine = callerFor(database, author, { DATA_DIR: place.dataDir }).smallWin;
    const kept = await Promise.all(['satu', 'dua', 'tiga'].map((text) => upload(text)));
    const target = join(place.dataDir, 'backups', 'satgas-uji');

    let isLoaded = true;
    let written = 0;
    const busy = [
      async () => {
        for (let version = 0; isLoaded; version += 1) {
          await saveEntry(database, focalPoint, figure({ value: 600 + version, baseVersion: version }), clock);
          written += 1;
          // A save is done within one turn of the event loop; the others want theirs.
          await pause(2);
        }
      },
      ...[1, 2, 3].map((number) => async () => {
        for (let turn = 0; isLoaded; turn += 1) {
          const id = await upload(`sementara ${number} ${turn}`);
          written += 1;
          if (turn % 2 === 0) await mine.removeAttachment({ id });
        }
      }),
    ].map((work) => work());
    const { lacking } = await writeBackup(place, target).finally(() => {
      isLoaded = false;
    });
    await Promise.all(busy);
    await close();

    expect(written).toBeGreaterThan(4);
    expect(lacking).toEqual([]);
    expect(existsSync(`${target}.part`)).toBe(false);
    expect(statSync(target).mode & 0o077).toBe(0);
    expect(readdirSync(target).sort()).toEqual(['auth-secret', 'files', 'satgas.sqlite']);

    const fresh = emptyPlace();
    const { findings, setAside } = await restoreBackup(target, fresh);
    expect(problemsIn(findings)).toEqual([]);
    expect(setAside).toEqual([]);
    expect(readFileSync(join(fresh.dataDir, 'auth-secret'))).toEqual(readFileSync(join(place.dataDir, 'auth-secret')));
    expect(readdirSync(fresh.dataDir).sort()).toEqual(['auth-secret', 'files', 'satgas.sqlite']);
    expect(problemsIn(await examined(fresh))).toEqual([]);

    const restored = await openStore(fresh);
    const rows = await restored.db.selectFrom('attachment').select('id').execute();
    expect(rows.map((row) => row.id)).toEqual(expect.arrayContaining(kept));
    const entry = await restored.db.selectFrom('entry').select('value').executeTakeFirst();
    expect(entry?.value ?? 600).toBeGreaterThanOrEqual(600);
    await restored.close();
  }, 60_000);

  it('says which files it lacks, holds the rest, and is not restored as if nothing were amiss', async () => {
    const { place, database, upload, close } = await install();
    await upload('ada');
    await upload('hilang');
    const [first = '', second = ''] = await storageKeys(database);
    rmSync(join(place.dataDir, 'files', first));
    const target = join(place.dataDir, 'salinan');
    const { lacking } = await writeBackup(place, target);
    await close();
    expect(lacking).toMatchObject([{ storageKey: first, what: 'missing' }]);
    expect(existsSync(join(target, 'files', second))).toBe(true);

    const fresh = emptyPlace();
    const refusal = restoreBackup(target, fresh);
    await expect(refusal).rejects.toThrow(DamagedBackupError);
    await expect(refusal).rejects.toMatchObject({ message: expect.stringContaining('not sound') });
    expect(readdirSync(fresh.dataDir)).toEqual([]);
    const { findings } = await restoreBackup(target, fresh, { acceptDamage: true });
    expect(problemsIn(findings)).toEqual([`files/${first} is missing`]);
    expect(problemsIn(await examined(fresh))).toEqual([`files/${first} is missing`]);
  });

  it('whose file, audit log or database was altered is refused, and nothing is touched', async () => {
    const { place, database, upload, close } = await install();
    await upload('asli');
    const [key = ''] = await storageKeys(database);
    await close();

    const altered: Array<[string, (backup: string) => unknown]> = [
      [`files/${key} is not what was uploaded`, (backup) => writeFileSync(join(backup, 'files', key), 'lain')],
      [
        'event 1 does not fit the one before it',
        async (backup) => {
          const copy = openSqlite(join(backup, 'satgas.sqlite'));
          await sql`update audit_event set "subjectId" = 'lain' where seq = 1`.execute(copy.writer);
          await copy.close();
        },
      ],
    ];
    for (const [problem, alter] of altered) {
      const backup = join(place.dataDir, `salinan-${problem.length}`);
      await writeBackup(place, backup);
      await alter(backup);
      const fresh = emptyPlace();
      const error = await restoreBackup(backup, fresh).catch((each: unknown) => each);
      expect(error instanceof DamagedBackupError && problemsIn(error.findings)).toEqual([problem]);
      expect(readdirSync(fresh.dataDir)).toEqual([]);
    }

    const backup = join(place.dataDir, 'salinan-rusak');
    await writeBackup(place, backup);
    const file = join(backup, 'satgas.sqlite');
    const bytes = readFileSync(file);
    bytes.fill(0xff, 40_960, 81_920);
    writeFileSync(file, bytes);
    const fresh = emptyPlace();
    await expect(restoreBackup(backup, fresh)).rejects.toThrow(/damaged/);
    expect(readdirSync(fresh.dataDir)).toEqual([]);
    await expect(restoreBackup(place.dataDir.concat('-tidak-ada'), fresh)).rejects.toThrow('is not a backup');
  });

  it('is not put where the application runs or where data are, unless these may be set aside', async () => {
    const { place, upload, close } = await install();
    await upload('lama');
    const backup = join(place.dataDir, 'backups', 'satgas-uji');
    await writeBackup(place, backup);
    await expect(writeBackup(place, backup)).rejects.toThrow('exists already');
    await upload('sesudahnya');

    await expect(restoreBackup(backup, place, { force: true })).rejects.toThrow(
      'is in use: stop the application first',
    );
    await close();
    await expect(restoreBackup(backup, place)).rejects.toThrow('There are data already');
    const { setAside } = await restoreBackup(backup, place, { force: true });

    expect(setAside.map((path) => path.replace(/\.replaced-[\d-]+$/, ''))).toEqual([
      place.databaseUrl,
      join(place.dataDir, 'files'),
      join(place.dataDir, 'auth-secret'),
    ]);
    const restored = await openStore(place);
    expect(await storageKeys(restored)).toHaveLength(1);
    await restored.close();
    // What was set aside is as it was.
    const [database = '', files = ''] = setAside;
    const former = openSqlite(database);
    const keys = await storageKeys(former);
    await former.close();
    expect(keys).toHaveLength(2);
    expect(keys.every((key) => existsSync(join(files, key)))).toBe(true);
  });

  it('opens no session and no link again that had ended since', async () => {
    const { place, database, close } = await install();
    const { id } = await database.db
      .selectFrom('user')
      .select('id')
      .where('username', '=', 'nur')
      .executeTakeFirstOrThrow();
    const now = new Date().toISOString();
    const later = new Date(Date.now() + 3_600_000).toISOString();
    const session = { id: 's', token: 't', userId: id, expiresAt: later, ipAddress: null, userAgent: null };
    await database.transaction((trx) =>
      trx
        .insertInto('session')
        .values({ ...session, createdAt: now, updatedAt: now })
        .execute(),
    );
    const administrator: Actor = { id, name: 'Nur', role: 'administrator', agencyId: null, sessionId: 's' };
    await callerFor(database, administrator).user.makeResetLink({ id });
    const backup = join(place.dataDir, 'salinan');
    await writeBackup(place, backup);
    await close();

    const fresh = emptyPlace();
    await restoreBackup(backup, fresh);
    const restored = await openStore(fresh);
    expect(await restored.db.selectFrom('session').select('id').execute()).toEqual([]);
    const links = await restored.db.selectFrom('one_time_link').select('revokedAt').execute();
    expect(links).toEqual([{ revokedAt: expect.any(String) }]);
    const last = await restored.db.selectFrom('audit_event').selectAll().orderBy('seq', 'desc').executeTakeFirst();
    expect(last).toMatchObject({ event: 'data.restored', subjectId: 'salinan', data: '{"endedSessions":1}' });
    await restored.close();
  });

  it('of a newer version is left alone', async () => {
    const { place, database, close } = await install();
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01')`.execute(
      database.writer,
    );
    await expect(migrateToLatest(database.writer)).rejects.toThrow();
    const backup = join(place.dataDir, 'salinan');
    await writeBackup(place, backup);
    await close();
    const fresh = emptyPlace();
    await expect(restoreBackup(backup, fresh)).rejects.toThrow(/newer/);
    expect(readdirSync(fresh.dataDir)).toEqual([]);
  });
});

onEachEngine('the doctor', (open, engine) => {
  it('misses the file of an attachment, and tells one that is not what was uploaded', async () => {
    const database = await open();
    const { dataDir } = emptyPlace();
    const author = await insertUser(database, { role: 'secretariat' });
    const server = await startFileServer(database, dataDir, [author]);
    cleanups.push(() => server.stop());
    const draft = await insertSmallWin(database, { state: 'draft', createdById: author.id });
    for (let i = 0; i < Math.min(3, maxAttachments); i += 1)
      await server.upload(author, draft, new File([`isi ${i}`], `${i}.txt`));
    const filesFinding = async () => {
      // The database under test lies elsewhere; a file of its own kind stands in for the integrity check.
      const findings = await examine(database, { dataDir, databaseUrl: inject('sqliteTemplate') });
      return findings.find((finding) => finding.what === 'uploaded files');
    };
    expect(await filesFinding()).toEqual({ what: 'uploaded files', checked: '3, 0.0 MB', problems: [] });

    const [gone = '', changed = ''] = await storageKeys(database);
    rmSync(join(dataDir, 'files', gone));
    writeFileSync(join(dataDir, 'files', changed), `bukan isinya pada ${engine}`);
    expect((await filesFinding())?.problems.sort()).toEqual(
      [`files/${gone} is missing`, `files/${changed} is not what was uploaded`].sort(),
    );
  });
});
