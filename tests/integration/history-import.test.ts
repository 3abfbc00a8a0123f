import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { DatabaseHandle } from '#db/connection.ts';
import { checkAuditChain } from '#server/audit-chain.ts';
import { applyImport, dryRun, figuresDigest, importContext } from '#server/history-import/history-import.service.ts';
import { completenessOf, saveEntry, submitReport, verifyAll, verifyCells } from '#server/report/report.service.ts';
import type { ImportRow } from '#shared/history-import.ts';
import { monthRange } from '#shared/month.ts';
import { callerFor } from '#tests/support/caller.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { importAll, importInput, importRow } from '#tests/support/history-import-factories.ts';
import { codeOf } from '#tests/support/refusal.ts';
import { expectCountersTrue, expectRollupsTrue } from '#tests/support/report-checks.ts';
import {
  binuang,
  clock,
  countRows,
  figure,
  insertPeople,
  month,
  polewali,
  setSetting,
  stuntingKey,
} from '#tests/support/report-factories.ts';

const entryOf = (database: DatabaseHandle, row: ImportRow) =>
  database.db
    .selectFrom('entry')
    .selectAll()
    .where('indicatorId', '=', row.indicatorId)
    .where('areaId', '=', row.areaId)
    .where('month', '=', row.month)
    .executeTakeFirst();

onEachEngine('an import of past months', (open) => {
  it('does what the dry run has shown: begins reports, writes submitted cells with revisions, sums and events', async () => {
    const database = await open();
    const { secretariat } = await insertPeople(database);
    const rows = [
      importRow(),
      importRow({ row: 3, areaId: binuang, value: 344, note: 'Data posyandu', source: 'e-PPGBM' }),
      importRow({ row: 4, indicatorId: 'ST_VALID', kind: 'not_applicable', value: null }),
      importRow({ row: 5, month: '2025-04', value: 0 }),
    ];
    const before = await countRows(database);
    const { preview, importId, wasDone, result } = await importAll(database, secretariat, importInput(rows));
    expect(preview.counts).toEqual({ rows: 4, new: 4, changed: 0, corrections: 0, same: 0, refused: 0 });
    expect(preview.reports.map(({ reportKey, effect, counts }) => [reportKey, effect, counts.new])).toEqual([
      ['2025-03_ST_biro-hukum', 'begun', 3],
      ['2025-04_ST_biro-hukum', 'begun', 1],
    ]);
    expect(wasDone).toBe(false);
    expect(result).toMatchObject({ id: importId, byName: 'Eka', fromMonth: '2025-03', toMonth: '2025-04' });
    expect(result.counts).toEqual(preview.counts);
    expect(result.reports.map(({ reportKey, new: count }) => [reportKey, count])).toEqual([
      ['2025-03_ST_biro-hukum', 3],
      ['2025-04_ST_biro-hukum', 1],
    ]);

    expect(await entryOf(database, importRow())).toMatchObject({
      ...{ kind: 'number', value: 612, status: 'submitted', version: 1, isSample: 0 },
      ...{ source: 'Impor riwayat: riwayat-2025.xlsx', enteredById: secretariat.id, verifiedKind: null },
    });
    expect(await entryOf(database, importRow({ areaId: binuang }))).toMatchObject({
      note: 'Data posyandu',
      source: 'e-PPGBM',
    });
    const revisions = await database.db.selectFrom('entry_revision').selectAll().execute();
    expect(new Set(revisions.map(({ action }) => action))).toEqual(new Set(['imported']));
    const reports = await database.db.selectFrom('report').selectAll().orderBy('month').execute();
    expect(reports).toMatchObject([
      { state: 'submitted', filledCells: 2, notApplicableCells: 1, submittedById: secretariat.id },
      { state: 'submitted', filledCells: 1, notApplicableCells: 0, submittedById: secretariat.id },
    ]);
    await expectCountersTrue(database);
    await expectRollupsTrue(database);

    // One event for the import and one for each report, and the months that are owed kept as they were.
    const events = await database.db.selectFrom('audit_event').selectAll().orderBy('seq', 'desc').limit(4).execute();
    expect(events.map(({ event }) => event).reverse()).toEqual([
      'setting.changed',
      'history.imported',
      'report.imported',
      'report.imported',
    ]);
    expect((await countRows(database)).events - before.events).toBe(4);
    const march = await database.db.selectFrom('entry').selectAll().where('month', '=', '2025-03').execute();
    expect(JSON.parse(events[1]?.data ?? '{}')).toMatchObject({ importId, new: 3, figures: figuresDigest(march) });
    expect((await checkAuditChain(database.db)).brokenAt).toBeNull();
  });

  it('leaves the months that are owed as they were', async () => {
    const database = await open();
    const { secretariat } = await insertPeople(database);
    const caller = callerFor(database, secretariat);
    const owed = (await completenessOf(database, [month], clock)).cells.length;
    await importAll(database, secretariat, importInput([importRow({ month: '2024-01' })]));
    const setting = await database.db
      .selectFrom('setting')
      .select('value')
      .where('key', '=', 'reporting.firstMonth')
      .executeTakeFirstOrThrow();
    expect(setting.value > '2024-01').toBe(true);
    expect((await completenessOf(database, [month], clock)).cells.length).toBe(owed);
    expect(await caller.historyImport.list()).toMatchObject([{ fromMonth: '2024-01', reportCount: 1 }]);
  });

  it('refuses row by row what cannot be, with the reason, and takes the others', async () => {
    const database = await open();
    const { secretariat, focalPoint, coordinator } = await insertPeople(database);
    await setSetting(database, 'reporting.firstMonth', '2025-01');
    // On a verifier's desk, and verified.
    await saveEntry(database, focalPoint, figure(), clock);
    await saveEntry(database, focalPoint, figure({ indicatorId: 'ST_VALID', value: 500 }), clock);
    await saveEntry(database, focalPoint, figure({ indicatorId: 'ST_INTERVENSI', value: 400 }), clock);
    await submitReport(
      database,
      focalPoint,
      { reportKey: stuntingKey, expectedVersion: 4, acceptMissing: true },
      clock,
    );
    const cells = [{ indicatorId: 'ST_VALID', areaId: polewali, version: 2 }];
    await verifyCells(database, coordinator, { reportKey: stuntingKey, cells }, clock);

    const rows = [
      importRow({ row: 2, month: '2026-12' }),
      importRow({ row: 3, areaId: '76.04' }),
      importRow({ row: 4, agencyId: 'biro-umum' }),
      importRow({ row: 5, month, value: 613 }),
      importRow({ row: 6, month, indicatorId: 'ST_INTERVENSI', value: 400 }),
      importRow({ row: 7, month, indicatorId: 'ST_VALID', value: 501 }),
      importRow({ row: 8, month: '2025-05', value: -1 }),
      importRow({ row: 9, month: '2025-06', value: 1 }),
      importRow({ row: 10, month: '2025-06', value: 2 }),
      importRow({ row: 11, month: '2025-07', value: 3 }),
      importRow({ row: 12, month: '2025-07', value: 3 }),
      importRow({ row: 13, month: '2025-08', kind: 'number', value: null }),
      importRow({ row: 14, month: '2025-09', agencyId: 'biro-hukum', value: 9 }),
    ];
    const preview = await dryRun(database, importInput(rows), clock);
    expect(preview.rows.map(({ outcome, refusal: code }) => code ?? outcome)).toEqual([
      'future_month',
      'not_collected',
      'other_agency',
      'on_desk',
      'same',
      'reason_required',
      'negative',
      'duplicate',
      'duplicate',
      'new',
      'same',
      'value_invalid',
      'new',
    ]);
    expect(preview.counts).toEqual({ rows: 13, new: 2, changed: 0, corrections: 0, same: 2, refused: 9 });
    const { result } = await importAll(database, secretariat, importInput(rows));
    expect(result.counts).toEqual(preview.counts);
    await expectCountersTrue(database);
    await expectRollupsTrue(database);
  });

  it('says so where no agency was responsible in the month', async () => {
    const database = await open();
    await insertPeople(database);
    const preview = await dryRun(database, importInput([importRow({ month: '2001-03' })]), clock);
    expect(preview.rows[0]).toMatchObject({ outcome: 'refused', refusal: 'no_agency', report: null });
  });

  it('corrects verified figures for a reason given once, and restates when they are verified', async () => {
    const database = await open();
    const { secretariat, focalPoint, coordinator } = await insertPeople(database);
    await saveEntry(database, focalPoint, figure(), clock);
    await submitReport(
      database,
      focalPoint,
      { reportKey: stuntingKey, expectedVersion: 2, acceptMissing: true },
      clock,
    );
    const seen = { indicatorId: 'ST_SASARAN', areaId: polewali };
    await verifyCells(database, coordinator, { reportKey: stuntingKey, cells: [{ ...seen, version: 2 }] }, clock);

    const input = importInput([importRow({ month, value: 650 })], { reason: 'Rekapitulasi ulang tahun 2026' });
    const { preview } = await importAll(database, secretariat, input);
    expect(preview.counts).toMatchObject({ changed: 1, corrections: 1 });
    expect(preview.rows[0]).toMatchObject({ isCorrection: true, from: { value: 612, status: 'verified' } });
    expect(await entryOf(database, importRow({ month }))).toMatchObject({
      ...{ value: 650, status: 'submitted', verifiedValue: 612, reason: 'Rekapitulasi ulang tahun 2026', version: 4 },
    });
    const corrected = await database.db
      .selectFrom('audit_event')
      .select('event')
      .where('event', '=', 'entry.corrected')
      .execute();
    expect(corrected).toHaveLength(1);

    await verifyCells(database, coordinator, { reportKey: stuntingKey, cells: [{ ...seen, version: 4 }] }, clock);
    const [restatement] = await database.db.selectFrom('restatement').selectAll().execute();
    expect(restatement).toMatchObject({ fromValue: 612, toValue: 650, reason: 'Rekapitulasi ulang tahun 2026' });
    await expectCountersTrue(database);
    await expectRollupsTrue(database);
  });

  it('hands in drafts and returned cells, and takes a pending correction back', async () => {
    const database = await open();
    const { secretariat, focalPoint, coordinator } = await insertPeople(database);
    await saveEntry(database, focalPoint, figure(), clock);
    await submitReport(
      database,
      focalPoint,
      { reportKey: stuntingKey, expectedVersion: 2, acceptMissing: true },
      clock,
    );
    const cells = [{ indicatorId: 'ST_SASARAN', areaId: polewali, version: 2 }];
    await verifyCells(database, coordinator, { reportKey: stuntingKey, cells }, clock);
    await saveEntry(database, focalPoint, figure({ value: 700, reason: 'Salah ketik', baseVersion: 3 }), clock);
    await saveEntry(database, focalPoint, figure({ areaId: binuang, value: 300 }), clock);
    const rows = [
      importRow({ month, value: 612 }),
      importRow({ month, areaId: binuang, value: 300 }),
      importRow({ month, areaId: binuang, indicatorId: 'ST_VALID', value: 250 }),
    ];
    const { preview } = await importAll(database, secretariat, importInput(rows));
    expect(preview.counts).toMatchObject({ new: 1, changed: 2, corrections: 0 });
    expect(await entryOf(database, importRow({ month }))).toMatchObject({
      value: 612,
      status: 'verified',
      reason: null,
    });
    expect(await entryOf(database, importRow({ month, areaId: binuang }))).toMatchObject({
      ...{ status: 'submitted', enteredById: focalPoint.id, value: 300 },
    });
    const report = await database.db.selectFrom('report').selectAll().executeTakeFirstOrThrow();
    expect(report).toMatchObject({ state: 'submitted', draftCells: 0 });
    await expectCountersTrue(database);
    await expectRollupsTrue(database);
  });

  it('is done once however often it is asked for', async () => {
    const database = await open();
    const { secretariat, coordinator } = await insertPeople(database);
    const input = importInput([importRow()]);
    const { importId, preview, result } = await importAll(database, secretariat, input);
    const rows = await countRows(database);
    const again = { ...input, importId, fingerprint: preview.fingerprint };
    const answers = await Promise.all([1, 2].map(() => applyImport(database, secretariat, again, clock)));
    for (const answer of answers) expect(answer).toEqual({ wasDone: true, result });
    expect(await countRows(database)).toEqual(rows);
    // Somebody else's id is not theirs to ask about.
    expect(await codeOf(applyImport(database, coordinator, again, clock))).toBe('BAD_INPUT');
    // The same figures under a new id: nothing is left to write.
    const second = await dryRun(database, input, clock);
    expect(second.counts).toMatchObject({ same: 1, new: 0 });
    const anew = { ...input, importId: randomUUID(), fingerprint: second.fingerprint };
    expect(await codeOf(applyImport(database, secretariat, anew, clock))).toBe('IMPORT_NOTHING');
  });

  it('writes nothing when something moved since the dry run', async () => {
    const database = await open();
    const { secretariat, focalPoint } = await insertPeople(database);
    const input = importInput([importRow({ month }), importRow({ month: '2025-03', row: 3 })]);
    const { fingerprint } = await dryRun(database, input, clock);
    await saveEntry(database, focalPoint, figure({ value: 1 }), clock);
    const rows = await countRows(database);
    const apply = applyImport(database, secretariat, { ...input, importId: randomUUID(), fingerprint }, clock);
    expect(await codeOf(apply)).toBe('IMPORT_STALE');
    expect(await countRows(database)).toEqual(rows);
  });

  it('writes all or nothing', async () => {
    const database = await open();
    const { secretariat } = await insertPeople(database);
    const input = importInput([importRow(), importRow({ row: 3, areaId: binuang })]);
    const { fingerprint } = await dryRun(database, input, clock);
    const rows = await countRows(database);
    for (const failing of ['writing', 'summing', 'saving'] as const) {
      const importId = randomUUID();
      const apply = applyImport(database, secretariat, { ...input, importId, fingerprint }, clock, (step) => {
        if (step === failing) throw new Error(`the power went out while ${step}`);
      });
      await expect(apply).rejects.toThrow(failing);
      expect(await countRows(database)).toEqual(rows);
    }
    const importId = randomUUID();
    const done = await applyImport(database, secretariat, { ...input, importId, fingerprint }, clock);
    expect(done.wasDone).toBe(false);
  });

  it('is verified by somebody else than who imported', async () => {
    const database = await open();
    const { secretariat, coordinator } = await insertPeople(database);
    await importAll(database, secretariat, importInput([importRow()]));
    const reportKey = '2025-03_ST_biro-hukum';
    const cells = [{ indicatorId: 'ST_SASARAN', areaId: polewali, version: 1 }];
    expect(await codeOf(verifyCells(database, secretariat, { reportKey, cells }, clock))).toBe('REPORT_OWN_AGENCY');
    const all = verifyAll(database, secretariat, { reportKey, expectedVersion: 2 }, clock);
    expect(await codeOf(all)).toBe('REPORT_OWN_AGENCY');
    const { report } = await verifyCells(database, coordinator, { reportKey, cells }, clock);
    expect(report.state).toBe('verified');
  });

  it('tells the page what a file may name', async () => {
    const database = await open();
    const context = await importContext(database, clock);
    expect(context.currentMonth).toBe('2026-11');
    expect(context.areas.find(({ id }) => id === polewali)).toMatchObject({ level: 'district', parentId: '76.04' });
    expect(context.indicators.find(({ id }) => id === 'ST_SASARAN')).toMatchObject({ levels: ['district'] });
    expect(context.indicators.every(({ levels }) => levels.length > 0)).toBe(true);
    expect(context.agencies.length).toBeGreaterThan(10);
  });

  it('takes ten thousand rows, and lets reads go on meanwhile', async () => {
    const database = await open();
    const { secretariat } = await insertPeople(database);
    const rows = await manyRows(database, 10_000);
    const input = importInput(rows);
    const preview = await dryRun(database, input, clock);
    expect(preview.counts).toMatchObject({ new: 10_000, refused: 0 });
    let reads = 0;
    let isOver = false;
    const reader = (async () => {
      while (!isOver) {
        await database.db.selectFrom('report').select('id').limit(1).execute();
        await new Promise((resolve) => setTimeout(resolve, 1));
        reads += 1;
      }
    })();
    const apply = { ...input, importId: randomUUID(), fingerprint: preview.fingerprint };
    const { result } = await applyImport(database, secretariat, apply, clock);
    isOver = true;
    await reader;
    expect(result.counts.new).toBe(10_000);
    expect(reads).toBeGreaterThan(10);
    await expectRollupsTrue(database);
  }, 120_000);
});

/** Every cell that is collected in districts, month after month. */
async function manyRows(database: DatabaseHandle, count: number): Promise<ImportRow[]> {
  const { areas, indicators } = await importContext(database, clock);
  const rows: ImportRow[] = [];
  const districts = areas.filter(({ level }) => level === 'district');
  const columns = indicators.filter(({ levels, issueId }) => levels.includes('district') && issueId === 'ST');
  for (const each of monthRange('2023-08', '2026-10')) {
    for (const { id: areaId } of districts) {
      for (const { id: indicatorId } of columns) {
        if (rows.length === count) return rows;
        rows.push(importRow({ row: rows.length + 2, month: each, areaId, indicatorId, value: rows.length % 997 }));
      }
    }
  }
  return rows;
}
