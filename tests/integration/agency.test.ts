import { expect, it } from 'vitest';
import type { DatabaseHandle } from '#db/connection.ts';
import { checkAuditChain } from '#server/audit-chain.ts';
import { getReport, saveEntry } from '#server/report/report.service.ts';
import type { CreateAgencyInput } from '#shared/agency.ts';
import { callerFor, makeActor } from '#tests/support/caller.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { insertUser } from '#tests/support/factories.ts';
import { clock, figure, insertPeople, month, polewali } from '#tests/support/report-factories.ts';

const facts: CreateAgencyInput = {
  abbr: 'Badan Uji',
  name: 'Badan Pengujian Daerah',
  type: 'badan',
  validFrom: '2026-01-01',
  source: null,
  confidence: null,
  note: null,
};

const secretariat = makeActor({ role: 'secretariat' });

async function agencyOf(database: DatabaseHandle, id: string) {
  const agencies = await callerFor(database, secretariat).agency.list();
  const found = agencies.find((agency) => agency.id === id);
  if (!found) throw new Error(`no agency ${id}`);
  return found;
}

onEachEngine('agencies', (open) => {
  it('are created and changed, each time with what changed in the audit log', async () => {
    const database = await open();
    const api = callerFor(database, secretariat);
    const { id } = await api.agency.create({ ...facts, note: '  ' });
    expect(await agencyOf(database, id)).toMatchObject({ ...facts, note: null, validTo: null, version: 1 });

    await api.agency.update({ ...facts, id, version: 1, name: 'Badan Uji dan Mutu' });
    expect(await agencyOf(database, id)).toMatchObject({ name: 'Badan Uji dan Mutu', version: 2 });
    const { lines } = await api.audit.list({ subjectId: id });
    expect(lines.map((line) => line.event)).toEqual(['agency.changed', 'agency.created']);
    expect(lines[0]?.data.changes).toEqual({ name: { from: facts.name, to: 'Badan Uji dan Mutu' } });
    expect((await checkAuditChain(database.db)).brokenAt).toBeNull();
  });

  it('refuse a change over a version that somebody else has replaced', async () => {
    const database = await open();
    const api = callerFor(database, secretariat);
    const { id } = await api.agency.create(facts);
    await api.agency.update({ ...facts, id, version: 1, name: 'Pertama' });
    await expect(api.agency.update({ ...facts, id, version: 1, name: 'Kedua' })).rejects.toThrow('VERSION_CONFLICT');
    expect((await agencyOf(database, id)).name).toBe('Pertama');
  });

  it('refuse a short name that another agency of the same time has, and dates after a first task', async () => {
    const database = await open();
    const api = callerFor(database, secretariat);
    await expect(api.agency.create({ ...facts, abbr: 'biro hukum' })).rejects.toMatchObject({
      cause: { fields: { abbr: 'AGENCY_ABBR_TAKEN' } },
    });
    // The health office of before 2026 is gone: its name is free.
    await expect(api.agency.create({ ...facts, abbr: 'Dinkes' })).resolves.toBeDefined();
    const { validTo, successors, usage, ...owner } = await agencyOf(database, 'biro-hukum');
    const input = { ...owner, type: 'biro' as const, validFrom: '2026-01-01' };
    await expect(api.agency.update(input)).rejects.toMatchObject({
      cause: { fields: { validFrom: 'AGENCY_HAS_EARLIER_TASK' } },
    });
  });

  it('are removed only while nothing refers to them', async () => {
    const database = await open();
    const api = callerFor(database, secretariat);
    const { version } = await agencyOf(database, 'biro-hukum');
    await expect(api.agency.remove({ id: 'biro-hukum', version })).rejects.toThrow('AGENCY_IN_USE');

    const { id } = await api.agency.create(facts);
    await insertUser(database, { role: 'focal_point', agencyId: id });
    await expect(api.agency.remove({ id, version: 1 })).rejects.toThrow('AGENCY_IN_USE');
    const unused = await api.agency.create({ ...facts, abbr: 'Lain' });
    await api.agency.remove({ id: unused.id, version: 1 });
    expect((await api.agency.list()).some((agency) => agency.id === unused.id)).toBe(false);
  });

  it('that close hand assignments and open cells to the heir, and keep what was reported', async () => {
    const database = await open();
    const people = await insertPeople(database);
    const api = callerFor(database, people.secretariat);
    await saveEntry(database, people.focalPoint, figure(), clock);
    const { version } = await agencyOf(database, 'biro-hukum');
    const closing = { agencyId: 'biro-hukum', validTo: '2026-09-30', heirId: 'biro-umum' };

    const effect = await api.assignment.previewClosing(closing);
    expect(effect.assignments.map((each) => each.areaId)).toContain(polewali);
    expect(effect).toMatchObject({
      fromMonth: month,
      moves: [{ fromAgencyId: 'biro-hukum', toAgencyId: 'biro-umum', cells: 1 }],
      staying: 0,
    });
    const { agencyId, ...rest } = closing;
    const input = { ...rest, id: agencyId, version, successors: [{ agencyId: 'biro-umum', note: 'Fungsi hukum' }] };
    expect(await api.agency.close(input)).toEqual({ movedCells: 1 });

    const closed = await agencyOf(database, 'biro-hukum');
    expect(closed).toMatchObject({
      validTo: '2026-09-30',
      successors: [{ agencyId: 'biro-umum', note: 'Fungsi hukum' }],
    });
    const heir = await getReport(database, people.stranger, { reportKey: `${month}_ST_biro-umum` }, clock);
    expect(heir.cells.find((cell) => cell.areaId === polewali)).toMatchObject({ value: 612 });
    const { rows } = await api.assignment.list({ agencyId: 'biro-hukum' });
    expect(rows.every((row) => row.validTo !== null && row.validTo <= '2026-09-30')).toBe(true);
  });

  it('that close without an heir leave their districts to the coordinator, and can be opened again', async () => {
    const database = await open();
    const people = await insertPeople(database);
    const api = callerFor(database, people.secretariat);
    await saveEntry(database, people.focalPoint, figure(), clock);
    const { version } = await agencyOf(database, 'biro-hukum');
    const input = { id: 'biro-hukum', version, validTo: '2026-09-30', successors: [], heirId: null };
    await api.agency.close(input);
    const ofCoordinator = `${month}_ST_dinkes-p2kb`;
    const report = await getReport(database, people.coordinator, { reportKey: ofCoordinator }, clock);
    expect(report.cells.some((cell) => cell.areaId === polewali && cell.value === 612)).toBe(true);
    await expect(api.agency.close(input)).rejects.toThrow('VERSION_CONFLICT');

    await api.agency.reopen({ id: 'biro-hukum', version: version + 1 });
    expect(await agencyOf(database, 'biro-hukum')).toMatchObject({ validTo: null, successors: [] });
  });

  it('refuse successors that are not there, and an heir that is no successor', async () => {
    const database = await open();
    const api = callerFor(database, secretariat);
    const { version } = await agencyOf(database, 'biro-hukum');
    const input = { id: 'biro-hukum', version, validTo: '2026-09-30', heirId: null };
    const successor = (agencyId: string) => ({ agencyId, note: null });
    for (const agencyId of ['biro-hukum', 'dinkes', 'nobody']) {
      const attempt = api.agency.close({ ...input, successors: [successor(agencyId)] });
      await expect(attempt).rejects.toMatchObject({ cause: { fields: { successors: 'SUCCESSOR_NOT_THERE' } } });
    }
    await expect(api.agency.close({ ...input, successors: [], heirId: 'biro-umum' })).rejects.toThrow('BAD_INPUT');
    await expect(api.agency.close({ ...input, validTo: '2020-01-01', successors: [] })).rejects.toThrow('BAD_INPUT');
    expect(await agencyOf(database, 'biro-hukum')).toMatchObject({ validTo: null, version });
  });
});
