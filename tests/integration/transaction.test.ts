import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openSqlite } from '#db/connection.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { onEachEngine } from '#tests/support/engines.ts';

it('says that the disk is full, loses nothing that was acknowledged and goes on once there is room', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'satgas-full-'));
  const database = openSqlite(join(folder, 'full.sqlite'));
  try {
    await migrateToLatest(database.writer);
    const write = (key: string, value = key) =>
      database.transaction((trx) => trx.insertInto('setting').values({ key, value, updatedAt: '' }).execute());
    const keys = async () => (await database.db.selectFrom('setting').select('key').execute()).map((row) => row.key);
    await write('before');

    await sql`pragma max_page_count = 1`.execute(database.writer);
    const outcomes = await Promise.allSettled([
      write('large', 'x'.repeat(500_000)),
      write('larger', 'y'.repeat(900_000)),
    ]);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'SQLITE_FULL' } });
    }
    expect(await keys()).toEqual(['before']);

    await sql`pragma max_page_count = 1073741823`.execute(database.writer);
    await write('after');
    expect((await keys()).toSorted()).toEqual(['after', 'before']);
  } finally {
    await database.close();
    rmSync(folder, { recursive: true });
  }
});

onEachEngine('transactions', (open) => {
  it('keeps what succeeded and undoes what failed, even when they share one commit', async () => {
    const database = await open();
    const write = (key: string, fails: boolean) =>
      database.transaction(async (trx) => {
        await trx.insertInto('setting').values({ key, value: key, updatedAt: '2026-01-01' }).execute();
        if (fails) throw new Error(`refused ${key}`);
        return key;
      });

    const outcomes = await Promise.allSettled([write('a', false), write('b', true), write('c', false)]);

    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const kept = await database.db.selectFrom('setting').select('key').where('key', 'in', ['a', 'b', 'c']).execute();
    expect(kept.map((row) => row.key).sort()).toEqual(['a', 'c']);
  });

  it('counts every one of many writers that arrive together', async () => {
    const database = await open();
    await database.transaction((trx) =>
      trx.insertInto('setting').values({ key: 'counter', value: '0', updatedAt: '' }).execute(),
    );

    await Promise.all(
      Array.from({ length: 50 }, () =>
        database.transaction(async (trx) => {
          const { value } = await trx
            .selectFrom('setting')
            .select('value')
            .where('key', '=', 'counter')
            .executeTakeFirstOrThrow();
          await trx
            .updateTable('setting')
            .set({ value: String(Number(value) + 1) })
            .where('key', '=', 'counter')
            .execute();
        }),
      ),
    );

    const { value } = await database.db
      .selectFrom('setting')
      .select('value')
      .where('key', '=', 'counter')
      .executeTakeFirstOrThrow();
    expect(value).toBe('50');
  });

  it('leaves the database usable after a statement that the engine refuses', async () => {
    const database = await open();
    await expect(database.transaction((trx) => sql`select * from no_such_table`.execute(trx))).rejects.toThrow();
    await expect(database.transaction((trx) => trx.selectFrom('issue').selectAll().execute())).resolves.toBeDefined();
  });
});
