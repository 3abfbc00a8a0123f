import type { Insertable, Kysely } from 'kysely';
import type { Database, PublishedFigureTable, SeriesBreakTable, SeriesTable } from '#db/schema.ts';
import { confidenceSchema } from '#shared/indicator.ts';
import { NATION } from './areas.ts';
import { insertMissing } from './bulk-insert.ts';
import { optional, readReference, required, scaledDecimal } from './csv.ts';
import { decimalsOf } from './indicators/index.ts';
import { isLoaded, markLoaded } from './loaded-version.ts';
import { publishedSmallWins } from './small-wins.ts';

/** Raised whenever the published figures change, so that the next start adds what is new. */
const PUBLISHED_VERSION = '1';

/**
 * Loads every figure that the sources give for the nation and for the provinces in the database, with its source,
 * period and confidence. What a source leaves empty is a row without a value: looked for, not found, never 0.
 */
export async function seedPublished(trx: Kysely<Database>): Promise<void> {
  const provinces = await trx.selectFrom('area').select('id').where('level', '=', 'province').orderBy('id').execute();
  const places = [NATION.id, ...provinces.map((province) => province.id)];
  const version = `${places.join('+')}/${PUBLISHED_VERSION}`;
  if (await isLoaded(trx, 'published.version', version)) return;
  const now = new Date().toISOString();

  const indicatorBySeries = new Map<string, string>();
  for (const place of places) {
    const series = readSeries(place);
    for (const each of series) indicatorBySeries.set(each.id, each.indicatorId);
    await insertMissing(trx, 'series', series);
    await insertMissing(trx, 'series_break', readSeriesBreaks(place));
    await insertMissing(trx, 'published_figure', readFigures(place, indicatorBySeries));
    const { wins, areas } = publishedSmallWins(place, now);
    await insertMissing(trx, 'small_win', wins);
    await insertMissing(trx, 'small_win_area', areas);
  }
  await markLoaded(trx, 'published.version', version, now);
}

function readSeries(place: string): Insertable<SeriesTable>[] {
  return readReference(place, 'series').map((row) => ({
    id: required(row, 'id'),
    indicatorId: required(row, 'indicator_id'),
    nameId: required(row, 'name_id'),
    nameEn: required(row, 'name_en'),
    source: required(row, 'source'),
    sortOrder: Number(required(row, 'sort_order')),
  }));
}

function readSeriesBreaks(place: string): Insertable<SeriesBreakTable>[] {
  return readReference(place, 'series_break').map((row) => ({
    id: required(row, 'id'),
    indicatorId: required(row, 'indicator_id'),
    month: required(row, 'month'),
    labelId: required(row, 'label_id'),
    labelEn: required(row, 'label_en'),
  }));
}

function readFigures(
  place: string,
  indicatorBySeries: ReadonlyMap<string, string>,
): Insertable<PublishedFigureTable>[] {
  const rowsByKey = new Map<string, number>();
  return readReference(place, 'published').map((row) => {
    const [seriesId, areaId, month] = [required(row, 'series_id'), required(row, 'area_id'), required(row, 'month')];
    const indicatorId = indicatorBySeries.get(seriesId);
    if (!indicatorId) throw new RangeError(`unknown series ${seriesId}`);
    const key = `${seriesId}/${areaId}/${month}`;
    // Several weeks of one month are told apart by their order; the file gives the latest first, which then leads.
    const sameMonth = (rowsByKey.get(key) ?? 0) + 1;
    rowsByKey.set(key, sameMonth);
    return {
      id: sameMonth === 1 ? key : `${key}/${sameMonth}`,
      seriesId,
      indicatorId,
      areaId,
      month,
      periodLabel: required(row, 'period_label'),
      value: scaledDecimal(row.value ?? '', decimalsOf(indicatorId)),
      source: required(row, 'source'),
      cutOff: optional(row, 'cut_off'),
      confidence: row.confidence ? confidenceSchema.parse(row.confidence) : null,
      note: optional(row, 'note'),
      isSample: 0,
    };
  });
}
