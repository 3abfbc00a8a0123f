import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { readAgencies, readAgencySuccessors, readAssignments } from './agencies.ts';
import { NATION, readAreas } from './areas.ts';
import { insertMissing } from './bulk-insert.ts';
import { consistencyRules } from './consistency-rules.ts';
import { indicatorAreas, indicators } from './indicators/index.ts';
import { issues } from './issues.ts';
import { isLoaded, markLoaded } from './loaded-version.ts';
import { readTargets } from './targets.ts';

/** Raised whenever the reference data change, so that the next start adds what is new. */
const REFERENCE_VERSION = '1';

/**
 * Loads issues, indicators, rules, areas, agencies, assignments and targets of one province. Rows that exist stay as
 * they are: a person may have edited them. Does nothing when this version was loaded before.
 * @throws RangeError for a code that is no province's
 */
export async function seedReference(trx: Kysely<Database>, { provinceCode }: { provinceCode: string }): Promise<void> {
  const version = `${provinceCode}/${REFERENCE_VERSION}`;
  if (await isLoaded(trx, 'reference.version', version)) return;
  const now = new Date().toISOString();
  const { areas, aliases } = await readAreas(provinceCode);

  await insertMissing(trx, 'issue', issues);
  await insertMissing(trx, 'indicator', indicators);
  await insertMissing(trx, 'consistency_rule', consistencyRules);
  await insertMissing(trx, 'area', [NATION, ...areas]);
  await insertMissing(trx, 'area_alias', aliases);
  await insertMissing(trx, 'indicator_area', indicatorAreas(areas));
  await insertMissing(trx, 'agency', readAgencies(provinceCode));
  await insertMissing(trx, 'agency_successor', readAgencySuccessors(provinceCode));
  await insertMissing(trx, 'assignment', readAssignments(provinceCode, now));
  await insertMissing(trx, 'target', [...readTargets(NATION.id, now), ...readTargets(provinceCode, now)]);
  await markLoaded(trx, 'reference.version', version, now);
}
