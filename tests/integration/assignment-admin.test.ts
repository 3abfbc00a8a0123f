import { expect, it } from 'vitest';
import type { DatabaseHandle } from '#db/connection.ts';
import { saveEntry, submitReport, verifyCells } from '#server/report/report.service.ts';
import type { AssignmentChange } from '#shared/assignment-admin.ts';
import { callerFor, makeActor } from '#tests/support/caller.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { insertAgency } from '#tests/support/factories.ts';
import { expectCountersTrue, expectExpectedTrue, expectRollupsTrue } from '#tests/support/report-checks.ts';
import {
  binuang,
  clock,
  countRows,
  figure,
  insertPeople,
  month,
  polewali,
  stuntingKey,
} from '#tests/support/report-factories.ts';

const secretariat = makeActor({ role: 'secretariat' });
const basis = { legalBasis: 'SK Uji 1/2026', source: null, confidence: null };

async function ownerOf(database: DatabaseHandle, areaId: string) {
  const { rows } = await callerFor(database, secretariat).assignment.list({
    areaId,
    role: 'area_owner',
    on: clock.today,
  });
  const owner = rows[0];
  if (!owner) throw new Error(`${areaId} has no owner`);
  return owner;
}

/** A district that the reference data gives no owner. */
async function findFreeDistrict(database: DatabaseHandle): Promise<string> {
  const { areas } = await callerFor(database, secretariat).assignment.responsibility({ date: clock.today });
  const free = areas.find((area) => area.cells.every((cell) => cell.role !== 'area_owner'));
  if (!free) throw new Error('every district has an owner');
  return free.areaId;
}

function newOwner(areaId: string, overrides: Partial<Extract<AssignmentChange, { kind: 'create' }>> = {}) {
  return {
    kind: 'create' as const,
    agencyId: 'biro-umum',
    role: 'area_owner' as const,
    issueId: null,
    areaId,
    validFrom: '2026-10-01',
    validTo: null,
    ...basis,
    ...overrides,
  };
}

onEachEngine('assignments', (open) => {
  it('are made for a district without an owner, which the responsibility of that day shows with its basis', async () => {
    const database = await open();
    const api = callerFor(database, secretariat);
    const areaId = await findFreeDistrict(database);
    await api.assignment.change(newOwner(areaId));
    const before = await api.assignment.responsibility({ date: '2026-09-30' });
    const after = await api.assignment.responsibility({ date: '2026-10-01' });
    const cellsOf = (view: typeof after) => view.areas.find((area) => area.areaId === areaId)?.cells ?? [];
    expect(cellsOf(before).map((cell) => cell.role)).toEqual(Array(5).fill('issue_coordinator'));
    expect(cellsOf(after).map((cell) => cell.agencyId)).toEqual(Array(5).fill('biro-umum'));
    const id = cellsOf(after)[0]?.assignmentId;
    expect(after.assignments.find((each) => each.id === id)).toMatchObject({ legalBasis: 'SK Uji 1/2026', areaId });
  });

  it('refuse a second agency for the same task at the same time, and name it', async () => {
    const database = await open();
    const api = callerFor(database, secretariat);
    const rows = await countRows(database);
    const attempt = newOwner(polewali);
    const refusal = { cause: { code: 'ASSIGNMENT_OVERLAPS', params: { agency: 'Biro Hukum', to: null } } };
    await expect(api.assignment.change(attempt)).rejects.toMatchObject(refusal);
    await expect(api.assignment.preview(attempt)).rejects.toMatchObject(refusal);
    expect(await countRows(database)).toEqual(rows);
    // An owner for one issue beside the general one is no overlap.
    await expect(api.assignment.change({ ...attempt, issueId: 'ST' })).resolves.toEqual({ movedCells: 0 });
  });

  it('refuse reversed dates, an agency that is not there, a task without an area', async () => {
    const database = await open();
    const api = callerFor(database, secretariat);
    const areaId = await findFreeDistrict(database);
    const fieldsOf = (overrides: Parameters<typeof newOwner>[1]) =>
      api.assignment.change(newOwner(areaId, overrides)).then(
        () => undefined,
        (error) => error.cause.fields,
      );
    expect(await fieldsOf({ validTo: '2026-09-01' })).toEqual({ validTo: 'DATES_REVERSED' });
    expect(await fieldsOf({ agencyId: 'dinkes' })).toEqual({ validFrom: 'AGENCY_NOT_THERE' });
    expect(await fieldsOf({ agencyId: 'dinkes', validFrom: '2025-12-01' })).toEqual({ validTo: 'AGENCY_ENDS_BEFORE' });
    expect(await fieldsOf({ areaId: null })).toEqual({ areaId: 'CHOICE_REQUIRED' });
    expect(await fieldsOf({ areaId: '99.99' })).toEqual({ areaId: 'CHOICE_REQUIRED' });
    expect(await fieldsOf({ role: 'issue_coordinator', areaId: null })).toEqual({ issueId: 'CHOICE_REQUIRED' });
  });

  it('handed over move open cells and leave verified ones, exactly as the preview said', async () => {
    const database = await open();
    const people = await insertPeople(database);
    const api = callerFor(database, people.secretariat);
    const save = (input: Parameters<typeof figure>[0]) => saveEntry(database, people.focalPoint, figure(input), clock);
    const { report } = await save({ value: 612 });
    const submission = { reportKey: stuntingKey, expectedVersion: report.version, acceptMissing: true };
    await submitReport(database, people.focalPoint, submission, clock);
    const cells = [{ indicatorId: 'ST_SASARAN', areaId: polewali, version: 2 }];
    await verifyCells(database, people.secretariat, { reportKey: stuntingKey, cells }, clock);
    await save({ indicatorId: 'ST_VALID', value: 588 });
    await save({ areaId: binuang, value: 344 });

    const owner = await ownerOf(database, polewali);
    const change = {
      kind: 'hand_over' as const,
      id: owner.id,
      version: owner.version,
      agencyId: 'biro-umum',
      validFrom: '2026-10-15',
      ...basis,
    };
    const effect = await api.assignment.preview(change);
    expect(effect).toEqual({
      fromMonth: month,
      moves: [{ fromAgencyId: 'biro-hukum', toAgencyId: 'biro-umum', cells: 1 }],
      staying: 1,
    });
    expect(await api.assignment.change(change)).toEqual({ movedCells: 1 });

    expect(await ownerOf(database, polewali)).toMatchObject({ agencyId: 'biro-umum', validFrom: '2026-10-15' });
    const { rows } = await api.assignment.list({ areaId: polewali, role: 'area_owner' });
    expect(rows.find((row) => row.id === owner.id)).toMatchObject({ validTo: '2026-10-14', version: 2 });
    await expectCountersTrue(database);
    await expectExpectedTrue(database, { issueId: 'ST', month }, clock);
    await expectRollupsTrue(database);
    const { lines } = await api.audit.list({ event: 'assignment' });
    expect(lines.map((line) => line.event)).toEqual(['assignment.created', 'assignment.ended']);
    expect(lines[1]?.data.changes).toEqual({ validTo: { from: null, to: '2026-10-14' } });
  });

  it('that end leave the district to the coordinator', async () => {
    const database = await open();
    const people = await insertPeople(database);
    const api = callerFor(database, people.secretariat);
    await saveEntry(database, people.focalPoint, figure(), clock);
    const { id, version } = await ownerOf(database, polewali);
    const change = { kind: 'end' as const, id, version, validTo: '2026-09-30' };
    expect((await api.assignment.preview(change)).moves).toEqual([
      { fromAgencyId: 'biro-hukum', toAgencyId: 'dinkes-p2kb', cells: 1 },
    ]);
    expect(await api.assignment.change(change)).toEqual({ movedCells: 1 });
    const view = await api.assignment.responsibility({ date: '2026-10-01' });
    const stunting = view.areas.find((area) => area.areaId === polewali)?.cells.find((cell) => cell.issueId === 'ST');
    expect(stunting).toMatchObject({ agencyId: 'dinkes-p2kb', role: 'issue_coordinator' });
    await expectCountersTrue(database);
  });

  it('whose wording is corrected move nothing, and a stale correction is refused', async () => {
    const database = await open();
    const people = await insertPeople(database);
    const api = callerFor(database, people.secretariat);
    await saveEntry(database, people.focalPoint, figure(), clock);
    const { id, version, agencyId, validFrom, validTo } = await ownerOf(database, polewali);
    const change = { kind: 'correct' as const, id, version, agencyId, validFrom, validTo, ...basis };
    expect(await api.assignment.preview(change)).toEqual({ fromMonth: null, moves: [], staying: 0 });
    expect(await api.assignment.change(change)).toEqual({ movedCells: 0 });
    await expect(api.assignment.change({ ...change, legalBasis: 'Lain' })).rejects.toThrow('VERSION_CONFLICT');
    expect((await ownerOf(database, polewali)).legalBasis).toBe('SK Uji 1/2026');
  });

  it('are removed before they begin, and not after', async () => {
    const database = await open();
    const api = callerFor(database, secretariat);
    const areaId = await findFreeDistrict(database);
    await api.assignment.change(newOwner(areaId, { validFrom: '2999-01-01' }));
    const { rows } = await api.assignment.list({ areaId, on: '2999-01-01', role: 'area_owner' });
    const [future] = rows;
    if (!future) throw new Error('not made');
    await api.assignment.change({ kind: 'remove', id: future.id, version: future.version });
    expect((await api.assignment.list({ areaId, on: '2999-01-01', role: 'area_owner' })).rows).toEqual([]);
    const { id, version } = await ownerOf(database, polewali);
    await expect(api.assignment.change({ kind: 'remove', id, version })).rejects.toThrow('ASSIGNMENT_HAS_BEGUN');
  });

  it('are listed by agency, issue, area with what lies below, role and day', async () => {
    const database = await open();
    const api = callerFor(database, secretariat);
    const idle = await insertAgency(database);
    expect(await api.assignment.list({ agencyId: idle.id })).toEqual({ total: 0, rows: [] });
    const inRegency = await api.assignment.list({ areaId: '76.04', on: clock.today });
    expect(inRegency.rows.map((row) => row.areaId)).toContain(polewali);
    expect(inRegency.rows.every((row) => row.areaId?.startsWith('76.04'))).toBe(true);
    const coordinators = await api.assignment.list({ role: 'issue_coordinator', issueId: 'ST', limit: 1 });
    expect(coordinators.total).toBe(2);
    expect(coordinators.rows.map((row) => row.agencyId)).toEqual(['dinkes-p2kb']);
  });
});
