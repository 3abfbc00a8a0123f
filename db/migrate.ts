import { type Kysely, Migrator, sql } from 'kysely';
import { migrations } from './migrations/index.ts';
import type { Database } from './schema.ts';

/** The database was written by a newer version of the application, which this one must not touch. */
export class NewerDatabaseError extends Error {
  readonly unknownMigrations: string[];

  constructor(unknownMigrations: string[]) {
    super(`The database was made by a newer version (${unknownMigrations.join(', ')}).`);
    this.name = 'NewerDatabaseError';
    this.unknownMigrations = unknownMigrations;
  }
}

/** The hash the audit chain starts from. */
export const GENESIS_HASH = '0'.repeat(64);

async function findUnknownMigrations(db: Kysely<Database>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return [];
  const applied = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  return applied.rows.map((row) => row.name).filter((name) => !(name in migrations));
}

/**
 * Brings the database up to date.
 * @returns the names of the migrations that ran
 * @throws NewerDatabaseError when the database knows migrations that this version does not
 */
export async function migrateToLatest(db: Kysely<Database>): Promise<string[]> {
  const unknown = await findUnknownMigrations(db);
  if (unknown.length > 0) throw new NewerDatabaseError(unknown);

  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;

  await db
    .insertInto('audit_head')
    .values({ id: 1, seq: 0, hash: GENESIS_HASH, dataVersion: 1, updatedAt: new Date().toISOString() })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  return (results ?? []).filter((result) => result.status === 'Success').map((result) => result.migrationName);
}
