import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';

export async function seedPublished(_trx: Kysely<Database>): Promise<void> {}
