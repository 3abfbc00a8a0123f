// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import { SmallWinCard } from '#client/features/small-win/small-win-card.tsx';
import '#client/i18n/index.ts';
import type { SmallWinCard as Card, SmallWinClaim } from '#shared/small-win.ts';

const claim: SmallWinClaim = {
  indicator: {
    id: 'ST_KELUAR',
    issueId: 'ST',
    nameId: 'Anak yang keluar dari status stunting',
    nameEn: 'Children who left stunting',
    shortNameId: 'Keluar',
    shortNameEn: 'Left',
    unitId: 'anak',
    unitEn: 'children',
    decimals: 0,
    direction: 'higher',
    measure: 'cumulative',
    aggregation: 'sum',
    periodicity: 'monthly',
    stage: 'left',
    collectLevel: 'district',
    isPercentage: false,
  },
  area: { id: '76', name: 'Sulawesi Barat', level: 'province' },
  month: '2023-08',
  claimed: 1024,
  result: 'differs',
  difference: -30,
  figure: {
    indicatorId: 'ST_KELUAR',
    areaId: '76',
    month: '2023-08',
    value: 1054,
    seriesId: 'series',
    held: 1,
    expected: 1,
    basis: 'published',
    isSample: false,
    isComparable: true,
    source: 'Wahyudi Iswar (2023)',
    periodLabel: 'minggu II Agustus 2023',
    cutOff: null,
    confidence: 'H',
    note: null,
  },
};

function showCard(overrides: Partial<Card> = {}, showState = false) {
  const win: Card = {
    id: 'win-1',
    version: 1,
    issueId: 'ST',
    title: 'Anak keluar dari status stunting',
    excerpt: 'Berita menulis 1.024.',
    date: '2023-08-31',
    news: 'good',
    state: 'published',
    areas: ['Mamuju', 'Majene', 'Mamasa', 'Pasangkayu'].map((name, index) => ({
      id: `76.0${index}`,
      name,
      level: 'regency',
    })),
    agency: null,
    claim,
    photos: [],
    fileCount: 2,
    isSample: false,
    ...overrides,
  };
  render(
    <MantineProvider>
      <MemoryRouter>
        <SmallWinCard win={win} showState={showState} />
      </MemoryRouter>
    </MantineProvider>,
  );
}

describe('the card of a small win', () => {
  it('shows both figures of a claim that differs', () => {
    showCard();
    expect(screen.getByText('angka berbeda dari laporan: 1.024 ↔ 1.054')).toBeInTheDocument();
  });

  it('says that a claim agrees, or that there is nothing to compare with', () => {
    showCard({ claim: { ...claim, result: 'matches', difference: 0 } });
    expect(screen.getByText('angka cocok dengan laporan')).toBeInTheDocument();
    showCard({ claim: { ...claim, result: 'no_figure', difference: null, figure: null } });
    expect(screen.getByText('belum ada angka laporan untuk dibandingkan')).toBeInTheDocument();
  });

  it('is one link, with the kind of news in words, the date, the first areas and the count of files', () => {
    showCard();
    expect(screen.getByRole('link').getAttribute('href')).toBe('/small-wins/win-1');
    for (const text of ['Kabar baik', '31 Agustus 2023', 'Mamuju, Majene, Mamasa +1 wilayah', '2 berkas']) {
      expect(screen.getByText(text)).toBeInTheDocument();
    }
  });

  it('names the state for staff only', () => {
    showCard({ state: 'verified' }, true);
    expect(screen.getByText('Terverifikasi')).toBeInTheDocument();
    showCard({ state: 'published' });
    expect(screen.queryByText('Terbit')).not.toBeInTheDocument();
  });
});
