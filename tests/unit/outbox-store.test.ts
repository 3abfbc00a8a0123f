import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { deviceStore, forgetPerson } from '#client/lib/device-store.ts';
import type { SaveItem } from '#client/lib/outbox/outbox-item.ts';
import { deviceOutboxStore as store } from '#client/lib/outbox/outbox-store.ts';
import { label, testOutbox } from '#tests/support/outbox-world.ts';
import { gridCell } from '#tests/support/report-grid.ts';

const reportKey = '2023-08_ST_biro-hukum';

function item(id: string, userId = 'ani'): SaveItem {
  return {
    id,
    format: 1,
    kind: 'save',
    userId,
    reportKey,
    typedAt: 1,
    problem: null,
    areaId: id,
    indicatorId: 'ST_VALID',
    label,
    change: { kind: 'number', value: 1 },
    baseVersion: 0,
  };
}

afterEach(async () => {
  await forgetPerson('ani');
  await forgetPerson('budi');
});

describe('the device’s store of an outbox', () => {
  it('keeps items in the order in which they came, each person’s apart, and replaces one in its place', async () => {
    await store.update('ani', (items) => [...items, item('a'), item('b')]);
    await store.update('budi', (items) => [...items, item('x', 'budi')]);
    await store.update('ani', (items) => [...items, item('c')]);
    const after = await store.update('ani', (items) =>
      items.flatMap((each) => (each.id === 'a' ? [] : each.id === 'b' ? [{ ...each, id: 'b2' }] : [each])),
    );
    expect(after.map(({ id }) => id)).toEqual(['b2', 'c']);
    expect(await store.items('ani')).toEqual(after);
    expect((await store.items('budi')).map(({ id }) => id)).toEqual(['x']);
  });

  it('makes all of a change or nothing', async () => {
    await store.update('ani', () => [item('a')]);
    await expect(store.update('ani', (items) => [...items, item('b'), item('b')])).rejects.toThrow();
    expect((await store.items('ani')).map(({ id }) => id)).toEqual(['a']);
  });

  it('keeps texts by their cell', async () => {
    const text = { format: 1, userId: 'ani', reportKey, cell: 'ST_VALID a', label, text: '5', typedAt: 1 } as const;
    await store.writeTexts('ani', [text], []);
    await store.writeTexts('ani', [{ ...text, text: '58' }], []);
    expect(await store.texts('ani')).toMatchObject([{ text: '58' }]);
    expect(await store.texts('budi')).toEqual([]);
    await store.writeTexts('ani', [], [text]);
    expect(await store.texts('ani')).toEqual([]);
  });

  it('takes up in a new visit what the last one left, and empties as it arrives', async () => {
    const silent = testOutbox(store, () => new Promise(() => undefined));
    silent.saveCells(reportKey, [
      { areaId: 'a', indicatorId: 'ST_VALID', label, change: { kind: 'number', value: 5 }, seenVersion: 2 },
    ]);
    while (silent.isAtRisk()) await new Promise((resolve) => setTimeout(resolve));
    silent.close();

    const sent: unknown[] = [];
    const next = testOutbox(store, async (each) => {
      sent.push(each);
      return { kind: 'saved', cell: gridCell('ST_VALID', 'a', { value: 5, version: 3 }) };
    });
    await next.ready;
    while ((await (await deviceStore()).count('outbox')) > 0) await new Promise((resolve) => setTimeout(resolve));
    expect(sent).toMatchObject([{ change: { value: 5 }, baseVersion: 2 }]);
    next.close();
  });
});
