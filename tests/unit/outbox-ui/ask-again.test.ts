import { describe, expect, it } from 'vitest';
import { Outbox } from '#client/lib/outbox/outbox.ts';
import type { OutboxItem } from '#client/lib/outbox/outbox-item.ts';
import type { Items } from '#client/lib/outbox/outbox-steps.ts';
import type { OutboxStore } from '#client/lib/outbox/outbox-store.ts';
import { newItemId, refused, saveItem, theirCell } from '#tests/support/outbox-fixtures.ts';

function storeWith(items: Items): OutboxStore {
  let kept = items;
  return {
    items: async () => kept,
    update: async (_userId, step) => {
      kept = step(kept);
      return kept;
    },
    texts: async () => [],
    writeTexts: async () => undefined,
  };
}

async function openWith(items: Items) {
  const sent: OutboxItem[] = [];
  const outbox = new Outbox({
    userId: 'user-1',
    store: storeWith(items),
    send: async (item) => {
      sent.push(item);
      return { kind: 'saved', cell: null };
    },
    lock: (work) => work(),
    tell: () => undefined,
    newId: newItemId,
  });
  outbox.setSession('user-1');
  await outbox.ready;
  return { outbox, sent };
}

const nothingLeft = (outbox: Outbox) =>
  new Promise<void>((resolve) => {
    const look = () => outbox.snapshot().items.length === 0 && resolve();
    outbox.subscribe(look);
    look();
  });

describe('a figure that was refused', () => {
  it('is not sent again by itself', async () => {
    const { outbox, sent } = await openWith([saveItem({ problem: refused('REPORT_LOCKED') })]);
    outbox.retry();
    await Promise.resolve();
    expect(sent).toEqual([]);
    expect(outbox.snapshot().state).toBe('idle');
  });

  it('is sent again as it was typed, when the person says so', async () => {
    const item = saveItem({ problem: refused('REPORT_LOCKED') });
    const { outbox, sent } = await openWith([item]);
    outbox.retry([item.id]);
    await nothingLeft(outbox);
    expect(sent).toEqual([{ ...item, problem: null, hasLeft: true }]);
  });

  it('goes alone: a conflict is settled by choosing', async () => {
    const conflict = saveItem({ areaId: '76.04.06', problem: { kind: 'conflict', theirs: theirCell() } });
    const { outbox, sent } = await openWith([conflict]);
    outbox.retry([conflict.id]);
    await Promise.resolve();
    expect(sent).toEqual([]);
    expect(outbox.snapshot().items).toEqual([conflict]);
  });
});
