import { expect, it } from 'vitest';
import type { DatabaseHandle } from '#db/connection.ts';
import type { PageScope } from '#server/figure/page-scope.service.ts';
import { issuePage } from '#server/issue/issue.service.ts';
import { compareValue } from '#shared/comparison.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { insertAgency } from '#tests/support/factories.ts';
import { insertCells, insertTargets } from '#tests/support/figure-factories.ts';

const scope: PageScope = {
  provinceId: '76',
  month: '2026-03',
  scope: 'verified',
  audience: 'staff',
  asOf: '2026-04-11',
  timeZone: 'Asia/Makassar',
  dataVersion: 1,
};

async function slugOf(database: DatabaseHandle, issueId: 'ST' | 'INF' | 'KE'): Promise<string> {
  const row = await database.db.selectFrom('issue').select('slug').where('id', '=', issueId).executeTakeFirstOrThrow();
  return row.slug;
}

async function districts(database: DatabaseHandle): Promise<string[]> {
  const rows = await database.db
    .selectFrom('area')
    .select('id')
    .where('level', '=', 'district')
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}

onEachEngine('issue page', (open) => {
  it('shows the published cascade of August 2023 with every formula, and who coordinates', async () => {
    const database = await open();
    const page = await issuePage(database, { ...scope, month: '2023-08' }, await slugOf(database, 'ST'));
    expect(page.cascade).toMatchObject({ basis: 'published', month: '2023-08' });
    const values = Object.fromEntries(page.cascade?.stages.map(({ stage, figure }) => [stage, figure?.value]) ?? []);
    expect(values).toMatchObject({ target_group: 16377, reached: 9085, left: 1054, referred: 22 });
    expect(values.valid).toBeUndefined();
    const share = (id: string) => page.cascade?.shares.find((each) => each.id === id)?.value;
    const remaining = (id: string) => page.cascade?.remaining.find((each) => each.id === id)?.value;
    expect(share('reachedOfTarget')).toBeCloseTo(55.47, 2);
    expect(share('leftOfReached')).toBeCloseTo(11.6, 1);
    expect(share('reachedOfValid')).toBeNull();
    expect(remaining('target_minus_left')).toBe(15323);
    expect(remaining('target_minus_reached')).toBe(7292);
    expect(remaining('reached_minus_left_minus_referred')).toBe(8009);
    expect(page.coordinator).toMatchObject({ agencyId: 'dinkes', role: 'issue_coordinator', validTo: '2025-12-31' });
    expect((await issuePage(database, scope, page.issue.slug)).coordinator?.agencyId).toBe('dinkes-p2kb');
  });

  it('keeps two sources apart: survey beside routine, headline beside report', async () => {
    const database = await open();
    const page = await issuePage(database, { ...scope, month: '2023-08' }, await slugOf(database, 'ST'));
    const truths = (kind: string) => page.twoTruths.filter((each) => each.kind === kind);
    expect(truths('routine_and_survey')[0]?.sides.map(({ figure }) => figure.value)).toEqual([24.4, 35]);
    expect(truths('programme_and_survey')[0]?.sides.map(({ figure }) => figure.value)).toEqual([1054, 35]);
    expect(truths('sources_differ')[0]?.sides.map(({ figure }) => figure.value)).toEqual([1054, 1024]);
    expect(page.outcome?.status.zone).toBe('red');
    expect(page.outcome?.trajectory.series.map((line) => line.id)).toEqual(['st-survei|76']);
    expect(page.outcome?.trajectory.runRate).toMatchObject({ targetMonth: '2023-12', targetValue: 23.52 });
  });

  it('recomputes ratios from their parts and says when the parts do not match', async () => {
    const database = await open();
    const { id: agencyId } = await insertAgency(database);
    const [first = '', second = ''] = await districts(database);
    const base = { agencyId, issueId: 'ST' as const, month: '2026-03' };
    await insertCells(database, {
      ...base,
      indicatorId: 'ST_DITIMBANG',
      cells: [
        { areaId: first, value: 80 },
        { areaId: second, value: 10 },
      ],
    });
    await insertCells(database, {
      ...base,
      indicatorId: 'ST_BALITA',
      cells: [
        { areaId: first, value: 100 },
        { areaId: second, value: 20 },
      ],
    });
    await insertCells(database, { ...base, indicatorId: 'ST_ANAK', cells: [{ areaId: first, value: 30 }] });
    await insertCells(database, {
      ...base,
      indicatorId: 'ST_DIUKUR',
      cells: [
        { areaId: first, value: 100 },
        { areaId: second, value: 20 },
      ],
    });

    const page = await issuePage(database, scope, await slugOf(database, 'ST'));
    const figure = (id: string) => page.supporting.find((each) => each.indicator.id === id)?.figure;
    expect(figure('ST_DS')).toMatchObject({ value: 75, isComparable: true, held: 2 });
    expect(figure('ST_PREV_EPPGBM')).toMatchObject({ value: 25, isComparable: false, held: 1 });
  });

  it('gives regencies every operand of the comparison, and their trends with gaps', async () => {
    const database = await open();
    const { id: agencyId } = await insertAgency(database);
    const all = await districts(database);
    const base = { agencyId, issueId: 'ST' as const };
    for (const [month, value] of [
      ['2025-12', 10],
      ['2026-02', 15],
      ['2026-03', 20],
    ] as const) {
      const cells = all.map((areaId) => ({ areaId, value }));
      await insertCells(database, { ...base, month, indicatorId: 'ST_INTERVENSI', cells });
      const targetGroup = all.map((areaId) => ({ areaId, value: 40 }));
      await insertCells(database, { ...base, month, indicatorId: 'ST_SASARAN', cells: targetGroup });
    }
    await insertTargets(database, [
      { indicatorId: 'ST_INTERVENSI', areaId: '76', month: '2025-06', kind: 'baseline', value: 0 },
      { indicatorId: 'ST_INTERVENSI', areaId: '76', month: '2026-06', kind: 'target', value: 69 * 40 },
    ]);

    const page = await issuePage(database, scope, await slugOf(database, 'ST'));
    const row = page.regencies?.rows.find((each) => each.area.id === '76.02');
    expect(row?.figure).toMatchObject({ value: 220, held: 11, expected: 11 });
    const operands = {
      value: row?.figure?.value ?? null,
      population: row?.area.population ?? null,
      targetGroup: row?.targetGroup?.value ?? null,
    };
    expect(compareValue(operands, 'pct_of_target')).toBe(50);
    expect(compareValue(operands, 'per_1000')).toBeCloseTo(220 / 288.382, 6);

    const trend = page.trends?.areas.find((each) => each.area.id === '76.02');
    expect(trend?.points).toHaveLength(25);
    expect(trend?.points.slice(-4).map((point) => point.value)).toEqual([110, null, 165, 220]);
    expect(page.cascade).toMatchObject({ basis: 'reported', month: '2026-03' });
    expect(page.headline.status).toMatchObject({ status: 'critical', reason: null });
    expect(page.headline.trajectory).toMatchObject({ to: '2026-06' });
    expect(page.headline.trajectory.runRate).toMatchObject({ targetMonth: '2026-06', monthsLeft: 3 });
    expect(page.headline.trajectory.runRate?.perMonth).toBeCloseTo((69 * 10) / 3, 6);
    expect(page.headline.trajectory.runRate?.neededPerMonth).toBeCloseTo((69 * 20) / 3, 6);
    expect(page.completeness?.received).toBe(1);
  });

  it('neither divides a publication by reports nor takes a month with few reports for a fall', async () => {
    const database = await open();
    const { id: agencyId } = await insertAgency(database);
    const all = await districts(database);
    const base = { agencyId, issueId: 'ST' as const, indicatorId: 'ST_INTERVENSI' };
    for (const [month, value] of [
      ['2026-01', 10],
      ['2026-02', 15],
    ] as const) {
      await insertCells(database, { ...base, month, cells: all.map((areaId) => ({ areaId, value })) });
    }
    await insertCells(database, { ...base, month: '2026-03', cells: [{ areaId: '76.02.01', value: 20 }] });
    await insertTargets(database, [
      { indicatorId: 'ST_INTERVENSI', areaId: '76', month: '2025-06', kind: 'baseline', value: 0 },
      { indicatorId: 'ST_INTERVENSI', areaId: '76', month: '2026-06', kind: 'target', value: 69 * 40 },
    ]);
    await database.transaction((trx) =>
      trx
        .insertInto('published_figure')
        .values({
          id: 'one-regency',
          seriesId: 'st-sasaran-satgas',
          indicatorId: 'ST_SASARAN',
          areaId: '76.02',
          month: '2026-03',
          periodLabel: 'Maret 2026',
          value: 400,
          source: 'Pers',
          cutOff: null,
          confidence: 'M',
          note: null,
          isSample: 0,
        })
        .execute(),
    );

    const page = await issuePage(database, scope, await slugOf(database, 'ST'));
    const row = page.regencies?.rows.find((each) => each.area.id === '76.02');
    expect(row?.figure).toMatchObject({ value: 20, basis: 'verified' });
    expect(row).toMatchObject({ targetGroup: null, stages: [{ indicatorId: 'ST_INTERVENSI' }] });
    expect(page.headline.figure).toMatchObject({ value: 20, held: 1 });
    expect(page.headline.status).toMatchObject({ status: 'no_data', reason: 'incomplete' });
    const { runRate } = page.headline.trajectory;
    expect(runRate).toMatchObject({ perMonth: 69 * 5, basisMonths: 2, monthsLeft: 3 });
    expect(runRate?.projected).toBe(69 * (15 + 4 * 5));
  });

  it('sets inflation beside the nation and its band, and draws the change of base as a break', async () => {
    const database = await open();
    const slug = await slugOf(database, 'INF');
    const { inflation, regencies, headline } = await issuePage(database, { ...scope, month: '2024-12' }, slug);
    expect(regencies).toBeNull();
    expect(inflation?.areas.map(({ area }) => area.id)).toEqual(['ID', '76', '76.02', '76.05']);
    const [nation, province] = inflation?.areas ?? [];
    expect(headline.figure?.areaId).toBe('76');
    expect(inflation?.differenceToNation).toBeCloseTo(
      (province?.figures.yoy?.value ?? Number.NaN) - (nation?.figures.yoy?.value ?? Number.NaN),
      9,
    );
    expect(inflation?.planned.at(-1)).toMatchObject({ low: 1.5, high: 3.5 });
    expect(inflation?.breaks).toMatchObject([{ indicatorId: 'INF_YOY', month: '2024-01' }]);
    expect(inflation?.priceIndex?.areas).toHaveLength(4);

    const before = await issuePage(database, { ...scope, month: '2023-08' }, slug);
    expect(before.headline.figure).toMatchObject({ areaId: '76.02', basis: 'published' });
  });

  it('does not know an issue of another name', async () => {
    await expect(issuePage(await open(), scope, 'tidak-ada')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
