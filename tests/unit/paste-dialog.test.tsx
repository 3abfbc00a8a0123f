// @vitest-environment jsdom
import { useQuery } from '@tanstack/react-query';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EntryWorkspace } from '#client/features/entry/entry-workspace.tsx';
import { trpc } from '#client/lib/trpc.ts';
import { cellKey } from '#shared/report/summary.ts';
import { type ReportGrid, saveEntryInput } from '#shared/report.ts';
import { clipboardOf, excelHtml, libreOfficeHtml } from '#tests/support/clipboard.ts';
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

function setUp(start: ReportGrid = reportGrid()) {
  let cells = [...start.cells];
  const server = fakeTrpc({
    'report.get': () => ({ ...start, cells }),
    'report.saveEntry': (raw) => {
      const input = saveEntryInput.parse(raw);
      const known = cells.find((cell) => cellKey(cell) === cellKey(input));
      if ((known?.version ?? 0) !== input.baseVersion) throw new FakeAppError('ENTRY_VERSION_CONFLICT');
      const { kind, value, reason = null } = input;
      const changed = { kind, value, reason, status: 'draft', version: input.baseVersion + 1 } as const;
      const cell = gridCell(input.indicatorId, input.areaId, { ...known, ...changed });
      cells = [...cells.filter((each) => each !== known), cell];
      return savedAnswer(start, cell);
    },
  });
  renderClient(<Page />);
  const saves = () =>
    server.callsTo('report.saveEntry').map((input) => {
      const { indicatorId, areaId, kind, value, reason } = saveEntryInput.parse(input);
      return [areaId, indicatorId, kind === 'number' ? value : kind, ...(reason ? [reason] : [])].join(' ');
    });
  return { saves, user: userEvent.setup({ delay: null }) };
}

async function cellAt(row: number, column: number): Promise<HTMLElement> {
  const grid = await screen.findByRole('grid');
  const cell = grid.querySelector<HTMLElement>(`[data-cell="${row}-${column}"]`);
  if (!cell) throw new Error(`no cell ${row}-${column}`);
  return cell;
}

async function pasteAt(row: number, column: number, content: { html?: string; text: string }): Promise<HTMLElement> {
  const cell = await cellAt(row, column);
  cell.focus();
  fireEvent.paste(cell, { clipboardData: clipboardOf(content) });
  const dialog = await screen.findByRole('dialog', { name: 'Tempel dari Excel' });
  await within(dialog).findByRole('status');
  return dialog;
}

/** The rows of the preview: cell, now, from the sheet, read as. */
function preview(dialog: HTMLElement): string[] {
  const [, ...rows] = within(within(dialog).getByRole('table')).getAllByRole('row');
  return rows.map((row) => [...row.children].map((cell) => cell.textContent).join(' | '));
}

const button = (dialog: HTMLElement, name: string | RegExp) => within(dialog).getByRole('button', { name });

beforeEach(() => window.localStorage.clear());
afterEach(() => {
  vi.unstubAllGlobals();
});

const tsv = 'Kecamatan\tKeluar status\tSasaran\nBinuang\t9\t1.612\nPolewali\t57\t612\nJumlah\t66\t2.224';

describe('a pasted block', () => {
  it('is shown before anything is saved, and saved as one step of undo', async () => {
    const { saves, user } = setUp(reportGrid({ cells: [gridCell('ST_SASARAN', '76.04.04', { value: 600 })] }));
    const dialog = await pasteAt(2, 2, { text: tsv });
    expect(preview(dialog)).toEqual([
      'Keluar status · Binuang | belum ada data | 9 | 9',
      'Sasaran · Binuang | belum ada data | 1.612 | 1.612',
      'Keluar status · Polewali | belum ada data | 57 | 57',
      'Sasaran · Polewali | 600 | 612 | 612',
    ]);
    expect(within(dialog).getByText(/1 baris jumlah tidak diambil: baris 4 “Jumlah”/)).toBeInTheDocument();
    expect(saves()).toEqual([]);

    await user.click(button(dialog, 'Pakai 4 sel'));
    await waitFor(() => expect(saves()).toHaveLength(4));
    expect(saves()).toEqual([
      '76.04.06 ST_KELUAR 9',
      '76.04.06 ST_SASARAN 1612',
      '76.04.04 ST_KELUAR 57',
      '76.04.04 ST_SASARAN 612',
    ]);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await screen.findByText(/^Tersimpan \d\d\.\d\d WITA/);

    await user.click(screen.getByRole('button', { name: 'Urungkan' }));
    await waitFor(() => expect(saves()).toHaveLength(8));
    expect(saves().slice(4)).toEqual([
      '76.04.06 ST_KELUAR not_reported',
      '76.04.06 ST_SASARAN not_reported',
      '76.04.04 ST_KELUAR not_reported',
      '76.04.04 ST_SASARAN 600',
    ]);
    expect(screen.getByRole('button', { name: 'Urungkan' })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Ulangi' }));
    await waitFor(() => expect(saves()).toHaveLength(12));
  });

  it('changes nothing when it is cancelled, and gives the focus back to the cell', async () => {
    const { saves, user } = setUp();
    const dialog = await pasteAt(0, 0, { text: '612\t588' });
    await user.click(button(dialog, 'Batal'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(async () => expect(await cellAt(0, 0)).toHaveFocus());
    expect(saves()).toEqual([]);
    expect(screen.getByRole('button', { name: 'Urungkan' })).toBeDisabled();
  });

  it('asks once about what can be two things, with what each answer makes of it', async () => {
    const { saves, user } = setUp();
    const dialog = await pasteAt(0, 4, { text: '1.612\n2.500\n-' });
    expect(within(dialog).getByRole('status')).toHaveTextContent('0 sel akan berubah2 pertanyaan perlu dijawab');
    expect(button(dialog, 'Pakai 0 sel')).toBeDisabled();
    const sign = within(dialog).getByRole('radiogroup', {
      name: 'Tanda titik pada “1.612”: pemisah ribuan atau tanda desimal?',
    });
    expect(within(sign).getAllByRole('radio')).toHaveLength(3);
    expect(within(sign).queryByRole('radio', { checked: true })).toBeNull();
    await user.click(within(sign).getByRole('radio', { name: '1.612,00 persen – pemisah ribuan' }));
    expect(within(dialog).getByText('1 sel belum terjawab dan tidak ikut dipakai.')).toBeInTheDocument();
    await user.click(within(dialog).getByRole('radio', { name: 'belum ada data' }));
    expect(within(dialog).getByRole('status')).toHaveTextContent('2 sel akan berubah1 sel sudah sama');
    await user.click(button(dialog, 'Pakai 2 sel'));
    await waitFor(() => expect(saves()).toEqual(['76.04.04 HARGA 161200', '76.04.06 HARGA 250000']));
  });

  it('says at each cell what the rules find, with the other pasted figures', async () => {
    setUp();
    const dialog = await pasteAt(1, 0, { text: '344\t351\t118' });
    expect(preview(dialog)).toEqual([
      'Sasaran · Binuang | belum ada data | 344 | 344',
      'Valid · Binuang | belum ada data | 351 | 351melebihi Sasaran 344',
      'Diintervensi · Binuang | belum ada data | 118 | 118turun dari 126 (Juli): beri alasan',
    ]);
  });

  it('leaves out what cannot be read and what is locked, with a sentence each', async () => {
    const { saves, user } = setUp(
      reportGrid({
        cells: [
          gridCell('ST_SASARAN', '76.04.04', { value: 600, status: 'submitted' }),
          gridCell('ST_VALID', '76.04.04', { value: 588, status: 'submitted' }),
        ],
      }),
    );
    const dialog = await pasteAt(0, 0, { text: '612\t588\t12¹\t(5)\t#REF!\n344' });
    const notes = within(within(dialog).getByRole('region', { name: 'Tidak ikut, dan yang perlu diketahui' }));
    expect(notes.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Diintervensi · Polewali: “12¹” bukan angka.',
      'Keluar status · Polewali: “(5)” tidak boleh kurang dari nol.',
      'Harga · Polewali: “#REF!” rumus atau kesalahan rumus, bukan hasilnya.',
      '1 sel sudah diajukan dan terkunci sampai diverifikasi atau dikembalikan: Sasaran · Polewali.',
    ]);
    await user.click(button(dialog, 'Pakai 1 sel'));
    await waitFor(() => expect(saves()).toEqual(['76.04.06 ST_SASARAN 344']));
  });

  it('asks for a reason before it corrects verified figures, and gives it to these alone', async () => {
    const verified = { status: 'verified', value: 600, verifiedKind: 'number', verifiedValue: 600 } as const;
    const { saves, user } = setUp(reportGrid({ cells: [gridCell('ST_SASARAN', '76.04.04', verified)] }));
    const dialog = await pasteAt(0, 0, { text: '612\t588' });
    await user.click(button(dialog, 'Pakai 2 sel'));
    expect(within(dialog).getByText('Tuliskan alasannya.')).toBeInTheDocument();
    expect(saves()).toEqual([]);
    await user.type(within(dialog).getByLabelText(/^Alasan koreksi/), 'Hasil verval ulang');
    await user.click(button(dialog, 'Pakai 2 sel'));
    await waitFor(() =>
      expect(saves()).toEqual(['76.04.04 ST_SASARAN 612 Hasil verval ulang', '76.04.04 ST_VALID 588']),
    );
  });
});

describe('from a real spreadsheet', () => {
  it('Excel: numbers by its signs, texts with a question', async () => {
    setUp();
    const html = excelHtml(` <tr height=20><td>Kecamatan</td><td>Harga</td><td>Sasaran</td></tr>
 <tr height=20><td>Polewali</td><td class=xl65 align=right>1.612</td><td class=xl65 align=right>1.612</td></tr>
 <tr height=20><td>Kec. Binuang</td><td class=xl66>1.612</td><td class=xl66>16,377</td></tr>`);
    const dialog = await pasteAt(0, 0, { html, text: 'Kecamatan\tHarga\tSasaran' });
    expect(preview(dialog).toSorted()).toEqual([
      'Harga · Binuang | belum ada data | 1.612 | 1.612,00',
      'Harga · Polewali | belum ada data | 1.612 | 1.612,00',
      'Sasaran · Binuang | belum ada data | 16,377 | menunggu jawaban',
      'Sasaran · Polewali | belum ada data | 1.612 | 1.612',
    ]);
  });

  it('LibreOffice: the numbers behind the texts', async () => {
    setUp();
    const html =
      libreOfficeHtml(`<tr><td align="left">Polewali</td><td align="right" sdval="1612" sdnum="1057;0;#,##0">1.612</td><td align="right" sdval="0" sdnum="1057;0;#,##0;-#,##0;&quot;-&quot;">-</td></tr>
<tr><td align="left">Tubbi Taramanu</td><td align="right" sdval="12" sdnum="1057;">12</td><td></td></tr>
<tr><td align="left">Anreapi</td><td align="right" sdval="16.377" sdnum="1033;">16.377</td><td align="left">nihil</td></tr>`);
    const dialog = await pasteAt(0, 0, { html, text: 'Polewali\t1.612\t-' });
    expect(preview(dialog)).toEqual([
      'Valid · Anreapi | belum ada data | nihil | menunggu jawaban',
      'Sasaran · Polewali | belum ada data | 1.612 | 1.612',
      'Valid · Polewali | belum ada data | - | 0',
    ]);
    expect(
      within(dialog).getByText('Sasaran · Anreapi: “16.377” desimalnya terlalu banyak untuk kolom ini.'),
    ).toBeInTheDocument();
    expect(within(dialog).getByText(/1 baris tidak dikenali wilayahnya: baris 2 “Tubbi Taramanu”/)).toBeInTheDocument();
  });
});

describe('other ways to paste', () => {
  it('one figure at a cell is typed there, and asks there', async () => {
    const { saves, user } = setUp();
    const cell = await cellAt(0, 0);
    cell.focus();
    fireEvent.paste(cell, { clipboardData: clipboardOf({ text: '1.612\r\n' }) });
    expect(within(await cellAt(0, 0)).getByRole('textbox')).toHaveValue('1.612');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(saves()).toEqual(['76.04.04 ST_SASARAN 1612']));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('a button leads to a field to paste into', async () => {
    const { saves, user } = setUp();
    await user.click(await screen.findByRole('button', { name: 'Tempel dari Excel' }));
    const dialog = await screen.findByRole('dialog', { name: 'Tempel dari Excel' });
    fireEvent.paste(within(dialog).getByLabelText('Tempel di sini'), { clipboardData: clipboardOf({ text: tsv }) });
    await user.click(await within(dialog).findByRole('button', { name: 'Pakai 4 sel' }));
    await waitFor(() => expect(saves()).toHaveLength(4));
  });

  it('where nothing can be typed, it is said', async () => {
    const grid = reportGrid();
    const permissions = { ...grid.permissions, canEdit: false, whyNotEdit: 'NOT_ALLOWED' } as const;
    setUp({ ...grid, permissions });
    const cell = await cellAt(0, 0);
    cell.focus();
    fireEvent.paste(cell, { clipboardData: clipboardOf({ text: '1\t2' }) });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.queryByRole('button', { name: 'Tempel dari Excel' })).toBeNull();
  });
});
