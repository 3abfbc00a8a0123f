// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { CompletenessMatrix } from '#client/features/report/completeness-matrix.tsx';
import { DueList } from '#client/features/report/due-list.tsx';
import { RestatementLedger } from '#client/features/report/restatement-ledger.tsx';
import { VerificationDesk } from '#client/features/report/verification-desk.tsx';
import type { IssueId } from '#shared/indicator.ts';
import type { Completeness, CompletenessCell } from '#shared/report/completeness.ts';
import type { DueReport } from '#shared/report/due.ts';
import type { Restatement } from '#shared/report/restatement.ts';
import { allowSlowDom } from '#tests/support/dom-patience.ts';
import { renderClient } from '#tests/support/render-client.tsx';
import { reportGrid } from '#tests/support/report-grid.ts';

allowSlowDom();

const head = reportGrid().report;

function dueReport(issueId: IssueId, month: string, rest: Partial<DueReport> = {}): DueReport {
  const reportKey = `${month}_${issueId}_biro-hukum`;
  return { ...head, reportKey, issueId, month, isPredecessors: false, returnedCells: [], ...rest };
}

const late = dueReport('ST', '2023-06', { state: 'not_started', dueDate: '2023-07-05', daysOverdue: 62 });
const returned = dueReport('KE', '2023-08', {
  state: 'returned',
  returnedCells: [
    {
      indicatorId: 'KE_INTERVENSI',
      areaId: '76.04.13',
      areaName: 'Anreapi',
      shortNameId: 'Diintervensi',
      shortNameEn: 'Reached',
      reason: 'beda dengan P3KE',
      byName: 'Sekretariat',
      at: '2023-09-04T01:00:00Z',
    },
  ],
});

describe('what is due from me', () => {
  it('puts the overdue first, in words, and links to the report', () => {
    renderClient(<DueList due={{ today: '2023-09-05', open: [late, returned], done: [] }} />);
    const [first] = screen.getAllByRole('listitem');
    expect(first).toHaveTextContent('Stunting · Juni 2023');
    expect(first).toHaveTextContent('Terlambat 62 hari');
    expect(screen.getByRole('link', { name: /Stunting · Juni 2023/ })).toHaveAttribute(
      'href',
      '/pelaporan/2023-06_ST_biro-hukum',
    );
  });

  it('keeps what is locked among the overdue, says so in a word, and what to do', () => {
    const locked = { ...late, isLocked: true };
    // Its cells were asked for: nothing closes it.
    const asked = { ...returned, isLocked: true, counters: { ...head.counters, returned: 1 } };
    renderClient(<DueList due={{ today: '2023-09-05', open: [locked, asked], done: [] }} />);
    const [first, second] = screen.getAllByRole('listitem');
    expect(first).toHaveTextContent('Terlambat 62 hariTerkunci');
    expect(first).toHaveTextContent('minta sekretariat memperpanjang tenggatnya');
    expect(second).not.toHaveTextContent('Terkunci');
  });

  it('says why figures came back, and by whom', () => {
    renderClient(<DueList due={{ today: '2023-09-05', open: [returned], done: [] }} />);
    expect(screen.getByText(/Diintervensi · Anreapi: “beda dengan P3KE” – Sekretariat/)).toBeInTheDocument();
  });

  it('never lets a filter hide what is overdue unsaid', async () => {
    renderClient(<DueList due={{ today: '2023-09-05', open: [late, returned], done: [] }} />);
    await userEvent.selectOptions(screen.getByRole('combobox'), 'KE');
    expect(screen.queryByText(/Juni 2023/)).toBeNull();
    expect(screen.getByText('1 laporan terlambat dari isu lain tidak tampil karena saringan.')).toBeInTheDocument();
  });

  it('names the agency whose report was taken over', () => {
    const agency = { id: 'dp3a', abbr: 'DP3A', name: 'Dinas P3A' };
    const inherited = dueReport('PA', '2023-08', { isPredecessors: true, agency });
    renderClient(<DueList due={{ today: '2023-09-05', open: [inherited], done: [] }} />);
    expect(screen.getByText('Laporan Dinas P3A, yang kini bergabung ke OPD Anda')).toBeInTheDocument();
  });

  it('says so when nothing is due', () => {
    renderClient(<DueList due={{ today: '2023-09-05', open: [], done: [] }} />);
    expect(screen.getByText('Tidak ada laporan yang menunggu Anda')).toBeInTheDocument();
  });
});

describe('the verification desk', () => {
  it('says since when a report waits', () => {
    const waiting = {
      ...head,
      state: 'submitted' as const,
      submittedAt: '2023-08-28T02:00:00Z',
      submittedByName: 'Rahmat',
    };
    renderClient(
      <VerificationDesk
        desk={{
          today: '2023-09-05',
          reports: [{ ...waiting, daysWaiting: 8, submittedCells: 15, verifyBy: '2023-08-31', daysPastVerifyBy: 3 }],
        }}
      />,
      { role: 'secretariat' },
    );
    const card = screen.getByRole('listitem');
    expect(card).toHaveTextContent('Menunggu 8 hari');
    expect(card).toHaveTextContent('15 sel diajukan Rahmat, 28 Agt 2023 10.00 WITA');
    expect(card).toHaveTextContent('Terlambat 3 hari kerja');
    expect(card).toHaveTextContent('diputuskan paling lambat 31 Agustus 2023');
  });

  it('puts first whose time is up, marks the last day, and can show the late alone', async () => {
    const desk = (issueId: 'ST' | 'KE' | 'PA', name: string, verifyBy: string, daysPastVerifyBy: number) => ({
      ...dueReport(issueId, '2023-08', { agency: { id: name, abbr: name, name } }),
      state: 'submitted' as const,
      submittedAt: '2023-09-01T02:00:00Z',
      daysWaiting: 4,
      submittedCells: 3,
      verifyBy,
      daysPastVerifyBy,
    });
    const reports = [
      desk('ST', 'Zaitun', '2023-09-08', 0),
      desk('KE', 'Anggur', '2023-09-05', 0),
      desk('PA', 'Mangga', '2023-09-01', 2),
    ];
    renderClient(<VerificationDesk desk={{ today: '2023-09-05', reports }} />, { role: 'secretariat' });
    const names = () => screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);
    expect(names()).toEqual(['Mangga', 'Anggur', 'Zaitun']);
    const marks = screen.getAllByRole('listitem').map((card) => card.textContent);
    expect(marks[0]).toContain('Terlambat 2 hari kerja');
    expect(marks[1]).toContain('Hari terakhir');
    expect(marks[2]).toContain('Dalam batas waktu');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Urutan' }), 'Nama OPD');
    expect(names()).toEqual(['Anggur', 'Mangga', 'Zaitun']);
    await userEvent.click(screen.getByText('Terlambat (1)'));
    expect(names()).toEqual(['Mangga']);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Saring menurut isu' }), 'ST');
    expect(screen.getByText('Tidak ada laporan yang melewati batas verifikasi')).toBeInTheDocument();
    expect(screen.getByText('1 laporan terlambat dari isu lain tidak tampil karena saringan.')).toBeInTheDocument();
  });
});

describe('the ledger of restatements', () => {
  it('says what changed, why, and what it did to the province', () => {
    const row: Restatement = {
      id: 'r1',
      indicatorId: 'ST_KELUAR',
      areaId: '76.02.03',
      issueId: 'ST',
      month: '2023-08',
      areaName: 'Kalukku',
      shortNameId: 'Keluar status',
      shortNameEn: 'Left the status',
      unitId: 'anak',
      unitEn: 'children',
      decimals: 0,
      fromKind: 'number',
      fromValue: 51,
      toKind: 'not_reported',
      toValue: null,
      reason: 'Salah kecamatan',
      correctedByName: 'Rahmat',
      verifiedByName: 'Ayu',
      at: '2023-09-10T04:00:00Z',
      provinceBefore: 1353,
      provinceAfter: 1302,
    };
    renderClient(<RestatementLedger restatements={[row]} />);
    const table = screen.getByRole('table');
    expect(table).toHaveTextContent('51 → belum ada data');
    expect(table).toHaveTextContent('Salah kecamatandikoreksi Rahmat · diverifikasi Ayu');
    expect(table).toHaveTextContent('1.353 → 1.302 (-51)');
  });
});

describe('the completeness matrix', () => {
  const counters = { expected: 10, filled: 8, notApplicable: 1, verified: 0, returned: 0, edited: 0 };
  const cell = (agencyId: string, issueId: IssueId, rest: Partial<CompletenessCell>): CompletenessCell => ({
    reportKey: `2023-08_${issueId}_${agencyId}`,
    agencyId,
    issueId,
    month: '2023-08',
    state: 'not_started',
    dueDate: '2023-09-05',
    counters,
    received: 0,
    isOnTime: null,
    daysLate: 0,
    isLocked: false,
    firstSubmittedAt: null,
    isSample: false,
    ...rest,
  });
  const total = {
    month: '2023-08',
    reportsExpected: 3,
    reportsReceived: 1,
    reportsOnTime: 1,
    reportsVerified: 0,
    reportsOverdue: 1,
    counters,
    received: 9,
  };
  const data: Completeness = {
    today: '2023-09-10',
    months: ['2023-08'],
    agencies: [
      { id: 'a', abbr: 'A', name: 'Biro Hukum' },
      { id: 'b', abbr: 'B', name: 'Biro Umum' },
    ],
    cells: [
      cell('a', 'ST', { state: 'returned', firstSubmittedAt: '2023-09-04T00:00:00Z', isOnTime: true, received: 9 }),
      cell('a', 'KE', { daysLate: 5, isOnTime: false }),
      cell('b', 'ST', { state: 'draft' }),
      cell('b', 'PA', { daysLate: 70, isOnTime: false, isLocked: true }),
    ],
    issueTotals: [],
    totals: [total],
  };

  it('counts from the cells, says the state in words, and leads to the report', () => {
    renderClient(<CompletenessMatrix data={data} month="2023-08" />);
    const row = within(screen.getByRole('table')).getByRole('row', { name: /Biro Hukum/ });
    expect(row).toHaveTextContent('Lewat 5 hari');
    expect(within(row).getByRole('link', { name: /Dikembalikan/ })).toHaveAttribute('href', '/pelaporan/2023-08_ST_a');
    expect(row).toHaveTextContent('9/10 sel · tepat waktu');
    expect(row).toHaveTextContent('1 dari 2');
    const other = within(screen.getByRole('table')).getByRole('row', { name: /Biro Umum/ });
    expect(within(other).getByRole('link', { name: /Lewat 70 hari/ })).toHaveTextContent('Terkunci');
    expect(other).toHaveTextContent('tidak ditugasi');
    expect(row).not.toHaveTextContent('Terkunci');
  });
});
