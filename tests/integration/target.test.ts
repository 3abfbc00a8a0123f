import { expect, it } from 'vitest';
import type { CreateTargetInput } from '#shared/target.ts';
import { callerFor, makeActor } from '#tests/support/caller.ts';
import { onEachEngine } from '#tests/support/engines.ts';

const secretariat = makeActor({ role: 'secretariat' });

const point: CreateTargetInput = {
  indicatorId: 'ST_INTERVENSI',
  areaId: '76.04',
  month: '2027-12',
  kind: 'target',
  value: 9_000,
  low: null,
  high: null,
  legalBasis: 'RPJMD 2025–2029',
  source: null,
  confidence: 'H',
};

onEachEngine('targets', (open) => {
  it('are points of a path: made, changed and removed with an audit event each', async () => {
    const database = await open();
    const api = callerFor(database, secretariat);
    const { id } = await api.target.create(point);
    const { indicatorId, areaId, ...facts } = point;
    await api.target.update({ ...facts, id, version: 1, value: 9_500 });
    const listed = async () => (await api.target.list()).points.find((each) => each.id === id);
    expect(await listed()).toMatchObject({ ...point, value: 9_500, areaName: 'Polewali Mandar', version: 2 });
    await expect(api.target.update({ ...facts, id, version: 1 })).rejects.toThrow('VERSION_CONFLICT');
    await expect(api.target.remove({ id, version: 1 })).rejects.toThrow('VERSION_CONFLICT');
    await api.target.remove({ id, version: 2 });
    expect(await listed()).toBeUndefined();
    const { lines } = await api.audit.list({ event: 'target' });
    expect(lines.map((line) => line.event)).toEqual(['target.deleted', 'target.changed', 'target.created']);
    expect(lines[1]?.data).toMatchObject({ indicatorId, areaId, changes: { value: { from: 9_000, to: 9_500 } } });
  });

  it('are one for an indicator, area and month', async () => {
    const database = await open();
    const api = callerFor(database, secretariat);
    await api.target.create(point);
    await expect(api.target.create({ ...point, value: 1 })).rejects.toThrow('TARGET_POINT_EXISTS');
    const { id } = await api.target.create({ ...point, month: '2028-12' });
    const { indicatorId, areaId, ...facts } = point;
    await expect(api.target.update({ ...facts, id, version: 1 })).rejects.toThrow('TARGET_POINT_EXISTS');
  });

  it('have limits where they are a band, and only there', async () => {
    const database = await open();
    const api = callerFor(database, secretariat);
    const fieldsOf = (overrides: Partial<CreateTargetInput>) =>
      api.target.create({ ...point, ...overrides }).then(
        () => undefined,
        (error) => error.cause.fields,
      );
    const band = { indicatorId: 'INF_YOY', areaId: '76', month: '2031-12', value: 250 };
    expect(await fieldsOf(band)).toEqual({ low: 'NUMBER_REQUIRED' });
    expect(await fieldsOf({ ...band, low: 350, high: 150 })).toEqual({ high: 'LIMITS_REVERSED' });
    expect(await fieldsOf({ ...band, low: 300, high: 350 })).toEqual({ value: 'NOT_IN_BAND' });
    expect(await fieldsOf({ ...band, low: 150, high: 350 })).toBeUndefined();
    expect(await fieldsOf({ low: 1 })).toEqual({ low: 'BAND_NOT_USED' });
    expect(await fieldsOf({ value: -1 })).toEqual({ value: 'NUMBER_NEGATIVE' });
    expect(await fieldsOf({ areaId: '99' })).toEqual({ areaId: 'CHOICE_REQUIRED' });
    expect(await fieldsOf({ indicatorId: 'NOBODY' })).toEqual({ indicatorId: 'CHOICE_REQUIRED' });
  });
});
