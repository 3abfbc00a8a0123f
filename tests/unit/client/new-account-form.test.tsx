// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { NewAccountForm } from '#client/features/account/new-account-form.tsx';
import { renderChart } from '#tests/unit/charts/render-chart.tsx';

it('keeps every field that a password manager fills at the same moment', async () => {
  const onSubmit = vi.fn(async () => undefined);
  renderChart(<NewAccountForm fixedEmail="rahmat.hidayat@contoh.go.id" onSubmit={onSubmit} />);
  const password = 'lima kata yang mudah diingat';
  act(() => {
    fireEvent.change(screen.getByLabelText('account.name'), { target: { value: 'Siti Aminah' } });
    fireEvent.change(screen.getByLabelText('account.username'), { target: { value: 'siti' } });
    fireEvent.change(screen.getByLabelText('account.password'), { target: { value: password } });
  });
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: 'account.submit' }));
  });
  expect(onSubmit).toHaveBeenCalledWith({
    name: 'Siti Aminah',
    email: 'rahmat.hidayat@contoh.go.id',
    username: 'siti',
    phone: '',
    password,
  });
});
