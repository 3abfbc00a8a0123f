// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AreaFacts } from '#client/features/area/area-facts.tsx';
import { AreaIssues } from '#client/features/area/area-issues.tsx';
import { AreaPath } from '#client/features/area/area-path.tsx';
import { ChildrenPanel } from '#client/features/area/children-panel.tsx';
import { ResponsibleTable } from '#client/features/area/responsible-table.tsx';
import type { AreaIssue, AreaPage } from '#shared/area-page.ts';
import type { ResponsibleAgency } from '#shared/issue-page.ts';
import { area, cascade, figure, issuePage, majene, month, province, status } from '#tests/support/figure-answers.ts';
import { renderClient } from '#tests/support/render-client.tsx';

function agency(abbr: string): ResponsibleAgency {
  return {
    agencyId: abbr,
    abbr,
    name: `Dinas ${abbr}`,
    role: 'area_owner',
    legalBasis: 'Keputusan Gubernur 296/2023',
    source: null,
    confidence: 'M',
    validFrom: '2023-07-02',
    validTo: null,
    isSample: false,
  };
}

function stunting(overrides: Partial<AreaIssue> = {}): AreaIssue {
  const { headline, issue } = issuePage();
  return {
    issue,
    headline,
    cascade: cascade({ target: 1000, reached: 900, left: null }),
    responsible: [agency('Disdik')],
    ...overrides,
  };
}

function areaPage(overrides: Partial<AreaPage> = {}): AreaPage {
  return {
    dataVersion: 1,
    asOf: '2023-09-11',
    month,
    data: 'verified',
    province,
    area: {
      ...majene,
      bpsCode: '7601',
      kind: 'kabupaten',
      formerName: null,
      aliases: [],
      male: 90_000,
      female: 90_500,
      areaKm2: 947.84,
      regencyCount: 1,
      districtCount: 8,
      villageCount: 82,
      codeVersion: 'Kepmendagri 300.2.2-2430/2025',
    },
    ancestors: [
      { id: 'ID', level: 'nation', name: 'Indonesia' },
      { id: '76', level: 'province', name: 'Sulawesi Barat' },
    ],
    issues: [stunting()],
    childIndicators: [stunting().headline.indicator],
    children: [],
    smallWins: [],
    ...overrides,
  };
}

describe('the page of an area', () => {
  it('leads up to the province, which alone has a page above', () => {
    renderClient(<AreaPath page={areaPage()} />, { address: '/wilayah/76.05?bulan=2023-08' });
    expect(screen.getByRole('link', { name: 'Sulawesi Barat' })).toHaveAttribute('href', '/wilayah/76?bulan=2023-08');
    expect(screen.queryByText('Indonesia')).toBeNull();
  });

  it('keeps the two code systems apart and says why', () => {
    renderClient(<AreaFacts area={areaPage().area} />);
    expect(screen.getByText('76.05')).toBeInTheDocument();
    expect(screen.getByText('7601')).toBeInTheDocument();
    expect(screen.getByText(/Jangan mencocokkan angkanya/)).toBeInTheDocument();
  });

  it('says what is not known rather than zero', () => {
    renderClient(<AreaFacts area={{ ...areaPage().area, bpsCode: null, population: null, male: null }} />);
    expect(screen.getAllByText('belum diketahui')).toHaveLength(2);
  });

  it('gives each issue its figure and stages, a missing stage in words', () => {
    renderClient(<AreaIssues page={areaPage()} />);
    const stages = screen.getByRole('list', { name: 'Tahap penanganan' });
    expect(within(stages).getByText('900')).toBeInTheDocument();
    expect(within(stages).getByText('belum ada data')).toBeInTheDocument();
  });

  it('says so where an issue is not collected at this level', () => {
    const headline = {
      ...stunting().headline,
      figure: null,
      status: status({ status: 'no_data', reason: 'not_collected', share: null }),
    };
    renderClient(<AreaIssues page={areaPage({ issues: [stunting({ headline, cascade: null })] })} />);
    expect(screen.getByText('Isu ini tidak dikumpulkan pada tingkat wilayah ini.')).toBeInTheDocument();
  });

  it('names who is responsible with the basis, and many owners by their short names', () => {
    const poverty = stunting({
      issue: { id: 'KE', slug: 'kemiskinan-ekstrem', nameId: 'Kemiskinan ekstrem', nameEn: 'Extreme poverty' },
      responsible: ['Dinsos', 'DKP', 'DLHK'].map(agency),
    });
    renderClient(<ResponsibleTable page={areaPage({ issues: [stunting(), poverty] })} />);
    const named = screen.getByRole('row', { name: /Stunting Dinas Disdik/ });
    expect(named).toHaveTextContent(/Keputusan Gubernur 296\/2023.*Sedang/);
    expect(screen.getByRole('row', { name: /Kemiskinan ekstrem/ })).toHaveTextContent(
      '3 OPD, masing-masing untuk sebagian wilayah: Dinsos, DKP, DLHK',
    );
  });
});

describe('the areas below', () => {
  const child = (value: number | null) => ({
    area: area({ id: '76.05.01', parentId: '76.05', level: 'district', name: 'Banggae' }),
    cells: [
      {
        issueId: 'ST' as const,
        indicatorId: 'ST_INTERVENSI',
        figure: value === null ? null : figure({ areaId: '76.05.01', value }),
        status: status({ status: 'no_data', reason: 'no_target', share: null }),
      },
    ],
  });

  it('show a figure without a target without any sign', () => {
    renderClient(<ChildrenPanel page={areaPage({ children: [child(75)] })} />);
    const row = screen.getByRole('row', { name: /Banggae/ });
    expect(within(row).getByRole('cell')).toHaveTextContent(/^75$/);
    expect(screen.getByText(/Belum ada target pada tingkat ini/)).toBeInTheDocument();
  });

  it('show a missing figure in words', () => {
    renderClient(<ChildrenPanel page={areaPage({ children: [child(null)] })} />);
    expect(within(screen.getByRole('row', { name: /Banggae/ })).getByRole('cell')).toHaveTextContent('tanpa data');
  });

  it('are only links where nothing is collected for them', () => {
    const village = { ...child(null), area: area({ id: '76.05.01.2003', level: 'village', name: 'Palipi' }) };
    renderClient(<ChildrenPanel page={areaPage({ children: [village] })} />);
    expect(screen.getByRole('link', { name: 'Palipi' })).toHaveAttribute('href', '/wilayah/76.05.01.2003');
    expect(screen.queryByRole('table')).toBeNull();
  });
});
