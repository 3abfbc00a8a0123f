// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EntryWorkspace } from '#client/features/entry/entry-workspace.tsx';
import type { ReportGrid } from '#shared/report.ts';
import { allowSlowDom } from '#tests/support/dom-patience.ts';
import { fakeTrpc } from '#tests/support/fake-trpc.ts';
import { freshDevice } from '#tests/support/fresh-device.ts';
import { renderClient } from '#tests/support/render-client.tsx';
import { gridCell, previousCell, reportGrid } from '#tests/support/report-grid.ts';

allowSlowDom();
freshDevice();

const base = reportGrid();
const submitted = { status: 'submitted', version: 2 } as const;

/** A submitted report on the verifier's desk. */
function onDesk(overrides: Partial<ReportGrid> = {}): ReportGrid {
  return reportGrid({
    report: {
      ...base.report,
      state: 'submitted',
      version: 7,
      submittedByName: 'Rahmat',
      submittedAt: '2023-09-04T02:00:00Z',
    },
    permissions: {
      ...base.permissions,
      canEdit: false,
      whyNotEdit: 'NOT_ALLOWED',
      canVerify: true,
      whyNotVerify: null,
    },
    cells: [
      gridCell('ST_SASARAN', '76.04.04', { value: 612, ...submitted }),
      gridCell('ST_VALID', '76.04.04', { value: 588, ...submitted }),
      gridCell('ST_INTERVENSI', '76.04.04', { value: 402, ...submitted }),
      gridCell('ST_INTERVENSI', '76.04.06', { value: 118, reason: 'Data ganda dihapus', ...submitted }),
      gridCell('ST_SASARAN', '76.04.13', { value: 97, ...submitted }),
    ],
    previousCells: [
      previousCell('ST_SASARAN', '76.04.04', 600),
      previousCell('ST_VALID', '76.04.04', 300),
      previousCell('ST_INTERVENSI', '76.04.04', 367),
      previousCell('ST_INTERVENSI', '76.04.06', 126),
    ],
    ...overrides,
  });
}

async function setUp(grid: ReportGrid) {
  const { counters, state, hasPendingCorrections, version } = grid.report;
  const report = { counters, state, hasPendingCorrections, version: version + 1 };
  const server = fakeTrpc({
    'report.verifyCells': () => ({ report, verified: 2, left: [] }),
    'report.verifyAll': () => ({ report, verified: 2, left: [] }),
    'report.returnCells': () => ({ report, returned: 1 }),
  });
  renderClient(<EntryWorkspace grid={grid} badge={null} deadline={null} />, { role: 'secretariat' });
  // What a verifier decides with comes a moment after the grid.
  if (grid.permissions.canVerify) await screen.findByRole('region', { name: 'Keputusan verifikasi' });
  return { server, user: userEvent.setup({ delay: null }) };
}

function cellOf(key: string): HTMLElement {
  const cell = screen.getByRole('grid').querySelector<HTMLElement>(`[data-key="${key}"]`);
  if (!cell) throw new Error(`no cell ${key}`);
  return cell;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a report under review', () => {
  it('cannot be typed in, and shows rows with findings first', async () => {
    const { user } = await setUp(onDesk());
    const [first] = within(screen.getByRole('grid')).getAllByRole('rowheader');
    expect(first).toHaveTextContent('Binuang');
    cellOf('ST_SASARAN 76.04.04').focus();
    await user.keyboard('5');
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('says how far each figure moved, in amount and in per cent', async () => {
    await setUp(onDesk());
    expect(cellOf('ST_SASARAN 76.04.04')).toHaveTextContent('Jul 600 (+12; +2,0 %)');
  });

  it('verifies what the keyboard selected, with the versions that were seen', async () => {
    const { user, server } = await setUp(onDesk());
    cellOf('ST_SASARAN 76.04.04').focus();
    await user.keyboard(' {Shift>}{ArrowRight}{/Shift}');
    expect(screen.getByText('2 sel dipilih')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Verifikasi' }));
    await waitFor(() => expect(server.callsTo('report.verifyCells')).toHaveLength(1));
    expect(server.callsTo('report.verifyCells')[0]).toEqual({
      reportKey: base.report.reportKey,
      cells: [
        { indicatorId: 'ST_SASARAN', areaId: '76.04.04', version: 2 },
        { indicatorId: 'ST_VALID', areaId: '76.04.04', version: 2 },
      ],
    });
  });

  it('selects only what waits for a decision', async () => {
    const { user } = await setUp(onDesk());
    cellOf('ST_KELUAR 76.04.04').focus();
    await user.keyboard(' ');
    expect(screen.getByText('Pilih sel yang akan diverifikasi atau dikembalikan.')).toBeInTheDocument();
    await user.keyboard('{Control>}a{/Control}');
    expect(screen.getByText('5 sel dipilih')).toBeInTheDocument();
  });

  it('returns a cell only with a reason', async () => {
    const { user, server } = await setUp(onDesk());
    await user.click(within(cellOf('ST_INTERVENSI 76.04.06')).getByRole('checkbox'));
    await user.click(screen.getByRole('button', { name: 'Kembalikan…' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Kembalikan 1 sel' }));
    expect(dialog).toHaveTextContent('Setiap sel memerlukan alasan.');
    expect(server.callsTo('report.returnCells')).toEqual([]);
    await user.type(within(dialog).getByRole('textbox'), 'beda dengan e-PPGBM (64)');
    await user.click(within(dialog).getByRole('button', { name: 'Kembalikan 1 sel' }));
    await waitFor(() =>
      expect(server.callsTo('report.returnCells')).toEqual([
        {
          reportKey: base.report.reportKey,
          cells: [{ indicatorId: 'ST_INTERVENSI', areaId: '76.04.06', version: 2, reason: 'beda dengan e-PPGBM (64)' }],
        },
      ]),
    );
  });

  it('says before a bulk verification what will pass, what will not, and why', async () => {
    const { user, server } = await setUp(onDesk());
    await user.click(screen.getByRole('button', { name: 'Verifikasi semua yang wajar' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('2 sel akan diverifikasi.');
    expect(dialog).toHaveTextContent('Valid · Polewali: berubah lebih dari 20 %');
    expect(dialog).toHaveTextContent('Diintervensi · Binuang: turun dari 126 (Juli)');
    expect(dialog).toHaveTextContent('Sasaran · Anreapi: belum ada angka bulan lalu');
    await user.click(within(dialog).getByRole('button', { name: 'Verifikasi 2 sel' }));
    await waitFor(() =>
      expect(server.callsTo('report.verifyAll')).toEqual([{ reportKey: base.report.reportKey, expectedVersion: 7 }]),
    );
  });

  it('shows the reason that the focal point gave beside the finding', async () => {
    await setUp(onDesk());
    expect(screen.getByText('Alasan pengisi: Data ganda dihapus')).toBeInTheDocument();
  });

  it('tells the verifier of the same agency why somebody else must decide', async () => {
    await setUp(
      onDesk({
        permissions: { ...base.permissions, canEdit: false, canVerify: false, whyNotVerify: 'REPORT_OWN_AGENCY' },
      }),
    );
    expect(screen.getByText(/Mintalah verifikator dari OPD lain/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Verifikasi' })).toBeNull();
  });
});
