import { expect, it } from 'vitest';
import { getReport, saveEntry, submitReport } from '#server/report/report.service.ts';
import type { SaveEntryInput } from '#shared/report.ts';
import { callerFor } from '#tests/support/caller.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import {
  binuang,
  clock,
  countRows,
  figure,
  insertPeople,
  month,
  polewali,
  previousMonth,
  stuntingKey,
} from '#tests/support/report-factories.ts';

onEachEngine('saving a cell', (open) => {
  it('keeps the figure with its revision, audit event and the report it begins', async () => {
    const database = await open();
    const { focalPoint } = await insertPeople(database);

    const saved = await saveEntry(database, focalPoint, figure({ note: 'Hasil verval', source: 'e-PPGBM' }), clock);

    expect(saved.cell).toMatchObject({
      kind: 'number',
      value: 612,
      status: 'draft',
      version: 1,
      note: 'Hasil verval',
      source: 'e-PPGBM',
      enteredByName: 'Andi',
      isSample: false,
    });
    expect(saved.report).toMatchObject({ state: 'draft', version: 2 });
    expect(saved.report.counters).toMatchObject({ expected: 18, filled: 1, verified: 0, edited: 1 });
    const revisions = await database.db.selectFrom('entry_revision').selectAll().execute();
    expect(revisions).toHaveLength(1);
    expect(revisions[0]).toMatchObject({ action: 'entered', version: 1, fromKind: null, toValue: 612 });
    const events = await database.db.selectFrom('audit_event').selectAll().where('event', '=', 'entry.saved').execute();
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ actorId: focalPoint.id, subjectId: `ST_SASARAN_${polewali}_${month}` });
  });

  it('refuses a figure so large that the totals above it could not be read any more', async () => {
    const database = await open();
    const { focalPoint } = await insertPeople(database);
    const caller = callerFor(database, focalPoint);
    const before = await countRows(database);
    for (const value of [100_000_000_001, Number.MAX_SAFE_INTEGER]) {
      await expect(caller.report.saveEntry(figure({ value }))).rejects.toMatchObject({
        code: 'BAD_REQUEST',
        cause: { issues: [{ path: ['value'], message: 'TOO_LARGE' }] },
      });
    }
    expect(await countRows(database)).toEqual(before);
  });

  it('asks why a cumulative figure fell, also where last month has none, and says since when', async () => {
    const database = await open();
    const { focalPoint } = await insertPeople(database);
    const save = (at: string, value: number, overrides: Partial<SaveEntryInput> = {}) => {
      const cell = { indicatorId: 'ST_INTERVENSI', reportKey: `${at}_ST_biro-hukum`, value, ...overrides };
      return saveEntry(database, focalPoint, figure(cell), clock);
    };
    await save('2026-06', 90);
    await save('2026-07', 100);
    await save(previousMonth, 0, { kind: 'not_reported', value: null });
    const fallen = { state: 'reason_missing', leftValue: 99, rightValue: 100, earlierMonth: '2026-07' };
    expect((await save(month, 99)).findings).toMatchObject([fallen]);

    const grid = await getReport(database, focalPoint, { reportKey: stuntingKey }, clock);
    expect(grid.findings).toMatchObject([fallen]);
    expect(grid.earlierCells).toEqual([
      { indicatorId: 'ST_INTERVENSI', areaId: polewali, month: '2026-07', value: 100 },
    ]);
    const input = { reportKey: stuntingKey, expectedVersion: grid.report.version, acceptMissing: true };
    await expect(submitReport(database, focalPoint, input, clock)).rejects.toMatchObject({ code: 'REPORT_HAS_BLOCKS' });

    const explained = await save(month, 99, { baseVersion: 1, reason: 'Data ganda dihapus' });
    expect(explained.findings).toMatchObject([{ ...fallen, state: 'explained' }]);
  });

  it('tells zero, not applicable and not reported apart', async () => {
    const database = await open();
    const { focalPoint } = await insertPeople(database);
    await saveEntry(database, focalPoint, figure({ value: 0 }), clock);
    await saveEntry(
      database,
      focalPoint,
      figure({ indicatorId: 'ST_RUJUKAN', kind: 'not_applicable', value: null }),
      clock,
    );
    const last = await saveEntry(
      database,
      focalPoint,
      figure({ indicatorId: 'ST_VALID', kind: 'not_reported', value: null }),
      clock,
    );
    expect(last.report.counters).toMatchObject({ filled: 1, notApplicable: 1 });
    const rows = await database.db.selectFrom('entry').select(['indicatorId', 'kind', 'value']).execute();
    expect(rows.toSorted((left, right) => (left.indicatorId < right.indicatorId ? -1 : 1))).toEqual([
      { indicatorId: 'ST_RUJUKAN', kind: 'not_applicable', value: null },
      { indicatorId: 'ST_SASARAN', kind: 'number', value: 0 },
      { indicatorId: 'ST_VALID', kind: 'not_reported', value: null },
    ]);
  });

  it('answers with findings, and keeps a figure that a rule blocks as a draft', async () => {
    const database = await open();
    const { focalPoint } = await insertPeople(database);
    await saveEntry(database, focalPoint, figure({ indicatorId: 'ST_VALID', value: 100 }), clock);
    const saved = await saveEntry(database, focalPoint, figure({ indicatorId: 'ST_INTERVENSI', value: 120 }), clock);

    expect(saved.cell).toMatchObject({ value: 120, status: 'draft' });
    expect(saved.findings).toMatchObject([
      { ruleId: 'ST_INTERVENSI<=ST_VALID', state: 'blocked', leftValue: 120, rightValue: 100, areaId: polewali },
    ]);
  });

  it('compares with last month and accepts a reason for a cumulative figure that falls', async () => {
    const database = await open();
    const { focalPoint } = await insertPeople(database);
    const reached = figure({ indicatorId: 'ST_INTERVENSI', value: 126, areaId: binuang });
    await saveEntry(database, focalPoint, { ...reached, reportKey: `${previousMonth}_ST_biro-hukum` }, clock);

    const fallen = await saveEntry(database, focalPoint, { ...reached, value: 118 }, clock);
    expect(fallen.findings).toMatchObject([
      { ruleId: 'ST_INTERVENSI>=previous', state: 'reason_missing', reasonIndicatorId: 'ST_INTERVENSI' },
    ]);

    const explained = await saveEntry(
      database,
      focalPoint,
      { ...reached, value: 118, reason: 'Delapan data ganda dihapus', baseVersion: 1 },
      clock,
    );
    expect(explained.findings).toMatchObject([{ ruleId: 'ST_INTERVENSI>=previous', state: 'explained' }]);
  });

  it.each([
    ['a count below zero', { value: -1 }, 'ENTRY_VALUE_NEGATIVE'],
    ['a number without a value', { value: null }, 'ENTRY_VALUE_INVALID'],
    ['a value that is said not to apply', { kind: 'not_applicable' as const, value: 3 }, 'ENTRY_VALUE_INVALID'],
    ['an indicator that is not collected there', { areaId: '76.04' }, 'ENTRY_CELL_NOT_COLLECTED'],
    ['an indicator of another issue', { indicatorId: 'KE_SASARAN' }, 'ENTRY_CELL_NOT_COLLECTED'],
    ['an indicator that does not exist', { indicatorId: 'ST_KHAYAL' }, 'ENTRY_CELL_NOT_COLLECTED'],
    ['an area that does not exist', { areaId: '99.99.99' }, 'ENTRY_CELL_NOT_COLLECTED'],
    ["another agency's area in the own report", { areaId: '76.04.12' }, 'ENTRY_CELL_NOT_YOURS'],
    ['a month that has not begun', { reportKey: '2026-12_ST_biro-hukum' }, 'REPORT_MONTH_NOT_OPEN'],
    ["another agency's report", { reportKey: `${month}_ST_biro-umum`, areaId: '76.04.12' }, 'REPORT_NOT_YOURS'],
    ['an agency that does not exist', { reportKey: `${month}_ST_khayal` }, 'REPORT_NOT_FOUND'],
  ])('refuses %s and leaves nothing behind', async (_title, input, code) => {
    const database = await open();
    const { focalPoint } = await insertPeople(database);
    const before = await countRows(database);

    await expect(saveEntry(database, focalPoint, figure(input), clock)).rejects.toMatchObject({ code });

    expect(await countRows(database)).toEqual(before);
  });

  it('refuses people who do not enter figures, and other agencies', async () => {
    const database = await open();
    const { secretariat, leadership, stranger, coordinator } = await insertPeople(database);
    const save = (actor: typeof stranger) => saveEntry(database, actor, figure(), clock);
    await expect(save(secretariat)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(save(leadership)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(save(stranger)).rejects.toMatchObject({ code: 'REPORT_NOT_YOURS' });
    await expect(save(coordinator)).rejects.toMatchObject({ code: 'REPORT_NOT_YOURS' });
  });

  it('gives two people who edit one cell at once a choice: mine and theirs', async () => {
    const database = await open();
    const { focalPoint, colleague } = await insertPeople(database);
    await saveEntry(database, focalPoint, figure({ value: 600 }), clock);
    await saveEntry(database, colleague, figure({ value: 610, baseVersion: 1 }), clock);

    await expect(saveEntry(database, focalPoint, figure({ value: 605, baseVersion: 1 }), clock)).rejects.toMatchObject({
      code: 'ENTRY_VERSION_CONFLICT',
      params: { kind: 'number', value: 610, version: 2, byName: 'Budi', mineKind: 'number', mineValue: 605 },
    });
    const chosen = await saveEntry(database, focalPoint, figure({ value: 605, baseVersion: 2 }), clock);
    expect(chosen.cell).toMatchObject({ value: 605, version: 3 });
  });

  it('answers a save that is sent twice with the cell as it is', async () => {
    const database = await open();
    const { focalPoint } = await insertPeople(database);
    const first = await saveEntry(database, focalPoint, figure(), clock);
    const rows = await countRows(database);

    const second = await saveEntry(database, focalPoint, figure(), clock);

    expect(second).toEqual(first);
    expect(await countRows(database)).toEqual(rows);
  });

  it('locks what is on the verifier’s desk, and nothing else', async () => {
    const database = await open();
    const { focalPoint } = await insertPeople(database);
    const { report } = await saveEntry(database, focalPoint, figure(), clock);
    await submitReport(
      database,
      focalPoint,
      { reportKey: stuntingKey, expectedVersion: report.version, acceptMissing: true },
      clock,
    );

    await expect(saveEntry(database, focalPoint, figure({ value: 613, baseVersion: 2 }), clock)).rejects.toMatchObject({
      code: 'ENTRY_SUBMITTED',
    });
    const late = await saveEntry(database, focalPoint, figure({ indicatorId: 'ST_VALID', value: 588 }), clock);
    expect(late.report).toMatchObject({ state: 'submitted', hasPendingCorrections: true });
  });

  it('loses none of twenty saves that arrive together', async () => {
    const database = await open();
    const { focalPoint, colleague } = await insertPeople(database);
    const indicatorIds = [
      'ST_SASARAN',
      'ST_VALID',
      'ST_INTERVENSI',
      'ST_KELUAR',
      'ST_RUJUKAN',
      'ST_BALITA',
      'ST_DITIMBANG',
      'ST_DIUKUR',
      'ST_ANAK',
    ];
    const inputs = [polewali, binuang].flatMap((areaId) =>
      indicatorIds.map((indicatorId, index) => figure({ areaId, indicatorId, value: 500 - index })),
    );
    const both = [...inputs, ...inputs.slice(0, 2).map((input) => ({ ...input, value: 1 }))];

    const outcomes = await Promise.allSettled(
      both.map((input, index) => saveEntry(database, index % 2 === 0 ? focalPoint : colleague, input, clock)),
    );

    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(18);
    const report = await database.db.selectFrom('report').selectAll().executeTakeFirstOrThrow();
    expect(report).toMatchObject({ expectedCells: 18, filledCells: 18, draftCells: 18, version: 19 });
    expect(await countRows(database)).toMatchObject({ reports: 1, entries: 18, revisions: 18 });
  });

  it('undoes a save whose last statement fails', async () => {
    const database = await open();
    const { focalPoint } = await insertPeople(database);
    const before = await countRows(database);
    await database.transaction((trx) => trx.deleteFrom('audit_head').execute());

    await expect(saveEntry(database, focalPoint, figure(), clock)).rejects.toThrow(/audit chain/);

    expect(await countRows(database)).toEqual(before);
  });
});
