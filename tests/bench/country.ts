import SqliteDatabase from 'better-sqlite3';
import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data';

/** The province whose figures come from the sample; the other 37 are the mass around it. */
const OWN = '76';

/** The agency that reports for the others. */
export const ELSEWHERE = 'elsewhere';

/** In the large set these are counted village by village, one per cascade; the sibling stays with the districts. */
const villageIndicators = [
  { id: 'KE_INTERVENSI', issueId: 'KE', siblingId: 'KE_VALID' },
  { id: 'ST_INTERVENSI', issueId: 'ST', siblingId: 'ST_VALID' },
  { id: 'ATS_INTERVENSI', issueId: 'ATS', siblingId: 'ATS_VALID' },
  { id: 'PA_INTERVENSI', issueId: 'PA', siblingId: 'PA_VALID' },
] as const;

const AT = '2026-01-01T00:00:00.000Z';

/**
 * Adds every village of the country to a province's database, with a verified figure per indicator, village and month,
 * and the rollups above. Written as SQL over whole tables: eight million figures.
 */
export async function addCountry(file: string, months: readonly string[]): Promise<void> {
  const db = new SqliteDatabase(file);
  // A crash while generating costs a run, not a figure.
  db.pragma('locking_mode = EXCLUSIVE');
  // The way out of write-ahead logging leads over a journal.
  db.pragma('journal_mode = DELETE');
  db.pragma('journal_mode = MEMORY');
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -400000');
  db.pragma('temp_store = MEMORY');
  try {
    await insertAreas(db);
    insertAgencies(db);
    for (const indicator of villageIndicators) {
      clearDistrictFigures(db, indicator.id);
      for (const month of months) insertVillageFigures(db, indicator, month);
      insertRollups(db, indicator.id);
    }
    db.prepare("update setting set value = 'bench' where key = 'reference.version'").run();
  } finally {
    db.close();
  }
}

type Db = SqliteDatabase.Database;

async function insertAreas(db: Db): Promise<void> {
  const insert = db.prepare(
    `insert into area (id, parentId, level, name, regencyCount, districtCount, villageCount, isCpiCity, codeVersion)
     values (?, ?, ?, ?, 0, 0, 0, 0, 'bench')`,
  );
  const [provinces, regencies, districts, villages] = await Promise.all([
    getProvinces(),
    getRegencies({ transform: true }),
    getDistricts({ transform: true }),
    getVillages({ transform: true }),
  ]);
  const isOther = ({ code }: { code: string }) => !code.startsWith(OWN);
  db.transaction(() => {
    for (const each of provinces.filter(isOther)) insert.run(each.code, null, 'province', each.name);
    for (const each of regencies.filter(isOther)) insert.run(each.code, each.provinceCode, 'regency', each.name);
    for (const each of districts.filter(isOther)) insert.run(each.code, each.regencyCode, 'district', each.name);
    for (const each of villages.filter(isOther)) insert.run(each.code, each.districtCode, 'village', each.name);
  })();
  // A code begins with the codes of the areas above it.
  for (const [column, level] of [
    ['regencyCount', 'regency'],
    ['districtCount', 'district'],
    ['villageCount', 'village'],
  ]) {
    for (const length of [2, 5, 8]) {
      db.exec(
        `update area set ${column} = c.n from (
           select substr(id, 1, ${length}) as above, count(*) as n from area
           where level = '${level}' and length(id) > ${length} group by 1
         ) as c where area.id = c.above and area.codeVersion = 'bench'`,
      );
    }
  }
}

/** One agency reports for all other provinces: theirs are not this province's to list. */
function insertAgencies(db: Db): void {
  db.exec(`
    insert into agency (id, abbr, name, type, validFrom, version)
      values ('${ELSEWHERE}', '${ELSEWHERE}', '${ELSEWHERE}', 'badan', '2020-01-01', 1);
    insert into assignment (id, agencyId, areaId, role, isSample, validFrom, version, createdAt)
      select 'bench-' || id, '${ELSEWHERE}', id, 'area_owner', 0, '2020-01-01', 1, '${AT}' from area
      where level = 'province' and id <> '${OWN}'`);
}

function clearDistrictFigures(db: Db, indicatorId: string): void {
  db.prepare("update indicator set collectLevel = 'village' where id = ?").run(indicatorId);
  for (const table of ['entry_comment', 'entry_revision', 'restatement', 'entry', 'rollup']) {
    db.prepare(`delete from ${table} where indicatorId = ?`).run(indicatorId);
  }
}

function insertVillageFigures(db: Db, indicator: (typeof villageIndicators)[number], month: string): void {
  const given = { ...indicator, month, step: Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) };
  db.prepare(
    `insert or ignore into report
       (id, agencyId, issueId, month, state, dueDate, expectedCells, filledCells, notApplicableCells, verifiedCells,
        returnedCells, draftCells, version, isSample, createdAt, updatedAt, firstSubmittedAt, submittedAt, verifiedAt)
     select :issueId || :month, '${ELSEWHERE}', :issueId, :month, 'verified', :month || '-28', sum(villageCount),
       sum(villageCount), 0, sum(villageCount), 0, 0, 1, 0, '${AT}', '${AT}', '${AT}', '${AT}', '${AT}'
     from area where level = 'province' and id <> '${OWN}'`,
  ).run(given);
  db.prepare(
    `insert into entry
       (indicatorId, month, areaId, reportId, kind, value, status, verifiedKind, verifiedValue, version, isSample,
        enteredAt, verifiedAt)
     select :id, :month, a.id, coalesce(s.reportId, :issueId || :month), 'number', v.value,
       'verified', 'number', v.value, 1, 0, '${AT}', '${AT}'
     from (select id, (rowid * 31 + :step * 3) % 60 as value from area where level = 'village') as v
     join area as a on a.id = v.id
     left join entry as s on s.indicatorId = :siblingId and s.month = :month and s.areaId = substr(a.id, 1, 8)
     where s.reportId is not null or substr(a.id, 1, 2) <> '${OWN}'
     order by a.id`,
  ).run(given);
}

/** Leaf rows and the rows above them, in the order of the key. */
function insertRollups(db: Db, indicatorId: string): void {
  const columns =
    'indicatorId, parentId, month, areaId, level, verifiedSum, verifiedHeld, verifiedNa, submittedSum, submittedHeld, submittedNa, sampleHeld, expected';
  db.prepare(
    `insert into rollup (${columns})
     select e.indicatorId, substr(e.areaId, 1, 8), e.month, e.areaId, 'village', e.value, 1, 0, e.value, 1, 0, 0, 1
     from entry as e where e.indicatorId = ? order by 2, 3, 4`,
  ).run(indicatorId);
  const levels = [
    { level: 'district', length: 8, parentLength: 5 },
    { level: 'regency', length: 5, parentLength: 2 },
    { level: 'province', length: 2, parentLength: 0 },
  ];
  for (const { level, length, parentLength } of levels) {
    db.prepare(
      `insert into rollup (${columns})
       select r.indicatorId, substr(r.id, 1, ${parentLength}), r.month, r.id, '${level}', r.total, r.held, 0, r.total,
         r.held, 0, 0, a.villageCount
       from (
         select indicatorId, substr(areaId, 1, ${length}) as id, month, sum(value) as total, count(*) as held
         from entry where indicatorId = ? group by 1, 2, 3
       ) as r join area as a on a.id = r.id order by 2, 3, 4`,
    ).run(indicatorId);
  }
}
