import type { ActionItemState } from '#shared/action-item-brief.ts';
import type { IssueId } from '#shared/indicator.ts';

/** A day of the sample, counted from its last month: 0 is the current one, -1 the next. */
export interface SampleDay {
  monthsAgo: number;
  /** 31: the month's last. */
  day: number;
}

export interface ItemStory {
  text: string;
  ownerAgencyId: string;
  issueId: IssueId;
  due: SampleDay;
  /** What should move; of the province where no area is named. */
  figure?: { indicatorId: string; areaId?: string };
  steps?: readonly (SampleDay & { to: ActionItemState; note: string })[];
}

export interface DecisionStory {
  kind: 'primary' | 'substantive';
  text: string;
  issueId: IssueId | null;
  items?: readonly ItemStory[];
}

export interface MeetingStory {
  title: string;
  on: SampleDay;
  startTime: string | null;
  endTime: string | null;
  place: string;
  kind: 'formal' | 'informal';
  direction: 'vertical' | 'horizontal';
  agenda: readonly string[];
  summary: string;
  /** Only these; else every agency that exists on the day. */
  agencyIds?: readonly string[];
  guests: readonly string[];
  decisions: readonly DecisionStory[];
}

/** Invented, and every text that could be taken for a real one says so. */
export const meetingStories: readonly MeetingStory[] = [
  {
    title: 'Rapat koordinasi bulanan Satgas 4+1 (data contoh)',
    on: { monthsAgo: 4, day: 21 },
    startTime: '09:00',
    endTime: '11:30',
    place: 'Ruang Theater, Kantor Gubernur',
    kind: 'formal',
    direction: 'horizontal',
    agenda: ['Situasi lima isu', 'Kelengkapan laporan OPD', 'Alat ukur posyandu', 'Tindak lanjut'],
    summary:
      'Sekretariat memaparkan situasi bulan lalu. OPD menyampaikan hambatan di kecamatan masing-masing. (Data contoh)',
    guests: ['BPS Provinsi Sulawesi Barat', 'Universitas Sulawesi Barat'],
    decisions: [
      {
        kind: 'primary',
        text: 'Angka hasil verifikasi menjadi satu-satunya angka yang dipakai dalam paparan; angka sementara selalu diberi tanda. (Data contoh)',
        issueId: null,
      },
      {
        kind: 'substantive',
        text: 'Posyandu yang alat ukurnya rusak dilayani dengan alat pinjaman sampai pengadaan selesai. (Data contoh)',
        issueId: 'ST',
        items: [
          {
            text: 'Pinjamkan alat ukur panjang badan ke posyandu yang alatnya rusak. (Data contoh)',
            ownerAgencyId: 'dinkes-p2kb',
            issueId: 'ST',
            due: { monthsAgo: 2, day: 15 },
            figure: { indicatorId: 'ST_INTERVENSI' },
            steps: [
              { monthsAgo: 3, day: 6, to: 'in_progress', note: 'Pendataan posyandu selesai. (Data contoh)' },
              {
                monthsAgo: 2,
                day: 12,
                to: 'done',
                note: 'Semua posyandu yang didata sudah menerima alat. (Data contoh)',
              },
            ],
          },
          {
            text: 'Cocokkan nama sasaran stunting ganda antara Polewali dan Binuang. (Data contoh)',
            ownerAgencyId: 'biro-hukum',
            issueId: 'ST',
            due: { monthsAgo: 2, day: 28 },
            figure: { indicatorId: 'ST_KELUAR', areaId: '76.04' },
            steps: [{ monthsAgo: 2, day: 4, to: 'in_progress', note: 'Daftar nama sudah diminta. (Data contoh)' }],
          },
        ],
      },
    ],
  },
  {
    title: 'Rapat kerja dengan enam kabupaten (data contoh)',
    on: { monthsAgo: 3, day: 12 },
    startTime: '13:30',
    endTime: '16:00',
    place: 'Aula Bapperida',
    kind: 'formal',
    direction: 'vertical',
    agenda: ['Anak tidak sekolah: daftar yang sudah dikonfirmasi', 'Kemiskinan ekstrem: desa prioritas'],
    summary:
      'Kabupaten menyampaikan daftar yang sudah dicocokkan dan meminta dukungan tenaga verifikasi. (Data contoh)',
    agencyIds: ['bapperida', 'disdikbud', 'dinsos-p3a-pmd', 'dinkes-p2kb', 'disdukcapil', 'biro-pemkesra'],
    guests: ['Bapperida Kabupaten Mamuju', 'Bapperida Kabupaten Polewali Mandar', 'Bapperida Kabupaten Mamasa'],
    decisions: [
      {
        kind: 'substantive',
        text: 'Kunjungan rumah bagi anak tidak sekolah didahulukan di kecamatan dengan daftar terpanjang. (Data contoh)',
        issueId: 'ATS',
        items: [
          {
            text: 'Kunjungi rumah anak tidak sekolah yang belum dikonfirmasi bersama pemerintah desa. (Data contoh)',
            ownerAgencyId: 'disdikbud',
            issueId: 'ATS',
            due: { monthsAgo: 1, day: 10 },
            figure: { indicatorId: 'ATS_KEMBALI' },
          },
          {
            text: 'Sewa kendaraan khusus untuk kunjungan rumah. (Data contoh)',
            ownerAgencyId: 'biro-umum',
            issueId: 'ATS',
            due: { monthsAgo: 2, day: 20 },
            steps: [
              {
                monthsAgo: 2,
                day: 9,
                to: 'dropped',
                note: 'Kendaraan dinas kabupaten mencukupi, sewa tidak diperlukan lagi. (Data contoh)',
              },
            ],
          },
        ],
      },
    ],
  },
  {
    title: 'Rapat koordinasi bulanan Satgas 4+1 (data contoh)',
    on: { monthsAgo: 2, day: 19 },
    startTime: '09:00',
    endTime: '11:00',
    place: 'Ruang Theater, Kantor Gubernur',
    kind: 'formal',
    direction: 'horizontal',
    agenda: ['Tindak lanjut rapat lalu', 'Situasi lima isu', 'Perkawinan anak: pendampingan keluarga'],
    summary: 'Rapat dibuka dengan tindak lanjut yang belum selesai. (Data contoh)',
    guests: ['Kanwil Kementerian Agama', 'BPS Provinsi Sulawesi Barat'],
    decisions: [
      {
        kind: 'primary',
        text: 'Laporan yang terlambat dibacakan pada awal setiap rapat bulanan. (Data contoh)',
        issueId: null,
      },
      {
        kind: 'substantive',
        text: 'Setiap permohonan dispensasi kawin ditindaklanjuti dengan kunjungan keluarga. (Data contoh)',
        issueId: 'PA',
        items: [
          {
            text: 'Susun jadwal pendampingan keluarga bersama penyuluh agama. (Data contoh)',
            ownerAgencyId: 'dinsos-p3a-pmd',
            issueId: 'PA',
            due: { monthsAgo: 1, day: 24 },
            figure: { indicatorId: 'PA_CEGAH' },
            steps: [{ monthsAgo: 1, day: 8, to: 'in_progress', note: 'Tiga kabupaten sudah berjadwal. (Data contoh)' }],
          },
          {
            text: 'Salurkan bantuan usaha bagi keluarga yang sudah divalidasi. (Data contoh)',
            ownerAgencyId: 'dinsos-p3a-pmd',
            issueId: 'KE',
            due: { monthsAgo: -1, day: 20 },
            figure: { indicatorId: 'KE_INTERVENSI' },
            steps: [{ monthsAgo: 1, day: 15, to: 'in_progress', note: 'Penyaluran tahap pertama. (Data contoh)' }],
          },
        ],
      },
    ],
  },
  {
    title: 'Pertemuan tim pengendalian inflasi (data contoh)',
    on: { monthsAgo: 1, day: 16 },
    startTime: '15:00',
    endTime: null,
    place: 'Kantor Perwakilan Bank Indonesia, Mamuju',
    kind: 'informal',
    direction: 'horizontal',
    agenda: ['Harga cabai dan bawang', 'Gerakan pangan murah'],
    summary: 'Pasokan dari luar provinsi dibahas menjelang hari raya. (Data contoh)',
    agencyIds: ['distapang', 'koperindag', 'biro-ekbang', 'tphp', 'bapperida'],
    guests: ['Bank Indonesia', 'Bulog'],
    decisions: [
      {
        kind: 'substantive',
        text: 'Gerakan pangan murah dimajukan ke kecamatan yang harganya naik dua pekan berturut-turut. (Data contoh)',
        issueId: 'INF',
        items: [
          {
            text: 'Jadwalkan gerakan pangan murah di tiga kecamatan. (Data contoh)',
            ownerAgencyId: 'distapang',
            issueId: 'INF',
            due: { monthsAgo: -1, day: 5 },
            figure: { indicatorId: 'INF_GPM' },
          },
        ],
      },
    ],
  },
  {
    title: 'Rapat koordinasi bulanan Satgas 4+1 (data contoh)',
    on: { monthsAgo: 0, day: 31 },
    startTime: '09:00',
    endTime: '11:30',
    place: 'Ruang Theater, Kantor Gubernur',
    kind: 'formal',
    direction: 'horizontal',
    agenda: ['Tindak lanjut rapat lalu', 'Situasi lima isu', 'Target akhir tahun'],
    summary: '',
    guests: ['BPS Provinsi Sulawesi Barat'],
    decisions: [],
  },
];
