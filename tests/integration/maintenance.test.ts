import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { backupSqlite, checkSqliteIntegrity } from '#db/backup.ts';
import { openSqlite } from '#db/connection.ts';
import { seedDemo } from '#db/demo/seed-demo.ts';
import { migrateToLatest, NewerDatabaseError } from '#db/migrate.ts';
import { findStaleRollups } from '#db/rollup-check.ts';
import { recordAudit } from '#server/audit.ts';
import { checkAuditChain } from '#server/audit-chain.ts';
import { claimDatabase, findDatabaseKind } from '#server/database-kind.ts';
import { openStore } from '#server/open-store.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { insertUser } from '#tests/support/factories.ts';

const folders: string[] = [];

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'satgas-maintenance-'));
  folders.push(folder);
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const seeded = { event: 'data.seeded' as const, subjectType: 'database', subjectId: 'test', data: {} };

onEachEngine('looking after a database', (open) => {
  it('finds no sum that differs from its figures in the sample data, and the one that was altered', async () => {
    const database = await open();
    const options = { now: new Date('2026-11-21T04:00:00Z'), timeZone: 'Asia/Makassar', provinceCode: '76' };
    await database.transaction((trx) => seedDemo(trx, options));
    const sound = await findStaleRollups(database);
    expect(sound.checked).toBeGreaterThan(500);
    expect(sound.stale).toEqual([]);

    const altered = { indicatorId: 'KE_INTERVENSI', month: '2026-03', areaId: '76.04' };
    await database.transaction((trx) =>
      trx
        .updateTable('rollup')
        .set((eb) => ({ verifiedSum: eb('verifiedSum', '+', 1) }))
        .where('indicatorId', '=', altered.indicatorId)
        .where('month', '=', altered.month)
        .where('areaId', '=', altered.areaId)
        .execute(),
    );
    expect((await findStaleRollups(database)).stale).toEqual([altered]);
  }, 60_000);

  it('finds the first event that no longer fits the audit chain', async () => {
    const database = await open();
    const before = await checkAuditChain(database.db);
    expect(before.brokenAt).toBeNull();
    await database.transaction((trx) => recordAudit(trx, null, [seeded, seeded, seeded]));
    expect(await checkAuditChain(database.db)).toEqual({ checked: before.checked + 3, brokenAt: null });

    const second = before.checked + 2;
    await database.transaction((trx) =>
      trx.updateTable('audit_event').set({ subjectId: 'other' }).where('seq', '=', second).execute(),
    );
    expect(await checkAuditChain(database.db)).toEqual({ checked: second - 1, brokenAt: second });
  });

  it('notices events that were cut off the end of the audit chain', async () => {
    const database = await open();
    await database.transaction((trx) => recordAudit(trx, null, [seeded, seeded]));
    const { checked } = await checkAuditChain(database.db);
    await database.transaction((trx) => trx.deleteFrom('audit_event').where('seq', '=', checked).execute());
    expect(await checkAuditChain(database.db)).toEqual({ checked: checked - 1, brokenAt: checked });
  });

  it('keeps sample data and real figures apart', async () => {
    const demo = await open();
    await claimDatabase(demo, 'demo');
    await claimDatabase(demo, 'demo');
    expect(await findDatabaseKind(demo)).toBe('demo');
    await expect(claimDatabase(demo, 'production')).rejects.toThrow(/holds sample data/);

    const production = await open();
    await claimDatabase(production, 'production');
    await expect(claimDatabase(production, 'demo')).rejects.toThrow(/holds real accounts/);
  });

  it('puts no sample data beside accounts that are not the demo’s', async () => {
    const database = await open();
    await insertUser(database, { role: 'administrator', isSample: 0 });
    await expect(claimDatabase(database, 'demo')).rejects.toThrow(/holds real accounts/);
    expect(await findDatabaseKind(database)).toBeUndefined();
  });

  it('leaves a database of a newer version alone', async () => {
    const database = await open();
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01')`.execute(
      database.writer,
    );
    await expect(migrateToLatest(database.writer)).rejects.toThrow(NewerDatabaseError);
  });
});

describe('an SQLite file', () => {
  it('is copied while it is written to, and the copy is whole', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'satgas.sqlite');
    const database = openSqlite(file);
    await migrateToLatest(database.writer);
    const writing = Array.from({ length: 20 }, () => database.transaction((trx) => recordAudit(trx, null, [seeded])));
    const copy = join(folder, 'copy.sqlite');
    const bytes = await backupSqlite(file, copy);
    await Promise.all(writing);
    await database.close();

    expect(bytes).toBeGreaterThan(0);
    expect(checkSqliteIntegrity(copy)).toEqual([]);
    const restored = openSqlite(copy);
    expect((await checkAuditChain(restored.db)).brokenAt).toBeNull();
    await restored.close();
  });

  it('leaves no write-ahead log behind when it is closed', async () => {
    const file = join(temporaryFolder(), 'satgas.sqlite');
    const database = openSqlite(file);
    await migrateToLatest(database.writer);
    await database.close();
    expect(() => rmSync(`${file}-wal`)).toThrow(/ENOENT/);
  });

  it('that is none is named in a sentence, and so is one that cannot be there', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'letter.sqlite');
    writeFileSync(file, 'Dengan hormat, bersama ini kami sampaikan laporan bulanan. '.repeat(50));
    await expect(openStore({ dataDir: folder, databaseUrl: file })).rejects.toThrow(
      `${file} is not a database of this application`,
    );
    await expect(openStore({ dataDir: join(file, 'data'), databaseUrl: file })).rejects.toThrow(
      'cannot be written (a file is in the way): set DATA_DIR',
    );
  });

  it('is not looked for at a PostgreSQL address, which is named without its password when nobody answers there', async () => {
    const databaseUrl = 'postgres://satgas:rahasia@127.0.0.1:1/satgas';
    const opening = openStore({ dataDir: temporaryFolder(), databaseUrl });
    await expect(opening).rejects.toThrow('No PostgreSQL server answers at postgres://satgas:…@127.0.0.1:1/satgas');
  });
});
