import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { CompiledQuery } from 'kysely';
import type { TestProject } from 'vitest/node';
import { type DatabaseHandle, openPostgres, openSqlite } from '#db/connection.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { seedBase } from '#db/seed/seed.ts';
import { startPostgres } from './postgres.ts';
import { scratchFolder } from './scratch.ts';
import { TEMPLATE_DATABASE } from './template.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** An SQLite file to copy. */
    sqliteTemplate: string;
    postgresBaseUrl: string;
  }
}

async function prepare(database: DatabaseHandle): Promise<void> {
  await migrateToLatest(database.writer);
  await database.transaction((trx) => seedBase(trx, { provinceCode: '76' }));
  await database.close();
}

let discard: () => Promise<void> = async () => {};

/** Makes one migrated, seeded template per engine; every test works on a copy of its own. */
export async function setup(project: TestProject): Promise<void> {
  const folder = scratchFolder('templates');
  const sqliteTemplate = join(folder, 'template.sqlite');
  await prepare(openSqlite(sqliteTemplate));

  const postgres = await startPostgres();
  discard = async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const admin = openPostgres(`${postgres.baseUrl}/postgres`);
  await admin.db.executeQuery(CompiledQuery.raw(`create database ${TEMPLATE_DATABASE}`));
  await admin.close();
  await prepare(openPostgres(`${postgres.baseUrl}/${TEMPLATE_DATABASE}`));

  project.provide('sqliteTemplate', sqliteTemplate);
  project.provide('postgresBaseUrl', postgres.baseUrl);
}

export async function teardown(): Promise<void> {
  await discard();
}
