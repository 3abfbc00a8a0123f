import type { FigureChange } from '#shared/briefing/change.ts';
import type { SlideBodyOf } from '#shared/briefing/content.ts';
import type { Completeness } from '#shared/figure.ts';
import type { LateReport } from '#shared/overview.ts';
import { figure, status } from '#tests/support/figure-answers.ts';
import { indicators, issueBriefs, month, province, regencyAreas } from './figures.ts';

const places = (...ids: string[]) =>
  regencyAreas.filter(({ id }) => ids.includes(id)).map(({ id, name }) => ({ id, name }));

export const smallWinBody: SlideBodyOf<'small_wins'> = {
  kind: 'small_wins',
  items: [
    {
      id: 'win-1',
      issueId: 'ST',
      title: '1.054 anak keluar dari status stunting',
      date: '2023-08-21',
      news: 'good',
      state: 'published',
      areas: places('76.01', '76.02', '76.03', '76.04', '76.05', '76.06'),
      claim: {
        indicator: indicators.left,
        areaId: '76',
        month,
        claimed: 1054,
        held: 1054,
        differs: false,
      },
      isSample: false,
      story:
        'Pengukuran ulang di enam kabupaten pada minggu kedua Agustus menunjukkan 1.054 anak tidak lagi berstatus stunting setelah tiga bulan pendampingan gizi.',
      pictureSha256: null,
      pictureAlt: '',
    },
    {
      id: 'win-2',
      issueId: 'ATS',
      title: '791 anak kembali bersekolah',
      date: '2023-08-20',
      news: 'good',
      state: 'published',
      areas: places('76.04', '76.05'),
      claim: { indicator: indicators.school, areaId: '76', month, claimed: 800, held: 791, differs: true },
      isSample: false,
      story: 'Kunjungan rumah bersama kepala desa membawa anak kembali ke sekolah dan ke kejar paket.',
      pictureSha256: null,
      pictureAlt: '',
    },
    {
      id: 'win-3',
      issueId: 'INF',
      title: 'Gerakan pangan murah di 14 titik menjelang Maulid',
      date: '2023-08-18',
      news: 'good',
      state: 'verified',
      areas: places('76.02'),
      claim: null,
      isSample: true,
      story: 'Beras dan telur dijual di bawah harga pasar.',
      pictureSha256: null,
      pictureAlt: '',
    },
  ],
};

const late = (given: Partial<LateReport>): LateReport => ({
  agencyId: 'dishub',
  agencyAbbr: 'Dishub',
  agencyName: 'Dinas Perhubungan',
  issueId: 'ST',
  state: 'missing',
  dueDate: '2023-09-05',
  daysLate: 6,
  returnedCells: 0,
  ...given,
});

export const lateReports: LateReport[] = [
  late({}),
  late({ agencyId: 'umum', agencyAbbr: 'Biro Umum', agencyName: 'Biro Umum', issueId: 'KE' }),
  late({
    agencyId: 'dp3',
    agencyAbbr: 'DP3AP2KB',
    agencyName:
      'Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana Provinsi Sulawesi Barat',
    issueId: 'PA',
    daysLate: 4,
  }),
  late({
    agencyId: 'dprd',
    agencyAbbr: 'Sekretariat DPRD',
    agencyName: 'Sekretariat DPRD',
    issueId: 'ATS',
    state: 'returned',
    daysLate: 0,
    returnedCells: 2,
  }),
];

export const obstacleBody: SlideBodyOf<'obstacles'> = {
  kind: 'obstacles',
  items: [
    {
      id: 'bad-1',
      issueId: 'ST',
      title: 'Alat ukur panjang badan di 9 posyandu Mamasa rusak',
      date: '2023-08-16',
      news: 'bad',
      state: 'verified',
      areas: places('76.03'),
      claim: null,
      isSample: false,
      story: 'Pengukuran bulan Agustus ditunda; alat pengganti menunggu pergeseran anggaran kabupaten.',
      pictureSha256: null,
      pictureAlt: '',
    },
  ],
  critical: [
    {
      issue: issueBriefs.ST,
      area: regencyAreas[3] ?? province,
      indicator: indicators.reached,
      figure: figure({ areaId: '76.03', value: 498, held: 11, expected: 17 }),
      status: status({ status: 'critical', share: 0.38 }),
    },
    {
      issue: issueBriefs.ATS,
      area: regencyAreas[1] ?? province,
      indicator: indicators.school,
      figure: figure({ indicatorId: 'ATS_KEMBALI', areaId: '76.06', value: 41, held: 5, expected: 5 }),
      status: status({ status: 'critical', share: 0.42 }),
    },
    {
      issue: issueBriefs.ATS,
      area: regencyAreas[5] ?? province,
      indicator: indicators.school,
      figure: figure({ indicatorId: 'ATS_KEMBALI', areaId: '76.04', value: 203, held: 16, expected: 16 }),
      status: status({ status: 'critical', share: 0.51 }),
    },
  ],
  lateReports,
};

const completeness = (given: Partial<Completeness>): Completeness => ({
  expected: 38,
  received: 32,
  onTime: 28,
  verified: 25,
  submitted: 5,
  returned: 2,
  missing: 6,
  dueDate: '2023-09-05',
  cells: { expected: 690, filled: 610, verified: 540 },
  ...given,
});

export const completenessBody: SlideBodyOf<'completeness'> = {
  kind: 'completeness',
  total: completeness({
    expected: 152,
    received: 130,
    onTime: 109,
    verified: 96,
    submitted: 28,
    returned: 6,
    missing: 22,
    cells: { expected: 2760, filled: 2391, verified: 1944 },
  }),
  issues: [
    {
      issue: issueBriefs.KE,
      completeness: completeness({ received: 34, verified: 28, submitted: 6, returned: 0, missing: 4 }),
    },
    {
      issue: issueBriefs.ST,
      completeness: completeness({ received: 35, verified: 30, submitted: 4, returned: 1, missing: 3 }),
    },
    { issue: issueBriefs.ATS, completeness: completeness({}) },
    {
      issue: issueBriefs.PA,
      completeness: completeness({ received: 29, verified: 13, submitted: 13, returned: 3, missing: 9 }),
    },
    { issue: issueBriefs.INF, completeness: null },
  ],
  lateReports,
};

export const actionItemBody: SlideBodyOf<'action_items'> = {
  kind: 'action_items',
  asOf: '2023-08-28',
  items: [
    {
      id: 'act-1',
      text: 'Juklak penanganan anak tidak sekolah difinalkan dan dikirim ke kabupaten',
      state: 'in_progress',
      issueId: 'ATS',
      ownerAgencyId: 'disdikbud',
      ownerAbbr: 'Disdikbud',
      ownerName: 'Dinas Pendidikan dan Kebudayaan',
      dueDate: '2023-08-16',
      daysLate: 12,
      meetingTitle: 'Rapat koordinasi Juli',
      meetingDate: '2023-07-27',
      isSample: false,
      figure: {
        indicatorId: 'ATS_KEMBALI',
        nameId: 'Anak yang kembali bersekolah',
        nameEn: 'Children back at school',
        unitId: 'anak',
        unitEn: 'children',
        decimals: 0,
        direction: 'higher',
        isPercentage: false,
        areaId: '76',
        areaName: 'Sulawesi Barat',
        before: { month: '2023-07', value: 669 },
        now: { month: '2023-08', value: 791 },
        isComparable: true,
        moved: 'better',
      },
    },
    {
      id: 'act-2',
      text: 'Sinkronkan data D/S dengan puskesmas di Mamasa dan Mamuju Tengah',
      state: 'open',
      issueId: 'ST',
      ownerAgencyId: 'dinkes',
      ownerAbbr: 'Dinkes',
      ownerName: 'Dinas Kesehatan',
      dueDate: '2023-08-23',
      daysLate: 5,
      meetingTitle: 'Rapat koordinasi Juli',
      meetingDate: '2023-07-27',
      isSample: false,
      figure: null,
    },
    {
      id: 'act-3',
      text: 'Surat ke perbankan tentang dana CSR untuk keluarga miskin ekstrem',
      state: 'open',
      issueId: 'KE',
      ownerAgencyId: 'ekbang',
      ownerAbbr: 'Biro Ekbang',
      ownerName: 'Biro Ekonomi dan Pembangunan',
      dueDate: '2023-08-31',
      daysLate: 0,
      meetingTitle: null,
      meetingDate: null,
      isSample: false,
      figure: null,
    },
    {
      id: 'act-4',
      text: 'Jadwal gerakan pangan murah September diumumkan',
      state: 'done',
      issueId: 'INF',
      ownerAgencyId: 'disketapang',
      ownerAbbr: 'Disketapang',
      ownerName: 'Dinas Ketahanan Pangan',
      dueDate: '2023-08-20',
      daysLate: 0,
      meetingTitle: 'Rapat TPID',
      meetingDate: '2023-08-02',
      isSample: false,
      figure: null,
    },
  ],
};

const side = (value: number | null, given: Partial<NonNullable<FigureChange['before']>> = {}) => ({
  value,
  held: 58,
  expected: 69,
  basis: 'verified' as const,
  status: 'attention' as const,
  target: 16_377,
  ...given,
});

export const changesBody: SlideBodyOf<'changes'> = {
  kind: 'changes',
  since: {
    number: 2,
    frozenAt: '2023-08-28T23:40:00.000Z',
    month,
    sha256: '4f9c1d7e58b2a36c0d9e8f7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9aa21e',
  },
  changes: [
    {
      issueId: 'ST',
      indicator: indicators.reached,
      areaId: '76',
      areaName: 'Sulawesi Barat',
      month,
      seriesId: null,
      kind: 'corrected',
      before: side(9085),
      after: side(9140, { held: 59 }),
      difference: 55,
      isPercentagePoint: false,
      reasons: [
        {
          restatementId: 'rs-1',
          areaId: '76.03.05',
          areaName: 'Tanduk Kalua',
          indicatorName: { id: 'Anak stunting yang diintervensi', en: 'Stunted children reached by an intervention' },
          from: 112,
          to: 167,
          reason: 'Register posyandu bulan Agustus terlambat masuk',
          correctedByName: 'Sitti Aminah',
          verifiedByName: 'Muh. Ilham',
          at: '2023-09-08T02:10:00.000Z',
          provinceBefore: 9085,
          provinceAfter: 9140,
        },
      ],
    },
    {
      issueId: 'ST',
      indicator: indicators.left,
      areaId: '76.05',
      areaName: 'Majene',
      month,
      seriesId: null,
      kind: 'added',
      before: null,
      after: side(145, { held: 8, expected: 8, status: null, target: null }),
      difference: null,
      isPercentagePoint: false,
      reasons: [],
    },
    {
      issueId: 'PA',
      indicator: indicators.marriage,
      areaId: '76',
      areaName: 'Sulawesi Barat',
      month: '2022-12',
      seriesId: 'bps',
      kind: 'restated',
      before: side(11.7, { held: 1, expected: 1, basis: 'published', status: 'on_track', target: 8.74 }),
      after: side(11.7, { held: 1, expected: 1, basis: 'published', status: 'attention', target: 7.5 }),
      difference: 0,
      isPercentagePoint: true,
      reasons: [],
    },
  ],
};
