// @vitest-environment jsdom
import { notifications } from '@mantine/notifications';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EndedWork } from '#client/features/outbox/ended-work.tsx';
import { LeaveDialog } from '#client/features/outbox/leave-dialog.tsx';
import { OutboxBanner } from '#client/features/outbox/outbox-banner.tsx';
import { OutboxMark } from '#client/features/outbox/outbox-mark.tsx';
import { setPanelOpen } from '#client/features/outbox/panel-state.ts';
import { Overlays } from '#client/lib/overlays.tsx';
import { allowSlowDom } from '#tests/support/dom-patience.ts';
import { FakeOutbox } from '#tests/support/fake-outbox.ts';
import { keptText, refused, reportKey, saveItem } from '#tests/support/outbox-fixtures.ts';
import { renderClient } from '#tests/support/render-client.tsx';

allowSlowDom();

beforeEach(() => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:file', revokeObjectURL: () => undefined }));
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  notifications.clean();
  act(() => setPanelOpen(false));
});

describe('the mark in the top bar', () => {
  it('says nothing while nothing waits', () => {
    renderClient(<OutboxMark outbox={new FakeOutbox({})} />);
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });

  it('says nothing of a figure that is sent within a blink', async () => {
    vi.useFakeTimers();
    const item = saveItem();
    const outbox = new FakeOutbox({ items: [item], sendingIds: new Set([item.id]), state: 'sending' });
    renderClient(<OutboxMark outbox={outbox} />);
    await act(() => vi.advanceTimersByTimeAsync(2_000));
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
    act(() => outbox.set({ items: [], state: 'idle' }));
    await act(() => vi.advanceTimersByTimeAsync(5_000));
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });

  it('counts what has been on its way for long', async () => {
    vi.useFakeTimers();
    const item = saveItem();
    const outbox = new FakeOutbox({ items: [item], sendingIds: new Set([item.id]), state: 'sending' });
    renderClient(<OutboxMark outbox={outbox} />);
    await act(() => vi.advanceTimersByTimeAsync(3_100));
    expect(screen.getByRole('button')).toHaveTextContent('1 menunggu');
  });

  it('counts at once what cannot be sent now', () => {
    const items = [saveItem(), saveItem(), saveItem()];
    renderClient(<OutboxMark outbox={new FakeOutbox({ items, state: 'waiting' })} />);
    expect(screen.getByRole('status')).toHaveTextContent('3 menunggu');
  });

  it('puts what the person must look at before what waits', () => {
    const items = [saveItem(), saveItem({ problem: refused('REPORT_LOCKED') })];
    renderClient(<OutboxMark outbox={new FakeOutbox({ items, state: 'waiting' })} />);
    expect(screen.getByRole('button', { name: 'Isian belum terkirim: 1 perlu diperiksa' })).toBeInTheDocument();
  });

  it('counts an unfinished figure of another report, not one that is being typed here', () => {
    const outbox = new FakeOutbox({ texts: [keptText()] });
    const { unmount } = renderClient(<OutboxMark outbox={outbox} />, { address: `/pelaporan/${reportKey}` });
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
    unmount();
    renderClient(<OutboxMark outbox={outbox} />, { address: '/pelaporan' });
    expect(screen.getByRole('button')).toHaveTextContent('1 belum selesai');
  });

  it('opens the list, which gives the focus back', async () => {
    renderClient(<OutboxMark outbox={new FakeOutbox({ items: [saveItem()], state: 'waiting' })} />);
    const button = screen.getByRole('button');
    await userEvent.click(button);
    expect(await screen.findByRole('dialog', { name: 'Isian belum terkirim' })).toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(button).toHaveFocus());
  });
});

describe('above the page', () => {
  it('it says that the browser did not keep what was typed, only then', () => {
    const outbox = new FakeOutbox({ items: [saveItem()] });
    renderClient(<OutboxBanner outbox={outbox} />);
    expect(screen.queryByRole('alert')).toBeNull();
    act(() => outbox.set({ isKept: false, storageError: 'forbidden' }));
    expect(screen.getByRole('alert')).toHaveTextContent(/Penyimpanan di peramban ini dimatikan/);
  });

  it('it says after the session how much is sent by signing in again', () => {
    const items = [saveItem(), saveItem(), saveItem()];
    renderClient(<EndedWork outbox={new FakeOutbox({ items })} signInTo="/masuk?kembali=%2Fpelaporan" fallback="-" />);
    expect(screen.getByRole('link', { name: 'Masuk lagi untuk mengirim 3 isian' })).toHaveAttribute(
      'href',
      '/masuk?kembali=%2Fpelaporan',
    );
  });

  it('it offers the plain way in where nothing waits', () => {
    renderClient(<EndedWork outbox={new FakeOutbox({})} signInTo="/masuk" fallback="Masuk" />);
    expect(screen.getByText('Masuk')).toBeInTheDocument();
    expect(screen.queryByRole('link')).toBeNull();
  });
});

describe('signing out with unsent work', () => {
  function Page({ outbox, onLeave, onStay }: { outbox: FakeOutbox; onLeave: () => Promise<void>; onStay: () => void }) {
    const [isAsking, setAsking] = useState(true);
    const stay = () => {
      setAsking(false);
      onStay();
    };
    return (
      <>
        <Overlays />
        {isAsking && <LeaveDialog outbox={outbox} onLeave={onLeave} onStay={stay} />}
      </>
    );
  }

  async function ask(outbox: FakeOutbox, onLeave: () => Promise<void> = async () => undefined) {
    const leave = vi.fn(onLeave);
    const stay = vi.fn();
    renderClient(<Page outbox={outbox} onLeave={leave} onStay={stay} />);
    await screen.findByRole('dialog', { name: /isian belum terkirim$/ });
    return { leave, stay };
  }

  it('sends first and leaves when everything has arrived', async () => {
    const outbox = new FakeOutbox({ items: [saveItem(), saveItem()], state: 'waiting' });
    const { leave } = await ask(outbox);
    await userEvent.click(screen.getByRole('button', { name: 'Kirim sekarang' }));
    act(() => outbox.set({ state: 'sending' }));
    expect(leave).not.toHaveBeenCalled();
    act(() => outbox.set({ items: [], state: 'idle' }));
    await waitFor(() => expect(leave).toHaveBeenCalledOnce());
  });

  it('stays when the server cannot be reached', async () => {
    const outbox = new FakeOutbox({ items: [saveItem()], state: 'waiting' });
    const { leave } = await ask(outbox);
    await userEvent.click(screen.getByRole('button', { name: 'Kirim sekarang' }));
    act(() => outbox.set({ state: 'sending' }));
    act(() => outbox.set({ state: 'waiting', failure: 'NETWORK' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Peladen belum terjangkau, jadi Anda belum keluar.');
    expect(leave).not.toHaveBeenCalled();
  });

  it('stays when something was refused on the way', async () => {
    const [first, second] = [saveItem(), saveItem()];
    const outbox = new FakeOutbox({ items: [first, second], state: 'waiting' });
    const { leave } = await ask(outbox);
    await userEvent.click(screen.getByRole('button', { name: 'Kirim sekarang' }));
    act(() => outbox.set({ items: [{ ...first, problem: refused('REPORT_LOCKED') }], state: 'idle' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('1 isian belum dapat dikirim. Anda belum keluar.');
    expect(leave).not.toHaveBeenCalled();
  });

  it('offers no sending of what cannot be sent', async () => {
    await ask(new FakeOutbox({ items: [saveItem({ problem: refused('REPORT_LOCKED') })], texts: [keptText()] }));
    expect(screen.queryByRole('button', { name: 'Kirim sekarang' })).toBeNull();
    expect(screen.getByText(/^Semuanya perlu diperiksa/)).toBeInTheDocument();
  });

  it('leaves the choice open when everything went out by itself meanwhile', async () => {
    const outbox = new FakeOutbox({ items: [saveItem()], state: 'waiting' });
    const { leave } = await ask(outbox);
    act(() => outbox.set({ items: [], state: 'idle' }));
    const dialog = await screen.findByRole('dialog', { name: 'Semua isian sudah terkirim.' });
    expect(leave).not.toHaveBeenCalled();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Keluar' }));
    await waitFor(() => expect(leave).toHaveBeenCalledOnce());
  });

  it('downloads the file before it leaves', async () => {
    const download = vi.spyOn(URL, 'createObjectURL');
    const { leave } = await ask(new FakeOutbox({ items: [saveItem()] }));
    await userEvent.click(screen.getByRole('button', { name: 'Unduh lalu keluar' }));
    await waitFor(() => expect(leave).toHaveBeenCalledOnce());
    expect(download.mock.invocationCallOrder[0] ?? Number.NaN).toBeLessThan(leave.mock.invocationCallOrder[0] ?? 0);
  });

  it('deletes and leaves, or stays with everything, as the person says', async () => {
    const outbox = new FakeOutbox({ items: [saveItem()] });
    const { leave, stay } = await ask(outbox);
    await userEvent.click(screen.getByRole('button', { name: 'Hapus dan keluar' }));
    await waitFor(() => expect(leave).toHaveBeenCalledOnce());
    await userEvent.click(screen.getByRole('button', { name: 'Batal' }));
    expect(stay).toHaveBeenCalledOnce();
    expect(outbox.snapshot().items).toHaveLength(1);
  });

  it('says when signing out itself did not succeed', async () => {
    await ask(new FakeOutbox({ items: [saveItem()] }), () => Promise.reject(new TypeError('Failed to fetch')));
    await userEvent.click(screen.getByRole('button', { name: 'Hapus dan keluar' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Belum berhasil keluar');
  });
});
