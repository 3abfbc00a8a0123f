// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CascadeChart } from '#client/charts/cascade-chart.tsx';
import { CompletenessBar } from '#client/charts/completeness-bar.tsx';
import { HeatMap } from '#client/charts/heat-map.tsx';
import { RankingChart } from '#client/charts/ranking-chart.tsx';
import { Sparkline } from '#client/charts/sparkline.tsx';
import { TrajectoryChart } from '#client/charts/trajectory-chart.tsx';
import { TwoTruths } from '#client/charts/two-truths.tsx';
import { renderChart } from './render-chart.tsx';

afterEach(cleanup);

const points = [
  { month: '2023-05', value: 3100 },
  { month: '2023-06', value: null },
  { month: '2023-07', value: 7300 },
  { month: '2023-08', value: 9085, provisional: true },
];

describe('sparkline', () => {
  it('draws a missing month as a gap, never as a fall to zero', () => {
    const { container } = renderChart(<Sparkline label="Diintervensi" points={points} />);
    expect(container.querySelectorAll('[data-part="run"]')).toHaveLength(2);
  });

  it('shades a target band rather than drawing its middle as a path', () => {
    const band = points.map(({ month }) => ({ month, value: 2000, low: 1000, high: 4000 }));
    const { container } = renderChart(<Sparkline label="Inflasi" points={points} trajectory={band} />);
    expect(container.querySelectorAll('[data-part="band"]')).toHaveLength(1);
    expect(container.querySelector('[data-part="trajectory"]')).toBeNull();
  });

  it('says in words where the line starts and ends', () => {
    renderChart(<Sparkline label="Diintervensi" points={points} />);
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
      'Diintervensi: 3.100 pada Mei 2023, 9.085 pada Agustus 2023.',
    );
  });

  it('says that there is no data rather than drawing a flat line', () => {
    const { container } = renderChart(<Sparkline label="Inflasi" points={[{ month: '2023-05', value: null }]} />);
    expect(container.querySelector('svg')).toBeNull();
    expect(screen.getByText('Inflasi: belum ada data.')).toBeTruthy();
  });
});

describe('trajectory', () => {
  const frame = { title: 'Diintervensi terhadap jalur target', unit: 'anak', source: 'laporan OPD', sample: true };
  const trajectory = { label: 'Jalur target', points: [{ month: '2023-05', value: 3639 }] };

  it('shows in its table the same figures as in its lines, and names the month that is missing', async () => {
    renderChart(<TrajectoryChart frame={frame} actual={{ label: 'Diintervensi', points }} trajectory={trajectory} />);
    await userEvent.click(screen.getByRole('button', { name: 'Lihat sebagai tabel' }));
    const cells = screen.getAllByRole('row').map((row) => Array.from(row.children).map((cell) => cell.textContent));
    expect(cells).toEqual([
      ['Bulan', 'Diintervensi', 'Jalur target', 'Keadaan angka'],
      ['Mei 2023', '3.100', '3.639', 'terverifikasi'],
      ['Juni 2023', 'belum ada data', '', ''],
      ['Juli 2023', '7.300', '', 'terverifikasi'],
      ['Agustus 2023', '9.085', '', 'sementara'],
    ]);
  });

  it('carries its source and the mark of sample data', () => {
    renderChart(<TrajectoryChart frame={frame} actual={{ label: 'Diintervensi', points }} />);
    const chart = screen.getByRole('region', { name: frame.title });
    expect(within(chart).getByText('Sumber: laporan OPD')).toBeTruthy();
    expect(within(chart).getByText('data contoh')).toBeTruthy();
  });

  it('draws the stretch after a gap, and the provisional stretch, as lines of their own', () => {
    const { container } = renderChart(<TrajectoryChart frame={frame} actual={{ label: 'Diintervensi', points }} />);
    const lines = [...container.querySelectorAll('.recharts-line-curve')];
    expect(lines.map((line) => line.getAttribute('stroke-dasharray'))).toContain('1 5');
    expect(container.querySelectorAll('.recharts-line')).toHaveLength(2);
  });

  it('speaks English when the screen does', () => {
    renderChart(<TrajectoryChart frame={frame} actual={{ label: 'Reached', points }} />, 'en');
    expect(screen.getByRole('button', { name: 'View as table' })).toBeTruthy();
    expect(screen.getByLabelText(/Reached: 3,100 in May 2023, 9,085 in August 2023\./)).toBeTruthy();
  });
});

describe('cascade', () => {
  const frame = { title: 'Cascade' };

  it('gives each share with the stage it is a share of, and what remains with its formula', () => {
    renderChart(
      <CascadeChart
        frame={frame}
        stages={[
          { key: 'target', label: 'Sasaran', value: 16377 },
          { key: 'reached', label: 'Diintervensi', value: 9085, shareOf: 'target', shareLabel: 'sasaran' },
          {
            key: 'left',
            label: 'Keluar dari status',
            value: 1054,
            shareOf: 'reached',
            shareLabel: 'yang diintervensi',
          },
        ]}
        remaining={[{ label: 'Belum diintervensi', value: 7292, formula: 'sasaran − diintervensi' }]}
      />,
    );
    expect(screen.getByText('55,5 % dari sasaran')).toBeTruthy();
    expect(screen.getByText('11,6 % dari yang diintervensi')).toBeTruthy();
    expect(screen.getByText('Belum diintervensi 7.292 (= sasaran − diintervensi)')).toBeTruthy();
  });

  it('says that a stage has no data yet, and computes no share from it', () => {
    renderChart(
      <CascadeChart
        frame={frame}
        stages={[
          { key: 'valid', label: 'Valid', value: null },
          { key: 'reached', label: 'Diintervensi', value: 10, shareOf: 'valid' },
        ]}
      />,
    );
    expect(screen.getByText('belum ada data')).toBeTruthy();
    expect(screen.queryByText(/% dari/)).toBeNull();
  });
});

describe('heat map', () => {
  const columns = [
    { key: 'KE', label: 'Kemiskinan', format: { percent: true } },
    { key: 'INF', label: 'Inflasi', format: { percent: true } },
  ];
  const rows = [
    { key: '76.02', label: 'Mamuju', cells: { KE: { value: 97, status: 'on_track' as const } } },
    { key: '76.03', label: 'Mamasa', cells: { KE: { value: 72, status: 'attention' as const } } },
  ];

  it('says the status of a cell in words and names cells without data', () => {
    renderChart(<HeatMap frame={{ title: 'Peta panas' }} rowHeading="Kabupaten" columns={columns} rows={rows} />);
    const mamasa = screen.getByRole('row', { name: /^Mamasa/ });
    expect(mamasa.textContent).toContain('perlu perhatian');
    expect(mamasa.textContent).toContain('tanpa data');
  });

  it('is a plain table without a legend where nothing is measured against a target', () => {
    const plain = [
      { key: 'a', label: 'Tutar', cells: { INF: { value: 80, status: 'no_data' as const } } },
      { key: 'b', label: 'Bulo', cells: { INF: { value: null, status: 'no_data' as const } } },
    ];
    renderChart(<HeatMap frame={{ title: 'Peta panas' }} rowHeading="Kecamatan" columns={columns} rows={plain} />);
    expect(screen.queryByRole('list', { name: 'Arti warna dan tanda' })).toBeNull();
    expect(screen.getByRole('row', { name: /^Tutar/ }).querySelector('td[style]')).toBeNull();
    expect(screen.getByRole('row', { name: /^Bulo/ }).textContent).toContain('tanpa data');
  });

  it('is one stop of the Tab key, walked with the arrows and opened with Enter', async () => {
    const onCell = vi.fn();
    renderChart(
      <HeatMap frame={{ title: 'Peta panas' }} rowHeading="Kabupaten" columns={columns} rows={rows} onCell={onCell} />,
    );
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}{Enter}');
    expect(onCell).toHaveBeenCalledExactlyOnceWith('76.03', 'INF');
  });
});

describe('ranking', () => {
  it('puts areas without a figure last and says how many there are', () => {
    renderChart(
      <RankingChart
        frame={{ title: 'Peringkat' }}
        rows={[
          { key: 'a', label: 'Mamasa', value: null },
          { key: 'b', label: 'Majene', value: 0 },
          { key: 'c', label: 'Mamuju', value: 5 },
        ]}
      />,
    );
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Mamuju5',
      'Majene0',
      'Mamasabelum ada data',
    ]);
    expect(screen.getByText('1 dari 3 wilayah belum ada data')).toBeTruthy();
  });
});

describe('completeness', () => {
  it('gives every part in words and counts', () => {
    renderChart(<CompletenessBar counts={{ verified: 96, submitted: 28, returned: 6, missing: 22 }} showLead />);
    expect(screen.getByText('124 dari 152 masuk (82 %)')).toBeTruthy();
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Terverifikasi 96',
      'Diajukan 28',
      'Dikembalikan 6',
      'Belum 22',
    ]);
  });
});

describe('two truths', () => {
  const first = { key: 'survey', label: 'Survei', value: 35.4, source: 'SSGI 2024' };

  it('gives the difference of two percentages in percentage points', () => {
    const other = { key: 'routine', label: 'Rutin', value: 21.1, source: 'e-PPGBM' };
    renderChart(
      <TwoTruths frame={{ title: 'Dua angka' }} figures={[first, other]} format={{ percent: true, decimals: 1 }} />,
    );
    expect(screen.getByText(/^[-−]14,3 poin persen$/)).toBeTruthy();
  });

  it('does not subtract figures that measure different things', () => {
    const other = { key: 'routine', label: 'Rutin', value: 21.1, source: 'e-PPGBM', comparable: false };
    renderChart(<TwoTruths frame={{ title: 'Dua angka' }} figures={[first, other]} format={{ percent: true }} />);
    expect(screen.getByText('tidak dapat dikurangkan: ukurannya berbeda')).toBeTruthy();
    expect(screen.queryByText(/poin persen/)).toBeNull();
  });
});
