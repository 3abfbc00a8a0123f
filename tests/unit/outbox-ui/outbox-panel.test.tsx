// @vitest-environment jsdom
import { notifications } from '@mantine/notifications';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OutboxPanel } from '#client/features/outbox/outbox-panel.tsx';
import { Overlays } from '#client/lib/overlays.tsx';
import { allowSlowDom } from '#tests/support/dom-patience.ts';
import { FakeOutbox } from '#tests/support/fake-outbox.ts';
import {
  keptText,
  reachedLabel,
  refused,
  reportKey,
  saveItem,
  submitItem,
  theirCell,
} from '#tests/support/outbox-fixtures.ts';
import { renderClient } from '#tests/support/render-client.tsx';

allowSlowDom();

/** The server is away, but for its clock. */
let serverTime: (() => number) | undefined;

beforeEach(() => {
  serverTime = undefined;
  vi.stubGlobal('fetch', async (address: string) => {
    if (address !== '/healthz' || !serverTime) throw new TypeError('Failed to fetch');
    return new Response(null, { headers: { date: new Date(serverTime()).toUTCString() } });
  });
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:file', revokeObjectURL: () => undefined }));
});

afterEach(() => {
  vi.unstubAllGlobals();
  // They outlive the page, and only four are shown at once.
  notifications.clean();
});

function show(outbox: FakeOutbox, onClose = () => undefined) {
  return renderClient(
    <>
      <Overlays />
      <OutboxPanel outbox={outbox} onClose={onClose} />
    </>,
  );
}

/** The entry that a sentence stands in. */
const rowOf = (text: string | RegExp) => {
  const row = screen.getByText(text).closest('li');
  if (!row) throw new Error(`${text} stands in no row`);
  return within(row);
};

describe('the list of unsent entries', () => {
  it('names report, cell, figure with its unit, state and when it was typed', async () => {
    const outbox = new FakeOutbox({ items: [saveItem()], state: 'waiting' });
    show(outbox);
    const group = await screen.findByRole('region', { name: 'Stunting · Agustus 2023 · Biro Hukum' });
    expect(within(group).getByRole('link', { name: /^Stunting/ })).toHaveAttribute('href', `/pelaporan/${reportKey}`);
    const row = rowOf('Diintervensi · Polewali');
    expect(row.getByText('1.402 anak')).toBeInTheDocument();
    expect(row.getByText('Menunggu jaringan')).toBeInTheDocument();
    expect(row.getByText('diketik 4 Sep 2023 10.12 WITA')).toBeInTheDocument();
    expect(screen.getByText('1 menunggu jaringan')).toBeInTheDocument();
  });

  it('writes decimals, and words where there is no figure', async () => {
    const percent = { ...reachedLabel, areaName: 'Majene', decimals: 2, unitId: '%' };
    show(
      new FakeOutbox({
        items: [
          saveItem({ label: percent, change: { kind: 'number', value: 3540 } }),
          saveItem({ change: { kind: 'not_applicable', value: null } }),
        ],
      }),
    );
    expect(await screen.findByText('35,40 %')).toBeInTheDocument();
    expect(screen.getByText('tidak berlaku')).toBeInTheDocument();
  });

  it.each([
    ['ENTRY_SUBMITTED', /Mintalah verifikator mengembalikan sel ini/],
    ['REPORT_LOCKED', /Mintalah sekretariat memperpanjang tenggat/],
    ['ENTRY_CELL_NOT_YOURS', /sekarang tanggung jawab OPD lain/],
    ['ENTRY_REASON_REQUIRED', /memerlukan alasan/],
    ['BAD_INPUT', /Isian ini tetap tersimpan di sini/],
  ])('says of %s what can be done, and lets it be sent again', async (code, sentence) => {
    const item = saveItem({ problem: refused(code) });
    const outbox = new FakeOutbox({ items: [item] });
    show(outbox);
    await screen.findByText(sentence);
    const row = rowOf(sentence);
    expect(row.getByText('Ditolak')).toBeInTheDocument();
    expect(row.getByRole('link', { name: 'Buka sel' })).toHaveAttribute(
      'href',
      `/pelaporan/${reportKey}#sel=ST_INTERVENSI%2076.04.04`,
    );
    await userEvent.click(row.getByRole('button', { name: 'Kirim lagi' }));
    expect(outbox.retry).toHaveBeenCalledWith([item.id]);
  });

  it('shows both figures of a conflict, whose and when, and takes the choice', async () => {
    const item = saveItem({ problem: { kind: 'conflict', theirs: theirCell() } });
    const outbox = new FakeOutbox({ items: [item] });
    show(outbox);
    expect(await screen.findByText(/Sitti Aminah mengubah sel ini 4 Sep 2023 11.00 WITA/)).toBeInTheDocument();
    const choice = screen.getByRole('group', { name: 'Pilihan untuk Diintervensi · Polewali' });
    expect(within(choice).getByRole('button', { name: /Punya saya\s*1\.402 anak/ })).toBeInTheDocument();
    await userEvent.click(within(choice).getByRole('button', { name: /Punya mereka\s*398 anak/ }));
    expect(outbox.resolveConflicts).toHaveBeenCalledWith([item.id], 'theirs');
    // One conflict is chosen in its own row.
    expect(screen.queryByRole('button', { name: 'Semua punya saya' })).toBeNull();
  });

  it('settles all conflicts at once, after asking', async () => {
    const problem = { kind: 'conflict', theirs: theirCell() } as const;
    const items = [saveItem({ problem }), saveItem({ problem, areaId: '76.04.06' }), saveItem({ areaId: '76.04.07' })];
    const outbox = new FakeOutbox({ items });
    const onClose = vi.fn();
    show(outbox, onClose);
    await userEvent.click(await screen.findByRole('button', { name: 'Semua punya saya' }));
    expect(await screen.findByText(/menggantikan angka orang lain di 2 sel/)).toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByText(/menggantikan angka orang lain/)).toBeNull());
    expect(outbox.resolveConflicts).not.toHaveBeenCalled();
    expect(onClose).not.toHaveBeenCalled();

    await userEvent.click(screen.getByRole('button', { name: 'Semua punya saya' }));
    const dialog = await screen.findByRole('dialog', { name: 'Pakai semua punya Anda?' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Semua punya saya' }));
    await waitFor(() =>
      expect(outbox.resolveConflicts).toHaveBeenCalledWith(
        items.slice(0, 2).map(({ id }) => id),
        'mine',
      ),
    );
  });

  it('lists what is not a figure yet, with the way to its cell', async () => {
    const outbox = new FakeOutbox({ texts: [keptText()] });
    show(outbox);
    await screen.findByText('“12x”');
    const row = rowOf('“12x”');
    expect(row.getByText('Belum berupa angka')).toBeInTheDocument();
    // There is nothing that could be sent.
    expect(screen.queryByRole('button', { name: 'Kirim sekarang' })).toBeNull();
    await userEvent.click(row.getByRole('button', { name: 'Tindakan untuk Diintervensi · Binuang' }));
    expect(await screen.findByRole('menuitem', { name: 'Lanjutkan mengisi' })).toHaveAttribute(
      'href',
      `/pelaporan/${reportKey}#sel=ST_INTERVENSI%2076.04.06`,
    );
  });

  it('throws one entry away only after asking', async () => {
    const [gone, stays] = [
      saveItem(),
      saveItem({ areaId: '76.04.06', label: { ...reachedLabel, areaName: 'Binuang' } }),
    ];
    const outbox = new FakeOutbox({ items: [gone, stays] });
    show(outbox);
    await userEvent.click(await screen.findByRole('button', { name: 'Tindakan untuk Diintervensi · Polewali' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Buang' }));
    const dialog = await screen.findByRole('dialog', { name: 'Buang isian ini?' });
    expect(within(dialog).getByText(/Diintervensi · Polewali: 1\.402 anak/)).toBeInTheDocument();
    expect(outbox.discard).not.toHaveBeenCalled();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Buang' }));
    await waitFor(() => expect(outbox.snapshot().items).toEqual([stays]));
  });

  it('says that a submission waits for its figures, and takes it back', async () => {
    const submit = submitItem();
    const outbox = new FakeOutbox({ items: [saveItem(), submit], state: 'waiting' });
    show(outbox);
    await screen.findByText('Pengajuan laporan');
    const row = rowOf('Pengajuan laporan');
    expect(row.getByText('Menunggu isian di atasnya')).toBeInTheDocument();
    expect(row.getByText(/diajukan sendiri setelah semua isiannya terkirim/)).toBeInTheDocument();
    await userEvent.click(row.getByRole('button', { name: 'Batalkan pengajuan' }));
    const dialog = await screen.findByRole('dialog', { name: 'Batalkan pengajuan?' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Batalkan pengajuan' }));
    await waitFor(() => expect(outbox.discard).toHaveBeenCalledWith([submit.id]));
  });

  it('says that a report changed after it was submitted', async () => {
    show(new FakeOutbox({ items: [submitItem({ problem: { kind: 'report_changed' } })] }));
    expect(await screen.findByText(/berubah setelah Anda menekan Ajukan/)).toBeInTheDocument();
    expect(screen.getByText('Laporan berubah')).toBeInTheDocument();
  });

  it('tells after sending what became of it', async () => {
    const item = saveItem();
    const outbox = new FakeOutbox({ items: [item], state: 'waiting' });
    show(outbox);
    await userEvent.click(await screen.findByRole('button', { name: 'Kirim sekarang' }));
    expect(outbox.retry).toHaveBeenCalled();
    act(() => outbox.set({ state: 'sending', sendingIds: new Set([item.id]) }));
    expect(screen.getByText('Sedang dikirim')).toBeInTheDocument();
    act(() => outbox.set({ state: 'waiting', sendingIds: new Set(), failure: 'NETWORK' }));
    expect(await screen.findByText(/Peladen belum terjangkau/)).toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Kirim sekarang' }));
    act(() => outbox.set({ items: [], state: 'idle' }));
    expect(await screen.findByText('Semua isian sudah terkirim.')).toBeInTheDocument();
  });
});

describe('what the list says of the device', () => {
  it('that what was typed is in this tab alone, when the browser has no room', async () => {
    show(new FakeOutbox({ items: [saveItem()], isKept: false, storageError: 'full' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(/Ruang simpan peramban penuh.*hanya ada di tab ini/);
    expect(screen.queryByText(/tersimpan di perangkat ini\. Yang menunggu/)).toBeNull();
  });

  it('that its clock is a day off', async () => {
    serverTime = () => Date.now() + 24 * 3_600_000;
    show(new FakeOutbox({ items: [saveItem()] }));
    expect(
      await screen.findByText('Jam perangkat ini lebih lambat sekitar 1 hari daripada jam peladen.'),
    ).toBeInTheDocument();
  });

  it('nothing of a clock that is right', async () => {
    serverTime = Date.now;
    show(new FakeOutbox({ items: [saveItem()] }));
    await screen.findByText(/tidak menjamin isian tersimpan/);
    expect(screen.queryByText(/Jam perangkat ini/)).toBeNull();
  });
});

describe('the file', () => {
  async function importFile(outbox: FakeOutbox, content: string, name = 'isian.json') {
    const { container } = show(outbox);
    await screen.findByRole('button', { name: 'Masukkan dari berkas' });
    const input = container.ownerDocument.querySelector('input[type="file"]');
    if (!(input instanceof HTMLInputElement)) throw new Error('there is no field for a file');
    await userEvent.upload(input, new File([content], name, { type: 'application/json' }));
  }

  async function exported(outbox: FakeOutbox): Promise<string> {
    const files: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      if (blob instanceof Blob) files.push(blob);
      return 'blob:file';
    });
    const { unmount } = show(outbox);
    await userEvent.click(await screen.findByRole('button', { name: 'Unduh ke berkas' }));
    unmount();
    return (await files[0]?.text()) ?? '';
  }

  it('carries everything to another device, and says how much', async () => {
    const text = await exported(new FakeOutbox({ items: [saveItem(), submitItem()], texts: [keptText()] }));
    expect(JSON.parse(text).readable[0]).toBe(
      'Stunting · Agustus 2023 · Biro Hukum | Polewali | Diintervensi: 1.402 anak | diketik 4 Sep 2023 10.12 WITA | Menunggu jaringan',
    );
    const other = new FakeOutbox({});
    await importFile(other, text);
    expect(await screen.findByText('3 isian dimasukkan dan akan dikirim.')).toBeInTheDocument();
    expect(other.snapshot().items).toHaveLength(2);
  });

  it('changes nothing where its entries are already', async () => {
    const items = [saveItem()];
    const text = await exported(new FakeOutbox({ items }));
    await importFile(new FakeOutbox({ items }), text);
    expect(await screen.findByText(/sudah ada di sini/)).toBeInTheDocument();
  });

  it('of another account is refused with the owner’s name', async () => {
    const text = await exported(new FakeOutbox({ items: [saveItem()] }));
    const outbox = new FakeOutbox({});
    Object.defineProperty(outbox, 'userId', { value: 'user-2' });
    await importFile(outbox, text, 'titipan.json');
    expect(await screen.findByRole('alert')).toHaveTextContent('titipan.json milik akun lain (Rahmat)');
    expect(outbox.importItems).not.toHaveBeenCalled();
  });

  it.each([
    ['not json at all', /bukan berkas isian Satgas/],
    ['{"format":"satgas-isian-belum-terkirim","version":1,"items":[', /rusak atau sudah diubah/],
    ['{"format":"satgas-isian-belum-terkirim","version":99}', /versi aplikasi yang lebih baru/],
  ])('is refused in words: %s', async (content, sentence) => {
    const outbox = new FakeOutbox({});
    await importFile(outbox, content);
    expect(await screen.findByRole('alert')).toHaveTextContent(sentence);
    expect(outbox.importItems).not.toHaveBeenCalled();
  });
});
