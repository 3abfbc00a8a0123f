// @vitest-environment jsdom
import { useQuery } from '@tanstack/react-query';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EntryWorkspace } from '#client/features/entry/entry-workspace.tsx';
import { deviceStore } from '#client/lib/device-store.ts';
import { closeOutbox } from '#client/lib/outbox/app-outbox.ts';
import { trpc } from '#client/lib/trpc.ts';
import { cellKey } from '#shared/report/summary.ts';
import {
  type GridCell,
  type ReportGrid,
  type SaveEntryInput,
  saveEntryInput,
  submitReportInput,
} from '#shared/report.ts';
import { allowSlowDom } from '#tests/support/dom-patience.ts';
import { FakeAppError, fakeTrpc } from '#tests/support/fake-trpc.ts';
import { freshDevice } from '#tests/support/fresh-device.ts';
import { renderClient } from '#tests/support/render-client.tsx';
import { gridCell, reportGrid, savedAnswer } from '#tests/support/report-grid.ts';

allowSlowDom();
freshDevice();

const { reportKey } = reportGrid().report;

function Page() {
  const { data } = useQuery(trpc.report.get.queryOptions({ reportKey }));
  return data ? <EntryWorkspace grid={data} badge={null} deadline={null} /> : null;
}

/** A report on a server that keeps what is saved; `intercept` can fail a save or answer otherwise. */
function setUp(
  start: ReportGrid,
  intercept?: (input: SaveEntryInput, cells: GridCell[]) => void,
  beforeSubmit?: () => void,
) {
  let cells = [...start.cells];
  const server = fakeTrpc({
    'report.get': () => ({ ...start, cells }),
    'report.saveEntry': (raw) => {
      const input = saveEntryInput.parse(raw);
      intercept?.(input, cells);
      const known = cells.find((cell) => cellKey(cell) === cellKey(input));
      if ((known?.version ?? 0) !== input.baseVersion) throw new FakeAppError('ENTRY_VERSION_CONFLICT');
      const { kind, value, reason = known?.reason ?? null } = input;
      const status = 'draft';
      const cell = gridCell(input.indicatorId, input.areaId, {
        ...known,
        kind,
        value,
        reason,
        status,
        version: input.baseVersion + 1,
      });
      cells = [...cells.filter((each) => each !== known), cell];
      return savedAnswer(start, cell);
    },
    'report.submit': () => {
      beforeSubmit?.();
      return {};
    },
  });
  const change = (cell: GridCell) => {
    cells = [...cells.filter((each) => cellKey(each) !== cellKey(cell)), cell];
  };
  renderClient(<Page />);
  const saves = () =>
    server.callsTo('report.saveEntry').map((input) => {
      const { indicatorId, areaId, kind, value } = saveEntryInput.parse(input);
      return [indicatorId, areaId, kind === 'number' ? value : kind];
    });
  return { server, saves, change, user: userEvent.setup({ delay: null }) };
}

async function cellAt(row: number, column: number): Promise<HTMLElement> {
  const grid = await screen.findByRole('grid');
  const cell = grid.querySelector<HTMLElement>(`[data-cell="${row}-${column}"]`);
  if (!cell) throw new Error(`no cell ${row}-${column}`);
  return cell;
}

const figureIn = (cell: HTMLElement) => cell.querySelector('[data-state]')?.textContent;

beforeEach(() => {
  window.localStorage.clear();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the entry grid', () => {
  it('takes the figures of two districts with the keyboard alone', async () => {
    const { user, saves } = setUp(reportGrid());
    (await cellAt(0, 0)).focus();
    await user.keyboard('1.612{Tab}588{Tab}402{Tab}0{Tab}12,5{Tab}');
    await user.keyboard('344{Tab}300{Tab}130{Tab}tb{Tab}-{Tab}');
    await waitFor(() => expect(saves()).toHaveLength(9));
    expect(saves()).toEqual([
      ['ST_SASARAN', '76.04.04', 1612],
      ['ST_VALID', '76.04.04', 588],
      ['ST_INTERVENSI', '76.04.04', 402],
      ['ST_KELUAR', '76.04.04', 0],
      ['HARGA', '76.04.04', 1250],
      ['ST_SASARAN', '76.04.06', 344],
      ['ST_VALID', '76.04.06', 300],
      ['ST_INTERVENSI', '76.04.06', 130],
      ['ST_KELUAR', '76.04.06', 'not_applicable'],
    ]);
    expect(figureIn(await cellAt(0, 0))).toBe('1.612');
    expect(figureIn(await cellAt(0, 3))).toBe('0');
    expect(figureIn(await cellAt(0, 4))).toBe('12,50');
    expect(figureIn(await cellAt(1, 3))).toBe('tidak berlaku');
    expect(figureIn(await cellAt(1, 4))).toBe('belum ada data');
    expect(await screen.findByText(/^Tersimpan \d\d\.\d\d WITA/)).toBeInTheDocument();
  });

  it('walks with arrows, Home and End, and goes down on Enter', async () => {
    const { user } = setUp(reportGrid());
    (await cellAt(0, 0)).focus();
    await user.keyboard('{ArrowRight}{ArrowDown}');
    expect(await cellAt(1, 1)).toHaveFocus();
    await user.keyboard('{Control>}{Home}{/Control}');
    expect(await cellAt(0, 0)).toHaveFocus();
    await user.keyboard('7{Enter}');
    expect(await cellAt(1, 0)).toHaveFocus();
    await user.keyboard('{End}{Home}');
    expect(await cellAt(1, 0)).toHaveFocus();
    const stops = (await screen.findByRole('grid')).querySelectorAll('[tabindex="0"]');
    expect(stops).toHaveLength(1);
  });

  it('lets people out: after Escape the Tab key leaves the grid', async () => {
    const { user } = setUp(reportGrid());
    (await cellAt(0, 0)).focus();
    await user.keyboard('{Tab}');
    expect(await cellAt(0, 1)).toHaveFocus();
    await user.keyboard('{Escape}');
    await user.tab({ shift: true });
    expect((await screen.findByRole('grid')).contains(document.activeElement)).toBe(false);
  });

  it('gives up what is being typed on Escape', async () => {
    const { user, saves } = setUp(reportGrid({ cells: [gridCell('ST_SASARAN', '76.04.04', { value: 612 })] }));
    (await cellAt(0, 0)).focus();
    await user.keyboard('9{Escape}');
    expect(figureIn(await cellAt(0, 0))).toBe('612');
    expect(await cellAt(0, 0)).toHaveFocus();
    expect(saves()).toEqual([]);
  });

  it('keeps a half-typed figure at the keystroke, without a warning, and brings it back to be finished', async () => {
    const { user, saves } = setUp(reportGrid());
    await user.click(await cellAt(0, 0));
    await user.keyboard('61');
    await waitFor(async () => expect(await (await deviceStore()).getAll('texts')).toMatchObject([{ text: '61' }]));
    const leaving = new Event('beforeunload', { cancelable: true });
    await waitFor(() => act(() => void window.dispatchEvent(leaving)));
    expect(leaving.defaultPrevented).toBe(false);
    expect(saves()).toEqual([]);
    closeOutbox('user-1');
    cleanup();
    setUp(reportGrid());
    const cell = await cellAt(0, 0);
    await waitFor(() => expect(cell.textContent).toContain('Belum selesai diketik'));
    expect(figureIn(cell)).toBe('61');
    expect(screen.getByRole('button', { name: /^Ajukan/ })).toHaveProperty('disabled', true);
  });

  it('asks where a number can be read in two ways, and takes the chosen one', async () => {
    const { user, saves } = setUp(reportGrid());
    (await cellAt(0, 4)).focus();
    await user.keyboard('1.612{Enter}');
    const cell = await cellAt(0, 4);
    const candidates = within(cell).getAllByRole('button');
    expect(candidates.map((each) => each.textContent)).toEqual(['1.612,00 persen', '1,61 persen (dibulatkan)']);
    expect(saves()).toEqual([]);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(saves()).toEqual([['HARGA', '76.04.04', 161200]]));
  });

  it('keeps in the cell what it cannot read, says why, and looks rejected until it is corrected', async () => {
    const { user, saves } = setUp(reportGrid());
    (await cellAt(0, 0)).focus();
    await user.keyboard('enam{Enter}');
    expect(screen.getByRole('textbox')).toHaveValue('enam');
    expect(screen.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true');
    expect(within(await cellAt(0, 0)).getByText(/Ini bukan angka/)).toBeInTheDocument();
    await user.click(await cellAt(2, 2));
    expect(figureIn(await cellAt(0, 0))).toBe('enam');
    expect(await cellAt(0, 0)).toHaveAttribute('aria-invalid', 'true');
    expect(screen.getByRole('button', { name: 'Ajukan' })).toBeDisabled();
    (await cellAt(0, 0)).focus();
    await user.keyboard('{F2}');
    expect(screen.getByRole('textbox')).toHaveValue('enam');
    await user.keyboard('612{Enter}');
    await waitFor(() => expect(saves()).toEqual([['ST_SASARAN', '76.04.04', 612]]));
  });

  it('says at the keystroke what the figure contradicts', async () => {
    const { user } = setUp(reportGrid({ cells: [gridCell('ST_SASARAN', '76.04.06', { value: 344 })] }));
    (await cellAt(1, 1)).focus();
    await user.keyboard('35');
    expect(within(await cellAt(1, 1)).queryByText(/melebihi/)).toBeNull();
    await user.keyboard('1');
    expect(within(await cellAt(1, 1)).getByText('melebihi Sasaran 344')).toBeInTheDocument();
  });

  it('undoes and repeats by saving again', async () => {
    const { user, saves } = setUp(reportGrid());
    (await cellAt(0, 0)).focus();
    await user.keyboard('612{Enter}');
    await user.keyboard('{Control>}z{/Control}');
    expect(figureIn(await cellAt(0, 0))).toBe('belum ada data');
    expect(await cellAt(0, 0)).toHaveFocus();
    await user.keyboard('{Control>}y{/Control}');
    expect(figureIn(await cellAt(0, 0))).toBe('612');
    await waitFor(() => expect(saves().map(([, , value]) => value)).toContain(612));
    await screen.findByText(/^Tersimpan/);
    expect(figureIn(await cellAt(0, 0))).toBe('612');
  });

  it('empties a cell on Delete: no data yet, not zero', async () => {
    const { user, saves } = setUp(reportGrid({ cells: [gridCell('ST_SASARAN', '76.04.04', { value: 612 })] }));
    (await cellAt(0, 0)).focus();
    await user.keyboard('{Delete}');
    await waitFor(() => expect(saves()).toEqual([['ST_SASARAN', '76.04.04', 'not_reported']]));
  });

  it('keeps the figure in the grid and on the device when the network is gone, and saves it on retry', async () => {
    let isDown = true;
    const { user } = setUp(reportGrid(), () => {
      if (isDown) throw new Error('no network');
    });
    (await cellAt(0, 0)).focus();
    await user.keyboard('612{Enter}');
    expect(await screen.findByText(/^1 sel menunggu jaringan/)).toBeInTheDocument();
    expect(figureIn(await cellAt(0, 0))).toBe('612');
    expect(await (await deviceStore()).getAll('outbox')).toMatchObject([{ reportKey, change: { value: 612 } }]);
    isDown = false;
    await user.click(screen.getByRole('button', { name: 'Coba lagi' }));
    expect(await screen.findByText(/^Tersimpan/)).toBeInTheDocument();
    await waitFor(async () => expect(await (await deviceStore()).getAll('outbox')).toEqual([]));
  });

  it('keeps a submission until the network is there, lets it be taken back, and changes nothing under it', async () => {
    let isDown = true;
    const cells = [gridCell('ST_SASARAN', '76.04.04', { value: 600 })];
    const { server, user } = setUp(reportGrid({ cells }), undefined, () => {
      if (isDown) throw new Error('no network');
    });
    await cellAt(0, 0);
    const submit = async () => {
      await user.click(await screen.findByRole('button', { name: 'Ajukan' }));
      const dialog = await screen.findByRole('dialog', { name: 'Ajukan laporan?' });
      await user.click(within(dialog).getByRole('checkbox'));
      await user.click(within(dialog).getByRole('button', { name: 'Ajukan laporan' }));
      return dialog;
    };
    const dialog = await submit();
    await within(dialog).findByText(/^Jaringan sedang tidak ada/);
    await user.click(within(dialog).getAllByRole('button', { name: 'Tutup' }).at(-1) ?? dialog);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await screen.findByText(/^Menunggu diajukan/);
    (await cellAt(0, 0)).focus();
    await user.keyboard('7{Enter}');
    expect(figureIn(await cellAt(0, 0))).toBe('600');
    await user.click(screen.getByRole('button', { name: 'Tarik pengajuan' }));
    await waitFor(() => expect(screen.queryByText(/^Menunggu diajukan/)).toBeNull());

    await submit();
    await screen.findByText(/^Menunggu diajukan/);
    isDown = false;
    window.dispatchEvent(new Event('online'));
    await waitFor(() => expect(screen.queryByText(/^Menunggu diajukan/)).toBeNull());
    await waitFor(async () => expect(await (await deviceStore()).getAll('outbox')).toEqual([]));
    const sent = server.callsTo('report.submit').map((input) => submitReportInput.parse(input));
    expect(new Set(sent.map(({ submissionId }) => submissionId)).size).toBe(2);
    expect(sent.every(({ acceptMissing, expectedVersion }) => acceptMissing && expectedVersion === 1)).toBe(true);
  });

  it('shows both figures when somebody else was faster, and writes only what is chosen', async () => {
    const { user, change, saves } = setUp(reportGrid({ cells: [gridCell('ST_SASARAN', '76.04.04', { value: 600 })] }));
    (await cellAt(0, 0)).focus();
    change(gridCell('ST_SASARAN', '76.04.04', { value: 650, version: 2, enteredByName: 'Ayu' }));
    await user.keyboard('612{Enter}');
    const cell = await cellAt(0, 0);
    expect(await within(cell).findByText(/Ayu mengubah sel ini/)).toBeInTheDocument();
    expect(figureIn(cell)).toBe('612');
    await user.click(within(cell).getByRole('button', { name: 'Punya mereka: 650' }));
    expect(figureIn(await cellAt(0, 0))).toBe('650');
    expect(saves()).toHaveLength(1);
  });

  it('asks for a reason where a cumulative figure fell, and carries it to the server', async () => {
    const { user, server } = setUp(reportGrid());
    (await cellAt(1, 2)).focus();
    await user.keyboard('118{Enter}');
    await user.click(within(await cellAt(1, 2)).getByRole('button', { name: /turun dari 126 \(Juli\): beri alasan/ }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByRole('textbox'), 'Data ganda dihapus');
    await user.click(within(dialog).getByRole('button', { name: 'Simpan alasan' }));
    await waitFor(() =>
      expect(server.callsTo('report.saveEntry').at(-1)).toMatchObject({ value: 118, reason: 'Data ganda dihapus' }),
    );
    await waitFor(async () =>
      expect(within(await cellAt(1, 2)).getByText('turun dari 126 (Juli)')).toBeInTheDocument(),
    );
  });

  it('asks why before a verified figure is corrected, and leaves it alone without an answer', async () => {
    const verified = { value: 612, status: 'verified', verifiedKind: 'number', verifiedValue: 612 } as const;
    const { user, saves } = setUp(
      reportGrid({
        report: {
          ...reportGrid().report,
          state: 'verified',
          verifiedByName: 'Sekretariat',
          verifiedAt: '2023-09-04T01:00:00Z',
        },
        cells: [gridCell('ST_SASARAN', '76.04.04', verified)],
      }),
    );
    (await cellAt(0, 0)).focus();
    await user.keyboard('6');
    expect(screen.queryByRole('textbox')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Koreksi angka' }));
    (await cellAt(0, 0)).focus();
    await user.keyboard('600{Enter}');
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('dari 612 menjadi 600');
    await user.click(within(dialog).getByRole('button', { name: 'Simpan koreksi' }));
    expect(dialog).toHaveTextContent('Tuliskan alasannya.');
    expect(saves()).toEqual([]);
    await user.type(within(dialog).getByRole('textbox'), 'Salah hitung');
    await user.click(within(dialog).getByRole('button', { name: 'Simpan koreksi' }));
    await waitFor(() => expect(saves()).toEqual([['ST_SASARAN', '76.04.04', 600]]));
    expect(await screen.findByText(/koreksi menunggu verifikasi; berlaku 612/)).toBeInTheDocument();
  });

  it('shows the verifier’s words at a returned cell and links what is missing to its cell', async () => {
    const cell = gridCell('ST_INTERVENSI', '76.04.13', { value: 71, status: 'returned' });
    const { user } = setUp(
      reportGrid({
        report: { ...reportGrid().report, state: 'returned' },
        cells: [cell],
        comments: [
          {
            id: 'c1',
            indicatorId: 'ST_INTERVENSI',
            areaId: '76.04.13',
            kind: 'return',
            text: 'beda dengan e-PPGBM (64)',
            actorId: 'x',
            actorName: 'Dinkes',
            at: '2023-09-04T01:00:00Z',
          },
        ],
      }),
    );
    expect(await cellAt(2, 2)).toHaveTextContent('“beda dengan e-PPGBM (64)” – Dinkes');
    await user.click(await screen.findByText('14 belum terisi'));
    await user.click(screen.getByRole('button', { name: 'Valid · Binuang' }));
    expect(await cellAt(1, 1)).toHaveFocus();
    (await cellAt(2, 2)).focus();
    await user.keyboard('64{Enter}');
    await waitFor(async () =>
      expect(await cellAt(2, 2)).toHaveTextContent('dikembalikan: “beda dengan e-PPGBM (64)” – diubah'),
    );
  });

  it('forgets a return once the cell was verified after it: a later correction owes it nothing', async () => {
    const comment = {
      id: 'c1',
      indicatorId: 'ST_INTERVENSI',
      areaId: '76.04.13',
      kind: 'return' as const,
      text: 'beda dengan e-PPGBM (64)',
      actorId: 'x',
      actorName: 'Dinkes',
      at: '2023-09-04T01:00:00Z',
    };
    const verifiedAt = '2023-09-06T01:00:00Z';
    setUp(
      reportGrid({
        cells: [gridCell('ST_INTERVENSI', '76.04.13', { value: 71, status: 'draft', verifiedAt })],
        comments: [comment],
      }),
    );
    expect(await cellAt(2, 2)).toHaveTextContent('71');
    expect(await cellAt(2, 2)).not.toHaveTextContent('beda dengan');
  });

  it('says in the totals how many cells they hold, and adds nothing that cannot be added', async () => {
    setUp(
      reportGrid({
        cells: [
          gridCell('ST_KELUAR', '76.04.04', { value: 57 }),
          gridCell('ST_KELUAR', '76.04.13', { value: 9 }),
          gridCell('HARGA', '76.04.04', { value: 250 }),
        ],
      }),
    );
    const footer = within(await screen.findByRole('grid'))
      .getAllByRole('rowgroup')
      .at(-1);
    expect(footer).toHaveTextContent('662 dari 3');
    expect(footer).toHaveTextContent('tidak dijumlahkan');
  });
});
