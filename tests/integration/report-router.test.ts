import { expect, it } from 'vitest';
import { clockOf } from '#server/report/report.service.ts';
import { monthOfDate, previousMonth } from '#shared/month.ts';
import { callerFor } from '#tests/support/caller.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { figure, insertPeople, polewali } from '#tests/support/report-factories.ts';

/** The latest closed month by the real calendar, as the procedures see it. */
const month = previousMonth(monthOfDate(clockOf({ timeZone: 'Asia/Makassar' }).today));
const reportKey = `${month}_ST_biro-hukum`;

onEachEngine('the report procedures', (open) => {
  it('carry a report from the first figure to the ledger, each answer as its schema says', async () => {
    const database = await open();
    const { focalPoint, coordinator } = await insertPeople(database);
    const agency = callerFor(database, focalPoint).report;
    const verifier = callerFor(database, coordinator).report;

    const due = await agency.due({});
    expect(due.open.map((report) => report.reportKey)).toContain(reportKey);
    const { cell } = await agency.saveEntry({ ...figure(), reportKey });
    expect(cell.version).toBe(1);
    await agency.saveEntry({ ...figure({ indicatorId: 'ST_VALID', value: 588 }), reportKey });
    const preview = await agency.preview({ reportKey });
    expect(preview).toMatchObject({ toSubmit: 2, canSubmit: true });
    expect(preview.missing).toHaveLength(16);
    const { report } = await agency.get({ reportKey });
    const cutOff = { cutOffDate: null, cutOffLabel: 's.d. minggu II' };
    const { version } = await agency.setCutOff({ reportKey, expectedVersion: report.version, ...cutOff });
    const { summary } = await agency.submit({ reportKey, expectedVersion: version, acceptMissing: true });
    expect(summary).toEqual(preview);

    expect((await verifier.toVerify()).reports.map((each) => each.reportKey)).toEqual([reportKey]);
    expect(await verifier.dueCount()).toMatchObject({ count: expect.any(Number) });
    const seen = { indicatorId: 'ST_VALID', areaId: polewali, version: 2 };
    await verifier.returnCells({ reportKey, cells: [{ ...seen, reason: 'Periksa kembali' }] });
    await agency.reply({ reportKey, indicatorId: 'ST_VALID', areaId: polewali, text: 'Baik' });
    await verifier.verifyCells({ reportKey, cells: [{ ...seen, indicatorId: 'ST_SASARAN' }] });
    const grid = await verifier.get({ reportKey });
    expect(grid.comments).toHaveLength(2);
    const bulk = await verifier.verifyAll({ reportKey, expectedVersion: grid.report.version });
    expect(bulk).toMatchObject({ verified: 0, left: [] });

    const completeness = await verifier.completeness({ month });
    expect(completeness.cells.find((each) => each.reportKey === reportKey)).toMatchObject({
      state: 'returned',
      received: 2,
      counters: { verified: 1, returned: 1 },
    });
    expect((await verifier.completeness({ months: [month] })).cells).toEqual(completeness.cells);
    expect((await verifier.assignmentGaps({ month })).gaps.length).toBeGreaterThan(0);
    expect((await verifier.reminders({ month })).length).toBeGreaterThan(0);
    expect(await verifier.restatements({})).toEqual([]);
  });

  it('refuse a stranger, and input that is none', async () => {
    const database = await open();
    const { focalPoint } = await insertPeople(database);
    await expect(callerFor(database, null).report.due({})).rejects.toMatchObject({ message: 'NOT_SIGNED_IN' });
    const { report } = callerFor(database, focalPoint);
    await expect(report.saveEntry({ ...figure(), reportKey: 'nonsense' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    await expect(report.saveEntry({ ...figure(), value: 1.5 })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(report.verifyAll({ reportKey, expectedVersion: 1 })).rejects.toMatchObject({
      message: 'NOT_ALLOWED',
    });
  });
});
