// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { conflictsOf } from '#client/features/entry/conflict-list.ts';
import { EntryWorkspace } from '#client/features/entry/entry-workspace.tsx';
import type { OutboxItem, SaveItem } from '#client/lib/outbox/outbox-item.ts';
import type { OutboxAccess, OutboxSnapshot } from '#client/lib/outbox/outbox-snapshot.ts';
import { resolved } from '#client/lib/outbox/outbox-steps.ts';
import type { GridCell, ReportGrid } from '#shared/report.ts';
import { allowSlowDom } from '#tests/support/dom-patience.ts';
import { fakeTrpc } from '#tests/support/fake-trpc.ts';
import { renderClient } from '#tests/support/render-client.tsx';
import { gridCell, reportGrid } from '#tests/support/report-grid.ts';

allowSlowDom();

const { reportKey } = reportGrid().report;

/** An outbox without a browser's storage and without a network: what was chosen is done, and nothing is sent. */
class StillOutbox implements OutboxAccess {
  readonly userId = 'user-1';
  readonly ready = Promise.resolve();
  readonly chosen: [ids: readonly string[], choice: string][] = [];
  #snapshot: OutboxSnapshot;
  readonly #listeners = new Set<() => void>();

  constructor(items: readonly OutboxItem[]) {
    this.#snapshot = {
      isLoaded: true,
      items,
      texts: [],
      sendingIds: new Set(),
      state: 'idle',
      failure: null,
      isKept: true,
      storageError: null,
      lastSentAt: null,
      nextAttemptAt: null,
    };
  }

  snapshot = () => this.#snapshot;
  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  resolveConflicts(ids: readonly string[], choice: 'mine' | 'theirs') {
    if (ids.length > 0) this.chosen.push([ids, choice]);
    const items = resolved(this.#snapshot.items, new Set(ids), choice);
    this.#snapshot = { ...this.#snapshot, items };
    for (const listener of this.#listeners) listener();
  }
  saveCells() {}
  submit = () => '';
  wasSubmitted = () => false;
  confirmed = () => undefined;
  retry() {}
  discard() {}
  putText() {}
  removeText() {}
  importItems = async () => 0;
  reload = async () => {};
  isAtRisk = () => false;
}

let outbox = new StillOutbox([]);
vi.mock('#client/lib/outbox/use-outbox.ts', async () => {
  const { useSyncExternalStore } = await import('react');
  return {
    useOutbox: () => outbox,
    useOutboxSnapshot: (of: OutboxAccess) => useSyncExternalStore(of.subscribe, of.snapshot),
  };
});

afterEach(() => vi.unstubAllGlobals());

const names: Record<string, string> = { ST_SASARAN: 'Sasaran', ST_VALID: 'Valid', ST_KELUAR: 'Keluar status' };

function mine(theirs: GridCell, value: number, rest: Partial<SaveItem> = {}): SaveItem {
  const { indicatorId, areaId } = theirs;
  return {
    id: `${indicatorId} ${areaId}`,
    kind: 'save',
    format: 1,
    userId: 'user-1',
    reportKey,
    typedAt: Date.parse('2023-09-01T03:30:00.000Z'),
    problem: { kind: 'conflict', theirs },
    areaId,
    indicatorId,
    label: {
      areaName: areaId,
      indicatorId,
      shortNameId: names[indicatorId] ?? '',
      shortNameEn: '',
      decimals: 0,
      unitId: '',
      unitEn: '',
    },
    change: { kind: 'number', value },
    baseVersion: 1,
    ...rest,
  };
}

const changed = gridCell('ST_SASARAN', '76.04.04', { value: 700, version: 2, enteredByName: 'Budi', note: 'Rekap RT' });
const fresh = gridCell('ST_VALID', '76.04.04', { value: 9, version: 1, enteredByName: null });
const onDesk = gridCell('ST_SASARAN', '76.04.06', { value: 344, version: 3, status: 'submitted' });
const verified = gridCell('ST_KELUAR', '76.04.06', {
  ...{ value: 57, version: 4, status: 'verified', verifiedKind: 'number', verifiedValue: 57, verifiedByName: 'Eka' },
});

const items = [
  mine(changed, 612, { change: { kind: 'number', value: 612, note: 'Hasil verval' } }),
  mine(fresh, 12, { baseVersion: 0 }),
  mine(onDesk, 350),
  mine(verified, 58),
];

function setUp(waiting: readonly SaveItem[] = items, grid: Partial<ReportGrid> = {}) {
  outbox = new StillOutbox(waiting);
  const held = { indicatorId: 'ST_SASARAN', areaId: '76.04.04', version: 1, kind: 'number', value: 600 };
  const server = fakeTrpc({ 'report.figuresAt': () => [held] });
  const cells = [changed, fresh, onDesk, verified];
  renderClient(<EntryWorkspace grid={reportGrid({ cells, ...grid })} badge={null} deadline={null} />);
  return { user: userEvent.setup({ delay: null }), server };
}

async function openDialog(user: ReturnType<typeof userEvent.setup>): Promise<HTMLElement> {
  await user.click(await screen.findByRole('button', { name: 'Pilih angkanya' }));
  return screen.findByRole('dialog', { name: 'Angka yang bentrok' });
}

const group = (dialog: HTMLElement, name: RegExp) => within(dialog).getByRole('group', { name });
const radio = (within_: HTMLElement, name: RegExp) => within(within_).getByRole('radio', { name });

describe('figures that two people changed', () => {
  it('are counted above the grid, and shown with who, when and what was there before', async () => {
    const { user, server } = setUp();
    expect(await screen.findByText('4 sel diubah orang lain sementara Anda mengisi.')).toBeInTheDocument();
    const dialog = await openDialog(user);

    const both = group(dialog, /^Sasaran · Polewali/);
    await waitFor(() => expect(both).toHaveAccessibleName('Sasaran · Polewali Sebelumnya: 600'));
    expect(radio(both, /^Punya saya/)).toHaveAccessibleName(
      /612 *diketik 1 Sep 2023 11\.30 WITA *Catatan: Hasil verval/,
    );
    expect(radio(both, /^Punya mereka/)).toHaveAccessibleName(/700 *Budi, 1 Sep 2023 12\.00 WITA *Catatan: Rekap RT/);
    expect(radio(both, /^Putuskan nanti/)).toBeChecked();
    // Empty when both began, and changed by somebody whose account is gone.
    expect(group(dialog, /^Valid · Polewali/)).toHaveAccessibleName('Valid · Polewali Sebelumnya: belum ada data');
    expect(radio(group(dialog, /^Valid · Polewali/), /^Punya mereka/)).toHaveAccessibleName(/seseorang/);
    expect(server.callsTo('report.figuresAt')).toEqual([
      {
        reportKey,
        cells: items
          .slice(0, 1)
          .concat(items.slice(2))
          .map(({ indicatorId, areaId }) => ({
            indicatorId,
            areaId,
            version: 1,
          })),
      },
    ]);
  });

  it('are settled cell by cell, all at once when it is said so, and the rest keeps waiting', async () => {
    const { user } = setUp();
    const dialog = await openDialog(user);
    const apply = () => within(dialog).getByRole('button', { name: /^Terapkan|^Belum ada/ });
    expect(apply()).toBeDisabled();
    await user.click(radio(group(dialog, /^Sasaran · Polewali/), /^Punya saya/));
    await user.click(radio(group(dialog, /^Valid · Polewali/), /^Punya mereka/));
    expect(within(dialog).getByRole('status')).toHaveTextContent('2 sel diputuskan nanti');
    expect(outbox.chosen).toEqual([]);
    await user.click(apply());
    expect(outbox.chosen).toEqual([
      [['ST_SASARAN 76.04.04'], 'mine'],
      [['ST_VALID 76.04.04'], 'theirs'],
    ]);
    const [first, second] = outbox.snapshot().items;
    expect(first).toMatchObject({ kind: 'save', problem: null, baseVersion: 2 });
    expect(second).toMatchObject({ kind: 'set_aside', problem: null });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByText('2 sel diubah orang lain sementara Anda mengisi.')).toBeInTheDocument();
  });

  it('offer only theirs where mine can no longer be written, and say why', async () => {
    const { user } = setUp();
    const dialog = await openDialog(user);
    const desk = group(dialog, /^Sasaran · Binuang/);
    expect(radio(desk, /^Punya saya/)).toBeDisabled();
    expect(desk).toHaveTextContent('Sel ini sudah diajukan');
    const passed = group(dialog, /^Keluar status · Binuang/);
    expect(radio(passed, /^Punya saya/)).toBeDisabled();
    expect(passed).toHaveTextContent('terverifikasi Eka');
    expect(passed).toHaveTextContent('Sel ini sudah diverifikasi');

    await user.click(within(dialog).getByRole('button', { name: 'Semua punya saya' }));
    expect(within(dialog).getByRole('button', { name: 'Terapkan 2 pilihan' })).toBeEnabled();
    await user.click(within(dialog).getByRole('button', { name: 'Semua punya mereka' }));
    await user.click(within(dialog).getByRole('button', { name: 'Terapkan 4 pilihan' }));
    expect(outbox.chosen).toEqual([[items.map(({ id }) => id), 'theirs']]);
    await waitFor(() => expect(screen.queryByText(/diubah orang lain/)).toBeNull());
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-cell', '0-0'));
  });

  it('are chosen with the keyboard alone', async () => {
    const { user } = setUp(items.slice(0, 1));
    const button = await screen.findByRole('button', { name: 'Pilih angkanya' });
    button.focus();
    await user.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', { name: 'Angka yang bentrok' });
    radio(dialog, /^Putuskan nanti/).focus();
    await user.keyboard('{ArrowUp}');
    expect(radio(dialog, /^Punya mereka/)).toBeChecked();
    await user.keyboard('{Enter}');
    expect(outbox.chosen).toEqual([[['ST_SASARAN 76.04.04'], 'theirs']]);
  });

  it('give nothing up when the dialog is cancelled, and the focus back', async () => {
    const { user } = setUp();
    const dialog = await openDialog(user);
    await user.click(within(dialog).getByRole('button', { name: 'Semua punya mereka' }));
    await user.click(within(dialog).getByRole('button', { name: 'Batal' }));
    expect(outbox.chosen).toEqual([]);
    await waitFor(() => expect(screen.getByRole('button', { name: 'Pilih angkanya' })).toHaveFocus());
  });
});

describe('why mine cannot be written', () => {
  const report = { ...reportGrid().report };
  const closed = (theirs: GridCell, change: SaveItem['change'], rest: Partial<typeof report> = {}) => {
    const item = mine(theirs, 0, { change });
    const save = { phase: 'conflict', change, theirs } as const;
    const cell = { key: `${theirs.indicatorId} ${theirs.areaId}`, server: theirs, save };
    const base = { indicatorId: theirs.indicatorId, areaId: theirs.areaId, areaName: '', state: 'number' } as const;
    const none = { rejected: undefined, note: null, source: null, reason: null, previous: undefined, comments: [] };
    return conflictsOf([{ ...cell, ...base, ...none, ...change }], [item], { ...report, ...rest })[0]?.closed;
  };
  const figure = { kind: 'number', value: 58 } as const;

  it.each([
    ['a draft', changed, figure, {}, null],
    ['a cell on the desk', onDesk, figure, {}, 'submitted'],
    ['a verified cell', verified, figure, {}, 'verified'],
    ['a verified cell, with a reason', verified, { ...figure, reason: 'Salah ketik' }, {}, null],
    ['a verified cell, with the figure that was verified', verified, { kind: 'number' as const, value: 57 }, {}, null],
    ['a draft behind the lock', changed, figure, { isLocked: true }, 'locked'],
    [
      'a draft of a returned report behind the lock',
      changed,
      figure,
      { isLocked: true, state: 'returned' as const },
      null,
    ],
  ])('%s', (_title, theirs, change, rest, reason) => {
    expect(closed(theirs, change, rest)).toBe(reason);
  });
});
