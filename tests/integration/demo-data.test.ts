import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DatabaseHandle } from '#db/connection.ts';
import { demoAccounts } from '#db/demo/demo-accounts.ts';
import { type DemoOptions, seedDemo } from '#db/demo/seed-demo.ts';
import { rollupPlaces } from '#db/rollup.ts';
import { findGaps, findOverlaps } from '#shared/assignment.ts';
import { type ConsistencyRule, checkRow } from '#shared/consistency.ts';
import { issueIds } from '#shared/indicator.ts';
import { addMonths, lastDayOfMonth } from '#shared/month.ts';
import { countCells } from '#shared/report/counters.ts';
import { addDelta, contribution, emptyRollup, type Rollup } from '#shared/rollup.ts';
import { statusOf, thresholdsFromPermille } from '#shared/status.ts';
import { onEachEngine } from '#tests/support/engines.ts';

const options = { now: new Date('2026-11-21T04:00:00Z'), timeZone: 'Asia/Makassar', provinceCode: '76' };
const collecting = '2026-10';

const load = (database: DatabaseHandle, overrides: Partial<DemoOptions> = {}) =>
  database.transaction((trx) => seedDemo(trx, { ...options, ...overrides }));

async function read(database: DatabaseHandle) {
  const { db } = database;
  return {
    assignments: await db.selectFrom('assignment').selectAll().orderBy('id').execute(),
    targets: await db.selectFrom('target').selectAll().where('isSample', '=', 1).orderBy('id').execute(),
    reports: await db.selectFrom('report').selectAll().orderBy('id').execute(),
    cells: await db
      .selectFrom('entry')
      .selectAll()
      .orderBy('reportId')
      .orderBy('indicatorId')
      .orderBy('areaId')
      .execute(),
    revisions: await db.selectFrom('entry_revision').selectAll().orderBy('id').execute(),
    comments: await db.selectFrom('entry_comment').selectAll().orderBy('id').execute(),
    restatements: await db.selectFrom('restatement').selectAll().orderBy('id').execute(),
    wins: await db.selectFrom('small_win').selectAll().where('isSample', '=', 1).orderBy('id').execute(),
    meetings: await db.selectFrom('meeting').selectAll().orderBy('id').execute(),
    attendance: await db.selectFrom('meeting_attendance').selectAll().orderBy('id').execute(),
    decisions: await db.selectFrom('decision').selectAll().orderBy('id').execute(),
    actionItems: await db.selectFrom('action_item').selectAll().orderBy('id').execute(),
    actionItemNotes: await db.selectFrom('action_item_note').selectAll().orderBy('id').execute(),
    rollups: await db.selectFrom('rollup').selectAll().execute(),
    indicators: await db.selectFrom('indicator').selectAll().execute(),
    rules: await db.selectFrom('consistency_rule').selectAll().execute(),
    areas: await db.selectFrom('area').selectAll().where('level', 'in', ['province', 'regency', 'district']).execute(),
    published: await db.selectFrom('published_figure').selectAll().execute(),
    agencyIds: (await db.selectFrom('agency').select('id').execute()).map((agency) => agency.id),
  };
}

type Sample = Awaited<ReturnType<typeof read>>;

const userIds = {
  verifierByIssue: { ST: 'person-st', INF: 'person-inf' },
  focalByAgency: { 'biro-hukum': 'person-bh' },
  secretariat: 'person-sec',
};

/** What the sample wrote, without the people: equal for equal samples, on either engine. */
function digest(sample: Sample): Record<string, string> {
  const { reports, cells, revisions, comments, restatements, wins, targets } = sample;
  const { meetings, attendance, decisions, actionItems, actionItemNotes } = sample;
  const assignments = sample.assignments.filter((each) => each.isSample === 1);
  const followUp = { meetings, attendance, decisions, actionItems, actionItemNotes };
  const tables = { reports, cells, revisions, comments, restatements, wins, targets, assignments, ...followUp };
  return Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => {
      const text = rows
        .map((row) => JSON.stringify(row).replace(/"person-\w+"/g, 'null'))
        .sort()
        .join();
      return [name, `${rows.length} ${createHash('sha256').update(text).digest('hex')}`];
    }),
  );
}

let first: Sample | undefined;

/** The sample as it was loaded into the first database; the tests that only look share it. */
function sample(): Sample {
  if (!first) throw new Error('nothing was loaded');
  return first;
}

onEachEngine('sample data', (open, engine) => {
  it('is the same every time, on both engines, on any day of the month, whoever it names', async () => {
    const database = await open();
    const before = process.cpuUsage();
    await load(database);
    const { user, system } = process.cpuUsage(before);
    if (engine === 'sqlite') expect((user + system) / 1e6).toBeLessThan(15);
    const loaded = await read(database);
    first ??= loaded;
    expect(loaded.cells.length).toBeGreaterThan(40_000);
    expect(digest(loaded)).toEqual(digest(first));

    await load(database, { now: new Date('2026-12-05T00:00:00Z') });
    expect(digest(await read(database)), 'loaded once more').toEqual(digest(first));
  }, 180_000);

  if (engine === 'sqlite') {
    it('names those who enter and verify, and nobody verifies the figures of their own agency', async () => {
      const database = await open();
      await load(database, { userIds, now: new Date('2026-11-01T23:59:00Z') });
      const named = await read(database);
      expect(digest(named)).toEqual(digest(sample()));
      const reportById = new Map(named.reports.map((report) => [report.id, report]));
      const peopleOf = (issueId: string, agencyId: string) =>
        new Set(
          named.cells.flatMap((cell) => {
            const report = reportById.get(cell.reportId);
            const isAsked = report?.issueId === issueId && report.agencyId === agencyId && cell.status === 'verified';
            return isAsked ? [`${cell.enteredById} ${cell.verifiedById}`] : [];
          }),
        );
      expect(peopleOf('ST', 'biro-hukum')).toEqual(new Set(['person-bh person-st']));
      expect(peopleOf('INF', 'distapang')).toEqual(new Set(['person-inf person-sec']));
      expect(named.cells.every((cell) => cell.verifiedById === null || cell.verifiedById !== cell.enteredById)).toBe(
        true,
      );
    }, 180_000);
  }
});

describe('the content of the sample', () => {
  let data: Sample;
  beforeAll(() => {
    data = sample();
  });
  const districts = () => data.areas.filter((area) => area.level === 'district');

  it('covers 23 closed months of all five issues at district level, and leaves the current month empty', () => {
    const months = [...new Set(data.reports.map((report) => report.month))].sort();
    expect([months.length, months[0], months.at(-1)]).toEqual([23, '2024-12', collecting]);
    for (const issueId of issueIds) {
      const areas = data.cells.filter(
        (cell) =>
          cell.month === '2026-01' &&
          data.indicators.some((each) => each.id === cell.indicatorId && each.issueId === issueId),
      );
      expect(new Set(areas.map((cell) => cell.areaId).filter((id) => id.length === 8)).size, issueId).toBeGreaterThan(
        64,
      );
    }
  });

  it('is labelled as a sample in every row', () => {
    const owners = data.assignments.filter((each) => each.id.startsWith('demo-'));
    const rows = [...data.reports, ...data.cells, ...data.targets, ...owners, ...data.wins];
    expect(owners.length).toBeGreaterThan(56);
    expect(rows.every((row) => row.isSample === 1)).toBe(true);
    expect(owners.every((assignment) => assignment.legalBasis === 'data contoh')).toBe(true);
  });

  it('gives every district one owner, without a gap or an overlap, before and after the mergers', () => {
    const areaPaths = districts().map((area): [string, ...string[]] => [area.id, area.parentId ?? '', '76']);
    for (const month of ['2024-12', '2025-12', '2026-01', collecting]) {
      const gaps = findGaps({ assignments: data.assignments, issueIds, areaPaths, date: lastDayOfMonth(month) });
      expect(gaps).toEqual([]);
    }
    expect(findOverlaps(data.assignments)).toEqual([]);
  });

  it('stays in the order of magnitude of what was published', () => {
    const sumOf = (indicatorId: string, month: string) =>
      data.rollups.find((row) => row.indicatorId === indicatorId && row.month === month && row.areaId === '76')
        ?.submittedSum ?? 0;
    const near = (value: number, published: number) =>
      expect(value / published).toSatisfy((ratio: number) => ratio > 0.75 && ratio < 1.25);
    near(sumOf('ST_SASARAN', '2025-08'), 16377);
    near(sumOf('ST_BALITA', '2025-08'), 108322);
    near(sumOf('ST_DIUKUR', '2025-08'), 73853);
    near(sumOf('ST_ANAK', '2025-08'), 20384);
    near(sumOf('ATS_TERDATA', '2025-06'), 44493);
    near(sumOf('KE_SASARAN', '2025-06'), 19650);
  });

  it('invents no official figure for a month that has a published one', () => {
    const officialIds = data.indicators.filter((each) => each.aggregation === 'none').map((each) => each.id);
    const isPublished = new Set(
      data.published.filter((row) => row.value !== null).map((row) => `${row.indicatorId} ${row.areaId} ${row.month}`),
    );
    const official = data.cells.filter((cell) => officialIds.includes(cell.indicatorId));
    expect(official.length).toBeGreaterThan(100);
    for (const cell of official.filter((each) => each.kind === 'number')) {
      expect(isPublished.has(`${cell.indicatorId} ${cell.areaId} ${cell.month}`)).toBe(false);
      if (cell.indicatorId !== 'IPH') expect(cell.month > '2026-01').toBe(true);
    }
  });

  it('keeps the invented inflation of the province between its cities', () => {
    const rate = (areaId: string, month: string) =>
      data.cells.find((cell) => cell.indicatorId === 'INF_YOY' && cell.areaId === areaId && cell.month === month)
        ?.value ?? 0;
    for (let month = '2026-02'; month <= collecting; month = addMonths(month, 1)) {
      const cities = [rate('76.02', month), rate('76.05', month)];
      expect(rate('76', month)).toBeGreaterThanOrEqual(Math.min(...cities) - 1);
      expect(rate('76', month)).toBeLessThanOrEqual(Math.max(...cities) + 1);
    }
  });

  it('has figures of which some are on track, some need attention and some are critical', () => {
    const shares = ['KE_INTERVENSI', 'ST_INTERVENSI', 'ATS_KEMBALI', 'PA_INTERVENSI'].flatMap((indicatorId) =>
      ['76.01', '76.02', '76.03', '76.04', '76.05', '76.06'].map((areaId) => {
        const rollup = data.rollups.find(
          (row) => row.indicatorId === indicatorId && row.areaId === areaId && row.month === '2026-08',
        );
        const points = data.targets.filter((each) => each.indicatorId === indicatorId && each.areaId === areaId);
        expect(points).toHaveLength(4);
        return statusOf({
          actual: rollup?.verifiedSum ?? null,
          month: '2026-08',
          points,
          direction: 'higher',
          thresholds: thresholdsFromPermille(900, 700),
        }).status;
      }),
    );
    for (const status of ['on_track', 'attention', 'critical']) {
      expect(shares.filter((each) => each === status).length, status).toBeGreaterThan(2);
    }
  });

  it('holds enough verified cells in the month being collected for the province to have a status', () => {
    for (const indicatorId of ['KE_INTERVENSI', 'ST_INTERVENSI', 'ATS_KEMBALI', 'PA_INTERVENSI']) {
      const row = data.rollups.find(
        (each) => each.indicatorId === indicatorId && each.areaId === '76' && each.month === collecting,
      );
      expect((row?.verifiedHeld ?? 0) / 69, indicatorId).toBeGreaterThan(0.8);
      expect(row?.verifiedHeld, indicatorId).toBeLessThan(69);
    }
  });

  it('counts the cells of each report as they are', () => {
    const byReport = groupBy(data.cells, (cell) => cell.reportId);
    for (const report of data.reports) {
      const counters = countCells(byReport.get(report.id) ?? [], report.expectedCells);
      expect([
        report.filledCells,
        report.notApplicableCells,
        report.verifiedCells,
        report.returnedCells,
        report.draftCells,
      ]).toEqual([counters.filled, counters.notApplicable, counters.verified, counters.returned, counters.edited]);
      expect(counters.filled + counters.notApplicable).toBeLessThanOrEqual(report.expectedCells);
    }
  });

  it('has rollups that hold what its cells add up to, up the tree', () => {
    const areaById = new Map(data.areas.map((area) => [area.id, area]));
    const indicatorById = new Map(data.indicators.map((each) => [each.id, each]));
    const expected = new Map<string, Rollup>();
    for (const cell of data.cells) {
      const indicator = indicatorById.get(cell.indicatorId);
      for (const place of indicator ? rollupPlaces(cell.areaId, indicator, areaById) : []) {
        const key = `${cell.indicatorId} ${place.areaId} ${cell.month}`;
        expected.set(key, addDelta(expected.get(key) ?? emptyRollup(place.expected), contribution(cell)));
      }
    }
    expect(data.rollups.length).toBeGreaterThan(10_000);
    for (const row of data.rollups) {
      const sum = expected.get(`${row.indicatorId} ${row.areaId} ${row.month}`);
      expect([row.verifiedSum, row.verifiedHeld, row.submittedSum, row.submittedHeld, row.expected]).toEqual([
        sum?.verifiedSum,
        sum?.verifiedHeld,
        sum?.submittedSum,
        sum?.submittedHeld,
        sum?.expected,
      ]);
      expect(row.sampleHeld).toBe(Math.max(row.verifiedHeld, row.submittedHeld));
    }
  });

  it('tells each cell’s history step by step, and ends where the cell is', () => {
    const keyOf = (row: { indicatorId: string; month: string; areaId: string }) =>
      `${row.indicatorId} ${row.areaId} ${row.month}`;
    const histories = groupBy(data.revisions, keyOf);
    expect(histories.size).toBe(data.cells.length);
    for (const cell of data.cells) {
      const steps = (histories.get(keyOf(cell)) ?? []).sort((a, b) => a.version - b.version);
      expect(steps.map((step) => step.version)).toEqual(steps.map((_, index) => index + 1));
      expect(steps.at(-1)).toMatchObject({ version: cell.version, toKind: cell.kind, toValue: cell.value });
      expect(steps.every((step, index) => index === 0 || (steps[index - 1]?.at ?? '') < step.at)).toBe(true);
    }
  });

  it('lets nothing happen in the future, not even on the first day of the month', () => {
    const instants = [
      ...data.revisions.map((row) => row.at),
      ...data.comments.map((row) => row.at),
      ...data.reports.map((row) => row.updatedAt),
    ];
    expect(instants.filter((at) => at >= '2026-11-01')).toEqual([]);
  });

  it('breaks no rule in verified figures beyond the falls that are explained', () => {
    const values = new Map(data.cells.map((cell) => [`${cell.indicatorId} ${cell.areaId} ${cell.month}`, cell]));
    const decimals = new Map(data.indicators.map((each) => [each.id, each.decimals]));
    const findings = districts().flatMap((area) =>
      [...new Set(data.cells.map((cell) => cell.month))].flatMap((month) =>
        issueIds.flatMap((issueId) => {
          const rules = data.rules.filter((rule) => rule.issueId === issueId).map(toRule);
          const found = checkRow(
            rules,
            (id, when) => values.get(`${id} ${area.id} ${when === 'same' ? month : addMonths(month, -1)}`)?.value,
            (id) => decimals.get(id) ?? 0,
          );
          return found.map((finding) => ({ ...finding, areaId: area.id, month }));
        }),
      ),
    );
    const known = [
      'ST_INTERVENSI>=previous 76.04.06 2026-07',
      'KE_INTERVENSI>=previous 76.03.05 2026-02',
      'ST_VALID<=ST_SASARAN 76.02.01 2026-10',
    ];
    expect(findings.map((finding) => `${finding.ruleId} ${finding.areaId} ${finding.month}`).sort()).toEqual(
      known.sort(),
    );
    for (const finding of findings.filter((each) => each.requiresReason)) {
      const [indicatorId] = finding.indicatorIds;
      expect(values.get(`${indicatorId} ${finding.areaId} ${finding.month}`)?.reason).toBeTruthy();
    }
  });

  it('has the blemishes of real life', () => {
    const late = data.reports.filter((report) => (report.firstSubmittedAt ?? '').slice(0, 10) > report.dueDate);
    expect(late.length / data.reports.length).toSatisfy((share: number) => share > 0.05 && share < 0.25);
    const inState = (state: string) =>
      data.reports.filter((report) => report.month === collecting && report.state === state).length;
    expect(inState('draft')).toBeGreaterThan(0);
    expect(inState('submitted')).toBeGreaterThan(0);
    expect(inState('returned')).toBe(2);
    expect(
      data.reports.find(
        (report) => report.agencyId === 'biro-hukum' && report.issueId === 'ATS' && report.month === collecting,
      ),
    ).toBeUndefined();
    const returned = data.cells.filter((cell) => cell.status === 'returned');
    expect(returned).toHaveLength(3);
    for (const cell of returned) {
      expect(
        data.comments.some(
          (comment) =>
            comment.indicatorId === cell.indicatorId && comment.areaId === cell.areaId && comment.kind === 'return',
        ),
      ).toBe(true);
    }
    expect(data.comments.some((comment) => comment.kind === 'reply')).toBe(true);
    expect(data.cells.filter((cell) => cell.kind === 'not_applicable').length).toBeGreaterThan(20);
    expect(data.cells.filter((cell) => cell.value === 0).length).toBeGreaterThan(20);
    const pending = data.cells.filter((cell) => cell.verifiedKind !== null && cell.status !== 'verified');
    expect(pending).toMatchObject([{ indicatorId: 'KE_SASARAN', status: 'draft' }]);
  });

  it('restates what was corrected after verification, with the effect on the province', () => {
    expect(data.restatements).toHaveLength(2);
    for (const restatement of data.restatements) {
      const { indicatorId, areaId, month, fromValue, toValue } = restatement;
      const total = data.rollups.find(
        (row) => row.indicatorId === indicatorId && row.month === month && row.areaId === '76',
      );
      expect(restatement.provinceAfter).toBe(total?.verifiedSum);
      expect((restatement.provinceAfter ?? 0) - (restatement.provinceBefore ?? 0)).toBe(
        (toValue ?? 0) - (fromValue ?? 0),
      );
      expect(toValue).not.toBe(fromValue);
      const actions = data.revisions
        .filter((row) => row.indicatorId === indicatorId && row.areaId === areaId && row.month === month)
        .sort((a, b) => a.version - b.version)
        .map((row) => row.action);
      expect(actions).toEqual(['entered', 'submitted', 'verified', 'corrected', 'submitted', 'verified']);
    }
  });

  it('tells good and bad small wins, one of them with a figure that differs from its cell', () => {
    expect(data.wins.length).toBeGreaterThanOrEqual(8);
    expect(new Set(data.wins.map((win) => win.news))).toEqual(new Set(['good', 'bad']));
    expect(data.wins.filter((win) => win.state === 'submitted')).toHaveLength(1);
    const differing = data.wins.filter((win) => {
      const cell = data.cells.find(
        (each) => each.indicatorId === win.indicatorId && each.areaId === win.areaId && each.month === win.month,
      );
      return cell !== undefined && win.claimedValue !== cell.value;
    });
    expect(differing).toHaveLength(1);
  });

  it('has an account for every role, with names that are nobody’s', () => {
    expect(new Set(demoAccounts.map((account) => account.role)).size).toBe(6);
    for (const account of demoAccounts) {
      expect(account.name).toContain('(contoh)');
      if (account.agencyId) expect(data.agencyIds).toContain(account.agencyId);
    }
    const owned = data.assignments.filter((each) => each.agencyId === 'biro-hukum').map((each) => each.areaId);
    expect(owned.sort()).toEqual(['76.04.04', '76.04.06']);
  });

  it('has meetings behind and ahead, and items that are overdue, done, dropped with a reason and in time', () => {
    const { meetings, decisions, actionItems, actionItemNotes, agencyIds } = data;
    const texts = [...meetings.map((each) => each.title), ...actionItems.map((each) => each.text)];
    expect(texts.filter((text) => !/data contoh/i.test(text))).toEqual([]);
    expect([...meetings, ...actionItems].every((row) => row.isSample === 1)).toBe(true);
    const lastDay = lastDayOfMonth('2026-11');
    expect(meetings.filter((meeting) => meeting.date === lastDay)).toHaveLength(1);
    expect(meetings.filter((meeting) => meeting.date < '2026-11-01').length).toBeGreaterThan(3);
    expect(new Set(decisions.map((decision) => decision.kind))).toEqual(new Set(['primary', 'substantive']));
    const open = actionItems.filter((item) => item.closedOn === null);
    // On whatever day of the month the demo is opened.
    expect(open.filter((item) => item.dueDate < '2026-11-01').length).toBeGreaterThan(2);
    expect(open.filter((item) => item.dueDate > lastDay).length).toBeGreaterThan(1);
    const closed = actionItems.filter((item) => item.closedOn !== null);
    expect(closed.map((item) => `${item.state} ${item.closingNote !== null}`).sort()).toEqual([
      'done true',
      'dropped true',
    ]);
    const followed = actionItems.filter((item) => item.indicatorId !== null);
    expect(followed.length).toBeGreaterThan(4);
    expect(followed.filter((item) => item.figureValue === null)).toEqual([]);
    for (const item of actionItems) {
      expect(agencyIds).toContain(item.ownerAgencyId);
      const notes = actionItemNotes.filter((note) => note.actionItemId === item.id);
      expect(notes.at(-1)?.toState, item.text).toBe(item.state);
      expect(item.version).toBe(notes.length);
    }
  });
});

function toRule(
  row: { leftIds: string; rightIds: string } & Omit<ConsistencyRule, 'left' | 'right' | 'requiresReason'> & {
      requiresReason: 0 | 1;
    },
): ConsistencyRule {
  return {
    ...row,
    left: row.leftIds.split('+'),
    right: row.rightIds.split('+'),
    requiresReason: row.requiresReason === 1,
  };
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
