// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LockSetting } from '#client/features/deadline/lock-setting.tsx';
import { allowSlowDom } from '#tests/support/dom-patience.ts';
import { FakeAppError, fakeTrpc } from '#tests/support/fake-trpc.ts';
import { renderClient } from '#tests/support/render-client.tsx';

allowSlowDom();
afterEach(() => vi.unstubAllGlobals());

const list = {
  defaultDay: 5,
  verificationDays: 3,
  lockAfterDays: null,
  today: '2026-11-03',
  waiting: [
    { dueDate: '2026-08-05', reports: 3 },
    { dueDate: '2026-10-05', reports: 4 },
  ],
  exceptions: [],
};

const save = () => screen.getByRole('button', { name: 'Simpan penguncian' });

describe('the lock beside the deadlines', () => {
  it('is off until it is set, and says beforehand what it closes', async () => {
    const server = fakeTrpc({ 'deadline.setLock': () => ({ lockAfterDays: 60 }) });
    const user = userEvent.setup({ delay: null });
    renderClient(<LockSetting list={list} />, { role: 'secretariat' });
    expect(screen.getByRole('radio', { name: 'Tidak pernah dikunci' })).toBeChecked();
    expect(save()).toBeDisabled();

    await user.click(screen.getByRole('radio', { name: 'Kunci sesudah tenggat' }));
    const days = screen.getByLabelText('Hari sesudah tenggat');
    expect(screen.getByRole('status')).toHaveTextContent('3 laporan yang belum diajukan tertutup');
    expect(screen.getByRole('status')).toHaveTextContent('sampai 5 Agustus 2026');
    await user.clear(days);
    await user.type(days, '14');
    expect(screen.getByRole('status')).toHaveTextContent('7 laporan yang belum diajukan tertutup');
    await user.clear(days);
    await user.type(days, '2000');
    expect(screen.getByText('Isi bilangan bulat dari 0 sampai 1000.')).toBeInTheDocument();
    expect(save()).toBeDisabled();
    await user.clear(days);
    await user.type(days, '60');
    await user.click(save());
    await waitFor(() => expect(server.callsTo('deadline.setLock')).toEqual([{ days: 60, seen: null }]));
  });

  it('is taken off again, and says what that opens; a change by somebody else is not written over', async () => {
    const server = fakeTrpc({
      'deadline.setLock': () => {
        throw new FakeAppError('VERSION_CONFLICT');
      },
    });
    const user = userEvent.setup({ delay: null });
    renderClient(<LockSetting list={{ ...list, lockAfterDays: 14 }} />, { role: 'secretariat' });
    expect(screen.getByRole('radio', { name: 'Kunci sesudah tenggat' })).toBeChecked();
    await user.click(screen.getByRole('radio', { name: 'Tidak pernah dikunci' }));
    expect(screen.getByRole('status')).toHaveTextContent('7 laporan yang sekarang terkunci terbuka lagi.');
    await user.click(save());
    await screen.findByText(/Orang lain mengubah data ini lebih dulu/);
    expect(server.callsTo('deadline.setLock')).toEqual([{ days: null, seen: 14 }]);
  });
});
