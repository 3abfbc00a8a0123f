import { expect, it } from 'vitest';
import type { DatabaseHandle } from '#db/connection.ts';
import { dueReports, reportsToVerify, saveEntry, submitReport, verifyCells } from '#server/report/report.service.ts';
import type { CreateDeadlineInput } from '#shared/deadline.ts';
import { callerFor, makeActor } from '#tests/support/caller.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import {
  clock,
  figure,
  insertPeople,
  month,
  polewali,
  previousMonth,
  stuntingKey,
} from '#tests/support/report-factories.ts';

const secretariat = makeActor({ role: 'secretariat' });

const exception: CreateDeadlineInput = { issueId: 'ST', month, dueDay: null, dueDate: '2026-11-20', note: null };

async function dueDates(database: DatabaseHandle): Promise<Record<string, string>> {
  const rows = await database.db.selectFrom('report').select(['issueId', 'month', 'dueDate']).execute();
  return Object.fromEntries(rows.map((row) => [`${row.month} ${row.issueId}`, row.dueDate]));
}

onEachEngine('deadlines', (open) => {
  it('move the due date of open reports in lists and on the report, and leave verified ones', async () => {
    const database = await open();
    const people = await insertPeople(database);
    const api = callerFor(database, people.secretariat);
    const { report } = await saveEntry(database, people.focalPoint, figure(), clock);
    const previous = `${previousMonth}_ST_biro-hukum`;
    const saved = await saveEntry(database, people.focalPoint, figure({ reportKey: previous }), clock);
    const submission = { reportKey: previous, expectedVersion: saved.report.version, acceptMissing: true };
    await submitReport(database, people.focalPoint, submission, clock);
    const cells = [{ indicatorId: 'ST_SASARAN', areaId: polewali, version: 2 }];
    await verifyCells(database, people.secretariat, { reportKey: previous, cells }, clock);
    expect(report.state).toBe('draft');
    expect(await dueDates(database)).toMatchObject({
      [`${month} ST`]: '2026-11-05',
      [`${previousMonth} ST`]: '2026-10-05',
    });

    expect(await api.deadline.setDefaultDay({ day: 10, seen: 5 })).toEqual({ reports: 1 });
    expect(await dueDates(database)).toMatchObject({
      [`${month} ST`]: '2026-11-10',
      [`${previousMonth} ST`]: '2026-10-05',
    });
    expect(await api.deadline.create(exception)).toEqual({ reports: 1 });
    const { open: due } = await dueReports(database, people.focalPoint, {}, clock);
    expect(due.find((each) => each.reportKey === stuntingKey)?.dueDate).toBe('2026-11-20');
    expect((await dueDates(database))[`${month} ST`]).toBe('2026-11-20');

    const [row] = (await api.deadline.list()).exceptions;
    if (!row) throw new Error('no exception');
    expect(await api.deadline.remove({ id: row.id, version: row.version })).toEqual({ reports: 1 });
    expect((await dueDates(database))[`${month} ST`]).toBe('2026-11-10');
  });

  it('are one for an issue and month, and never contradict themselves', async () => {
    const database = await open();
    const api = callerFor(database, secretariat);
    await api.deadline.create(exception);
    await expect(api.deadline.create(exception)).rejects.toThrow('DEADLINE_EXISTS');
    await api.deadline.create({ ...exception, month: null, dueDay: 7, dueDate: null });
    await expect(api.deadline.create({ ...exception, month: null, dueDay: 8, dueDate: null })).rejects.toThrow(
      'DEADLINE_EXISTS',
    );
    const refusals: [Partial<CreateDeadlineInput>, string][] = [
      [{ issueId: null, month: null, dueDay: 7, dueDate: null }, 'DEADLINE_NEEDS_SCOPE'],
      [{ issueId: 'KE', dueDate: null }, 'DATE_REQUIRED'],
      [{ issueId: 'KE', dueDay: 7 }, 'DEADLINE_DAY_OR_DATE'],
      [{ issueId: 'KE', month: null }, 'DEADLINE_DATE_NEEDS_MONTH'],
      [{ issueId: 'KE', dueDate: '2026-10-31' }, 'DEADLINE_BEFORE_MONTH_END'],
      [{ issueId: 'KE', dueDay: 32, dueDate: null }, 'DAY_OUT_OF_RANGE'],
    ];
    for (const [overrides, code] of refusals) {
      await expect(api.deadline.create({ ...exception, ...overrides }), code).rejects.toThrow(code);
    }
  });

  it('are changed over the version that was seen', async () => {
    const database = await open();
    const api = callerFor(database, secretariat);
    await api.deadline.create(exception);
    const [row] = (await api.deadline.list()).exceptions;
    if (!row) throw new Error('no exception');
    const change = { ...exception, id: row.id, version: 1, dueDate: '2026-11-25' };
    await api.deadline.update(change);
    await expect(api.deadline.update({ ...change, dueDate: '2026-11-26' })).rejects.toThrow('VERSION_CONFLICT');
    await expect(api.deadline.setDefaultDay({ day: 9, seen: 8 })).rejects.toThrow('VERSION_CONFLICT');
    expect(await api.deadline.list()).toMatchObject({
      defaultDay: 5,
      exceptions: [{ dueDate: '2026-11-25', version: 2 }],
    });
  });

  it('keep how many working days verifiers have, over the number that was seen', async () => {
    const database = await open();
    const people = await insertPeople(database);
    const api = callerFor(database, people.secretariat);
    const saved = await saveEntry(database, people.focalPoint, figure(), clock);
    const submission = { reportKey: stuntingKey, expectedVersion: saved.report.version, acceptMissing: true };
    await submitReport(database, people.focalPoint, submission, clock);
    // Handed in on a Friday.
    await database.transaction((trx) =>
      trx.updateTable('report').set({ submittedAt: '2026-10-30T02:00:00.000Z' }).execute(),
    );
    const desk = async (today: string) =>
      (await reportsToVerify(database, people.secretariat, { ...clock, today })).reports[0];
    expect((await api.deadline.list()).verificationDays).toBe(3);
    expect(await desk('2026-11-04')).toMatchObject({ verifyBy: '2026-11-04', daysPastVerifyBy: 0, daysWaiting: 5 });
    expect(await desk('2026-11-09')).toMatchObject({ verifyBy: '2026-11-04', daysPastVerifyBy: 3 });

    expect(await api.deadline.setVerificationDays({ days: 1, seen: 3 })).toEqual({ verificationDays: 1 });
    expect(await desk('2026-11-04')).toMatchObject({ verifyBy: '2026-11-02', daysPastVerifyBy: 2 });
    await expect(api.deadline.setVerificationDays({ days: 2, seen: 3 })).rejects.toThrow('VERSION_CONFLICT');
    await expect(api.deadline.setVerificationDays({ days: 0, seen: 1 })).rejects.toThrow('DAYS_OUT_OF_RANGE');
    const { data } = await database.db
      .selectFrom('audit_event')
      .select('data')
      .where('subjectId', '=', 'verification.dueDays')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(data)).toEqual({ changes: { verificationDays: { from: 3, to: 1 } } });
  });
});
