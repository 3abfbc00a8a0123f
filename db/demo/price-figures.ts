import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { addMonths, type Month, monthRange, monthsBetween } from '#shared/month.ts';
import type { Calendar } from './calendar.ts';
import type { Places } from './places.ts';
import { between, randomFor } from './random.ts';
import type { SampleFigures } from './sample-figures.ts';

/** Where the invented inflation settles, in per cent. */
const settledRate = 2.9;

/**
 * Invented inflation for the months after the last published one, in the province and its CPI cities, and the IPH of
 * the other regencies. The index, the year, the month and the year to date fit together: one index path gives all.
 */
export async function addPriceFigures(
  trx: Kysely<Database>,
  { calendar, places, figures }: { calendar: Calendar; places: Places; figures: SampleFigures },
): Promise<void> {
  for (const { id } of places.regencies.filter((regency) => !regency.isCpiCity)) {
    for (const month of calendar.months) {
      figures.set('IPH', id, month, Math.round(between(randomFor(`IPH ${id} ${month}`), -1.6, 2.2) * 100));
    }
  }

  const cities = places.regencies.filter((regency) => regency.isCpiCity).map((regency) => regency.id);
  const published = await trx
    .selectFrom('published_figure')
    .select(['seriesId', 'areaId', 'month', 'value'])
    .where('seriesId', 'in', ['inf-yoy-bps', 'ihk-2022'])
    .where('areaId', 'in', [places.provinceId, ...cities])
    .where('value', 'is not', null)
    .orderBy('month')
    .execute();
  const pointsOf = (seriesId: string, areaId: string) =>
    published.flatMap((row) =>
      row.seriesId === seriesId && row.areaId === areaId && row.value !== null
        ? [{ month: row.month, value: row.value / 100 }]
        : [],
    );
  const provinceIndex = pointsOf('ihk-2022', places.provinceId);
  const rates = new Map<string, number>();

  for (const areaId of [...cities, places.provinceId]) {
    const lastKnown = pointsOf('inf-yoy-bps', areaId).at(-1);
    const start = lastKnown?.month ?? addMonths(calendar.baseline, 12);
    const index = indexPath(areaId, provinceIndex, start, lastKnown?.value ?? settledRate);
    for (const month of monthRange(addMonths(start, 1), calendar.current)) {
      const rate = rateOf(areaId, places.provinceId, cities, rates, {
        month,
        start,
        startRate: lastKnown?.value ?? settledRate,
      });
      rates.set(`${areaId} ${month}`, rate);
      index.set(month, (index.get(addMonths(month, -12)) ?? 100) * (1 + rate / 100));
      addMonth(figures, areaId, month, index);
    }
  }
}

/** From the last published rate back to the settled one; the province lies between its cities. */
function rateOf(
  areaId: string,
  provinceId: string,
  cities: readonly string[],
  rates: ReadonlyMap<string, number>,
  { month, start, startRate }: { month: Month; start: Month; startRate: number },
): number {
  const cityRates = cities.flatMap((city) => rates.get(`${city} ${month}`) ?? []);
  if (areaId === provinceId && cityRates.length > 0) {
    return cityRates.reduce((sum, rate) => sum + rate, 0) / cityRates.length;
  }
  const settling = (startRate - settledRate) * 0.8 ** monthsBetween(start, month);
  return settledRate + settling + between(randomFor(`inflation ${areaId} ${month}`), -0.35, 0.35);
}

/** The index of the year before the sample: the published points of the province, with straight lines between them. */
function indexPath(
  areaId: string,
  points: readonly { month: Month; value: number }[],
  start: Month,
  startRate: number,
): Map<Month, number> {
  const ownLevel = between(randomFor(`index ${areaId}`), 0.997, 1.003);
  const path = new Map<Month, number>();
  for (const month of monthRange(addMonths(start, -12), addMonths(start, -1))) {
    path.set(month, lineAt(points, month) * ownLevel);
  }
  path.set(start, (path.get(addMonths(start, -12)) ?? 100) * (1 + startRate / 100));
  return path;
}

function lineAt(points: readonly { month: Month; value: number }[], month: Month): number {
  const before = points.findLast((point) => point.month <= month);
  const after = points.find((point) => point.month > month);
  if (!before || !after) return before?.value ?? after?.value ?? 105;
  const share = monthsBetween(before.month, month) / monthsBetween(before.month, after.month);
  return before.value + (after.value - before.value) * share;
}

function addMonth(figures: SampleFigures, areaId: string, month: Month, index: ReadonlyMap<Month, number>): void {
  const now = index.get(month) ?? 100;
  const changeSince = (earlier: Month) => {
    const then = index.get(earlier);
    return then === undefined ? undefined : Math.round((now / then - 1) * 10_000);
  };
  const set = (indicatorId: string, scaled: number | undefined) => {
    if (scaled !== undefined) figures.set(indicatorId, areaId, month, scaled);
  };
  set('IHK', Math.round(now * 100));
  set('INF_YOY', changeSince(addMonths(month, -12)));
  set('INF_MTM', changeSince(addMonths(month, -1)));
  set('INF_YTD', changeSince(`${Number(month.slice(0, 4)) - 1}-12`));
}
