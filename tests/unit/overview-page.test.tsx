// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { OverviewPage } from '#client/pages/overview-page.tsx';
import type { Overview } from '#shared/overview.ts';
import {
  card,
  figure,
  headline,
  indicator,
  month,
  overview,
  prevalence,
  status,
} from '#tests/support/figure-answers.ts';
import { renderClient } from '#tests/support/render-client.tsx';

const asked: string[] = [];

/** Puts an answer behind the read API. */
function answerWith(answer: Overview) {
  asked.length = 0;
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address);
    return new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } });
  });
}

/** The card of the only issue in the answer. */
async function findCard(): Promise<HTMLElement> {
  const link = await screen.findByRole('heading', { level: 2, name: 'Stunting' });
  const item = link.closest('li');
  if (!item) throw new Error('the heading stands in no card');
  return item;
}

afterEach(() => vi.unstubAllGlobals());

const staffPanels: Partial<Overview> = {
  completeness: {
    expected: 152,
    received: 124,
    onTime: 109,
    verified: 96,
    submitted: 22,
    returned: 6,
    missing: 28,
    dueDate: '2023-09-05',
    cells: { expected: 100, filled: 80, verified: 60 },
  },
  lateReports: {
    total: 2,
    items: [
      {
        agencyId: 'dishub',
        agencyAbbr: 'Dishub',
        agencyName: 'Dinas Perhubungan',
        issueId: 'ST',
        state: 'missing',
        dueDate: '2023-09-05',
        daysLate: 6,
        returnedCells: 0,
      },
      {
        agencyId: 'setwan',
        agencyAbbr: 'Setwan',
        agencyName: 'Sekretariat DPRD',
        issueId: 'ATS',
        state: 'returned',
        dueDate: '2023-09-05',
        daysLate: 6,
        returnedCells: 2,
      },
    ],
  },
  restatements: { since: '2023-08-11', count: 3 },
};

describe('the overview', () => {
  it('tells the figure of how many, in which share, which way it moved and how much of the province it holds', async () => {
    answerWith(overview());
    renderClient(<OverviewPage />, { role: 'public' });
    expect(await screen.findByRole('button', { name: '9.085, dari mana angka ini?' })).toBeInTheDocument();
    expect(screen.getByText(/anak diintervensi, dari 16\.377 anak \(55,5\s%\)/)).toBeInTheDocument();
    expect(screen.getByText(/naik 1\.785 sejak Jul 2023/)).toBeInTheDocument();
    expect(screen.getByText('s.d. minggu II Agustus 2023 · 58 dari 69 kecamatan')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '1.054, dari mana angka ini?' })).toBeInTheDocument();
  });

  it('writes the change of a percentage in percentage points', async () => {
    const change = { value: -2.19, fromMonth: '2022-03', fromValue: 2.94, isPercentagePoint: true, isComparable: true };
    const own = headline({ indicator: prevalence, figure: figure({ value: 0.75, expected: 1 }), change });
    answerWith(overview({ cards: [card({ headline: own, reached: null, left: null })] }));
    renderClient(<OverviewPage />);
    expect(await screen.findByText(/turun 2,19 poin persen sejak Mar 2022/)).toBeInTheDocument();
  });

  it('gives no direction to a change between months that cannot be compared', async () => {
    const change = { value: -30, fromMonth: '2023-07', fromValue: 9115, isPercentagePoint: false, isComparable: false };
    answerWith(overview({ cards: [card({ headline: headline({ change }) })] }));
    renderClient(<OverviewPage />);
    const item = await findCard();
    expect(within(item).getByText('tidak sebanding dengan Jul 2023')).toBeInTheDocument();
    expect(item.textContent).not.toMatch(/naik|turun/);
  });

  it('says that a figure is missing, and why there is no status, rather than showing zero', async () => {
    const missing = headline({
      figure: null,
      change: null,
      status: status({ status: 'no_data', reason: 'no_figure', share: null }),
    });
    answerWith(overview({ cards: [card({ headline: missing, reached: null, left: null })] }));
    renderClient(<OverviewPage />);
    const item = await findCard();
    expect(within(item).getByRole('button', { name: 'belum ada data, dari mana angka ini?' })).toBeInTheDocument();
    expect(within(item).getByText('belum ada angka')).toBeInTheDocument();
    expect(item.textContent).not.toMatch(/\b0\b/);
  });

  it('says which month an older figure is of', async () => {
    answerWith(overview({ cards: [card({ headline: headline({ figure: figure({ month: '2023-05' }) }) })] }));
    renderClient(<OverviewPage />);
    expect(await screen.findByText('angka terakhir: Mei 2023')).toBeInTheDocument();
  });

  it('names the regency that is furthest behind, and what has no data in words, in the table and on the map', async () => {
    answerWith(overview());
    renderClient(<OverviewPage />);
    expect(await screen.findByText('Paling tertinggal: Mamasa, kritis pada stunting.')).toBeInTheDocument();
    const map = screen.getByRole('region', { name: 'Kabupaten mana yang tertinggal dari jalur target?' });
    expect(within(map).getByRole('button', { name: 'tanpa data' })).toBeInTheDocument();
    await userEvent.click(within(map).getByText('Peta petak'));
    expect(await screen.findByRole('button', { name: /Mamasa.*kritis.*38/ })).toBeInTheDocument();
  });

  it('shows staff who owes a report, with the way to it', async () => {
    answerWith(overview(staffPanels));
    renderClient(<OverviewPage />, { role: 'leadership' });
    const link = await screen.findByRole('link', { name: 'Dishub · Stunting' });
    expect(link).toHaveAttribute('href', `/pelaporan/${month}_ST_dishub`);
    expect(screen.getByText('lewat 6 hari')).toBeInTheDocument();
    expect(screen.getByText('dikembalikan 2 sel')).toBeInTheDocument();
    expect(screen.getByText(/124 dari 152 laporan masuk \(82\s%\), 109 tepat waktu/)).toBeInTheDocument();
    expect(screen.getByText('3 angka terverifikasi telah dikoreksi.')).toBeInTheDocument();
  });

  it('shows the public neither staff panels nor the switch to provisional figures', async () => {
    answerWith(overview());
    renderClient(<OverviewPage />, { role: 'public', address: '/?data=sementara' });
    await findCard();
    expect(screen.queryByText('Siapa yang belum melapor?')).toBeNull();
    expect(screen.queryByText('Sementara')).toBeNull();
    expect(asked[0]).toContain('data=verified');
  });

  it('keeps the mark of provisional data in view while the switch is on', async () => {
    const provisional = headline({ figure: figure({ basis: 'provisional', isSample: true }) });
    answerWith(overview({ data: 'provisional', cards: [card({ headline: provisional })] }));
    renderClient(<OverviewPage />, { role: 'secretariat', address: '/?bulan=2023-08&data=sementara' });
    expect(await screen.findByText('Data sementara')).toBeInTheDocument();
    expect(asked[0]).toBe('/api/read/overview?month=2023-08&data=provisional');
    const item = await findCard();
    expect(within(item).getByText('sementara')).toBeInTheDocument();
    expect(within(item).getByText('data contoh')).toBeInTheDocument();
  });

  it('leads to the last month that has figures', async () => {
    answerWith(overview({ latestMonth: '2023-06' }));
    renderClient(<OverviewPage />);
    expect(await screen.findByRole('link', { name: 'Buka Juni 2023' })).toHaveAttribute('href', '/?bulan=2023-06');
  });

  it('shows a figure of a band as it is, not as a share of a path', async () => {
    const inflation = indicator({
      id: 'INF_YOY',
      issueId: 'INF',
      direction: 'band',
      aggregation: 'none',
      isPercentage: true,
      decimals: 2,
      stage: null,
    });
    const cell = {
      issueId: 'INF' as const,
      indicatorId: 'INF_YOY',
      figure: figure({ indicatorId: 'INF_YOY', areaId: '76.05', value: 2.6 }),
      status: status({ status: 'on_track', share: 1, plannedLow: 2, plannedHigh: 4 }),
    };
    const regions = overview().regions.slice(0, 1);
    answerWith(
      overview({ heatIndicators: [inflation], regions: regions.map((region) => ({ ...region, cells: [cell] })) }),
    );
    renderClient(<OverviewPage />);
    expect(await screen.findByRole('button', { name: /sesuai jalur\s*2,6\s%/ })).toBeInTheDocument();
  });
});
