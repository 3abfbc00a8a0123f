import { expect, it } from 'vitest';
import type { DatabaseHandle } from '#db/connection.ts';
import type { Actor } from '#server/context.ts';
import {
  getReport,
  listRestatements,
  replyToCell,
  reportsToVerify,
  returnCells,
  saveEntry,
  setCutOff,
  submitReport,
  verifyAll,
  verifyCells,
} from '#server/report/report.service.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { insertUser } from '#tests/support/factories.ts';
import { expectCountersTrue, expectRollupsTrue } from '#tests/support/report-checks.ts';
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

type Figures = Record<string, number>;

async function fill(database: DatabaseHandle, actor: Actor, areaId: string, figures: Figures, reportKey = stuntingKey) {
  for (const [indicatorId, value] of Object.entries(figures)) {
    await saveEntry(database, actor, figure({ indicatorId, areaId, value, reportKey }), clock);
  }
}

async function submit(database: DatabaseHandle, actor: Actor, reportKey = stuntingKey) {
  const { report } = await getReport(database, actor, { reportKey }, clock);
  return submitReport(database, actor, { reportKey, expectedVersion: report.version, acceptMissing: true }, clock);
}

async function submittedCells(database: DatabaseHandle, actor: Actor, reportKey = stuntingKey) {
  const { cells } = await getReport(database, actor, { reportKey }, clock);
  return cells
    .filter((cell) => cell.status === 'submitted')
    .map(({ indicatorId, areaId, version }) => ({ indicatorId, areaId, version }));
}

const cascade: Figures = { ST_SASARAN: 612, ST_VALID: 588, ST_INTERVENSI: 402, ST_KELUAR: 57, ST_RUJUKAN: 1 };

async function provinceRollup(database: DatabaseHandle, indicatorId: string) {
  return database.db
    .selectFrom('rollup')
    .selectAll()
    .where('indicatorId', '=', indicatorId)
    .where('month', '=', month)
    .where('areaId', '=', '76')
    .executeTakeFirst();
}

onEachEngine('a report', (open) => {
  it('shows rows, columns, formulas and rules before anything is typed', async () => {
    const database = await open();
    const { focalPoint, leadership } = await insertPeople(database);
    const grid = await getReport(database, focalPoint, { reportKey: stuntingKey }, clock);

    expect(grid.report).toMatchObject({
      state: 'not_started',
      version: 0,
      dueDate: '2026-11-05',
      daysOverdue: 0,
      agency: { id: 'biro-hukum' },
      counters: { expected: 18, filled: 0 },
    });
    expect(grid.areas.map((area) => [area.id, area.name, area.parentName])).toEqual([
      [polewali, 'Polewali', 'Polewali Mandar'],
      [binuang, 'Binuang', 'Polewali Mandar'],
    ]);
    expect(grid.indicators.map((indicator) => indicator.id).slice(0, 5)).toEqual([
      'ST_SASARAN',
      'ST_VALID',
      'ST_INTERVENSI',
      'ST_KELUAR',
      'ST_RUJUKAN',
    ]);
    expect(grid.derived[0]).toEqual({ kind: 'remaining', formula: 'valid_minus_left' });
    const ratios = grid.derived.flatMap((column) => (column.kind === 'ratio' ? [column.indicator.id] : []));
    expect(ratios).toEqual(['ST_DS', 'ST_PREV_EPPGBM']);
    expect(grid.rules.map((rule) => rule.id)).toContain('ST_INTERVENSI<=ST_VALID');
    expect(grid.permissions).toMatchObject({ canEdit: true, canSubmit: false, whyNotSubmit: 'REPORT_IS_EMPTY' });

    const asLeadership = await getReport(database, leadership, { reportKey: stuntingKey }, clock);
    expect(asLeadership.permissions).toMatchObject({ canEdit: false, whyNotEdit: 'NOT_ALLOWED', canVerify: false });
  });

  it('does not exist where an agency owes nothing', async () => {
    const database = await open();
    const { secretariat } = await insertPeople(database);
    const get = (reportKey: string) => getReport(database, secretariat, { reportKey }, clock);
    await expect(get(`${month}_ST_khayal`)).rejects.toMatchObject({ code: 'REPORT_NOT_FOUND' });
  });

  it('goes from draft to verified, and its figures into the sums of district, regency and province', async () => {
    const database = await open();
    const { focalPoint, coordinator } = await insertPeople(database);
    await fill(database, focalPoint, polewali, cascade);
    await fill(database, focalPoint, binuang, { ST_SASARAN: 344, ST_VALID: 340 });
    expect(await provinceRollup(database, 'ST_SASARAN')).toBeUndefined();

    const { report, summary } = await submit(database, focalPoint);
    expect(report).toMatchObject({ state: 'submitted', counters: { expected: 18, filled: 7, edited: 0 } });
    expect(summary).toMatchObject({ toSubmit: 7, corrections: 0, blocked: [] });
    expect(summary.missing).toHaveLength(11);
    expect(await provinceRollup(database, 'ST_SASARAN')).toMatchObject({
      verifiedHeld: 0,
      submittedSum: 956,
      submittedHeld: 2,
      expected: 69,
    });

    const cells = await submittedCells(database, coordinator);
    const verified = await verifyCells(database, coordinator, { reportKey: stuntingKey, cells }, clock);
    expect(verified).toMatchObject({ verified: 7, left: [], report: { state: 'verified' } });
    expect(await provinceRollup(database, 'ST_SASARAN')).toMatchObject({ verifiedSum: 956, verifiedHeld: 2 });
    const grid = await getReport(database, focalPoint, { reportKey: stuntingKey }, clock);
    expect(grid.report).toMatchObject({ submittedByName: 'Andi', verifiedByName: 'Dewi', daysOverdue: 0 });
    expect(grid.cells.every((cell) => cell.verifiedByName === 'Dewi')).toBe(true);
    await expectRollupsTrue(database);
    await expectCountersTrue(database);
  });

  it('is not submitted while rules block it, a reason lacks or missing cells are not accepted', async () => {
    const database = await open();
    const { focalPoint } = await insertPeople(database);
    const trySubmit = async (acceptMissing: boolean) => {
      const { report } = await getReport(database, focalPoint, { reportKey: stuntingKey }, clock);
      const input = { reportKey: stuntingKey, expectedVersion: report.version, acceptMissing };
      return submitReport(database, focalPoint, input, clock);
    };
    await expect(trySubmit(true)).rejects.toMatchObject({ code: 'REPORT_IS_EMPTY' });

    await fill(database, focalPoint, polewali, { ST_INTERVENSI: 90 }, `${previousMonth}_ST_biro-hukum`);
    await fill(database, focalPoint, polewali, { ST_VALID: 60, ST_INTERVENSI: 80 });
    await expect(trySubmit(true)).rejects.toMatchObject({
      code: 'REPORT_HAS_BLOCKS',
      params: { blocked: 1, reasonMissing: 1 },
      fields: { [`${polewali} ST_INTERVENSI<=ST_VALID`]: 'blocked' },
    });

    await saveEntry(database, focalPoint, figure({ indicatorId: 'ST_VALID', value: 85, baseVersion: 1 }), clock);
    await expect(trySubmit(true)).rejects.toMatchObject({ params: { blocked: 0, reasonMissing: 1 } });
    const reasoned = figure({ indicatorId: 'ST_INTERVENSI', value: 80, baseVersion: 1, reason: 'Data ganda dihapus' });
    await saveEntry(database, focalPoint, reasoned, clock);
    await expect(trySubmit(false)).rejects.toMatchObject({ code: 'REPORT_HAS_MISSING', params: { missing: 16 } });
    await expect(trySubmit(true)).resolves.toMatchObject({ report: { state: 'submitted' } });
    await expect(trySubmit(true)).rejects.toMatchObject({ code: 'ENTRY_NOT_EDITED' });
  });

  it('is submitted only as the person has seen it', async () => {
    const database = await open();
    const { focalPoint, colleague } = await insertPeople(database);
    const { report } = await saveEntry(database, focalPoint, figure(), clock);
    await saveEntry(database, colleague, figure({ indicatorId: 'ST_VALID', value: 3 }), clock);
    const input = { reportKey: stuntingKey, expectedVersion: report.version, acceptMissing: true };
    await expect(submitReport(database, focalPoint, input, clock)).rejects.toMatchObject({
      code: 'VERSION_CONFLICT',
      params: { version: report.version + 1 },
    });
  });

  it('comes back cell by cell with a reason and a thread, and goes in again', async () => {
    const database = await open();
    const { focalPoint, coordinator, stranger } = await insertPeople(database);
    await fill(database, focalPoint, polewali, cascade);
    await submit(database, focalPoint);
    const cells = await submittedCells(database, coordinator);
    const [chosen, ...others] = cells.toSorted((left) => (left.indicatorId === 'ST_KELUAR' ? -1 : 1));
    if (!chosen) throw new Error('nothing was submitted');

    const returned = await returnCells(
      database,
      coordinator,
      { reportKey: stuntingKey, cells: [{ ...chosen, reason: 'Berbeda dengan e-PPGBM (64)' }] },
      clock,
    );
    expect(returned).toMatchObject({ returned: 1, report: { state: 'returned', counters: { returned: 1 } } });
    await verifyCells(database, coordinator, { reportKey: stuntingKey, cells: others }, clock);

    const reply = { reportKey: stuntingKey, indicatorId: 'ST_KELUAR', areaId: polewali };
    await replyToCell(database, focalPoint, { ...reply, text: 'Sudah dicek ulang' }, clock);
    await expect(replyToCell(database, stranger, { ...reply, text: 'Bukan urusan saya' }, clock)).rejects.toMatchObject(
      { code: 'REPORT_NOT_YOURS' },
    );
    const grid = await getReport(database, focalPoint, { reportKey: stuntingKey }, clock);
    expect(grid.comments.map(({ kind, text, actorName }) => [kind, text, actorName])).toEqual([
      ['return', 'Berbeda dengan e-PPGBM (64)', 'Dewi'],
      ['reply', 'Sudah dicek ulang', 'Andi'],
    ]);
    const revision = await database.db
      .selectFrom('entry_revision')
      .select('reason')
      .where('action', '=', 'returned')
      .executeTakeFirstOrThrow();
    expect(revision.reason).toBe('Berbeda dengan e-PPGBM (64)');

    const mended = figure({ indicatorId: 'ST_KELUAR', value: 64, baseVersion: chosen.version + 1 });
    await saveEntry(database, focalPoint, mended, clock);
    expect(await submit(database, focalPoint)).toMatchObject({
      report: { state: 'submitted' },
      summary: { toSubmit: 1 },
    });
    const again = await submittedCells(database, coordinator);
    expect(again).toHaveLength(1);
    await verifyCells(database, coordinator, { reportKey: stuntingKey, cells: again }, clock);
    expect((await getReport(database, focalPoint, { reportKey: stuntingKey }, clock)).report.state).toBe('verified');
    await expectRollupsTrue(database);
    await expectCountersTrue(database);
  });

  it('is never verified by the agency that submitted it, its successors, or a coordinator of another issue', async () => {
    const database = await open();
    const { focalPoint, stranger, leadership, secretariat } = await insertPeople(database);
    await fill(database, focalPoint, polewali, cascade);
    await submit(database, focalPoint);
    const cells = await submittedCells(database, focalPoint);
    const verify = (actor: Actor) => verifyCells(database, actor, { reportKey: stuntingKey, cells }, clock);
    const giveBack = (actor: Actor) =>
      returnCells(database, actor, { reportKey: stuntingKey, cells: cells.map((c) => ({ ...c, reason: 'x' })) }, clock);

    const own = await insertUser(database, { role: 'issue_coordinator', agencyId: 'biro-hukum' });
    const ownSecretary = await insertUser(database, { role: 'secretariat', agencyId: 'biro-hukum' });
    const otherIssue = await insertUser(database, { role: 'issue_coordinator', agencyId: 'disdikbud' });
    for (const act of [verify, giveBack]) {
      await expect(act(focalPoint)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
      await expect(act(stranger)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
      await expect(act(leadership)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
      await expect(act(own)).rejects.toMatchObject({ code: 'REPORT_OWN_AGENCY' });
      await expect(act(ownSecretary)).rejects.toMatchObject({ code: 'REPORT_OWN_AGENCY' });
      await expect(act(otherIssue)).rejects.toMatchObject({ code: 'REPORT_NOT_YOURS' });
    }
    await expect(verifyAll(database, own, { reportKey: stuntingKey, expectedVersion: 0 }, clock)).rejects.toMatchObject(
      { code: 'REPORT_OWN_AGENCY' },
    );
    await expect(verify(secretariat)).resolves.toMatchObject({ verified: 5 });
    const desk = await reportsToVerify(database, own, clock);
    expect(desk.reports).toEqual([]);
  });

  it('of a merged agency is finished by its successor, who may not verify it either', async () => {
    const database = await open();
    await insertPeople(database);
    const heir = await insertUser(database, { role: 'issue_coordinator', agencyId: 'dinkes-p2kb' });
    const key = '2025-11_INF_dinkes';
    await expect(getReport(database, heir, { reportKey: key }, clock)).rejects.toMatchObject({
      code: 'REPORT_NOT_FOUND',
    });
    const dinkesKey = '2025-11_ST_dinkes';
    const grid = await getReport(database, heir, { reportKey: dinkesKey }, clock);
    expect(grid.permissions).toMatchObject({
      canEdit: true,
      canVerify: false,
      whyNotVerify: 'REPORT_OWN_AGENCY',
    });
    const area = grid.areas.find((each) => each.indicatorIds.includes('ST_SASARAN'));
    if (!area) throw new Error('the coordinator has no district');
    await fill(database, heir, area.id, { ST_SASARAN: 12 }, dinkesKey);
    const { report } = await submit(database, heir, dinkesKey);
    expect(report.state).toBe('submitted');
  });

  it('is verified in bulk only where figures moved little and nothing is questioned', async () => {
    const database = await open();
    const { focalPoint, coordinator } = await insertPeople(database);
    const lastMonth = `${previousMonth}_ST_biro-hukum`;
    await fill(database, focalPoint, polewali, cascade, lastMonth);
    await fill(database, focalPoint, polewali, { ...cascade, ST_INTERVENSI: 420, ST_KELUAR: 110 });
    await fill(database, focalPoint, binuang, { ST_SASARAN: 344 });
    const { report } = await submit(database, focalPoint);

    const stale = { reportKey: stuntingKey, expectedVersion: report.version - 1 };
    await expect(verifyAll(database, coordinator, stale, clock)).rejects.toMatchObject({ code: 'VERSION_CONFLICT' });
    const input = { reportKey: stuntingKey, expectedVersion: report.version };
    // Nobody has looked at last month's figures yet: they vouch for nothing.
    expect(await verifyAll(database, coordinator, input, clock)).toMatchObject({ verified: 0 });
    await submit(database, focalPoint, lastMonth);
    const cells = await submittedCells(database, coordinator, lastMonth);
    await verifyCells(database, coordinator, { reportKey: lastMonth, cells }, clock);

    const result = await verifyAll(database, coordinator, input, clock);
    expect(result.verified).toBe(4);
    expect(result.left).toHaveLength(2);
    expect(result.left).toContainEqual({ indicatorId: 'ST_KELUAR', areaId: polewali });
    expect(result.left).toContainEqual({ indicatorId: 'ST_SASARAN', areaId: binuang });

    await setSetting(database, 'verify.inRangePercent', '100');
    const { version } = result.report;
    const wider = await verifyAll(database, coordinator, { ...input, expectedVersion: version }, clock);
    expect(wider).toMatchObject({ verified: 1, left: [{ areaId: binuang }] });
    await expectRollupsTrue(database);
  });

  it('changes after verification only with a reason, and the ledger says what that did to the province', async () => {
    const database = await open();
    const { focalPoint, coordinator } = await insertPeople(database);
    await fill(database, focalPoint, polewali, cascade);
    await fill(database, focalPoint, binuang, { ST_SASARAN: 344 });
    await submit(database, focalPoint);
    const cells = await submittedCells(database, coordinator);
    await verifyCells(database, coordinator, { reportKey: stuntingKey, cells }, clock);

    const correction = figure({ value: 600, baseVersion: 3 });
    await expect(saveEntry(database, focalPoint, correction, clock)).rejects.toMatchObject({
      code: 'ENTRY_REASON_REQUIRED',
    });
    const reason = 'Dua belas anak pindah kecamatan';
    const saved = await saveEntry(database, focalPoint, { ...correction, reason }, clock);
    expect(saved.cell).toMatchObject({ status: 'draft', value: 600, verifiedValue: 612 });
    expect(saved.report).toMatchObject({ state: 'verified', hasPendingCorrections: true });
    expect(await provinceRollup(database, 'ST_SASARAN')).toMatchObject({ verifiedSum: 956, submittedSum: 956 });

    await submit(database, focalPoint);
    expect(await provinceRollup(database, 'ST_SASARAN')).toMatchObject({ verifiedSum: 956, submittedSum: 944 });
    const [pending] = await submittedCells(database, coordinator);
    if (!pending) throw new Error('the correction was not submitted');
    await verifyCells(database, coordinator, { reportKey: stuntingKey, cells: [pending] }, clock);

    expect(await provinceRollup(database, 'ST_SASARAN')).toMatchObject({ verifiedSum: 944 });
    expect(await listRestatements(database, { issueId: 'ST', month })).toMatchObject([
      {
        indicatorId: 'ST_SASARAN',
        areaName: 'Polewali',
        fromValue: 612,
        toValue: 600,
        reason,
        correctedByName: 'Andi',
        verifiedByName: 'Dewi',
        provinceBefore: 956,
        provinceAfter: 944,
      },
    ]);
    expect(await listRestatements(database, { issueId: 'KE' })).toEqual([]);
    expect(await listRestatements(database, { since: '2999-01-01' })).toEqual([]);
    await expectRollupsTrue(database);
    await expectCountersTrue(database);
  });

  it('takes a correction back when the verified figure is typed again, with the reason it was verified with', async () => {
    const database = await open();
    const { focalPoint, coordinator } = await insertPeople(database);
    await saveEntry(database, focalPoint, figure({ reason: 'Verval Juli' }), clock);
    await submit(database, focalPoint);
    const cells = await submittedCells(database, coordinator);
    await verifyCells(database, coordinator, { reportKey: stuntingKey, cells }, clock);
    await saveEntry(database, focalPoint, figure({ value: 1, baseVersion: 3, reason: 'Salah ketik' }), clock);

    const back = await saveEntry(database, focalPoint, figure({ baseVersion: 4 }), clock);

    expect(back.cell).toMatchObject({ status: 'verified', value: 612, reason: 'Verval Juli' });
    expect(back.report).toMatchObject({ state: 'verified', hasPendingCorrections: false });
    await expectCountersTrue(database);
  });

  it('verifies all of the chosen cells or none', async () => {
    const database = await open();
    const { focalPoint, coordinator } = await insertPeople(database);
    await fill(database, focalPoint, polewali, cascade);
    await submit(database, focalPoint);
    const cells = await submittedCells(database, coordinator);
    const stale = cells.map((cell, index) => (index === 3 ? { ...cell, version: cell.version - 1 } : cell));

    await expect(
      verifyCells(database, coordinator, { reportKey: stuntingKey, cells: stale }, clock),
    ).rejects.toMatchObject({ code: 'ENTRY_VERSION_CONFLICT' });
    const untouched = [...cells, { indicatorId: 'ST_SASARAN', areaId: binuang, version: 1 }];
    await expect(
      verifyCells(database, coordinator, { reportKey: stuntingKey, cells: untouched }, clock),
    ).rejects.toMatchObject({ code: 'ENTRY_NOT_SUBMITTED' });

    expect(await submittedCells(database, coordinator)).toEqual(cells);
    await expectRollupsTrue(database);
  });

  it('says up to when its figures speak, until it is handed in', async () => {
    const database = await open();
    const { focalPoint, stranger } = await insertPeople(database);
    const cutOff = { cutOffDate: '2026-10-14', cutOffLabel: 's.d. minggu II Oktober 2026' };
    const input = { reportKey: stuntingKey, expectedVersion: 0, ...cutOff };
    await expect(setCutOff(database, stranger, input, clock)).rejects.toMatchObject({ code: 'REPORT_NOT_YOURS' });
    await setCutOff(database, focalPoint, input, clock);
    await saveEntry(database, focalPoint, figure(), clock);
    await submit(database, focalPoint);
    const { report } = await getReport(database, focalPoint, { reportKey: stuntingKey }, clock);
    expect(report).toMatchObject(cutOff);
    await expect(
      setCutOff(database, focalPoint, { ...input, expectedVersion: report.version }, clock),
    ).rejects.toMatchObject({ code: 'REPORT_NOT_EDITABLE' });
  });
});
