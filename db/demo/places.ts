import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { between, randomFor } from './random.ts';

export interface Regency {
  id: string;
  population: number;
  isCpiCity: boolean;
}

export interface District {
  id: string;
  regencyId: string;
  /** The district's part of its regency, 0–1. No source gives the districts' population: villages stand in for it. */
  share: number;
}

export interface Places {
  provinceId: string;
  regencies: Regency[];
  districts: District[];
  /** Each area with those above it, leaf first. */
  pathOf: (areaId: string) => string[];
}

/** Where a regency's population is unknown. */
const usualPopulation = 200_000;

export async function loadPlaces(trx: Kysely<Database>, provinceCode: string): Promise<Places> {
  const areas = await trx
    .selectFrom('area')
    .select(['id', 'parentId', 'level', 'population', 'villageCount', 'isCpiCity'])
    .where('level', 'in', ['province', 'regency', 'district'])
    .orderBy('id')
    .execute();
  const parentOf = new Map(areas.map((area) => [area.id, area.parentId]));
  const inside = areas.filter((area) => area.id.startsWith(`${provinceCode}.`));
  const regencies = inside
    .filter((area) => area.level === 'regency')
    .map((area) => ({
      id: area.id,
      population: area.population ?? usualPopulation,
      isCpiCity: area.isCpiCity === 1,
    }));
  const weights = inside
    .filter((area) => area.level === 'district')
    .map((area) => ({
      id: area.id,
      regencyId: area.parentId ?? provinceCode,
      weight: Math.max(1, area.villageCount) * between(randomFor(`size ${area.id}`), 0.7, 1.3),
    }));
  const totals = new Map<string, number>();
  for (const { regencyId, weight } of weights) totals.set(regencyId, (totals.get(regencyId) ?? 0) + weight);

  return {
    provinceId: provinceCode,
    regencies,
    districts: weights.map(({ id, regencyId, weight }) => ({
      id,
      regencyId,
      share: weight / (totals.get(regencyId) ?? weight),
    })),
    pathOf: (areaId) => {
      const path: string[] = [];
      for (let id: string | null | undefined = areaId; id; id = parentOf.get(id)) path.push(id);
      return path;
    },
  };
}
