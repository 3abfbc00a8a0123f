import { expect, it } from 'vitest';
import type { DatabaseHandle } from '#db/connection.ts';
import type { PageScope } from '#server/figure/page-scope.service.ts';
import { overview } from '#server/overview/overview.service.ts';
import type { IssueId } from '#shared/indicator.ts';
import type { IssueCard, Overview } from '#shared/overview.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { insertAgency } from '#tests/support/factories.ts';
import { insertCells, insertTargets } from '#tests/support/figure-factories.ts';
import { insertSmallWin } from '#tests/support/small-win-factories.ts';

const scope: PageScope = {
  provinceId: '76',
  month: '2026-03',
  scope: 'verified',
  audience: 'public',
  asOf: '2026-04-11',
  timeZone: 'Asia/Makassar',
  dataVersion: 1,
};

function cardOf(answer: Overview, issueId: IssueId): IssueCard {
  const card = answer.cards.find((each) => each.issue.id === issueId);
  if (!card) throw new Error(`no card of ${issueId}`);
  return card;
}

async function districtsOf(database: DatabaseHandle, regencyId: string): Promise<string[]> {
  const rows = await database.db
    .selectFrom('area')
    .select('id')
    .where('parentId', '=', regencyId)
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}

onEachEngine('overview', (open) => {
  it('shows the published cascade of August 2023 with its source, and the outcome where nothing was reported', async () => {
    const database = await open();
    const answer = await overview(database, { ...scope, month: '2023-08' });

    const stunting = cardOf(answer, 'ST');
    expect(stunting.headline).toMatchObject({ role: 'headline', cutOff: { label: 's.d. minggu II Agustus 2023' } });
    expect(stunting.headline.figure).toMatchObject({ value: 9085, basis: 'published', month: '2023-08' });
    expect(stunting.headline.figure?.source).toContain('Wahyudi Iswar');
    expect(stunting.reached?.share.whole.value).toBe(16377);
    expect(stunting.reached?.share.value).toBeCloseTo(55.474, 3);
    expect(stunting.left?.figure.value).toBe(1054);

    const poverty = cardOf(answer, 'KE');
    expect(poverty.headline).toMatchObject({ role: 'outcome', indicator: { id: 'KE_PCT', isPercentage: true } });
    expect(poverty.headline.figure).toMatchObject({ value: 0.75, month: '2023-03' });
    expect(poverty.headline.change).toMatchObject({ value: -2.19, fromMonth: '2022-03', isPercentagePoint: true });
    expect(poverty.headline.target).toMatchObject({ value: 0, month: '2024-12', areaId: 'ID' });
    expect(poverty.headline.status.status).toBe('on_track');
    expect(poverty.outcome).toBeNull();
  });

  it('adds what districts hold, says how many hold it and leaves missing months as gaps', async () => {
    const database = await open();
    const agency = await insertAgency(database);
    const [first = '', second = '', third = ''] = await districtsOf(database, '76.04');
    const base = { agencyId: agency.id, issueId: 'ST' as const, indicatorId: 'ST_INTERVENSI' };
    await insertCells(database, { ...base, month: '2026-01', cells: [{ areaId: first, value: 40 }] });
    await insertCells(database, {
      ...base,
      month: '2026-03',
      cutOffDate: '2026-03-28',
      cutOffLabel: 's.d. minggu IV Maret 2026',
      cells: [
        { areaId: first, value: 100 },
        { areaId: second, value: 0 },
        { areaId: third, value: null },
      ],
    });

    const { headline, sparkline } = cardOf(await overview(database, scope), 'ST');
    const { districtCount } = await database.db
      .selectFrom('area')
      .select('districtCount')
      .where('id', '=', '76')
      .executeTakeFirstOrThrow();
    expect(headline.figure).toMatchObject({
      value: 100,
      held: 2,
      expected: districtCount - 1,
      basis: 'verified',
      isSample: false,
    });
    expect(headline.cutOff).toEqual({ label: 's.d. minggu IV Maret 2026', date: '2026-03-28' });
    expect(headline.change).toMatchObject({ value: 60, fromMonth: '2026-01', isComparable: false });
    expect(sparkline.points.slice(-3).map((point) => point.value)).toEqual([40, null, 100]);
  });

  it('keeps what is not verified out of the verified scope, and marks it in the provisional one', async () => {
    const database = await open();
    const agency = await insertAgency(database);
    const [first = '', second = ''] = await districtsOf(database, '76.04');
    await insertCells(database, {
      agencyId: agency.id,
      issueId: 'ST',
      indicatorId: 'ST_INTERVENSI',
      month: '2026-03',
      cells: [
        { areaId: first, value: 100 },
        { areaId: second, value: 50, status: 'submitted' },
      ],
    });
    const verified = cardOf(await overview(database, scope), 'ST').headline.figure;
    expect(verified).toMatchObject({ value: 100, held: 1, basis: 'verified' });
    const provisional = cardOf(await overview(database, { ...scope, scope: 'provisional', audience: 'staff' }), 'ST');
    expect(provisional.headline.figure).toMatchObject({ value: 150, held: 2, basis: 'provisional' });
  });

  it('measures regencies against their own targets, and says why where it cannot', async () => {
    const database = await open();
    const agency = await insertAgency(database);
    const whole = await districtsOf(database, '76.04');
    const [part = ''] = await districtsOf(database, '76.05');
    await insertCells(database, {
      agencyId: agency.id,
      issueId: 'ST',
      indicatorId: 'ST_INTERVENSI',
      month: '2026-03',
      cells: [...whole, part].map((areaId) => ({ areaId, value: 10 })),
    });
    const path = (areaId: string) => [
      { indicatorId: 'ST_INTERVENSI', areaId, month: '2025-12', kind: 'baseline' as const, value: 0 },
      { indicatorId: 'ST_INTERVENSI', areaId, month: '2026-12', kind: 'target' as const, value: whole.length * 40 },
    ];
    await insertTargets(database, [...path('76.04'), ...path('76.05')]);

    const answer = await overview(database, scope);
    const cell = (areaId: string, issueId: IssueId) =>
      answer.regions.find((row) => row.area.id === areaId)?.cells.find((each) => each.issueId === issueId);
    expect(cell('76.04', 'ST')?.status).toMatchObject({ status: 'on_track', share: 1, reason: null });
    expect(cell('76.05', 'ST')?.status).toMatchObject({ status: 'no_data', reason: 'incomplete' });
    expect(cell('76.02', 'ST')?.status).toMatchObject({ status: 'no_data', reason: 'no_figure' });
    expect(cell('76.01', 'INF')?.status).toMatchObject({ status: 'no_data', reason: 'not_collected' });
    expect(answer.regions.every((row) => row.area.tileRow !== null)).toBe(true);
  });

  it('tells staff who has not reported and by how many days, and the public nothing of it', async () => {
    const database = await open();
    await insertCells(database, {
      agencyId: (await insertAgency(database, { abbr: 'Tepat' })).id,
      issueId: 'ST',
      indicatorId: 'ST_INTERVENSI',
      month: '2026-03',
      cells: [{ areaId: '76.04.01', value: 1 }],
    });
    const staff = await overview(database, { ...scope, audience: 'staff' });
    expect(staff.completeness).toMatchObject({ received: 1, onTime: 1, verified: 1, dueDate: '2026-04-05' });
    expect(staff.completeness?.missing).toBe((staff.completeness?.expected ?? 0) - 1);
    expect(staff.lateReports?.items.length).toBeLessThanOrEqual(6);
    expect(staff.lateReports?.total).toBe(staff.completeness?.missing);
    expect(staff.lateReports?.items.every((each) => each.daysLate === 6)).toBe(true);
    expect(staff.restatements).toEqual({ since: '2026-03-11', count: 0 });

    const everybody = await overview(database, scope);
    expect([everybody.completeness, everybody.lateReports, everybody.restatements]).toEqual([null, null, null]);
  });

  it('shows a claim that differs from the figure held as differing', async () => {
    const database = await open();
    const { smallWins } = await overview(database, { ...scope, month: '2023-09' });
    const claim = smallWins.find((win) => win.claim?.indicator.id === 'ST_KELUAR')?.claim;
    expect(claim).toMatchObject({ claimed: 1024, held: 1054, differs: true });
  });

  it('compares a claim as it is written, with what is verified, in every scope alike', async () => {
    const database = await open();
    const { id: agencyId } = await insertAgency(database);
    const base = { agencyId, issueId: 'ST' as const, month: '2026-03' };
    // Two of three is 66.666…, claimed as 66.67.
    await insertCells(database, { ...base, indicatorId: 'ST_DITIMBANG', cells: [{ areaId: '76.04.01', value: 2 }] });
    await insertCells(database, {
      ...base,
      indicatorId: 'ST_BALITA',
      cells: [
        { areaId: '76.04.01', value: 3 },
        { areaId: '76.04.02', value: 5, status: 'submitted' },
      ],
    });
    await insertSmallWin(database, {
      state: 'published',
      issueId: 'ST',
      date: '2026-03-20',
      indicatorId: 'ST_DS',
      areaId: '76',
      month: '2026-03',
      claimedValue: 6667,
    });
    for (const data of ['verified', 'provisional'] as const) {
      const { smallWins } = await overview(database, { ...scope, scope: data, audience: 'staff' });
      expect(smallWins[0]?.claim, data).toMatchObject({ claimed: 66.67, differs: false });
      expect(smallWins[0]?.claim?.held, data).toBeCloseTo(66.6667, 4);
    }
  });
});
