// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { OriginContent } from '#client/features/origin/origin-content.tsx';
import { OriginProvider } from '#client/features/origin/origin-provider.tsx';
import { FigureNumber } from '#client/lib/figure-number.tsx';
import { originAddress, parseOriginAddress } from '#client/lib/origin-context.ts';
import type { OriginAnswer, OriginCell } from '#shared/origin.ts';
import { fakeTrpc } from '#tests/support/fake-trpc.ts';
import { area, figure, indicator, majene, month, origin } from '#tests/support/figure-answers.ts';
import { renderClient } from '#tests/support/render-client.tsx';

afterEach(() => vi.unstubAllGlobals());

const noted = { name: 'Sitti Aminah', at: '2023-09-04T02:12:00.000Z' };
const unnamed = { name: null, at: '2023-09-04T02:12:00.000Z' };

function cell(overrides: Partial<OriginCell> = {}): OriginCell {
  return {
    areaId: '76.05.01',
    current: { kind: 'number', value: 148, status: 'verified', version: 3 },
    verified: { kind: 'number', value: 148 },
    agency: { id: 'biro-umum', abbr: 'Biro Umum', name: 'Biro Umum Setda' },
    cutOff: { label: null, date: '2023-08-31' },
    entered: noted,
    verifiedBy: { name: 'Rahmat', at: '2023-09-06T01:00:00.000Z' },
    source: 'Puskesmas',
    note: null,
    reason: null,
    isSample: false,
    revisions: [
      {
        version: 2,
        action: 'corrected',
        from: { kind: 'number', value: 140 },
        to: { kind: 'number', value: 148 },
        reason: 'Salah ketik',
        note: null,
        by: noted,
      },
    ],
    thread: [{ kind: 'return', text: 'Mohon cek ulang', by: { name: 'Rahmat', at: '2023-09-05T01:00:00.000Z' } }],
    restatements: [
      {
        from: { kind: 'number', value: 140 },
        to: { kind: 'number', value: 148 },
        reason: 'Data puskesmas terlambat',
        by: noted,
        provinceBefore: 9077,
        provinceAfter: 9085,
      },
    ],
    ...overrides,
  };
}

const show = (answer: OriginAnswer) =>
  renderClient(<OriginContent origin={answer} onPage={() => undefined} gatherParts={async () => []} />);

describe('the origin of a number', () => {
  it('says how a sum is made and what is not in it', () => {
    show(origin());
    expect(
      screen.getByText('Penjumlahan 58 dari 69 kecamatan. 11 kecamatan belum ada angkanya dan tidak ikut dijumlahkan.'),
    ).toBeInTheDocument();
    expect(screen.getByText('58 dari 69 kecamatan')).toBeInTheDocument();
    expect(screen.getByText('Laporan bulanan OPD')).toBeInTheDocument();
  });

  it('says that nothing is held rather than showing a zero', () => {
    show(origin({ method: null, figure: null }));
    expect(screen.getByText('belum ada data')).toBeInTheDocument();
    expect(screen.getByText(/Yang kosong tetap kosong/)).toBeInTheDocument();
  });

  it('tells staff who entered, corrected, returned and verified, in the province’s time', () => {
    show(origin({ method: 'cell', figure: figure({ expected: 1, value: 148 }), cell: cell() }));
    expect(screen.getAllByText('Sitti Aminah, 4 Sep 2023 10.12 WITA')).toHaveLength(3);
    expect(screen.getByText('Rahmat, 6 Sep 2023 09.00 WITA')).toBeInTheDocument();
    expect(screen.getAllByText('140 → 148')).toHaveLength(2);
    expect(screen.getByText('Mohon cek ulang')).toBeInTheDocument();
    expect(screen.getByText('Jumlah provinsi: 9.077 → 9.085')).toBeInTheDocument();
  });

  it('tells the public the agency and the time, no person and nothing unverified', () => {
    const open = cell({
      current: null,
      entered: unnamed,
      verifiedBy: unnamed,
      revisions: [],
      thread: [],
      restatements: [],
    });
    const { container } = show(origin({ method: 'cell', cell: open }));
    expect(screen.getByText('Biro Umum Setda (Biro Umum)')).toBeInTheDocument();
    expect(screen.getAllByText('4 Sep 2023 10.12 WITA')).toHaveLength(2);
    expect(container.textContent).not.toContain('Sitti');
    expect(screen.queryByText('Riwayat perubahan')).toBeNull();
    expect(screen.queryByText('Percakapan')).toBeNull();
  });

  it('warns where what was entered last is not what was verified', () => {
    const changed = cell({ current: { kind: 'not_reported', value: null, status: 'submitted', version: 4 } });
    show(origin({ method: 'cell', cell: changed }));
    expect(
      screen.getByText('Isian terakhir (tidak dilaporkan) berbeda dari yang terverifikasi (148).'),
    ).toBeInTheDocument();
  });

  it('lists areas without a figure beside those with one', () => {
    const items = [
      { area: majene, figure: figure({ areaId: '76.05', value: 900, held: 8, expected: 8 }), notApplicable: false },
      { area: area({ id: '76.03', name: 'Mamasa' }), figure: null, notApplicable: false },
      { area: area({ id: '76.01', name: 'Pasangkayu' }), figure: null, notApplicable: true },
    ];
    show(origin({ parts: { total: 3, offset: 0, items } }));
    expect(screen.getByRole('row', { name: /Majene 900.* 8 dari 8 kecamatan/ })).toBeInTheDocument();
    expect(screen.getByRole('row', { name: /Mamasa belum ada data/ })).toBeInTheDocument();
    expect(screen.getByRole('row', { name: /Pasangkayu tidak berlaku/ })).toBeInTheDocument();
  });

  it('pages through many areas', async () => {
    const onPage = vi.fn();
    const items = [{ area: majene, figure: null, notApplicable: false }];
    renderClient(
      <OriginContent
        origin={origin({ parts: { total: 7277, offset: 100, items } })}
        onPage={onPage}
        gatherParts={async () => []}
      />,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Berikutnya' }));
    await userEvent.click(screen.getByRole('button', { name: 'Sebelumnya' }));
    expect(onPage.mock.calls).toEqual([[200], [0]]);
  });

  it('shows every published figure for the same thing', () => {
    const print = { seriesId: 'a', seriesNameId: 'Buku satgas', seriesNameEn: 'Book' };
    show(
      origin({
        published: [
          { ...figure({ basis: 'published', value: 1054, source: 'Buku', confidence: 'H' }), ...print },
          {
            ...figure({ basis: 'published', value: 1024, source: 'Berita', confidence: 'L' }),
            ...print,
            seriesId: 'b',
          },
        ],
      }),
    );
    expect(screen.getByText('1.054 anak')).toBeInTheDocument();
    expect(screen.getByText('1.024 anak')).toBeInTheDocument();
    expect(screen.getByText(/2 sumber\. Semuanya ditampilkan/)).toBeInTheDocument();
    expect(screen.getByText(/Rendah: sumber lemah/)).toBeInTheDocument();
  });
});

describe('the drawer', () => {
  it('opens from a number, asks for the scope of the page, and gives the keyboard back', async () => {
    const { callsTo } = fakeTrpc({ 'origin.get': () => origin() });
    renderClient(
      <OriginProvider>
        <FigureNumber figure={figure()} indicator={indicator()} />
      </OriginProvider>,
      { role: 'secretariat', address: '/?data=sementara' },
    );
    const number = screen.getByRole('button', { name: '9.085, dari mana angka ini?' });
    await userEvent.click(number);
    const drawer = await screen.findByRole('dialog', { name: 'Dari mana angka ini?' });
    expect(await within(drawer).findByText(/Penjumlahan 58 dari 69/)).toBeInTheDocument();
    expect(callsTo('origin.get')).toEqual([
      { indicatorId: 'ST_INTERVENSI', areaId: '76', month, scope: 'provisional', offset: 0 },
    ]);
    await userEvent.click(within(drawer).getByRole('button', { name: 'Tutup' }));
    await waitFor(() => expect(number).toHaveFocus());
  });

  it('opens by itself at a shared address', async () => {
    fakeTrpc({ 'origin.get': () => origin() });
    renderClient(<OriginProvider>{null}</OriginProvider>, { address: '/?asal=ST_INTERVENSI.76.2023-08' });
    expect(await screen.findByText('Anak stunting yang diintervensi')).toBeInTheDocument();
  });
});

describe('the address of an origin', () => {
  it('is read back as it was written, for areas of every level', () => {
    for (const areaId of ['ID', '76', '76.05', '76.05.01', '76.05.01.2003']) {
      const key = { indicatorId: 'KE_P3KE_KK', areaId, month };
      expect(parseOriginAddress(originAddress(key))).toEqual(key);
    }
  });

  it.each([null, '', 'ST_INTERVENSI', 'ST_INTERVENSI.76', 'ST_INTERVENSI.76.2023-13', '<b>.76.2023-08'])(
    'is nothing when it is %s',
    (text) => {
      expect(parseOriginAddress(text)).toBeUndefined();
    },
  );
});
