import type { DatabaseHandle } from '#db/connection.ts';
import { referenceOf } from '#server/reference/reference.service.ts';
import type { Clock } from '#server/report/report.service.ts';
import { groupBy } from '#shared/group-by.ts';
import type { ImportContext } from '#shared/history-import.ts';
import type { AreaLevel } from '#shared/indicator.ts';
import { monthOfDate } from '#shared/month.ts';
import { listAllAliases, listAreasWithBps } from './history-import.queries.ts';

/** Everything that a file of past months may name: indicators that are reported, their areas and those around them, all agencies. */
export async function importContext(handle: DatabaseHandle, clock: Clock): Promise<ImportContext> {
  const reference = await referenceOf(handle);
  const indicators = [...reference.indicatorById.values()]
    .filter((each) => each.isReported === 1)
    .map((each) => ({
      id: each.id,
      issueId: each.issueId,
      nameId: each.nameId,
      nameEn: each.nameEn,
      shortNameId: each.shortNameId,
      shortNameEn: each.shortNameEn,
      unitId: each.unitId,
      unitEn: each.unitEn,
      decimals: each.decimals,
      allowsNegative: each.allowsNegative === 1,
      levels: levelsOf(reference, each),
    }));
  // Villages are many: they are named only where some figure is collected there.
  const hasVillages = indicators.some(({ levels }) => levels.includes('village'));
  const areas = await listAreasWithBps(handle.db, {});
  const aliases = groupBy(await listAllAliases(handle.db, {}), ({ areaId }) => areaId);
  return {
    currentMonth: monthOfDate(clock.today),
    indicators,
    areas: areas
      .filter(({ id, level }) => reference.areaById.has(id) && (hasVillages || level !== 'village'))
      .map((area) => ({ ...area, aliases: (aliases.get(area.id) ?? []).map(({ alias }) => alias) })),
    issues: reference.issues.map(({ id, slug, nameId, nameEn }) => ({ id, slug, nameId, nameEn })),
    agencies: [...reference.agencyById.values()].map(({ id, abbr, name }) => ({ id, abbr, name })),
  };
}

function levelsOf(
  reference: Awaited<ReturnType<typeof referenceOf>>,
  { id, collectLevel }: { id: string; collectLevel: AreaLevel },
): AreaLevel[] {
  const only = reference.areasByIndicator.get(id);
  if (!only) return [collectLevel];
  return [...new Set([...only].flatMap((areaId) => reference.areaById.get(areaId)?.level ?? []))].sort();
}
