import { describe, expect, it } from 'vitest';
import { EntrySheet } from '#client/features/entry/entry-sheet.ts';
import { checkSubmission, unsettledCells } from '#client/features/entry/submission-check.ts';
import { columnTotal, derivedTotal, derivedValue } from '#client/features/entry/totals.ts';
import { cellKey } from '#shared/report/summary.ts';
import type { ReportGrid } from '#shared/report.ts';
import { label, MemoryStore, testOutbox } from '#tests/support/outbox-world.ts';
import { areas, gridCell, indicators, reportGrid } from '#tests/support/report-grid.ts';

const at = (indicatorId: string, areaId = '76.04.04') => cellKey({ indicatorId, areaId });
const areasOf = () => {
  const [first] = areas;
  if (!first) throw new Error('no area');
  return first;
};
const number = (value: number) => ({ kind: 'number', value }) as const;

/** A sheet whose server accepts everything; `sent` says what it was sent. */
function setUp(grid: ReportGrid = reportGrid(), store = new MemoryStore()) {
  const sent: unknown[] = [];
  const outbox = testOutbox(store, async (item) => {
    if (item.kind === 'submit') return { kind: 'submitted' };
    const { areaId, indicatorId, baseVersion, change } = item;
    sent.push({ key: cellKey(item), baseVersion, ...change });
    const { kind, value } = change;
    return { kind: 'saved', cell: gridCell(indicatorId, areaId, { kind, value, version: baseVersion + 1 }) };
  });
  const sheet = new EntrySheet({ grid, outbox });
  sheet.start();
  const settle = async () => {
    for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setTimeout(resolve));
  };
  return { sheet, sent, settle, store, outbox };
}

describe('the entry sheet', () => {
  it('shows what was typed at once and keeps the rows that did not change', () => {
    const { sheet } = setUp();
    const before = sheet.snapshot();
    sheet.commit(at('ST_SASARAN'), number(612));
    const after = sheet.snapshot();
    expect(sheet.cell(at('ST_SASARAN'))).toMatchObject({ value: 612, state: 'number' });
    expect(after.rows[0]).not.toBe(before.rows[0]);
    expect(after.rows[1]).toBe(before.rows[1]);
  });

  it('tells the five states of a cell apart', () => {
    const cells = [
      gridCell('ST_SASARAN', '76.04.04', { value: 612 }),
      gridCell('ST_VALID', '76.04.04', { value: 0 }),
      gridCell('ST_INTERVENSI', '76.04.04', { kind: 'not_applicable', value: null }),
      gridCell('HARGA', '76.04.04', { value: 250, verifiedKind: 'number', verifiedValue: 200 }),
    ];
    const { sheet } = setUp(reportGrid({ cells }));
    const states = indicators.map(({ id }) => sheet.cell(at(id))?.state);
    expect(states).toEqual(['number', 'zero', 'not_applicable', 'not_reported', 'correction_pending']);
  });

  it('goes back and forth by saving again', async () => {
    const { sheet, sent, settle } = setUp();
    sheet.commit(at('ST_SASARAN'), number(612));
    await settle();
    sheet.commit(at('ST_SASARAN'), number(621));
    await settle();
    expect(sheet.undo()).toBe(at('ST_SASARAN'));
    await settle();
    expect(sheet.cell(at('ST_SASARAN'))?.value).toBe(612);
    expect(sheet.redo()).toBe(at('ST_SASARAN'));
    await settle();
    expect(sheet.cell(at('ST_SASARAN'))?.value).toBe(621);
    expect(sent.map((each) => (each as { value: number }).value)).toEqual([612, 621, 612, 621]);
    expect(sent.map((each) => (each as { baseVersion: number }).baseVersion)).toEqual([0, 1, 2, 3]);
  });

  it('takes figures that came together back as one step, but for what somebody else has changed since', async () => {
    const { sheet, sent, settle } = setUp(reportGrid({ cells: [gridCell('ST_VALID', '76.04.04', { value: 500 })] }));
    const edits = [
      { key: at('ST_SASARAN'), figure: number(612), seenVersion: 0 },
      { key: at('ST_VALID'), figure: number(588), seenVersion: 1 },
      { key: at('ST_KELUAR'), figure: { kind: 'not_reported', value: null } as const, seenVersion: 0 },
    ];
    let told = 0;
    const stop = sheet.subscribe(() => {
      told += 1;
    });
    expect(sheet.commitAll(edits)).toBe(2);
    expect(told).toBe(1);
    stop();
    await settle();
    expect(sent).toHaveLength(2);
    sheet.setGrid(
      reportGrid({
        cells: [
          gridCell('ST_SASARAN', '76.04.04', { value: 700, version: 5 }),
          gridCell('ST_VALID', '76.04.04', { value: 588, version: 2 }),
        ],
      }),
    );
    expect(sheet.undo()).toBe(at('ST_VALID'));
    await settle();
    expect(sheet.cell(at('ST_VALID'))?.value).toBe(500);
    expect(sheet.cell(at('ST_SASARAN'))?.value).toBe(700);
    expect(sheet.snapshot().canUndo).toBe(false);
  });

  it('leaves verified figures among many as they are without a reason', async () => {
    const verified = { status: 'verified', value: 500, verifiedKind: 'number', verifiedValue: 500 } as const;
    const { sheet, sent, settle } = setUp(reportGrid({ cells: [gridCell('ST_VALID', '76.04.04', verified)] }));
    const edits = [
      { key: at('ST_SASARAN'), figure: number(612), seenVersion: 0 },
      { key: at('ST_VALID'), figure: number(588), seenVersion: 1 },
    ];
    expect(sheet.commitAll(edits)).toBe(1);
    await settle();
    expect(sheet.commitAll(edits, 'Hasil verval ulang')).toBe(1);
    await settle();
    expect(sent).toEqual([
      { key: at('ST_SASARAN'), baseVersion: 0, kind: 'number', value: 612 },
      { key: at('ST_VALID'), baseVersion: 1, kind: 'number', value: 588, reason: 'Hasil verval ulang' },
    ]);
  });

  it('does not undo over what somebody else has written since', async () => {
    const { sheet, settle } = setUp();
    sheet.commit(at('ST_SASARAN'), number(612));
    await settle();
    sheet.setGrid(reportGrid({ cells: [gridCell('ST_SASARAN', '76.04.04', { value: 700, version: 5 })] }));
    expect(sheet.undo()).toBeUndefined();
    expect(sheet.cell(at('ST_SASARAN'))?.value).toBe(700);
  });

  it('builds on the cell that was in sight when typing began, not on what came under the field since', async () => {
    const { sheet, sent, settle } = setUp();
    sheet.setGrid(reportGrid({ cells: [gridCell('ST_SASARAN', '76.04.04', { value: 700, version: 5 })] }));
    sheet.commit(at('ST_SASARAN'), number(612), undefined, 4);
    await settle();
    expect(sent).toEqual([{ key: at('ST_SASARAN'), baseVersion: 4, kind: 'number', value: 612 }]);
  });

  it('asks for a reason before it changes a verified figure, and not for taking the change back', async () => {
    const verified = gridCell('ST_SASARAN', '76.04.04', {
      value: 612,
      status: 'verified',
      verifiedKind: 'number',
      verifiedValue: 612,
      version: 3,
    });
    const { sheet, sent, settle } = setUp(reportGrid({ cells: [verified] }));
    expect(sheet.commit(at('ST_SASARAN'), number(600))).toBe('needs_reason');
    expect(sent).toEqual([]);
    expect(sheet.commit(at('ST_SASARAN'), number(600), 'Salah hitung')).toBe('saving');
    expect(sheet.cell(at('ST_SASARAN'))?.state).toBe('correction_pending');
    await settle();
    expect(sent).toEqual([
      { key: at('ST_SASARAN'), baseVersion: 3, kind: 'number', value: 600, reason: 'Salah hitung' },
    ]);
    expect(sheet.commit(at('ST_SASARAN'), number(612))).toBe('saving');
  });

  it('keeps a text that is no figure, also for the next visit', async () => {
    const { sheet, settle, store } = setUp();
    sheet.reject(at('ST_VALID'), 'enam ratus');
    expect(sheet.cell(at('ST_VALID'))?.rejected).toBe('enam ratus');
    expect(sheet.hasUnsaved()).toBe(true);
    await settle();
    const next = setUp(reportGrid(), store);
    await settle();
    expect(next.sheet.cell(at('ST_VALID'))?.rejected).toBe('enam ratus');
    next.sheet.commit(at('ST_VALID'), number(600));
    expect(next.sheet.cell(at('ST_VALID'))?.rejected).toBeUndefined();
    await settle();
    const last = setUp(reportGrid(), store);
    await settle();
    expect(last.sheet.cell(at('ST_VALID'))?.rejected).toBeUndefined();
  });

  it('keeps every keystroke of an open field, and shows it as unfinished only when the field is gone', async () => {
    const { sheet, settle, store } = setUp();
    for (const text of ['6', '60', '600']) sheet.keepTyped(at('ST_VALID'), text);
    expect(sheet.cell(at('ST_VALID'))?.rejected).toBeUndefined();
    expect(sheet.snapshot().rejected).toBe(0);
    await settle();
    expect([...store.textRows.values()]).toMatchObject([{ text: '600', cell: at('ST_VALID') }]);
    const next = setUp(reportGrid(), store);
    await settle();
    expect(next.sheet.cell(at('ST_VALID'))?.rejected).toBe('600');
    sheet.leaveTyped(at('ST_VALID'));
    expect(sheet.cell(at('ST_VALID'))?.rejected).toBe('600');
  });

  it('leaves texts of cells that are no longer part of the report alone', async () => {
    const { outbox, settle, store } = setUp();
    outbox.putText({ reportKey: reportGrid().report.reportKey, cell: 'GONE 76.01', label, text: 'x' });
    await settle();
    const next = setUp(reportGrid(), store);
    await settle();
    expect(next.sheet.hasUnsaved()).toBe(false);
    expect(store.textRows.size).toBe(1);
  });

  it('lists conflicts, and settles them together', async () => {
    const theirs = gridCell('ST_VALID', '76.04.04', { value: 7, version: 3 });
    const bases: number[] = [];
    const outbox = testOutbox(new MemoryStore(), async (item) => {
      if (item.kind !== 'save') return { kind: 'saved', cell: null };
      bases.push(item.baseVersion);
      if (item.baseVersion < 3) return { kind: 'problem', problem: { kind: 'conflict', theirs } };
      return { kind: 'saved', cell: { ...theirs, value: item.change.value, version: 4 } };
    });
    const sheet = new EntrySheet({ grid: reportGrid(), outbox });
    sheet.start();
    sheet.commit(at('ST_VALID'), number(5));
    const { settle } = setUp();
    await settle();
    expect(sheet.conflicts().map(({ key, save }) => [key, save.phase])).toEqual([[at('ST_VALID'), 'conflict']]);
    sheet.resolveConflicts([at('ST_VALID')], 'mine');
    await settle();
    expect(bases).toEqual([0, 3]);
    expect(sheet.cell(at('ST_VALID'))).toMatchObject({ value: 5, save: { phase: 'saved' } });
  });

  it('takes 800 figures up at once, and sends them in 16 rounds of two transactions', async () => {
    const many = Array.from({ length: 160 }, (_, index) => ({
      ...areasOf(),
      id: `76.01.${index}`,
      name: `A ${index}`,
    }));
    const { sheet, sent, settle, store } = setUp(reportGrid({ areas: many }));
    const edits = many.flatMap((area, row) =>
      indicators.map((each, column) => ({
        key: at(each.id, area.id),
        figure: number(row * 10 + column),
        seenVersion: 0,
      })),
    );
    expect(sheet.commitAll(edits)).toBe(800);
    expect(sheet.snapshot().summary.saving).toBe(800);
    for (let turn = 0; turn < 500 && sent.length < 800; turn += 1) await settle();
    await settle();
    expect(sent).toHaveLength(800);
    expect(store.updates).toBeLessThanOrEqual(16 * 2 + 3);
    expect(sheet.snapshot().summary.saving).toBe(0);
  }, 60_000);

  it('finds at the keystroke what the figure would contradict', () => {
    const cells = [gridCell('ST_SASARAN', '76.04.04', { value: 344 })];
    const { sheet } = setUp(reportGrid({ cells }));
    expect(sheet.preview(at('ST_VALID'), number(351))).toMatchObject([{ ruleId: 'valid', state: 'warning' }]);
    expect(sheet.preview(at('ST_VALID'), number(300))).toEqual([]);
    expect(sheet.preview(at('ST_INTERVENSI'), number(118))).toMatchObject([
      { ruleId: 'falls', state: 'reason_missing' },
    ]);
  });

  it('carries words that are on their way along with a newer figure', async () => {
    const { sheet, sent, settle } = setUp();
    sheet.commit(at('ST_INTERVENSI'), number(118));
    sheet.describe(at('ST_INTERVENSI'), { reason: 'Data ganda dihapus' });
    sheet.commit(at('ST_INTERVENSI'), number(119));
    await settle();
    await settle();
    expect(sent.at(-1)).toMatchObject({ value: 119, reason: 'Data ganda dihapus' });
  });
});

describe('what stands before a submission', () => {
  it('counts what is still on its way, and what is not settled', () => {
    const { sheet } = setUp();
    const grid = reportGrid();
    sheet.commit(at('ST_VALID'), number(10));
    sheet.commit(at('ST_INTERVENSI'), number(12));
    sheet.reject(at('ST_SASARAN'), '??');
    const summary = checkSubmission(grid, sheet.snapshot());
    expect(summary.blocked.map(({ ruleId }) => ruleId)).toEqual(['reached']);
    expect(summary.reasonMissing.map(({ ruleId }) => ruleId)).toEqual(['falls']);
    expect(summary.missing).toHaveLength(13);
    expect(summary.canSubmit).toBe(false);
    expect(unsettledCells(sheet.snapshot()).map(({ key }) => key)).toEqual([at('ST_SASARAN')]);
  });
});

describe('totals', () => {
  const cells = [
    gridCell('ST_VALID', '76.04.04', { value: 588 }),
    gridCell('ST_VALID', '76.04.13', { value: 95 }),
    gridCell('ST_VALID', '76.04.06', { value: 351 }),
    gridCell('ST_INTERVENSI', '76.04.04', { value: 402 }),
    gridCell('ST_INTERVENSI', '76.04.13', { value: 71 }),
    gridCell('ST_KELUAR', '76.04.04', { value: 57 }),
    gridCell('ST_KELUAR', '76.04.13', { value: 9 }),
    gridCell('ST_KELUAR', '76.04.06', { kind: 'not_reported', value: null }),
  ];
  const { rows } = setUp(reportGrid({ cells })).sheet.snapshot();
  const column = (id: string) => {
    const found = indicators.find((each) => each.id === id);
    if (!found) throw new Error(`no indicator ${id}`);
    return found;
  };

  it('say how many cells they hold', () => {
    expect(columnTotal(rows, column('ST_KELUAR'))).toEqual({ ok: true, value: 66, held: 2, expected: 3 });
    expect(columnTotal(rows, column('ST_SASARAN'))).toMatchObject({ value: null, held: 0, expected: 3 });
  });

  it('do not add what cannot be added, nor a district to its regency', () => {
    expect(columnTotal(rows, column('HARGA'))).toBeNull();
    const mixed = rows.map((row, index) =>
      index === 0 ? { ...row, area: { ...row.area, level: 'regency' as const } } : row,
    );
    expect(columnTotal(mixed, column('ST_VALID'))).toBeNull();
  });

  it('compute what remains only where both parts are known', () => {
    const remaining = { kind: 'remaining', formula: 'valid_minus_left' } as const;
    expect(rows.map((row) => derivedValue(remaining, row.cells, indicators))).toEqual([531, null, 86]);
    expect(derivedTotal(remaining, rows, indicators)).toEqual({ value: 617, held: 2, expected: 3 });
  });

  it('recompute a share from the sums of the rows that hold both parts', () => {
    const share = { kind: 'share', formula: 'reachedOfValid' } as const;
    const total = derivedTotal(share, rows, indicators);
    expect(total).toMatchObject({ held: 2, expected: 3 });
    expect(total.value).toBeCloseTo(((402 + 71) / (588 + 95)) * 100);
  });
});
