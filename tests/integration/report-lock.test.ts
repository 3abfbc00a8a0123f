import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { DatabaseHandle } from '#db/connection.ts';
import type { Actor } from '#server/context.ts';
import {
  type Clock,
  completenessOf,
  dueReports,
  getReport,
  replyToCell,
  returnCells,
  saveEntry,
  setAside,
  setCutOff,
  submitReport,
  verifyCells,
} from '#server/report/report.service.ts';
import type { SaveEntryInput } from '#shared/report.ts';
import { callerFor } from '#tests/support/caller.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { codeOf } from '#tests/support/refusal.ts';
import {
  clock,
  countRows,
  figure,
  insertPeople,
  month,
  polewali,
  setSetting,
  stuntingKey,
} from '#tests/support/report-factories.ts';

/** October 2026 is due on 5 November. Fourteen days later it is locked. */
const lastDay: Clock = { ...clock, today: '2026-11-19' };
const locked: Clock = { ...clock, today: '2026-11-20' };
const cell = { indicatorId: 'ST_SASARAN', areaId: polewali };

const lock = (database: DatabaseHandle, days = '14') => setSetting(database, 'deadline.lockAfterDays', days);

async function submission(database: DatabaseHandle, actor: Actor) {
  const { report } = await getReport(database, actor, { reportKey: stuntingKey }, clock);
  return { reportKey: stuntingKey, expectedVersion: report.version, acceptMissing: true, submissionId: randomUUID() };
}

onEachEngine('a report whose deadline is long past', (open) => {
  it('is taken where no lock is set: nothing overdue ever disappears', async () => {
    const database = await open();
    const { focalPoint } = await insertPeople(database);
    const years: Clock = { ...clock, today: '2029-01-01' };
    await saveEntry(database, focalPoint, figure(), years);
    const submitted = await submitReport(database, focalPoint, await submission(database, focalPoint), years);
    expect(submitted.report.state).toBe('submitted');
  });

  it('takes figures to the last day, and then neither new ones nor changes of drafts nor the submission', async () => {
    const database = await open();
    const { focalPoint } = await insertPeople(database);
    await lock(database);
    const first = await saveEntry(database, focalPoint, figure(), lastDay);
    const rows = await countRows(database);
    const save = (rest: Partial<SaveEntryInput>) => saveEntry(database, focalPoint, figure(rest), locked);
    expect(await codeOf(save({ indicatorId: 'ST_VALID' }))).toBe('REPORT_LOCKED');
    expect(await codeOf(save({ value: 5, baseVersion: 1 }))).toBe('REPORT_LOCKED');
    expect(await codeOf(save({ note: 'Rekap', baseVersion: 1 }))).toBe('REPORT_LOCKED');
    const input = await submission(database, focalPoint);
    expect(await codeOf(submitReport(database, focalPoint, input, locked))).toBe('REPORT_LOCKED');
    const cutOff = { cutOffDate: null, cutOffLabel: 'minggu II' };
    expect(await codeOf(setCutOff(database, focalPoint, { ...input, ...cutOff }, locked))).toBe('REPORT_LOCKED');
    expect(await countRows(database)).toEqual(rows);
    // What it holds already changes nothing, and is no reason to refuse.
    expect((await save({ baseVersion: 1 })).cell).toEqual(first.cell);

    const { report, permissions } = await getReport(database, focalPoint, { reportKey: stuntingKey }, locked);
    expect(report).toMatchObject({ isLocked: true, state: 'draft', daysOverdue: 15 });
    expect(permissions).toMatchObject({
      canEdit: false,
      whyNotEdit: 'REPORT_LOCKED',
      canSubmit: false,
      whyNotSubmit: 'REPORT_LOCKED',
      canReply: true,
    });
    const before = await getReport(database, focalPoint, { reportKey: stuntingKey }, lastDay);
    expect(before.permissions).toMatchObject({ canEdit: true, canSubmit: true });
    expect(before.report.isLocked).toBe(false);
  });

  it('answers what was written before the lock as done, and keeps a figure that was given up', async () => {
    const database = await open();
    const { focalPoint, colleague } = await insertPeople(database);
    await lock(database);
    const written = figure({ changeId: randomUUID() });
    await saveEntry(database, focalPoint, written, lastDay);
    await saveEntry(database, colleague, figure({ value: 5, baseVersion: 1 }), lastDay);
    expect((await saveEntry(database, focalPoint, written, locked)).cell).toMatchObject({ value: 5, version: 2 });
    const input = await submission(database, focalPoint);
    await submitReport(database, focalPoint, input, lastDay);
    expect((await submitReport(database, focalPoint, input, locked)).report.state).toBe('submitted');
    const { baseVersion: _, ...typed } = figure({ value: 12 });
    const kept = await setAside(database, focalPoint, { ...typed, changeId: randomUUID() }, locked);
    expect(kept.cell).toMatchObject({ value: 5, status: 'submitted' });
  });

  it('may still be verified and returned; returned cells are corrected and handed in, and nothing else', async () => {
    const database = await open();
    const { focalPoint, secretariat } = await insertPeople(database);
    await lock(database);
    for (const indicatorId of ['ST_SASARAN', 'ST_BALITA'])
      await saveEntry(database, focalPoint, figure({ indicatorId }), clock);
    await submitReport(database, focalPoint, await submission(database, focalPoint), clock);
    await saveEntry(database, focalPoint, figure({ indicatorId: 'ST_RUJUKAN', value: 3 }), lastDay);
    const verified = { reportKey: stuntingKey, cells: [{ indicatorId: 'ST_BALITA', areaId: polewali, version: 2 }] };
    await verifyCells(database, secretariat, verified, locked);
    const cells = [{ ...cell, version: 2, reason: 'Berbeda dengan e-PPGBM' }];
    await returnCells(database, secretariat, { reportKey: stuntingKey, cells }, locked);

    const { permissions, report } = await getReport(database, focalPoint, { reportKey: stuntingKey }, locked);
    expect(report).toMatchObject({ isLocked: true, state: 'returned' });
    expect(permissions).toMatchObject({ canEdit: true, whyNotEdit: null, canSubmit: true });
    const save = (rest: Partial<SaveEntryInput>) => saveEntry(database, focalPoint, figure(rest), locked);
    expect(await codeOf(save({ indicatorId: 'ST_DIUKUR' }))).toBe('REPORT_LOCKED');
    const correction = { indicatorId: 'ST_BALITA', value: 7, baseVersion: 3, reason: 'Salah ketik' };
    expect(await codeOf(save(correction))).toBe('REPORT_LOCKED');

    await save({ value: 600, baseVersion: 3 });
    // It is a draft now, and still the cell that was asked for.
    await save({ value: 601, baseVersion: 4 });
    await save({ indicatorId: 'ST_RUJUKAN', value: 4, baseVersion: 1 });
    await replyToCell(database, focalPoint, { reportKey: stuntingKey, ...cell, text: 'Sudah dicek' }, locked);
    const again = await submitReport(database, focalPoint, await submission(database, focalPoint), locked);
    expect(again.report).toMatchObject({ state: 'submitted', counters: { edited: 0, returned: 0 } });
    expect(await codeOf(save({ indicatorId: 'ST_DIUKUR' }))).toBe('REPORT_LOCKED');
  });

  it('opens again with an exception to its deadline, and a verified figure can be corrected', async () => {
    const database = await open();
    const { focalPoint, secretariat } = await insertPeople(database);
    await lock(database);
    await saveEntry(database, focalPoint, figure(), clock);
    await submitReport(database, focalPoint, await submission(database, focalPoint), clock);
    await verifyCells(database, secretariat, { reportKey: stuntingKey, cells: [{ ...cell, version: 2 }] }, clock);
    const correction = figure({ value: 600, baseVersion: 3, reason: 'Salah ketik' });
    expect(await codeOf(saveEntry(database, focalPoint, correction, locked))).toBe('REPORT_LOCKED');

    const exception = { issueId: 'ST' as const, month, dueDay: null, dueDate: '2026-11-10', note: 'Banjir' };
    await callerFor(database, secretariat).deadline.create(exception);
    const corrected = await saveEntry(database, focalPoint, correction, locked);
    expect(corrected.report).toMatchObject({ state: 'verified', hasPendingCorrections: true });
    const extended: Clock = { ...clock, today: '2026-11-24' };
    await submitReport(database, focalPoint, await submission(database, focalPoint), extended);
    const tooLate: Clock = { ...clock, today: '2026-11-25' };
    expect(await codeOf(saveEntry(database, focalPoint, figure({ indicatorId: 'ST_VALID' }), tooLate))).toBe(
      'REPORT_LOCKED',
    );
  });

  it('stays on every list as overdue, and is marked', async () => {
    const database = await open();
    const { focalPoint } = await insertPeople(database);
    await setSetting(database, 'reporting.firstMonth', month);
    await lock(database);
    await saveEntry(database, focalPoint, figure(), clock);
    const due = await dueReports(database, focalPoint, {}, locked);
    const mine = due.open.find(({ reportKey }) => reportKey === stuntingKey);
    expect(mine).toMatchObject({ isLocked: true, daysOverdue: 15, state: 'draft' });
    expect(due.open.filter(({ month: of }) => of === '2026-11').every(({ isLocked }) => !isLocked)).toBe(true);
    const { cells, totals } = await completenessOf(database, [month], locked);
    expect(cells.every(({ isLocked, daysLate }) => isLocked && daysLate === 15)).toBe(true);
    expect(totals[0]?.reportsOverdue).toBe(cells.length);
    const open14 = await completenessOf(database, [month], lastDay);
    expect(open14.cells.some(({ isLocked }) => isLocked)).toBe(false);
  });
});

onEachEngine('the lock', (open) => {
  it('is set over what was seen, recorded, and says beforehand what it closes', async () => {
    const database = await open();
    const { secretariat, focalPoint } = await insertPeople(database);
    await setSetting(database, 'reporting.firstMonth', '2025-01');
    const api = callerFor(database, secretariat);
    const before = await api.deadline.list();
    expect(before.lockAfterDays).toBeNull();
    const dates = before.waiting.map(({ dueDate }) => dueDate);
    expect(dates).toEqual([...new Set(dates)].toSorted());
    expect(dates[0]).toBe('2025-02-05');
    expect(before.waiting.every(({ reports }) => reports > 0)).toBe(true);

    expect(await api.deadline.setLock({ days: 30, seen: null })).toEqual({ lockAfterDays: 30 });
    expect((await api.deadline.list()).lockAfterDays).toBe(30);
    expect(await codeOf(api.deadline.setLock({ days: 10, seen: null }))).toBe('VERSION_CONFLICT');
    const old = callerFor(database, focalPoint).report.saveEntry(figure({ reportKey: '2025-01_ST_biro-hukum' }));
    expect(await codeOf(old)).toBe('REPORT_LOCKED');
    await api.deadline.setLock({ days: null, seen: 30 });
    expect((await api.deadline.list()).lockAfterDays).toBeNull();
    for (const days of [-1, 1001, 1.5]) {
      await expect(api.deadline.setLock({ days, seen: null })).rejects.toThrow('LOCK_OUT_OF_RANGE');
    }
    const events = await database.db
      .selectFrom('audit_event')
      .select('data')
      .where('subjectId', '=', 'deadline.lockAfterDays')
      .orderBy('seq')
      .execute();
    expect(events.map(({ data }) => JSON.parse(data).changes.lockAfterDays)).toEqual([
      { from: null, to: 30 },
      { from: 30, to: null },
    ]);
  });
});
