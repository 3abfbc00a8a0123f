import {
  type AreaRow,
  areaBrief,
  type Catalogue,
  type FigureSet,
  type IndicatorRow,
  indicatorBrief,
  plannedPath,
  statusAnswer,
} from '#server/figure/figure.service.ts';
import type { InflationAnswer } from '#shared/issue-page.ts';
import { addMonths, type Month } from '#shared/month.ts';

/** The measures of inflation by what they compare a month with; the three are never mixed. */
export const inflationIds = { yoy: 'INF_YOY', mtm: 'INF_MTM', ytd: 'INF_YTD' } as const;
export const priceIndexId = 'IPH';

const chartMonths = 36;

interface InflationAreas {
  nation: AreaRow | undefined;
  province: AreaRow;
  regencies: readonly AreaRow[];
}

/** Province and CPI cities beside the nation. Null where the catalogue has no inflation. */
export function inflationAnswer(
  { catalogue, figures }: { catalogue: Catalogue; figures: FigureSet },
  { nation, province, regencies }: InflationAreas,
  month: Month,
): InflationAnswer | null {
  const [yoy, mtm, ytd] = Object.values(inflationIds).map((id) => catalogue.indicators.get(id));
  if (!yoy || !mtm || !ytd) return null;
  const areas = [...(nation ? [nation] : []), province, ...regencies.filter((area) => area.isCpiCity === 1)];
  // One month for all, so that the columns can be compared; an area that has none for it has a gap.
  const known = areas.slice(nation ? 1 : 0).flatMap((area) => figures.latest(yoy.id, area.id, month)?.month ?? []);
  const shown = known[0] ?? month;
  const from = addMonths(month, -chartMonths);
  const at = (indicator: IndicatorRow, areaId: string) => figures.at(indicator.id, areaId, shown);
  const [here, there] = [at(yoy, province.id), nation ? at(yoy, nation.id) : null];
  return {
    indicators: { yoy: indicatorBrief(yoy), mtm: indicatorBrief(mtm), ytd: indicatorBrief(ytd) },
    areas: areas.map((area) => ({
      area: areaBrief(area),
      figures: { yoy: at(yoy, area.id), mtm: at(mtm, area.id), ytd: at(ytd, area.id) },
      status: statusAnswer(yoy, at(yoy, area.id), figures.targets(yoy.id, area.id)),
    })),
    series: areas.flatMap((area) => figures.series(yoy.id, area.id, from, month)),
    planned: plannedPath(figures.targets(yoy.id, province.id), from, month),
    breaks: figures.breaks(yoy.id).filter((each) => each.month >= from && each.month <= month),
    differenceToNation:
      here?.value == null || there?.value == null ? null : Number((here.value - there.value).toPrecision(12)),
    priceIndex: priceIndex(catalogue, figures, regencies, month),
  };
}

/** What the regencies without a consumer price index have instead. */
function priceIndex(
  catalogue: Catalogue,
  figures: FigureSet,
  regencies: readonly AreaRow[],
  month: Month,
): InflationAnswer['priceIndex'] {
  const indicator = catalogue.indicators.get(priceIndexId);
  if (!indicator) return null;
  return {
    indicator: indicatorBrief(indicator),
    areas: regencies
      .filter((area) => area.isCpiCity === 0)
      .map((area) => ({ area: areaBrief(area), figure: figures.latest(indicator.id, area.id, month) })),
  };
}
