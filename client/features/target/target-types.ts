import { useLocale } from '#client/i18n/use-locale.ts';
import type { RouterOutput } from '#client/lib/trpc.ts';
import { groupBy } from '#shared/group-by.ts';
import type { TargetIndicator, TargetPoint } from '#shared/target.ts';

export type TargetList = RouterOutput['target']['list'];

/** The points of one indicator for one area, in the order of their months. */
export interface TargetPath {
  key: string;
  indicator: TargetIndicator;
  areaId: string;
  areaName: string;
  points: TargetPoint[];
}

/** Paths in the order of the indicators; the province before its parts. */
export function pathsOf({ indicators, points }: TargetList): TargetPath[] {
  const byIndicator = groupBy(points, (point) => point.indicatorId);
  return indicators.flatMap((indicator) =>
    [...groupBy(byIndicator.get(indicator.id) ?? [], (point) => point.areaId)].map(([areaId, ofArea]) => ({
      key: `${indicator.id} ${areaId}`,
      indicator,
      areaId,
      areaName: ofArea[0]?.areaName ?? areaId,
      points: ofArea,
    })),
  );
}

export function useTargetNames() {
  const locale = useLocale();
  const name = (indicator: TargetIndicator) => (locale === 'en' ? indicator.nameEn : indicator.nameId);
  return {
    name,
    unit: (indicator: TargetIndicator) => (locale === 'en' ? indicator.unitEn : indicator.unitId),
    path: ({ indicator, areaName }: Pick<TargetPath, 'indicator' | 'areaName'>) => `${name(indicator)} · ${areaName}`,
  };
}
