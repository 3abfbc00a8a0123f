import { expect, it } from 'vitest';
import type { DatabaseHandle } from '#db/connection.ts';
import { recordAudit } from '#server/audit.ts';
import {
  getReport,
  reassignOpenEntries,
  recountReports,
  replyToCell,
  returnCells,
  saveEntry,
  submitReport,
  verifyCells,
} from '#server/report/report.service.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { expectCountersTrue, expectExpectedTrue, expectRollupsTrue } from '#tests/support/report-checks.ts';
import {
  binuang,
  clock,
  figure,
  insertPeople,
  month,
  polewali,
  previousMonth,
  setSetting,
  stuntingKey,
} from '#tests/support/report-factories.ts';

/** Polewali goes from Biro Hukum to Biro Umum on the first of October. */
async function handOver(database: DatabaseHandle, actor: { id: string }): Promise<number> {
  return database.transaction(async (trx) => {
    const owner = await trx
      .updateTable('assignment')
      .set({ validTo: '2026-09-30' })
      .where('areaId', '=', polewali)
      .where('agencyId', '=', 'biro-hukum')
      .returningAll()
      .executeTakeFirstOrThrow();
    const id = 'handed-over';
    await trx
      .insertInto('assignment')
      .values({ ...owner, id, agencyId: 'biro-umum', validFrom: '2026-10-01', validTo: null })
      .execute();
    await recordAudit(trx, actor.id, [
      { event: 'assignment.created', subjectType: 'assignment', subjectId: id, data: { areaId: polewali } },
    ]);
    return reassignOpenEntries(trx, actor, { issueId: null, areaId: polewali, fromMonth: month });
  });
}

const umumKey = `${month}_ST_biro-umum`;

onEachEngine('a handover between agencies', (open) => {
  it('moves open cells with their threads and leaves what was handed in where it was', async () => {
    const database = await open();
    const { focalPoint, stranger, secretariat } = await insertPeople(database);
    await setSetting(database, 'reporting.firstMonth', previousMonth);
    const save = (input: Parameters<typeof figure>[0]) => saveEntry(database, focalPoint, figure(input), clock);
    await save({ reportKey: `${previousMonth}_ST_biro-hukum` });
    await save({ indicatorId: 'ST_SASARAN', value: 612 });
    await save({ indicatorId: 'ST_VALID', value: 588 });
    const { report } = await save({ indicatorId: 'ST_BALITA', value: 900 });
    const submission = { reportKey: stuntingKey, expectedVersion: report.version, acceptMissing: true };
    await submitReport(database, focalPoint, submission, clock);
    const cell = (indicatorId: string) => ({ indicatorId, areaId: polewali, version: 2 });
    await verifyCells(database, secretariat, { reportKey: stuntingKey, cells: [cell('ST_SASARAN')] }, clock);
    const returned = { ...cell('ST_VALID'), reason: 'Periksa kembali' };
    await returnCells(database, secretariat, { reportKey: stuntingKey, cells: [returned] }, clock);
    const thread = { reportKey: stuntingKey, indicatorId: 'ST_VALID', areaId: polewali };
    await replyToCell(database, focalPoint, { ...thread, text: 'Baik' }, clock);
    await save({ indicatorId: 'ST_DITIMBANG', value: 800 });
    await save({ indicatorId: 'ST_SASARAN', areaId: binuang, value: 344 });

    expect(await handOver(database, secretariat)).toBe(2);

    const theirs = await getReport(database, stranger, { reportKey: umumKey }, clock);
    const inPolewali = theirs.cells.filter((each) => each.areaId === polewali);
    expect(inPolewali.map((each) => [each.indicatorId, each.status]).sort()).toEqual([
      ['ST_DITIMBANG', 'draft'],
      ['ST_VALID', 'returned'],
    ]);
    expect(theirs.comments.map((comment) => comment.text)).toEqual(['Periksa kembali', 'Baik']);
    expect(theirs.areas.find((area) => area.id === polewali)?.indicatorIds).not.toContain('ST_SASARAN');

    const ours = await getReport(database, focalPoint, { reportKey: stuntingKey }, clock);
    expect(ours.cells.map((each) => [each.areaId, each.indicatorId, each.status])).toEqual([
      [polewali, 'ST_BALITA', 'submitted'],
      [polewali, 'ST_SASARAN', 'verified'],
      [binuang, 'ST_SASARAN', 'draft'],
    ]);
    expect(ours.report).toMatchObject({ counters: { expected: 9 + 2, returned: 0 } });
    const september = await getReport(database, focalPoint, { reportKey: `${previousMonth}_ST_biro-hukum` }, clock);
    expect(september.cells).toHaveLength(1);
    const moved = await database.db
      .selectFrom('entry_revision')
      .select(['indicatorId', 'actorId'])
      .where('action', '=', 'moved')
      .execute();
    expect(moved).toHaveLength(2);
    expect(moved.every((revision) => revision.actorId === secretariat.id)).toBe(true);
    await expectCountersTrue(database);
    await expectExpectedTrue(database, { issueId: 'ST', month }, clock);
    await expectRollupsTrue(database);
  });

  it('opens the district to the new agency and closes it to the old one, in the very next request', async () => {
    const database = await open();
    const { focalPoint, stranger, secretariat } = await insertPeople(database);
    await saveEntry(database, focalPoint, figure({ indicatorId: 'ST_VALID' }), clock);

    await handOver(database, secretariat);

    await expect(saveEntry(database, focalPoint, figure(), clock)).rejects.toMatchObject({
      code: 'ENTRY_CELL_NOT_YOURS',
    });
    const saved = await saveEntry(database, stranger, figure({ reportKey: umumKey }), clock);
    expect(saved.report.counters).toMatchObject({ expected: 27, filled: 2 });
  });

  it('leaves nothing moved when the transaction fails afterwards', async () => {
    const database = await open();
    const { focalPoint } = await insertPeople(database);
    await saveEntry(database, focalPoint, figure(), clock);
    await expect(
      database.transaction(async (trx) => {
        await trx.updateTable('assignment').set({ agencyId: 'biro-umum' }).where('areaId', '=', polewali).execute();
        await recordAudit(trx, null, [
          { event: 'assignment.changed', subjectType: 'assignment', subjectId: polewali, data: {} },
        ]);
        await reassignOpenEntries(trx, null, { issueId: 'ST', areaId: polewali, fromMonth: month });
        throw new Error('the disk is full');
      }),
    ).rejects.toThrow('the disk is full');

    const again = figure({ indicatorId: 'ST_VALID', value: 10 });
    const saved = await saveEntry(database, focalPoint, again, clock);
    expect(saved.report.counters).toMatchObject({ expected: 18, filled: 2 });
  });

  it('recounts what is expected when an indicator is no longer collected', async () => {
    const database = await open();
    const { focalPoint } = await insertPeople(database);
    await saveEntry(database, focalPoint, figure(), clock);
    await database.transaction(async (trx) => {
      await trx.updateTable('indicator').set({ isActive: 0 }).where('id', '=', 'ST_ANAK').execute();
      await recordAudit(trx, null, [
        { event: 'indicator.changed', subjectType: 'indicator', subjectId: 'ST_ANAK', data: {} },
      ]);
      await recountReports(trx, { issueId: 'ST', fromMonth: month });
    });
    const { report } = await getReport(database, focalPoint, { reportKey: stuntingKey }, clock);
    expect(report.counters).toMatchObject({ expected: 16, filled: 1 });
  });
});
