import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { DatabaseHandle } from '#db/connection.ts';
import { type CsvRow, parseCsv } from '#db/seed/csv.ts';
import { fromScaled } from '#shared/scale.ts';
import { onEachEngine } from '#tests/support/engines.ts';

function source(name: string): CsvRow[] {
  return parseCsv(readFileSync(new URL(`./seed-sources/${name}.csv`, import.meta.url), 'utf8'));
}

const areaCodes: Record<string, string> = {
  Indonesia: 'ID',
  Sulbar: '76',
  'Sulbar (printed total)': '76',
  'Sulawesi Barat': '76',
  Pasangkayu: '76.01',
  Mamuju: '76.02',
  Mamasa: '76.03',
  'Polewali Mandar': '76.04',
  Majene: '76.05',
  'Mamuju Tengah': '76.06',
};

interface Cell {
  indicatorId: string;
  areaId: string;
  month: string;
  text: string;
}

async function loadFigures(database: DatabaseHandle) {
  const rows = await database.db
    .selectFrom('published_figure')
    .innerJoin('indicator', 'indicator.id', 'published_figure.indicatorId')
    .selectAll('published_figure')
    .select('decimals')
    .execute();
  return rows.map((row) => ({ ...row, real: row.value === null ? null : fromScaled(row.value, row.decimals) }));
}

/** Every cell of the sources' tables: which indicator, where, when, and what is printed ('' for nothing). */
function printedCells(): Cell[] {
  const cells: Cell[] = [];
  const add = (indicatorId: string, areaName: string | undefined, month: string, text: string | undefined) =>
    cells.push({ indicatorId, areaId: areaCodes[areaName ?? ''] ?? `unknown ${areaName}`, month, text: text ?? '' });

  for (const row of source('val_poverty')) {
    const period = row.period ?? '';
    add(row.indicator ?? '', row.area, period.length === 4 ? `${period}-03` : period, row.value);
  }
  for (const row of source('val_p3ke')) {
    add('KE_P3KE_KK', row.area, '2022-12', row.p3ke_2022_kk);
    add('KE_P3KE_JIWA', row.area, '2022-12', row.p3ke_2022_jiwa);
    add('KE_P3KE_KK', row.area, '2023-12', row.dinsos_dec2023_kk);
    add('KE_P3KE_JIWA', row.area, '2024-07', row.p1d1_jul2024_jiwa);
  }
  for (const row of source('val_stunting_survey')) {
    for (const column of ['2019_ssgbi', '2021_ssgi', '2022_ssgi', '2023_ski', '2024_ssgi']) {
      add('ST_PREV_SURVEI', row.area, `${column.slice(0, 4)}-12`, row[column]);
    }
  }
  for (const row of source('val_stunting_routine')) {
    add('ST_PREV_EPPGBM', row.area, '2022-12', row.pct_eppgbm_2022);
    add('ST_ANAK', row.area, '2024-08', row.children_aug2024);
    add('ST_KRS', row.area, '2023-12', row.krs_families_2023);
  }
  for (const row of source('val_childmarriage')) {
    for (const year of ['2017', '2018', '2019', '2020', '2021', '2022', '2023', '2024']) {
      add('PA_PCT', row.area, `${year}-12`, row[year]);
    }
  }
  for (const row of source('val_inflation')) {
    const month = row.period ?? '';
    // Before 2024 only Mamuju had a CPI: the monthly, yearly and index columns are Mamuju's, and Majene had none.
    const isNewBase = month >= '2024-01';
    const place = isNewBase ? 'Sulbar' : 'Mamuju';
    add('INF_YOY', 'Sulbar', month, row.sulbar_yoy);
    add('INF_YOY', 'Mamuju', month, row.mamuju_yoy);
    if (isNewBase) add('INF_YOY', 'Majene', month, row.majene_yoy);
    add('INF_MTM', place, month, row.sulbar_mtm);
    add('INF_YTD', place, month, row.sulbar_ytd);
    add('IHK', place, month, row.ihk);
    add('INF_YOY', 'Indonesia', month, row.national_yoy);
  }
  return cells;
}

onEachEngine('published history', (open) => {
  it('has every printed figure, and a row without a value where nothing is printed', async () => {
    const figures = await loadFigures(await open());
    const cells = printedCells();
    expect(cells.length).toBeGreaterThan(400);
    const missing = cells.filter(
      ({ indicatorId, areaId, month, text }) =>
        !figures.some(
          (figure) =>
            figure.indicatorId === indicatorId &&
            figure.areaId === areaId &&
            figure.month === month &&
            figure.real === (text === '' ? null : Number(text)),
        ),
    );
    expect(missing).toEqual([]);
  });

  it('turns nothing empty into 0: the zeros are those that were printed', async () => {
    const figures = await loadFigures(await open());
    const printedZeros = printedCells().filter((cell) => cell.text !== '' && Number(cell.text) === 0);
    const zeros = figures.filter((figure) => figure.value === 0);
    expect(zeros.map((figure) => [figure.indicatorId, figure.areaId, figure.month])).toEqual(
      printedZeros.map((cell) => [cell.indicatorId, cell.areaId, cell.month]),
    );
    expect(
      figures.filter((figure) => figure.value === null).every((figure) => figure.confidence === null || figure.note),
    ).toBe(true);
  });

  it('says of every figure where it is from', async () => {
    const figures = await loadFigures(await open());
    for (const figure of figures) {
      expect(figure.source.length).toBeGreaterThan(2);
      expect(figure.periodLabel).toMatch(/20\d\d/);
      expect(figure.isSample).toBe(0);
    }
    const withValue = figures.filter((figure) => figure.value !== null && figure.areaId !== 'ID');
    expect(withValue.filter((figure) => figure.confidence === null)).toEqual([]);
  });

  it('has the cascades of 2023, with both figures where the sources disagree', async () => {
    const figures = await loadFigures(await open());
    const printed = (seriesId: string, month: string, areaId = '76') =>
      figures.find((each) => each.seriesId === seriesId && each.month === month && each.areaId === areaId)?.real;
    const stunting = ['sasaran', 'intervensi', 'keluar', 'rujukan'].map((stage) =>
      printed(`st-${stage}-satgas`, '2023-08'),
    );
    expect(stunting).toEqual([16377, 9085, 1054, 22]);
    expect(printed('st-keluar-berita', '2023-08')).toBe(1024);
    expect(figures.find((each) => each.seriesId === 'st-keluar-satgas')?.periodLabel).toBe(
      's.d. minggu II Agustus 2023',
    );
    const schooling = ['rekonfirmasi', 'valid', 'kembali'].map((stage) => printed(`ats-${stage}-satgas`, '2023-08'));
    expect(schooling).toEqual([12897, 3724, 791]);
    const weeks = figures.filter((each) => each.seriesId === 'ats-rekonfirmasi-mingguan').map((each) => each.real);
    expect(weeks.sort()).toEqual([2000, 4000, 7000]);
    expect([printed('ats-jml-rakerpim', '2021-12'), printed('ats-jml-pers', '2023-06')]).toEqual([44493, 48105]);
    expect([printed('inf-yoy-artikel', '2023-11'), printed('inf-yoy-bps', '2023-11', '76.02')]).toEqual([1.19, 2.21]);
    expect([printed('inf-yoy-cetakan-lain', '2024-01', '76.05'), printed('inf-yoy-bps', '2024-01', '76.05')]).toEqual([
      3.41, 3.14,
    ]);
    expect([printed('pa-dispensasi-dp3ap2kb', '2022-12'), printed('pa-dispensasi-lain', '2022-12')]).toEqual([
      252, 264,
    ]);
    const removed = figures
      .filter((each) => each.seriesId.startsWith('p3ke-kk-dikeluarkan-'))
      .map((each) => each.real ?? 0);
    expect(removed.reduce((sum, each) => sum + each, 0)).toBe(printed('p3ke-kk-dikeluarkan', '2023-11', '76.04'));
    expect(
      figures.find((each) => each.seriesId === 'inf-yoy-bps' && each.month === '2024-04' && each.areaId === '76')?.note,
    ).toContain('DIRAGUKAN');
  });

  it('keeps survey and routine stunting, old and new poverty line, and the two CPI bases apart', async () => {
    const { db } = await open();
    const series = await db.selectFrom('series').selectAll().execute();
    const of = (indicatorId: string) =>
      series.filter((each) => each.indicatorId === indicatorId).map((each) => each.id);
    expect(of('ST_PREV_SURVEI')).toEqual(['st-survei']);
    expect(of('ST_PREV_EPPGBM')).toEqual(['st-eppgbm']);
    expect(of('IHK').sort()).toEqual(['ihk-2018', 'ihk-2022']);
    expect(of('KE_PCT')).toContain('ke-pct-bps-garis-baru');
    const breaks = await db.selectFrom('series_break').select(['indicatorId', 'month']).execute();
    expect(breaks).toContainEqual({ indicatorId: 'IHK', month: '2024-01' });
    expect(breaks).toContainEqual({ indicatorId: 'KE_PCT', month: '2025-07' });
    const onOldBase = await db
      .selectFrom('published_figure')
      .select('month')
      .where('seriesId', '=', 'ihk-2018')
      .orderBy('month', 'desc')
      .executeTakeFirst();
    const onNewBase = await db
      .selectFrom('published_figure')
      .select('month')
      .where('seriesId', '=', 'ihk-2022')
      .orderBy('month')
      .executeTakeFirst();
    expect([onOldBase?.month, onNewBase?.month]).toEqual(['2023-12', '2024-01']);
  });

  it('tells the small win of August 2023 with the headline’s figure as its claim', async () => {
    const { db } = await open();
    const win = await db
      .selectFrom('small_win')
      .selectAll()
      .where('indicatorId', '=', 'ST_KELUAR')
      .executeTakeFirstOrThrow();
    expect(win).toMatchObject({ claimedValue: 1024, month: '2023-08', state: 'published', isSample: 0 });
    expect(win.story).toContain('1.054');
  });
});
