import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { fromScaled } from '#shared/scale.ts';
import type { Places, Regency } from './places.ts';

/** How large things are in a regency, so that the sample lies in the order of magnitude of what was published. */
export interface Levels {
  poorFamilies: number;
  stuntedChildren: number;
  underFives: number;
  /** Per cent of the children measured. */
  stuntingPrevalence: number;
  listedOutOfSchool: number;
  atRiskOfMarriage: number;
  marriagesUnder19AMonth: number;
  dispensationsAMonth: number;
}

/** Per 1,000 inhabitants, from the province's published totals, where a regency has no figure of its own. */
const per1000 = {
  poorFamilies: 13.4,
  stuntedChildren: 11.2,
  underFives: 73.9,
  listedOutOfSchool: 30.3,
  atRiskOfMarriage: 2.2,
  marriagesUnder19AMonth: 0.0156,
  dispensationsAMonth: 0.0089,
};

/** The task force's list of stunted children is shorter than the count of the health posts (16,377 to 22,533). */
const listedOfStunted = 0.73;

export async function loadLevels(trx: Kysely<Database>, places: Places): Promise<Map<string, Levels>> {
  const rows = await trx
    .selectFrom('published_figure')
    .innerJoin('indicator', 'indicator.id', 'published_figure.indicatorId')
    .select(['seriesId', 'areaId', 'month', 'value', 'decimals'])
    .where('seriesId', 'in', ['p3ke-kk-dinsos', 'st-anak-eppgbm', 'st-eppgbm'])
    .where('value', 'is not', null)
    .orderBy('month')
    .execute();
  const find = (seriesId: string, regencyId: string) => {
    const row = rows.find((each) => each.seriesId === seriesId && each.areaId === regencyId);
    return row?.value == null ? undefined : fromScaled(row.value, row.decimals);
  };
  return new Map(places.regencies.map((regency) => [regency.id, levelsOf(regency, find)]));
}

function levelsOf(
  { id, population }: Regency,
  find: (seriesId: string, regencyId: string) => number | undefined,
): Levels {
  const usual = (rate: number) => (rate * population) / 1000;
  const stunted = find('st-anak-eppgbm', id);
  return {
    poorFamilies: find('p3ke-kk-dinsos', id) ?? usual(per1000.poorFamilies),
    stuntedChildren: stunted === undefined ? usual(per1000.stuntedChildren) : stunted * listedOfStunted,
    underFives: usual(per1000.underFives),
    stuntingPrevalence: find('st-eppgbm', id) ?? 26,
    listedOutOfSchool: usual(per1000.listedOutOfSchool),
    atRiskOfMarriage: usual(per1000.atRiskOfMarriage),
    marriagesUnder19AMonth: usual(per1000.marriagesUnder19AMonth),
    dispensationsAMonth: usual(per1000.dispensationsAMonth),
  };
}
