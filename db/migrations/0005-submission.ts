import type { Kysely } from 'kysely';

/** The id that a submission was asked with: asked again, because its answer was lost, it is not done twice. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('report').addColumn('submissionId', 'text').execute();
}
