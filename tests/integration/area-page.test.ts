import { expect, it } from 'vitest';
import { areaPage } from '#server/area/area.service.ts';
import type { PageScope } from '#server/figure/page-scope.service.ts';
import type { AreaIssue, AreaPage } from '#shared/area-page.ts';
import type { IssueId } from '#shared/indicator.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { insertAgency } from '#tests/support/factories.ts';
import { insertCells } from '#tests/support/figure-factories.ts';

const scope: PageScope = {
  provinceId: '76',
  month: '2023-08',
  scope: 'verified',
  audience: 'public',
  asOf: '2023-09-11',
  timeZone: 'Asia/Makassar',
  dataVersion: 1,
};

function issueOf(page: AreaPage, issueId: IssueId): AreaIssue {
  const found = page.issues.find((each) => each.issue.id === issueId);
  if (!found) throw new Error(`no ${issueId}`);
  return found;
}

onEachEngine('area page', (open) => {
  it('names the owner of a district on that day, and the coordinator where there is none', async () => {
    const { db } = await open();
    const balanipa = await areaPage(db, scope, '76.04.12');
    expect(balanipa.ancestors.map((each) => each.id)).toEqual(['76', '76.04']);
    expect(issueOf(balanipa, 'ST').responsible).toMatchObject([
      { role: 'area_owner', name: expect.stringContaining('Umum') },
    ]);
    const owned = await db.selectFrom('assignment').select('areaId').where('areaId', 'is not', null).execute();
    const free = await db
      .selectFrom('area')
      .select('id')
      .where('level', '=', 'district')
      .where(
        'id',
        'not in',
        owned.map((row) => row.areaId ?? ''),
      )
      .orderBy('id')
      .executeTakeFirstOrThrow();
    const unowned = await areaPage(db, scope, free.id);
    expect(issueOf(unowned, 'ST').responsible).toMatchObject([{ role: 'issue_coordinator', agencyId: 'dinkes' }]);
  });

  it('keeps both codes, other names and size of an area', async () => {
    const { db } = await open();
    const { area, children } = await areaPage(db, scope, '76.01');
    expect(area).toMatchObject({ id: '76.01', bpsCode: '7605', formerName: 'Mamuju Utara', population: 183376 });
    expect(area.areaKm2).toBe(2901.704);
    expect(area.aliases.length).toBeGreaterThan(0);
    expect(children).toHaveLength(12);
  });

  it('shows five issues and every child in the same month, a missing one as missing', async () => {
    const database = await open();
    const { id: agencyId } = await insertAgency(database);
    await insertCells(database, {
      agencyId,
      issueId: 'KE',
      indicatorId: 'KE_INTERVENSI',
      month: '2026-03',
      cells: [
        { areaId: '76.01.01', value: 7 },
        { areaId: '76.01.02', value: 0 },
      ],
    });
    const page = await areaPage(database.db, { ...scope, month: '2026-03' }, '76.01');
    expect(page.issues).toHaveLength(5);
    expect(issueOf(page, 'KE').headline.figure).toMatchObject({ value: 7, held: 2, expected: 12, basis: 'verified' });
    const child = (id: string) =>
      page.children.find((each) => each.area.id === id)?.cells.find((cell) => cell.issueId === 'KE');
    expect(child('76.01.01')?.figure?.value).toBe(7);
    expect(child('76.01.02')?.figure?.value).toBe(0);
    expect(child('76.01.03')?.figure).toBeNull();
  });

  it('hides small figures of villages from the public', async () => {
    const database = await open();
    const { id: agencyId } = await insertAgency(database);
    const village = await database.db
      .selectFrom('area')
      .select('id')
      .where('parentId', '=', '76.04.12')
      .orderBy('id')
      .executeTakeFirstOrThrow();
    await database.transaction((trx) =>
      trx.updateTable('indicator').set({ collectLevel: 'village' }).where('id', '=', 'KE_INTERVENSI').execute(),
    );
    await insertCells(database, {
      agencyId,
      issueId: 'KE',
      indicatorId: 'KE_INTERVENSI',
      month: '2026-03',
      cells: [{ areaId: village.id, value: 3 }],
    });
    const month = '2026-03';
    const shown = async (audience: PageScope['audience']) =>
      issueOf(await areaPage(database.db, { ...scope, month, audience }, village.id), 'KE').headline.figure?.value ??
      null;
    expect(await shown('staff')).toBe(3);
    expect(await shown('public')).toBeNull();
    // The district's total is that one village's figure.
    const district = await areaPage(database.db, { ...scope, month }, '76.04.12');
    expect(issueOf(district, 'KE').headline.figure).toBeNull();
  });

  it('hides with a village’s small figure the next smallest, so that the district’s total does not tell it', async () => {
    const database = await open();
    const { id: agencyId } = await insertAgency(database);
    const villages = await database.db
      .selectFrom('area')
      .select('id')
      .where('parentId', '=', '76.04.12')
      .orderBy('id')
      .limit(4)
      .execute();
    await database.transaction((trx) =>
      trx.updateTable('indicator').set({ collectLevel: 'village' }).where('id', '=', 'KE_INTERVENSI').execute(),
    );
    const values = [20, 3, 0, 8];
    await insertCells(database, {
      agencyId,
      issueId: 'KE',
      indicatorId: 'KE_INTERVENSI',
      month: '2026-03',
      cells: villages.map(({ id }, index) => ({ areaId: id, value: values[index] ?? 0 })),
    });
    const month = '2026-03';
    const seen = async (audience: PageScope['audience']) => {
      const district = await areaPage(database.db, { ...scope, month, audience }, '76.04.12');
      const cellsOf = (id: string) => district.children.find((child) => child.area.id === id)?.cells ?? [];
      const alone = await Promise.all(
        villages.map(({ id }) => areaPage(database.db, { ...scope, month, audience }, id)),
      );
      return {
        total: issueOf(district, 'KE').headline.figure?.value,
        listed: villages.map(
          ({ id }) => cellsOf(id).find((cell) => cell.indicatorId === 'KE_INTERVENSI')?.figure?.value ?? null,
        ),
        alone: alone.map((page) => issueOf(page, 'KE').headline.figure?.value ?? null),
      };
    };
    expect(await seen('staff')).toEqual({ total: 31, listed: values, alone: values });
    const told = [20, null, 0, null];
    expect(await seen('public')).toEqual({ total: 31, listed: told, alone: told });
  });

  it('does not answer for another province', async () => {
    const { db } = await open();
    await expect(areaPage(db, scope, '32')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(areaPage(db, scope, 'ID')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
