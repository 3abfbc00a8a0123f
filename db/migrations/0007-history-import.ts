import type { Kysely } from 'kysely';

/** Imports of past months: one row each, and the reports that each touched. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('history_import')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('fileName', 'text', (c) => c.notNull())
    .addColumn('actorId', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('fingerprint', 'text', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('fromMonth', 'text', (c) => c.notNull())
    .addColumn('toMonth', 'text', (c) => c.notNull())
    .addColumn('rowCount', 'integer', (c) => c.notNull())
    .addColumn('newCount', 'integer', (c) => c.notNull())
    .addColumn('changedCount', 'integer', (c) => c.notNull())
    .addColumn('correctionCount', 'integer', (c) => c.notNull())
    .addColumn('sameCount', 'integer', (c) => c.notNull())
    .addColumn('refusedCount', 'integer', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('history_import_by_time').on('history_import').column('at').execute();

  await db.schema
    .createTable('history_import_report')
    .addColumn('importId', 'text', (c) => c.notNull().references('history_import.id'))
    .addColumn('reportId', 'text', (c) => c.notNull().references('report.id'))
    .addColumn('newCount', 'integer', (c) => c.notNull())
    .addColumn('changedCount', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('history_import_report_pk', ['importId', 'reportId'])
    .execute();
}
