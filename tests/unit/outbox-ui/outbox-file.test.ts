import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outboxFileName, readOutboxFile, writeOutboxFile } from '#client/features/outbox/outbox-file.ts';
import type { CellLabel, KeptText, OutboxItem } from '#client/lib/outbox/outbox-item.ts';
import { entryKinds } from '#shared/entry.ts';
import { issueIds } from '#shared/indicator.ts';
import { reportKeyOf } from '#shared/report.ts';
import { largestFigure } from '#shared/scale.ts';
import { keptText, refused, saveItem, submitItem, theirCell } from '#tests/support/outbox-fixtures.ts';

const owner = { userId: 'user-1', name: 'Rahmat', agencyName: 'Biro Hukum' };
const now = new Date('2023-09-04T05:00:00.000Z');

function write(items: readonly OutboxItem[], texts: readonly KeptText[] = []): string {
  return writeOutboxFile({ items, texts }, { owner, explanation: 'Keterangan', line: () => 'satu baris', now });
}

const read = (text: string, userId = owner.userId) => readOutboxFile(text, userId);

/** What a file keeps of an item: on the other device the server is asked anew. */
function unanswered({ order: _order, problem: _problem, ...item }: OutboxItem) {
  return { ...item, problem: null };
}

const words = fc.string({ maxLength: 20 });
const label: fc.Arbitrary<CellLabel> = fc.record({
  areaName: words,
  indicatorId: words,
  shortNameId: words,
  shortNameEn: words,
  decimals: fc.integer({ min: 0, max: 4 }),
  unitId: words,
  unitEn: words,
});
const reportKeys = fc
  .record({
    month: fc.constantFrom('2023-08', '2026-12'),
    issueId: fc.constantFrom(...issueIds),
    agencyId: fc.constantFrom('biro-hukum', 'dinkes-p2kb'),
  })
  .map(reportKeyOf);
const common = { format: fc.constant(1 as const), userId: fc.constant(owner.userId), reportKey: reportKeys };
const sent = {
  ...common,
  id: fc.uuid(),
  typedAt: fc.integer({ min: 0, max: 4e12 }),
  order: fc.option(fc.nat(), { nil: undefined }),
  hasLeft: fc.option(fc.boolean(), { nil: undefined }),
  problem: fc.constantFrom(null, refused('ENTRY_SUBMITTED'), { kind: 'conflict' as const, theirs: theirCell() }),
};
const note = fc.option(words, { nil: undefined });
const change = fc
  .record({
    kind: fc.constantFrom(...entryKinds),
    value: fc.integer({ min: -largestFigure, max: largestFigure }),
    note,
    reason: note,
  })
  .map(({ kind, value, ...rest }) => ({ ...rest, kind, value: kind === 'number' ? value : null }));
const figure = fc.record({
  ...sent,
  kind: fc.constantFrom('save' as const, 'set_aside' as const),
  areaId: fc.constantFrom('76.04.04', '76.01'),
  indicatorId: fc.constantFrom('ST_SASARAN', 'KE_KK'),
  label,
  change,
  baseVersion: fc.nat(),
  after: fc.option(fc.uuid(), { nil: undefined }),
});
const submission = fc.record({
  ...sent,
  kind: fc.constant('submit' as const),
  expectedVersion: fc.nat(),
  acceptMissing: fc.boolean(),
  figures: words,
});
const items: fc.Arbitrary<OutboxItem[]> = fc.array(fc.oneof(figure, submission), { maxLength: 12 });
const texts: fc.Arbitrary<KeptText[]> = fc.array(
  fc.record({ ...common, cell: fc.string({ minLength: 1 }), label, text: words, typedAt: fc.nat() }),
  { maxLength: 5 },
);

describe('the file of unsent entries', () => {
  it('brings to another device what was typed on this one, in its order, with its ids', () => {
    fc.assert(
      fc.property(items, texts, (typed, unfinished) => {
        const reading = read(write(typed, unfinished));
        expect(reading).toEqual({
          ok: true,
          owner,
          exportedAt: now.toISOString(),
          items: typed.map(unanswered),
          texts: unfinished,
        });
      }),
    );
  });

  it('can be read by a person: whose it is, and a line for each entry', () => {
    const file = JSON.parse(write([saveItem(), submitItem()], [keptText()]));
    expect(file).toMatchObject({
      format: 'satgas-isian-belum-terkirim',
      version: 1,
      explanation: 'Keterangan',
      owner,
      readable: ['satu baris', 'satu baris', 'satu baris'],
    });
    expect(outboxFileName('2023-09-04')).toBe('satgas-isian-belum-terkirim-2023-09-04.json');
  });

  it('of another account is refused, and says whose it is', () => {
    expect(read(write([saveItem()]), 'user-2')).toEqual({ ok: false, why: 'otherAccount', owner });
  });

  it('with entries of somebody else among the owner’s is refused', () => {
    expect(read(write([saveItem(), saveItem({ userId: 'user-2' })]))).toEqual({ ok: false, why: 'damaged' });
  });

  it('is refused wherever it was cut off', () => {
    const whole = write([saveItem(), submitItem()], [keptText()]);
    for (let length = 0; length < whole.trimEnd().length; length += 7) {
      expect(read(whole.slice(0, length)), `cut off after ${length}`).toMatchObject({ ok: false });
    }
  });

  it('is refused when a figure was changed in it', () => {
    const file = JSON.parse(write([saveItem()]));
    file.items[0].change.value = 1403;
    expect(read(JSON.stringify(file))).toEqual({ ok: false, why: 'damaged' });
  });

  it('is refused when an entry is no longer in it', () => {
    const file = JSON.parse(write([saveItem(), saveItem()]));
    file.items.pop();
    expect(read(JSON.stringify(file))).toEqual({ ok: false, why: 'damaged' });
  });

  it('may be laid out anew on its way', () => {
    const file = JSON.parse(write([saveItem()]));
    expect(read(JSON.stringify(file))).toMatchObject({ ok: true });
  });

  it('of a later release is told from a damaged one', () => {
    const file = JSON.parse(write([saveItem()]));
    expect(read(JSON.stringify({ ...file, version: 2, items: 'something else' }))).toEqual({ ok: false, why: 'newer' });
  });

  it.each(['', '{}', '[]', 'null', 'Bulan;Angka\n1;2', '{"format":"another"}', '\u0000PNG'])(
    'is told from another file: %j',
    (text) => {
      expect(read(text)).toEqual({ ok: false, why: 'foreign' });
    },
  );

  it('takes nothing that is no figure of ours', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(read(text).ok).toBe(false);
      }),
    );
  });
});
