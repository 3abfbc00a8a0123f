import { randomUUID } from 'node:crypto';
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CompiledQuery } from 'kysely';
import { afterEach, describe, inject } from 'vitest';
import { type DatabaseHandle, openPostgres, openSqlite } from '#db/connection.ts';
import { scratchFolder } from './scratch.ts';
import { TEMPLATE_DATABASE } from './template.ts';

export type Engine = 'sqlite' | 'postgres';

/** Opens a fresh database: migrated, with reference data and published figures, closed after the test. */
export type OpenDatabase = () => Promise<DatabaseHandle>;

interface Opened {
  database: DatabaseHandle;
  discard: () => Promise<void>;
}

async function openSqliteCopy(): Promise<Opened> {
  const folder = scratchFolder('test');
  const file = join(folder, 'test.sqlite');
  copyFileSync(inject('sqliteTemplate'), file);
  return {
    database: openSqlite(file),
    discard: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function runAsAdmin(sql: string): Promise<void> {
  const admin = openPostgres(`${inject('postgresBaseUrl')}/postgres`, { maxConnections: 1 });
  await admin.db.executeQuery(CompiledQuery.raw(sql));
  await admin.close();
}

async function openPostgresCopy(): Promise<Opened> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await runAsAdmin(`create database ${name} template ${TEMPLATE_DATABASE}`);
  return {
    database: openPostgres(`${inject('postgresBaseUrl')}/${name}`, { maxConnections: 4 }),
    discard: () => runAsAdmin(`drop database if exists ${name} with (force)`),
  };
}

/** Runs the same block of tests on SQLite and on PostgreSQL. */
export function onEachEngine(title: string, body: (open: OpenDatabase, engine: Engine) => void): void {
  describe.each<Engine>(['sqlite', 'postgres'])(`${title} (%s)`, (engine) => {
    const opened: Opened[] = [];

    afterEach(async () => {
      for (const { database, discard } of opened.splice(0)) {
        await database.close();
        await discard();
      }
    });

    body(async () => {
      const one = engine === 'sqlite' ? await openSqliteCopy() : await openPostgresCopy();
      opened.push(one);
      return one.database;
    }, engine);
  });
}
