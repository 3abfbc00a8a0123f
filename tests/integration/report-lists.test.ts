import { expect, it } from 'vitest';
import type { DatabaseHandle } from '#db/connection.ts';
import type { Actor } from '#server/context.ts';
import {
  assignmentGaps,
  completenessOf,
  countDue,
  dueReports,
  getReport,
  remindersOf,
  reportsToVerify,
  returnCells,
  saveEntry,
  submitReport,
} from '#server/report/report.service.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { insertUser } from '#tests/support/factories.ts';
import {
  clock,
  figure,
  insertAssignment,
  insertPeople,
  month,
  polewali,
  previousMonth,
  setSetting,
  stuntingKey,
} from '#tests/support/report-factories.ts';

const config = { publicUrl: 'https://satgas.contoh.go.id' };

async function openWithPeople(open: () => Promise<DatabaseHandle>) {
  const database = await open();
  await setSetting(database, 'reporting.firstMonth', previousMonth);
  return { database, ...(await insertPeople(database)) };
}

async function handIn(database: DatabaseHandle, actor: Actor, reportKey = stuntingKey) {
  await saveEntry(database, actor, figure({ reportKey }), clock);
  const { report } = await getReport(database, actor, { reportKey }, clock);
  return submitReport(database, actor, { reportKey, expectedVersion: report.version, acceptMissing: true }, clock);
}

onEachEngine('what is due', (open) => {
  it('lists reports that nobody has begun, the oldest deadline first, and keeps them until they are done', async () => {
    const { database, focalPoint } = await openWithPeople(open);
    const { open: due, done } = await dueReports(database, focalPoint, {}, clock);

    expect(done).toEqual([]);
    // Stunting, extreme poverty, out-of-school children, child marriage and inflation, in two closed months and the current one.
    expect(due).toHaveLength(15);
    expect(due[0]).toMatchObject({
      month: previousMonth,
      state: 'not_started',
      dueDate: '2026-10-05',
      daysOverdue: 29,
      isPredecessors: false,
    });
    expect(due.at(-1)).toMatchObject({ month: '2026-11', daysOverdue: 0 });

    await handIn(database, focalPoint, `${previousMonth}_ST_biro-hukum`);
    const later = await dueReports(database, focalPoint, {}, { ...clock, today: '2027-06-01' });
    expect(later.done.map((report) => report.reportKey)).toEqual([`${previousMonth}_ST_biro-hukum`]);
    expect(later.open.filter((report) => report.month === previousMonth)).toHaveLength(4);
    expect(await dueReports(database, focalPoint, { doneSince: month }, clock)).toMatchObject({ done: [] });
  });

  it('says which cells came back and why, and counts what presses', async () => {
    const { database, focalPoint, secretariat, leadership } = await openWithPeople(open);
    await handIn(database, focalPoint);
    const desk = await reportsToVerify(database, secretariat, clock);
    expect(desk.reports).toMatchObject([{ reportKey: stuntingKey, submittedCells: 1, submittedByName: 'Andi' }]);
    expect(await countDue(database, secretariat, clock)).toEqual({ count: 1 });
    expect(await countDue(database, leadership, clock)).toEqual({ count: 0 });

    const cell = { indicatorId: 'ST_SASARAN', areaId: polewali, version: 2, reason: 'Periksa kembali' };
    await returnCells(database, secretariat, { reportKey: stuntingKey, cells: [cell] }, clock);
    const { open: due } = await dueReports(database, focalPoint, {}, clock);
    const returned = due.find((report) => report.reportKey === stuntingKey);
    expect(returned?.returnedCells).toMatchObject([
      { indicatorId: 'ST_SASARAN', areaName: 'Polewali', reason: 'Periksa kembali', byName: 'Eka' },
    ]);
    expect(await reportsToVerify(database, secretariat, clock)).toMatchObject({ reports: [] });
    // Five of September, five of October within five days of their deadline; November is still far.
    expect(await countDue(database, focalPoint, clock)).toEqual({ count: 10 });
  });

  it('puts what a merged agency left undone on its successor’s list', async () => {
    const { database } = await openWithPeople(open);
    await setSetting(database, 'reporting.firstMonth', '2025-12');
    const heir = await insertUser(database, { role: 'focal_point', agencyId: 'dinkes-p2kb' });
    const { open: due } = await dueReports(database, heir, {}, clock);
    expect(due[0]).toMatchObject({ reportKey: '2025-12_ST_dinkes', isPredecessors: true });
    // Child protection went to another successor of the agency that was split.
    expect(due.map((report) => report.reportKey)).not.toContain('2025-12_PA_dp3ap2kb');
    const coheir = await insertUser(database, { role: 'focal_point', agencyId: 'dinsos-p3a-pmd' });
    const theirs = await dueReports(database, coheir, {}, clock);
    expect(theirs.open.map((report) => report.reportKey)).toContain('2025-12_PA_dp3ap2kb');
  });

  it('gives a verifier only the desk it may work on', async () => {
    const { database, focalPoint, coordinator } = await openWithPeople(open);
    await handIn(database, focalPoint);
    const other = await insertUser(database, { role: 'issue_coordinator', agencyId: 'disdikbud' });
    expect((await reportsToVerify(database, coordinator, clock)).reports).toHaveLength(1);
    expect((await reportsToVerify(database, other, clock)).reports).toEqual([]);
    expect((await reportsToVerify(database, focalPoint, clock)).reports).toEqual([]);
  });

  it('follows a deadline that is moved', async () => {
    const { database, focalPoint } = await openWithPeople(open);
    const exception = { issueId: 'ST' as const, month, dueDay: null, dueDate: '2026-11-20', note: null };
    await database.transaction((trx) =>
      trx
        .insertInto('deadline')
        .values({ ...exception, id: 'deadline-1', version: 1, createdAt: '2026-11-01T00:00:00.000Z' })
        .execute(),
    );
    await setSetting(database, 'deadline.defaultDay', '10');
    const stunting = await getReport(database, focalPoint, { reportKey: stuntingKey }, clock);
    const poverty = await getReport(database, focalPoint, { reportKey: `${month}_KE_biro-hukum` }, clock);
    expect(stunting.report.dueDate).toBe('2026-11-20');
    expect(poverty.report.dueDate).toBe('2026-11-10');
  });
});

onEachEngine('completeness', (open) => {
  it('counts every collected cell once, whoever owes it, and what was received from the cells', async () => {
    const { database, focalPoint } = await openWithPeople(open);
    await handIn(database, focalPoint);
    await saveEntry(
      database,
      focalPoint,
      figure({ reportKey: `${month}_KE_biro-hukum`, indicatorId: 'KE_SASARAN' }),
      clock,
    );
    const today = new Date().toISOString().slice(0, 10);
    const { cells, issueTotals, totals } = await completenessOf(database, [month], { ...clock, today });

    const stunting = issueTotals.find((total) => total.issueId === 'ST');
    expect(stunting).toMatchObject({ counters: { expected: 69 * 9, filled: 1 }, received: 1, reportsReceived: 1 });
    const poverty = cells.find((cell) => cell.reportKey === `${month}_KE_biro-hukum`);
    expect(poverty).toMatchObject({ state: 'draft', counters: { filled: 1 }, received: 0 });
    const untouched = cells.find((cell) => cell.reportKey === `${month}_ST_biro-umum`);
    expect(untouched).toMatchObject({ state: 'not_started', counters: { expected: 18, filled: 0 } });
    expect(totals).toHaveLength(1);
    expect(totals[0]?.reportsExpected).toBe(cells.length);
  });

  it('tells on time, late and not yet due apart by the province’s calendar', async () => {
    const { database, focalPoint } = await openWithPeople(open);
    await handIn(database, focalPoint);
    const at = (instant: string) =>
      database.transaction((trx) => trx.updateTable('report').set({ firstSubmittedAt: instant }).execute());
    const read = async (today: string, key = stuntingKey) => {
      const { cells } = await completenessOf(database, [month], { ...clock, today });
      const { isOnTime, daysLate } = cells.find((cell) => cell.reportKey === key) ?? {};
      return { isOnTime, daysLate };
    };

    // 5 November 23.59 in Mamuju, and one minute later.
    await at('2026-11-05T15:59:00.000Z');
    expect(await read('2026-12-01')).toEqual({ isOnTime: true, daysLate: 0 });
    await at('2026-11-05T16:00:00.000Z');
    expect(await read('2026-12-01')).toEqual({ isOnTime: false, daysLate: 1 });
    const other = `${month}_ST_biro-umum`;
    expect(await read('2026-11-05', other)).toEqual({ isOnTime: null, daysLate: 0 });
    expect(await read('2026-11-08', other)).toEqual({ isOnTime: false, daysLate: 3 });
  });

  it('owes nothing before reporting began and nothing for months to come', async () => {
    const { database } = await openWithPeople(open);
    const { cells, totals } = await completenessOf(database, ['2020-01', '2027-01'], clock);
    expect(cells).toEqual([]);
    expect(totals.map((total) => total.reportsExpected)).toEqual([0, 0]);
  });

  it('shows districts without an owner and agencies that share one', async () => {
    const { database } = await openWithPeople(open);
    const before = await assignmentGaps(database, month);
    expect(before.overlaps).toEqual([]);
    expect(before.gaps.some((gap) => gap.areaId === polewali)).toBe(false);
    const mamasa = before.gaps.find((gap) => gap.regencyName === 'Mamasa');
    expect(mamasa?.issues.find((issue) => issue.issueId === 'ST')?.fallbackAgency?.id).toBe('dinkes-p2kb');

    await insertAssignment(database, {
      id: 'second',
      agencyId: 'biro-umum',
      areaId: polewali,
      validFrom: '2026-10-15',
    });
    const after = await assignmentGaps(database, month);
    expect(after.overlaps).toMatchObject([
      { role: 'area_owner', areaName: 'Polewali', from: '2026-10-15', to: null, agencies: [{}, { id: 'biro-umum' }] },
    ]);
    expect((await assignmentGaps(database, previousMonth)).overlaps).toEqual([]);
  });
});

onEachEngine('reminders', (open) => {
  it('address each person of an agency with what it owes, and agencies nobody answers for', async () => {
    const { database, focalPoint, secretariat } = await openWithPeople(open);
    await handIn(database, focalPoint);
    await database.transaction((trx) =>
      trx.updateTable('user').set({ phone: '0812 3456 7890' }).where('id', '=', focalPoint.id).execute(),
    );
    await insertUser(database, { role: 'focal_point', agencyId: 'biro-hukum', name: 'Nonaktif', isDisabled: 1 });
    const reminders = await remindersOf(database, secretariat, month, config, clock);

    const own = reminders.filter((reminder) => reminder.agencyId === 'biro-hukum');
    expect(own.map((reminder) => reminder.name)).toEqual(['Andi', 'Budi']);
    expect(own[0]?.items.some((item) => item.reportKey === stuntingKey)).toBe(false);
    expect(own[0]?.items).toHaveLength(9);
    expect(own[0]?.whatsappUrl).toMatch(/^https:\/\/wa\.me\/6281234567890\?text=Yth/);
    expect(own[1]?.whatsappUrl).toBeNull();
    const unanswered = reminders.find((reminder) => reminder.agencyId === 'setwan');
    expect(unanswered).toMatchObject({ userId: null, name: null, whatsappUrl: null });
    expect(unanswered?.text).toContain('Yth. Narahubung');
  });

  it('leave out what is handed in, and ask again for what came back', async () => {
    const { database, focalPoint, secretariat } = await openWithPeople(open);
    const isAsked = async () => {
      const reminders = await remindersOf(database, secretariat, month, config, clock);
      return reminders.some(({ items }) => items.some((item) => item.reportKey === stuntingKey));
    };
    expect(await isAsked()).toBe(true);
    await handIn(database, focalPoint);
    expect(await isAsked()).toBe(false);
    const cell = { indicatorId: 'ST_SASARAN', areaId: polewali, version: 2, reason: 'Periksa kembali' };
    await returnCells(database, secretariat, { reportKey: stuntingKey, cells: [cell] }, clock);
    expect(await isAsked()).toBe(true);
  });

  it('of a coordinator are about its own issue only', async () => {
    const { database, coordinator } = await openWithPeople(open);
    const reminders = await remindersOf(database, coordinator, month, config, clock);
    const issues = new Set(reminders.flatMap((reminder) => reminder.items.map((item) => item.issueId)));
    expect([...issues]).toEqual(['ST']);
  });
});
