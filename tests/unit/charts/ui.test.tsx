// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DataTable } from '#client/ui/data-table.tsx';
import { FileDrop } from '#client/ui/file-drop.tsx';
import { MonthPicker } from '#client/ui/month-picker.tsx';
import { NumberText } from '#client/ui/number-text.tsx';
import { renderChart } from './render-chart.tsx';

afterEach(cleanup);

describe('month picker', () => {
  it('steps to the neighbouring months and stops at the last one allowed', async () => {
    const onChange = vi.fn();
    renderChart(<MonthPicker value="2023-12" onChange={onChange} max="2023-12" />);
    await userEvent.click(screen.getByRole('button', { name: 'Bulan sebelumnya, November 2023' }));
    expect(onChange).toHaveBeenCalledExactlyOnceWith('2023-11');
    expect(screen.getByRole('button', { name: 'Tidak ada bulan berikutnya' })).toHaveProperty('disabled', true);
  });

  it('offers a year of months, walked with the arrows, without those still to come', async () => {
    const onChange = vi.fn();
    renderChart(<MonthPicker value="2023-08" onChange={onChange} max="2023-09" />);
    await userEvent.click(screen.getByRole('button', { name: /^Bulan Agustus 2023/ }));
    expect(screen.getByRole('button', { name: 'Oktober 2023' })).toHaveProperty('disabled', true);
    screen.getByRole('button', { name: 'Agustus 2023' }).focus();
    await userEvent.keyboard('{ArrowUp}{Enter}');
    expect(onChange).toHaveBeenCalledExactlyOnceWith('2023-05');
  });
});

describe('data table', () => {
  const rows = [
    { name: 'Mamuju', value: 12 },
    { name: 'Mamasa', value: null },
    { name: 'Majene', value: 3 },
  ];
  const columns = [
    { key: 'name', header: 'Kabupaten', value: (row: (typeof rows)[number]) => row.name },
    { key: 'value', header: 'Nilai', align: 'right' as const, value: (row: (typeof rows)[number]) => row.value },
  ];
  const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);

  it('sorts by a column with what is missing last in either direction', async () => {
    renderChart(<DataTable caption="Nilai" columns={columns} rows={rows} rowKey={(row) => row.name} />);
    await userEvent.click(screen.getByRole('button', { name: 'Nilai' }));
    expect(names()).toEqual(['Mamuju', 'Majene', 'Mamasa']);
    await userEvent.click(screen.getByRole('button', { name: 'Nilai' }));
    expect(names()).toEqual(['Majene', 'Mamuju', 'Mamasa']);
    expect(screen.getByRole('columnheader', { name: 'Nilai' }).getAttribute('aria-sort')).toBe('ascending');
  });

  it('opens a row with the keyboard, once', async () => {
    const onRowClick = vi.fn();
    renderChart(
      <DataTable caption="Nilai" columns={columns} rows={rows} rowKey={(row) => row.name} onRowClick={onRowClick} />,
    );
    screen.getByRole('button', { name: 'Mamasa' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(onRowClick).toHaveBeenCalledExactlyOnceWith(rows[1]);
  });
});

describe('number', () => {
  it('says that a figure is missing instead of showing zero', () => {
    renderChart(<NumberText value={null} />);
    expect(screen.getByText('belum ada data')).toBeTruthy();
  });

  it('answers where it comes from', async () => {
    const onOrigin = vi.fn();
    renderChart(<NumberText value={16377} format={{ unit: 'anak' }} onOrigin={onOrigin} />);
    await userEvent.click(screen.getByRole('button', { name: '16.377 anak, dari mana angka ini?' }));
    expect(onOrigin).toHaveBeenCalledOnce();
  });
});

describe('file drop', () => {
  it('refuses the wrong kind of file by name and passes on the rest', async () => {
    const onFiles = vi.fn();
    const { container } = renderChart(
      <FileDrop label="Bukti" accept="image/*,.pdf" maxMegabytes={1} multiple onFiles={onFiles} />,
    );
    const photo = new File(['x'], 'foto.jpg', { type: 'image/jpeg' });
    const macro = new File(['x'], 'daftar.xlsm', { type: 'application/vnd.ms-excel' });
    const input = container.querySelector<HTMLInputElement>('input[type="file"]');
    if (!input) throw new Error('no file input');
    await userEvent.upload(input, [photo, macro], { applyAccept: false });
    expect(onFiles).toHaveBeenCalledExactlyOnceWith([photo]);
    expect(screen.getByRole('alert').textContent).toContain('daftar.xlsm');
  });
});
