import { expect, it } from 'vitest';
import type { DatabaseHandle } from '#db/connection.ts';
import { getReport, saveEntry } from '#server/report/report.service.ts';
import type { UpdateIndicatorInput } from '#shared/indicator-admin.ts';
import { callerFor, makeActor } from '#tests/support/caller.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { expectCountersTrue } from '#tests/support/report-checks.ts';
import { clock, figure, insertPeople, stuntingKey } from '#tests/support/report-factories.ts';

const secretariat = makeActor({ role: 'secretariat' });

async function inputFor(database: DatabaseHandle, id: string): Promise<UpdateIndicatorInput> {
  const { indicators } = await callerFor(database, secretariat).indicator.catalogue();
  const found = indicators.find((indicator) => indicator.id === id);
  if (!found) throw new Error(`no indicator ${id}`);
  return found;
}

async function ruleOf(database: DatabaseHandle, id: string) {
  const { rules } = await callerFor(database, secretariat).indicator.catalogue();
  const found = rules.find((rule) => rule.id === id);
  if (!found) throw new Error(`no rule ${id}`);
  return found;
}

onEachEngine('indicators', (open) => {
  it('take new words, thresholds and limits, and keep what gives stored figures their meaning', async () => {
    const database = await open();
    const api = callerFor(database, secretariat);
    const input = await inputFor(database, 'ST_SASARAN');
    // Decimals and level are in the object, but no part of the input.
    const wanted = { ...input, nameId: 'Anak sasaran', plausibleMax: 5_000, onTrackPermille: 950, decimals: 2 };
    await api.indicator.update(wanted);
    const after = await inputFor(database, 'ST_SASARAN');
    expect(after).toMatchObject({ nameId: 'Anak sasaran', plausibleMax: 5_000, onTrackPermille: 950, decimals: 0 });
    expect(after.version).toBe(input.version + 1);
    const { lines } = await api.audit.list({ subjectId: 'ST_SASARAN' });
    expect(Object.keys(lines[0]?.data.changes ?? {}).sort()).toEqual(['nameId', 'onTrackPermille', 'plausibleMax']);
    await expect(api.indicator.update(wanted)).rejects.toThrow('VERSION_CONFLICT');
  });

  it('refuse thresholds and limits the wrong way round', async () => {
    const database = await open();
    const api = callerFor(database, secretariat);
    const input = await inputFor(database, 'ST_SASARAN');
    await expect(api.indicator.update({ ...input, plausibleMin: 10, plausibleMax: 5 })).rejects.toThrow(
      'LIMITS_REVERSED',
    );
    await expect(api.indicator.update({ ...input, attentionPermille: 950 })).rejects.toThrow('THRESHOLDS_REVERSED');
    await expect(api.indicator.update({ ...input, nameId: ' ' })).rejects.toThrow('TEXT_REQUIRED');
  });

  it('that are switched off leave the reports and their counters, and come back with them', async () => {
    const database = await open();
    const people = await insertPeople(database);
    const api = callerFor(database, people.secretariat);
    await saveEntry(database, people.focalPoint, figure(), clock);
    const columns = async () => {
      const report = await getReport(database, people.focalPoint, { reportKey: stuntingKey }, clock);
      return { ids: report.indicators.map((each) => each.id), expected: report.report.counters.expected };
    };
    const before = await columns();
    const input = await inputFor(database, 'ST_RUJUKAN');
    await api.indicator.update({ ...input, isActive: false });
    const after = await columns();
    expect(after.ids).toEqual(before.ids.filter((id) => id !== 'ST_RUJUKAN'));
    expect(after.expected).toBe(before.expected - 2);
    await expectCountersTrue(database);
    await api.indicator.update({ ...input, version: input.version + 1, isActive: true });
    expect(await columns()).toEqual(before);
  });

  it('stay on while an issue or a ratio needs them', async () => {
    const database = await open();
    const api = callerFor(database, secretariat);
    for (const id of ['ST_INTERVENSI', 'ST_PREV_SURVEI', 'ST_DIUKUR']) {
      const input = await inputFor(database, id);
      await expect(api.indicator.update({ ...input, isActive: false })).rejects.toThrow('INDICATOR_IN_USE');
    }
  });

  it('come back as a ratio only with both of its parts, so that no page is asked for what is not there', async () => {
    const database = await open();
    const api = callerFor(database, secretariat);
    const turn = async (id: string, isActive: boolean) =>
      api.indicator.update({ ...(await inputFor(database, id)), isActive });
    await turn('ST_DS', false);
    await turn('ST_DITIMBANG', false);
    await expect(turn('ST_DS', true)).rejects.toMatchObject({
      cause: { code: 'INDICATOR_IN_USE', fields: { isActive: 'RATIO_NEEDS_PARTS' } },
    });
    await turn('ST_DITIMBANG', true);
    await turn('ST_DS', true);
  });
});

onEachEngine('consistency rules', (open) => {
  it('change their severity for the very next figure', async () => {
    const database = await open();
    const people = await insertPeople(database);
    const api = callerFor(database, people.secretariat);
    const save = (indicatorId: string, value: number) =>
      saveEntry(database, people.focalPoint, figure({ indicatorId, value }), clock);
    await save('ST_VALID', 500);
    const blocked = await save('ST_INTERVENSI', 600);
    const states = (saved: typeof blocked) => saved.findings.map((finding) => finding.state);
    expect(states(blocked)).toEqual(['blocked']);

    const seen = await ruleOf(database, 'ST_INTERVENSI<=ST_VALID');
    const id = seen.id;
    await api.indicator.updateRule({ id, seen, severity: 'warn', requiresReason: false, isActive: true });
    const edited = figure({ indicatorId: 'ST_INTERVENSI', value: 601, baseVersion: 1 });
    expect(states(await saveEntry(database, people.focalPoint, edited, clock))).toEqual(['warning']);
    const stale = api.indicator.updateRule({ id, seen, severity: 'block', requiresReason: true, isActive: true });
    await expect(stale).rejects.toThrow('VERSION_CONFLICT');
  });
});

onEachEngine('the guideline of an issue', (open) => {
  it('has a state and a note that are changed over what was seen', async () => {
    const database = await open();
    const api = callerFor(database, secretariat);
    const juklakOf = async () => {
      const { issues } = await api.indicator.catalogue();
      const issue = issues.find((each) => each.id === 'ATS');
      return { juklakState: issue?.juklakState ?? 'none', juklakNote: issue?.juklakNote ?? null };
    };
    const seen = await juklakOf();
    const wanted = { juklakState: 'issued' as const, juklakNote: 'Juklak 3/2026' };
    await api.indicator.setJuklak({ issueId: 'ATS', ...wanted, seen });
    expect(await juklakOf()).toEqual(wanted);
    await expect(api.indicator.setJuklak({ issueId: 'ATS', ...wanted, seen })).rejects.toThrow('VERSION_CONFLICT');
    await api.indicator.setJuklak({ issueId: 'ATS', juklakState: 'none', juklakNote: ' ', seen: wanted });
    expect(await juklakOf()).toEqual({ juklakState: 'none', juklakNote: null });
  });
});
