import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { areaBrief, indicatorBrief, issueBrief, loadCatalogue, nationId } from '#server/figure/figure.service.ts';
import type { PageScope } from '#server/figure/page-scope.service.ts';
import { type Reference, referenceSchema } from '#shared/reference.ts';
import { listAgencies, listAliasesWithin, listAreasWithin } from './reference.queries.ts';

/** What pickers, search and labels need. */
export async function reference(
  db: Kysely<Database>,
  { provinceId }: Pick<PageScope, 'provinceId'>,
): Promise<Reference> {
  const within = `${provinceId}.%`;
  const [catalogue, areas, aliases, agencies] = await Promise.all([
    loadCatalogue(db),
    listAreasWithin(db, { id: provinceId, within, nationId }),
    listAliasesWithin(db, { within }),
    listAgencies(db, {}),
  ]);
  const aliasesByArea = new Map<string, string[]>();
  for (const { areaId, alias } of aliases) {
    const known = aliasesByArea.get(areaId);
    if (known) known.push(alias);
    else aliasesByArea.set(areaId, [alias]);
  }
  return referenceSchema.parse({
    provinceId,
    issues: catalogue.issues.map((row) => ({
      ...issueBrief(row),
      headlineIndicatorId: row.headlineIndicatorId,
      outcomeIndicatorId: row.outcomeIndicatorId,
      juklakState: row.juklakState,
    })),
    indicators: [...catalogue.indicators.values()].map((row) => ({
      ...indicatorBrief(row),
      definitionId: row.definitionId,
      definitionEn: row.definitionEn,
      source: row.source,
      collectLevel: row.collectLevel,
      isReported: row.isReported === 1,
      confidence: row.confidence,
    })),
    areas: areas.map((row) => ({
      ...areaBrief(row),
      bpsCode: row.bpsCode,
      aliases: aliasesByArea.get(row.id) ?? [],
    })),
    agencies,
  } satisfies Reference);
}
