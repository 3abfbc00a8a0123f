import type { AreaRow } from '#db/seed/areas.ts';
import { childMarriageIndicators } from './child-marriage.ts';
import { extremePovertyIndicators } from './extreme-poverty.ts';
import { inflationIndicators } from './inflation.ts';
import type { IndicatorRow } from './make.ts';
import { outOfSchoolIndicators } from './out-of-school.ts';
import { stuntingIndicators } from './stunting.ts';

/** All indicators in the order of the grid: issue by issue, the cascade first. */
export const indicators: readonly IndicatorRow[] = [
  ...extremePovertyIndicators,
  ...stuntingIndicators,
  ...outOfSchoolIndicators,
  ...childMarriageIndicators,
  ...inflationIndicators,
].map((indicator, index) => ({ ...indicator, sortOrder: index + 1 }));

const decimalsById = new Map(indicators.map((indicator) => [indicator.id, indicator.decimals]));

/** How many decimals an indicator's figures keep. @throws RangeError for an unknown indicator */
export function decimalsOf(indicatorId: string): number {
  const decimals = decimalsById.get(indicatorId);
  if (decimals === undefined) throw new RangeError(`unknown indicator ${indicatorId}`);
  return decimals;
}

const inCpiCities = ['INF_YOY', 'INF_MTM', 'INF_YTD', 'IHK'];

/** Where an indicator is collected, when that is not simply every area of its level. */
export function indicatorAreas(areas: readonly AreaRow[]): { indicatorId: string; areaId: string }[] {
  const provinces = areas.filter((area) => area.level === 'province');
  const regencies = areas.filter((area) => area.level === 'regency');
  const cpiCities = regencies.filter((area) => area.isCpiCity === 1);
  const others = regencies.filter((area) => area.isCpiCity !== 1);

  return indicators.flatMap(({ id, aggregation, collectLevel }) => {
    if (aggregation !== 'none' || collectLevel !== 'regency') return [];
    const places = inCpiCities.includes(id)
      ? [...provinces, ...cpiCities]
      : id === 'IPH'
        ? others
        : [...provinces, ...regencies];
    return places.map((area) => ({ indicatorId: id, areaId: area.id }));
  });
}
