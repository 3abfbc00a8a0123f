import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { seedPublished } from './published.ts';
import { seedReference } from './reference.ts';

export { seedPublished, seedReference };

/** Reference data and published history of one province; call it in a transaction. Safe to call at every start. */
export async function seedBase(trx: Kysely<Database>, { provinceCode }: { provinceCode: string }): Promise<void> {
  await seedReference(trx, { provinceCode });
  await seedPublished(trx);
}
