import { expect } from 'vitest';
import type { DatabaseHandle } from '#db/connection.ts';
import { recomputeRollups, rollupPlaces } from '#db/rollup.ts';
import { type Clock, completenessOf } from '#server/report/report.service.ts';
import { responsibleAgency } from '#shared/assignment.ts';
import type { IssueId } from '#shared/indicator.ts';
import { isDue, lastDayOfMonth, type Month } from '#shared/month.ts';
import { addDelta, contribution, emptyRollup, isZeroDelta, type Rollup } from '#shared/rollup.ts';

type StoredRollup = Rollup & { sampleHeld: number };

const isEmpty = ({ expected: _, sampleHeld, ...sums }: StoredRollup) => isZeroDelta(sums) && sampleHeld === 0;

/** The stored rollups by indicator, month and area; rows in which everything cancelled out count as absent. */
async function storedRollups(database: DatabaseHandle): Promise<Map<string, StoredRollup>> {
  const rows = await database.db.selectFrom('rollup').selectAll().execute();
  return new Map(
    rows
      .map(({ indicatorId, month, areaId, parentId: _parentId, level: _level, ...sums }): [string, StoredRollup] => [
        `${indicatorId} ${month} ${areaId}`,
        sums,
      ])
      .filter(([, sums]) => !isEmpty(sums)),
  );
}

/** The slow truth: every cell added to every place it counts in, with nothing but the pure rules. */
async function rollupsFromEntries(database: DatabaseHandle): Promise<Map<string, StoredRollup>> {
  const entries = await database.db.selectFrom('entry').selectAll().execute();
  const indicators = await database.db.selectFrom('indicator').selectAll().execute();
  const areas = await database.db.selectFrom('area').selectAll().execute();
  const indicatorById = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const areaById = new Map(areas.map((area) => [area.id, area]));
  const sums = new Map<string, StoredRollup>();
  for (const entry of entries) {
    const indicator = indicatorById.get(entry.indicatorId);
    if (!indicator) throw new Error(`unknown indicator ${entry.indicatorId}`);
    const part = contribution(entry);
    for (const place of rollupPlaces(entry.areaId, indicator, areaById)) {
      const key = `${entry.indicatorId} ${entry.month} ${place.areaId}`;
      const known = sums.get(key) ?? { ...emptyRollup(place.expected), sampleHeld: 0 };
      const sampleHeld = known.sampleHeld + entry.isSample * Math.max(part.submittedHeld, part.verifiedHeld);
      sums.set(key, { ...addDelta(known, part), sampleHeld });
    }
  }
  return new Map([...sums].filter(([, each]) => !isEmpty(each)));
}

const sorted = (map: ReadonlyMap<string, StoredRollup>) =>
  [...map].toSorted(([left], [right]) => (left < right ? -1 : 1));

/** Stored rollups = those that `recomputeRollups` makes = sums over the cells by the pure rules. */
export async function expectRollupsTrue(database: DatabaseHandle): Promise<void> {
  const stored = sorted(await storedRollups(database));
  expect(stored).toEqual(sorted(await rollupsFromEntries(database)));
  const keys = await database.db.selectFrom('entry').select(['indicatorId', 'month']).distinct().execute();
  await database.transaction((trx) =>
    recomputeRollups(trx, {
      indicatorIds: [...new Set(keys.map((key) => key.indicatorId))],
      months: [...new Set(keys.map((key) => key.month))],
    }),
  );
  expect(stored).toEqual(sorted(await storedRollups(database)));
}

/** Stored counters = a recount of the cells; every cell's version = how often it was revised. */
export async function expectCountersTrue(database: DatabaseHandle): Promise<void> {
  const reports = await database.db.selectFrom('report').selectAll().execute();
  const entries = await database.db.selectFrom('entry').selectAll().execute();
  for (const report of reports) {
    const own = entries.filter((entry) => entry.reportId === report.id);
    expect(
      {
        filled: report.filledCells,
        notApplicable: report.notApplicableCells,
        verified: report.verifiedCells,
        returned: report.returnedCells,
        draft: report.draftCells,
      },
      `${report.month} ${report.issueId} ${report.agencyId}`,
    ).toEqual({
      filled: own.filter((entry) => entry.kind === 'number').length,
      notApplicable: own.filter((entry) => entry.kind === 'not_applicable').length,
      verified: own.filter((entry) => entry.status === 'verified' && entry.kind !== 'not_reported').length,
      returned: own.filter((entry) => entry.status === 'returned').length,
      draft: own.filter((entry) => entry.status === 'draft').length,
    });
  }
  const revisions = await database.db
    .selectFrom('entry_revision')
    .select((eb) => ['indicatorId', 'month', 'areaId', eb.fn.countAll<number>().as('revisions')])
    .where('action', '!=', 'set_aside')
    .groupBy(['indicatorId', 'month', 'areaId'])
    .execute();
  const revisionsOf = new Map(revisions.map((row) => [`${row.indicatorId} ${row.month} ${row.areaId}`, row.revisions]));
  for (const entry of entries) {
    expect(entry.version).toBe(Number(revisionsOf.get(`${entry.indicatorId} ${entry.month} ${entry.areaId}`)));
  }
}

/**
 * Expected cells of an issue and month, counted one by one: each cell that is collected counts for the report that
 * holds it, or else for the agency that is responsible by the pure rule. What `completeness` says must be the same.
 */
export async function expectExpectedTrue(
  database: DatabaseHandle,
  { issueId, month }: { issueId: IssueId; month: Month },
  clock: Clock,
): Promise<void> {
  const { db } = database;
  const assignments = await db.selectFrom('assignment').selectAll().execute();
  const areas = await db.selectFrom('area').selectAll().execute();
  const areaById = new Map(areas.map((area) => [area.id, area]));
  const only = await db.selectFrom('indicator_area').selectAll().execute();
  const indicators = await db.selectFrom('indicator').selectAll().where('issueId', '=', issueId).execute();
  const holders = await db
    .selectFrom('entry')
    .innerJoin('report', 'report.id', 'entry.reportId')
    .select(['entry.indicatorId', 'entry.areaId', 'report.agencyId'])
    .where('report.issueId', '=', issueId)
    .where('entry.month', '=', month)
    .execute();
  const holderOf = new Map(holders.map((row) => [`${row.indicatorId} ${row.areaId}`, row.agencyId]));
  const expected = new Map<string, number>();
  for (const indicator of indicators) {
    if (indicator.isReported === 0 || !isDue(indicator.expectedMonths, month)) continue;
    const places = only.filter((row) => row.indicatorId === indicator.id).map((row) => row.areaId);
    const collected = areas.filter((area) =>
      places.length > 0 ? places.includes(area.id) : area.level === indicator.collectLevel,
    );
    for (const area of collected) {
      const areaPath: string[] = [];
      for (let each: typeof area | undefined = area; each; each = areaById.get(each.parentId ?? '')) {
        areaPath.push(each.id);
      }
      const agencyId =
        holderOf.get(`${indicator.id} ${area.id}`) ??
        responsibleAgency({ assignments, issueId, areaPath, date: lastDayOfMonth(month) })?.agencyId;
      if (agencyId !== undefined) expected.set(agencyId, (expected.get(agencyId) ?? 0) + 1);
    }
  }
  const { cells } = await completenessOf(database, [month], clock);
  const counted = cells
    .filter((cell) => cell.issueId === issueId)
    .map((cell): [string, number] => [cell.agencyId, cell.counters.expected]);
  expect(new Map(counted)).toEqual(expected);
}
