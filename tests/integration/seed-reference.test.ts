import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { DatabaseHandle } from '#db/connection.ts';
import { type CsvRow, parseCsv } from '#db/seed/csv.ts';
import { seedBase } from '#db/seed/seed.ts';
import { normalizeAreaName } from '#shared/area-name.ts';
import { type IssueId, issueIds } from '#shared/indicator.ts';
import { onEachEngine } from '#tests/support/engines.ts';

function source(name: string): CsvRow[] {
  return parseCsv(readFileSync(new URL(`./seed-sources/${name}.csv`, import.meta.url), 'utf8'));
}

const listAreas = (database: DatabaseHandle) => database.db.selectFrom('area').selectAll().orderBy('id').execute();

onEachEngine('reference data', (open) => {
  it('holds one province with its 6 regencies, 69 districts and 648 villages, and none of another province', async () => {
    const areas = await listAreas(await open());
    const count = (level: string) => areas.filter((area) => area.level === level).length;
    expect(['nation', 'province', 'regency', 'district', 'village'].map(count)).toEqual([1, 1, 6, 69, 648]);
    expect(areas.filter((area) => area.id !== 'ID' && !/^76(\.|$)/.test(area.id))).toEqual([]);
  });

  it('keeps both code systems apart, with the population and the counts of parts of each regency', async () => {
    const areas = new Map((await listAreas(await open())).map((area) => [area.id, area]));
    for (const row of source('regency')) {
      expect(areas.get(row.kemendagri ?? '')).toMatchObject({
        name: row.name,
        bpsCode: row.bps,
        population: Number(row.population),
        male: Number(row.male),
        female: Number(row.female),
        areaKm2Milli: Math.round(Number(row.area_km2) * 1000),
        districtCount: Number(row.kecamatan),
        villageCount: Number(row.kelurahan) + Number(row.desa),
      });
    }
    expect(areas.get('76.01')).toMatchObject({ name: 'Pasangkayu', bpsCode: '7605' });
    expect(areas.get('76.05')).toMatchObject({ name: 'Majene', bpsCode: '7601', isCpiCity: 1 });
  });

  it('counts desa and kelurahan as the decree does', async () => {
    const areas = await listAreas(await open());
    for (const row of source('regency')) {
      const villages = areas.filter((area) => area.level === 'village' && area.id.startsWith(`${row.kemendagri}.`));
      const kinds = (kind: string) => villages.filter((village) => village.kind === kind).length;
      expect([kinds('desa'), kinds('kelurahan')]).toEqual([Number(row.desa), Number(row.kelurahan)]);
    }
  });

  it('names the districts as the province does, places the tiles, and links every area to its parent', async () => {
    const areas = await listAreas(await open());
    const byId = new Map(areas.map((area) => [area.id, area]));
    for (const row of source('kecamatan')) expect(byId.get(row.code ?? '')?.name).toBe(row.name);
    for (const row of source('regency_tiles')) {
      expect(byId.get(row.kemendagri ?? '')).toMatchObject({
        tileRow: Number(row.row),
        tileColumn: Number(row.column),
      });
    }
    for (const area of areas.filter(({ level }) => !['nation', 'province'].includes(level))) {
      expect(area.parentId).toBe(area.id.slice(0, area.id.lastIndexOf('.')));
    }
    expect([byId.get('ID')?.parentId, byId.get('76')?.parentId]).toEqual([null, null]);
  });

  it('knows the spellings that people use', async () => {
    const { db } = await open();
    const find = async (name: string) =>
      (
        await db.selectFrom('area_alias').select('areaId').where('normalized', '=', normalizeAreaName(name)).execute()
      ).map((row) => row.areaId);
    const spellings: [string, string][] = [
      ['Mattakali', '76.04.14'],
      ['Tubbi Taramanu', '76.04.05'],
      ['Alu', '76.04.15'],
      ['Buntu Malangka', '76.03.16'],
      ["Tanduk Kalua'", '76.03.09'],
      ['Sesena Padang', '76.03.08'],
      ['Tikke', '76.01.08'],
      ['Simboro dan Kepulauan', '76.02.12'],
      ['Kep. Bala Balakang', '76.02.16'],
      ['Polman', '76.04'],
      ['Mateng', '76.06'],
      ['MAMUJU UTARA', '76.01'],
    ];
    for (const [name, areaId] of spellings) expect(await find(name), name).toEqual([areaId]);
  });

  it('has the five issues with indicators that exist, and says of each what it means in both languages', async () => {
    const { db } = await open();
    const issues = await db.selectFrom('issue').selectAll().orderBy('sortOrder').execute();
    const indicators = await db.selectFrom('indicator').selectAll().execute();
    const ids = new Set(indicators.map((indicator) => indicator.id));
    expect(issues.map((issue) => issue.id)).toEqual([...issueIds]);
    for (const issue of issues) {
      expect(ids).toContain(issue.headlineIndicatorId);
      if (issue.outcomeIndicatorId) expect(ids).toContain(issue.outcomeIndicatorId);
    }
    for (const indicator of indicators) {
      const texts = [indicator.definitionId, indicator.definitionEn, indicator.nameId, indicator.nameEn];
      expect(
        Math.min(...[...texts, indicator.shortNameId, indicator.source].map((text) => text.length)),
      ).toBeGreaterThan(1);
      expect(indicator.definitionId).not.toBe(indicator.definitionEn);
      expect(indicator.aggregation === 'ratio').toBe(indicator.numeratorId !== null && indicator.factor !== null);
      if (['rate', 'index'].includes(indicator.measure)) expect(indicator.aggregation).not.toBe('sum');
    }
    const official = await db
      .selectFrom('indicator_area')
      .selectAll()
      .where('indicatorId', '=', 'INF_YOY')
      .orderBy('areaId')
      .execute();
    expect(official.map((row) => row.areaId)).toEqual(['76', '76.02', '76.05']);
    const iph = await db
      .selectFrom('indicator_area')
      .selectAll()
      .where('indicatorId', '=', 'IPH')
      .orderBy('areaId')
      .execute();
    expect(iph.map((row) => row.areaId)).toEqual(['76.01', '76.03', '76.04', '76.06']);
  });

  it('has consistency rules about indicators of their own issue only', async () => {
    const { db } = await open();
    const issueOf = new Map(
      (await db.selectFrom('indicator').select(['id', 'issueId']).execute()).map((row) => [row.id, row.issueId]),
    );
    const rules = await db.selectFrom('consistency_rule').selectAll().execute();
    expect(rules.length).toBeGreaterThan(20);
    for (const rule of rules) {
      for (const id of `${rule.leftIds}+${rule.rightIds}`.split('+')) expect(issueOf.get(id)).toBe(rule.issueId);
    }
  });

  it('has every agency of 2023, and ends on 31 December 2025 those that were merged', async () => {
    const { db } = await open();
    const agencies = await db.selectFrom('agency').selectAll().execute();
    const successors = await db.selectFrom('agency_successor').selectAll().execute();
    const of2023 = source('opd_2023');
    for (const row of of2023) {
      const abbr = row.abbr === 'Bappeda/Bapperida' ? 'Bapperida' : row.abbr;
      const agency = agencies.find((each) => each.abbr === abbr);
      expect(agency, row.abbr).toMatchObject({ confidence: row.confidence, type: row.type, validFrom: '2023-07-02' });
      const isMerged = source('opd_merge_2026').some((merge) => (merge.from_opd ?? '').split(' (')[0] === row.abbr);
      expect(agency?.validTo, row.abbr).toBe(isMerged ? '2025-12-31' : null);
    }
    const later = agencies.filter((agency) => agency.validFrom === '2026-01-01');
    expect(agencies.length).toBe(of2023.length + later.length);
    const ended = agencies.filter((agency) => agency.validTo !== null).map((agency) => agency.id);
    expect(new Set(successors.map((each) => each.agencyId))).toEqual(new Set(ended));
    expect(new Set(successors.map((each) => each.successorId))).toEqual(new Set(later.map((agency) => agency.id)));
  });

  it('assigns coordinators and the known owners, and hands them over where their agency was merged', async () => {
    const { db } = await open();
    const assignments = await db
      .selectFrom('assignment')
      .innerJoin('agency', 'agency.id', 'assignment.agencyId')
      .select([
        'abbr',
        'issueId',
        'areaId',
        'role',
        'assignment.validTo',
        'assignment.validFrom',
        'assignment.confidence',
      ])
      .execute();
    const on = (date: string, issueId: IssueId | null, areaId: string | null) =>
      assignments.filter(
        (each) =>
          each.issueId === issueId &&
          each.areaId === areaId &&
          each.validFrom <= date &&
          (each.validTo === null || date <= each.validTo),
      );
    for (const row of source('issue_coordinator')) {
      const issueId = issueIds.find((id) => id === row.issue_code) ?? null;
      expect(on('2023-08-31', issueId, null), row.abbr).toMatchObject([
        { abbr: row.abbr, role: 'issue_coordinator', confidence: 'H' },
      ]);
      expect(on('2026-10-31', issueId, null)).toHaveLength(1);
    }
    expect(on('2026-10-31', 'PA', null)[0]?.abbr).toBe('Dinsos P3A PMD');
    expect(on('2026-10-31', 'ST', null)[0]?.abbr).toBe('Dinkes P2KB');
    const known = source('area_responsible').filter((row) => row.opd !== '');
    expect(known).toHaveLength(13);
    for (const row of known) {
      const areaId = row.kecamatan_code ?? '';
      expect(on('2023-08-31', null, areaId)).toMatchObject([{ role: 'area_owner', confidence: row.confidence }]);
      expect(on('2026-10-31', null, areaId)).toHaveLength(1);
    }
    expect(on('2026-10-31', null, '76.01.08')).toMatchObject([{ abbr: 'Perkimtan Perhubungan', confidence: 'M' }]);
    expect(assignments.filter((each) => each.role === 'area_owner' && each.areaId === '76.03')).toEqual([]);
  });

  it('has every target with its scale, and the baselines of the leaders’ meeting of July 2023', async () => {
    const { db } = await open();
    const targets = await db.selectFrom('target').selectAll().execute();
    for (const row of source('target').filter((each) => each.year !== 'per tahun')) {
      const areaId = row.level === 'nasional' ? 'ID' : '76';
      const target = targets.find(
        (each) => each.indicatorId === row.indicator && each.areaId === areaId && each.month === `${row.year}-12`,
      );
      const value = Math.round(Number(row.target) * 100);
      expect(target).toMatchObject({ kind: 'target', value, confidence: row.confidence, isSample: 0 });
      if (row.indicator === 'INF_YOY') expect([target?.low, target?.high]).toEqual([value - 100, value + 100]);
    }
    const baselines = targets.filter((each) => each.kind === 'baseline').map((each) => [each.indicatorId, each.value]);
    expect(Object.fromEntries(baselines)).toEqual({
      KE_PCT: 294,
      MISKIN_PCT: 1192,
      // The meeting's 35 % (SSGI 2022) lies after the first target of 2022: the path starts at the survey before it.
      ST_PREV_SURVEI: 3380,
      PA_PCT: 1170,
      ATS_JML: 44493,
    });
  });

  it('loads again without a change, and leaves what a person edited or ended', async () => {
    const database = await open();
    const count = async () => {
      const tables = ['area', 'assignment', 'target', 'published_figure', 'small_win'] as const;
      const counts = await Promise.all(
        tables.map((table) =>
          database.db
            .selectFrom(table)
            .select((eb) => eb.fn.countAll<number>().as('rows'))
            .executeTakeFirstOrThrow(),
        ),
      );
      return counts.map((each) => Number(each.rows));
    };
    const before = await count();
    await database.transaction(async (trx) => {
      await trx
        .updateTable('indicator')
        .set({ nameId: 'Nama yang disunting' })
        .where('id', '=', 'ST_SASARAN')
        .execute();
      // An older version was loaded last: everything is looked at again.
      await trx
        .updateTable('setting')
        .set({ value: '76/0' })
        .where('key', 'in', ['reference.version', 'published.version'])
        .execute();
      await seedBase(trx, { provinceCode: '76' });
    });
    expect(await count()).toEqual(before);
    const edited = await database.db
      .selectFrom('indicator')
      .select('nameId')
      .where('id', '=', 'ST_SASARAN')
      .executeTakeFirst();
    expect(edited?.nameId).toBe('Nama yang disunting');
  });

  it('refuses a code that is no province', async () => {
    const database = await open();
    await expect(database.transaction((trx) => seedBase(trx, { provinceCode: '99' }))).rejects.toThrow('99');
  });
});
