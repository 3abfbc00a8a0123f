// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { bandSteps } from '#client/features/issue/band-steps.ts';
import { CascadePanel } from '#client/features/issue/cascade-panel.tsx';
import { GoalSection } from '#client/features/issue/goal-section.tsx';
import { RankingPanel } from '#client/features/issue/ranking-panel.tsx';
import { TwoTruthsPanel } from '#client/features/issue/two-truths-panel.tsx';
import { possibleValue, useRunRateSentence } from '#client/features/issue/use-run-rate-sentence.ts';
import type { Headline } from '#shared/figure.ts';
import type { TrajectoryAnswer } from '#shared/issue-page.ts';
import {
  cascade,
  figure,
  headline,
  indicator,
  issuePage,
  left,
  majene,
  mamasa,
  month,
  prevalence,
  status,
  targetGroup,
} from '#tests/support/figure-answers.ts';
import { renderClient } from '#tests/support/render-client.tsx';

const regencies = {
  indicator: indicator(),
  targetGroupIndicator: targetGroup,
  rows: [
    {
      area: majene,
      figure: figure({ areaId: '76.05', value: 900, held: 8, expected: 8 }),
      targetGroup: figure({ areaId: '76.05', indicatorId: 'ST_SASARAN', value: 1000, held: 8, expected: 8 }),
      status: status(),
      stages: [],
    },
    {
      area: mamasa,
      figure: figure({ areaId: '76.03', value: 1600, held: 15, expected: 17 }),
      targetGroup: figure({ areaId: '76.03', indicatorId: 'ST_SASARAN', value: 4000, held: 17, expected: 17 }),
      status: status(),
      stages: [],
    },
  ],
};

function rankedNames(): string[] {
  return screen.getAllByRole('button', { name: /^(Majene|Mamasa)$/ }).map((button) => button.textContent ?? '');
}

describe('regencies compared', () => {
  it('turns the order when a share of the target group becomes a count', async () => {
    renderClient(<RankingPanel page={issuePage()} regencies={regencies} />);
    expect(rankedNames()).toEqual(['Majene', 'Mamasa']);
    expect(screen.getByText(/^90,0\s%$/)).toBeInTheDocument();
    await userEvent.click(screen.getByText('Jumlah'));
    expect(rankedNames()).toEqual(['Mamasa', 'Majene']);
    expect(screen.getByText('1.600')).toBeInTheDocument();
  });

  it('divides by population where that is asked for, and shows the province in the same terms', async () => {
    renderClient(<RankingPanel page={issuePage()} regencies={regencies} />);
    await userEvent.click(screen.getByText('Per 1.000 penduduk'));
    expect(screen.getByText('10,0')).toBeInTheDocument();
    expect(screen.getByText('5,0')).toBeInTheDocument();
    expect(screen.getByText('Provinsi: 6,2')).toBeInTheDocument();
  });

  it('says how much of a regency is held, and that its target group holds more', () => {
    renderClient(<RankingPanel page={issuePage()} regencies={regencies} />);
    expect(screen.getByText('15 dari 17 kecamatan · cakupan sasaran berbeda')).toBeInTheDocument();
  });

  it('offers no switch for what cannot be added', () => {
    const rate = { ...regencies, indicator: prevalence, targetGroupIndicator: null };
    renderClient(<RankingPanel page={issuePage()} regencies={rate} />);
    expect(screen.queryByRole('radiogroup')).toBeNull();
  });
});

describe('the cascade', () => {
  it('gives what remains with the stages it is computed from', () => {
    const answer = cascade({ target: 16_377, reached: 9085, left: 1054 });
    renderClient(<CascadePanel cascade={answer} issueId="ST" areaId="76" />);
    expect(screen.getByText('Belum keluar, dari sasaran 15.323 (= Sasaran − Keluar status)')).toBeInTheDocument();
    expect(screen.getByText(/Agustus 2023 · s\.d\. minggu II Agustus 2023 · 58 dari 69 kecamatan/)).toBeInTheDocument();
  });

  it('makes its finding the title where both shares may be compared', () => {
    const answer = cascade({ target: 16_377, reached: 9085, left: 1054 });
    answer.shares = [
      { id: 'reachedOfTarget', part: 'reached', whole: 'target_group', value: 55.474, isComparable: true },
      { id: 'leftOfReached', part: 'left', whole: 'reached', value: 11.601, isComparable: true },
    ];
    renderClient(<CascadePanel cascade={answer} issueId="ST" areaId="76" />);
    const title = screen.getByRole('heading', { level: 3 }).textContent?.replaceAll('\u00a0', ' ');
    expect(title).toBe('55,5 % sasaran sudah diintervensi, 11,6 % di antaranya keluar status');
  });

  it('says that a stage has no data and leaves what depends on it open', () => {
    const answer = cascade({ target: 16_377, reached: null, left: null });
    renderClient(<CascadePanel cascade={answer} issueId="ST" areaId="76" />);
    expect(screen.getAllByText('belum ada data')).toHaveLength(2);
    expect(screen.getByText(/Belum keluar, dari sasaran belum ada data/)).toBeInTheDocument();
  });

  it('tells what to do where there is nothing at all', () => {
    renderClient(<CascadePanel cascade={null} issueId="ST" areaId="76" />);
    expect(screen.getByText(/Angka muncul setelah OPD mengajukan laporan/)).toBeInTheDocument();
  });
});

const runRate: NonNullable<TrajectoryAnswer['runRate']> = {
  targetMonth: '2023-12',
  targetValue: 16_377,
  perMonth: 1450,
  projected: 14_885,
  neededPerMonth: 1823,
  reachedByMonth: '2024-02',
  monthsLeft: 4,
  basisMonths: 6,
};

function sentence(rate: Partial<typeof runRate>, overrides: Partial<Headline> = {}): string {
  const { trajectory, ...own } = issuePage().headline;
  const given = { ...own, ...overrides, trajectory: { ...trajectory, runRate: { ...runRate, ...rate } } };
  const Sentence = () => useRunRateSentence()(given, month) ?? '';
  return renderClient(<Sentence />).container.textContent?.replaceAll('\u00a0', ' ') ?? '';
}

describe('the run-rate', () => {
  it('says where the pace leads and what is needed', () => {
    expect(sentence({})).toContain(
      'Dengan laju sekarang (+1.450 per bulan, dari 6 bulan berdata) tercapai 14.885 anak pada Desember 2023. Untuk mencapai 16.377 anak perlu +1.823 per bulan.',
    );
  });

  it.each([
    [{ neededPerMonth: 0 }, 'Target 16.377 anak sudah tercapai.'],
    [{ monthsLeft: 0, targetMonth: '2022-12' }, 'Tenggat target 16.377 anak (Desember 2022) sudah lewat.'],
    [{ perMonth: null, projected: null }, 'Laju belum dapat dihitung: perlu sedikitnya dua bulan berisi data.'],
  ])('says that the target is reached, out of date, or that the pace is unknown: %j', (rate, words) => {
    expect(sentence(rate)).toContain(words);
  });

  it('speaks of percentage points and never leaves what is possible', () => {
    const falling = {
      perMonth: -0.0617,
      projected: -0.575,
      neededPerMonth: -0.73,
      targetValue: 0,
      reachedByMonth: null,
    };
    const words = sentence(falling, headline({ indicator: prevalence }));
    expect(words).toContain('-0,06 poin persen per bulan');
    expect(words).toContain('tercapai 0,00 % pada Desember 2023');
    expect(possibleValue(104, prevalence)).toBe(100);
  });
});

describe('two truths', () => {
  const programme = { indicator: left, figure: figure({ indicatorId: 'ST_KELUAR', value: 1054 }), seriesNameId: null };
  const survey = {
    indicator: prevalence,
    figure: figure({
      indicatorId: 'ST_PREV_SURVEI',
      value: 35,
      expected: 1,
      basis: 'published',
      source: 'Kemenkes, SSGI 2022',
      periodLabel: 'SSGI 2022',
    }),
    seriesNameId: 'Survei nasional',
  };

  it('stand side by side with their sources and are not subtracted when they measure different things', () => {
    const sides = [programme, survey].map((side) => ({ ...side, seriesNameEn: null, previous: null }));
    renderClient(<TwoTruthsPanel truths={{ id: 'a', kind: 'programme_and_survey', sides }} issueId="ST" />);
    expect(screen.getByText('1.054')).toBeInTheDocument();
    expect(screen.getByText(/^35,00\s%$/)).toBeInTheDocument();
    expect(screen.getByText('Kemenkes, SSGI 2022')).toBeInTheDocument();
    expect(screen.getByText('tidak dapat dikurangkan: ukurannya berbeda')).toBeInTheDocument();
    expect(screen.getByText(/tidak dapat dipakai untuk mengatakan bahwa prevalensi turun/)).toBeInTheDocument();
  });

  it('show by how much two sources of one figure differ', () => {
    const sides = [1054, 1024].map((value, index) => ({
      indicator: left,
      figure: figure({ indicatorId: 'ST_KELUAR', value, basis: 'published', source: `Sumber ${index}`, expected: 1 }),
      seriesNameId: ['Buku satgas', 'Judul berita'][index] ?? null,
      seriesNameEn: null,
      previous: null,
    }));
    renderClient(<TwoTruthsPanel truths={{ id: 'b', kind: 'sources_differ', sides }} issueId="ST" />);
    expect(screen.getByText('-30')).toBeInTheDocument();
  });
});

describe('what is to be reached', () => {
  it('gives each target with year and legal basis, the nation’s marked as such', () => {
    const point = {
      indicatorId: 'ST_PREV_SURVEI',
      areaId: 'ID',
      month: '2024-12',
      kind: 'target' as const,
      value: 14,
      low: null,
      high: null,
      legalBasis: 'Perpres 72/2021',
      source: null,
      confidence: null,
      isSample: false,
    };
    renderClient(<GoalSection page={issuePage({ targets: [{ indicator: prevalence, points: [point] }] })} />);
    const row = screen.getByRole('row', { name: /Prevalensi stunting/ });
    expect(within(row).getByText(/14,00\s% \(Des 2024\)/)).toBeInTheDocument();
    expect(row).toHaveTextContent('Perpres 72/2021 · nasional');
    expect(screen.getByText('sedang disusun')).toBeInTheDocument();
    expect(screen.getByText('Belum ada OPD yang ditunjuk sebagai koordinator pada bulan ini.')).toBeInTheDocument();
  });

  it('says who records a target where there is none', () => {
    renderClient(<GoalSection page={issuePage()} />);
    expect(screen.getByText(/Sekretariat mencatatnya di Kelola/)).toBeInTheDocument();
  });
});

describe('the steps of a target band', () => {
  it('end where the limits change and where there is no plan', () => {
    const at = (planMonth: string, low: number | null, high: number | null) => ({
      month: planMonth,
      value: low,
      low,
      high,
    });
    const planned = [
      at('2023-11', 2, 4),
      at('2023-12', 2, 4),
      at('2024-01', 1.5, 3.5),
      at('2024-02', null, null),
      at('2024-03', 1.5, 3.5),
    ];
    expect(bandSteps(planned)).toEqual([
      { from: '2023-11', to: '2023-12', low: 2, high: 4 },
      { from: '2024-01', to: '2024-01', low: 1.5, high: 3.5 },
      { from: '2024-03', to: '2024-03', low: 1.5, high: 3.5 },
    ]);
  });
});
