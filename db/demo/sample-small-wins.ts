import type { Insertable } from 'kysely';
import type { SmallWinAreaTable, SmallWinTable } from '#db/schema.ts';
import type { IssueId } from '#shared/indicator.ts';
import { addMonths } from '#shared/month.ts';
import type { Calendar } from './calendar.ts';
import type { Places } from './places.ts';
import type { SampleFigures } from './sample-figures.ts';
import type { SampleUserIds } from './sample-report.ts';

interface Story {
  issueId: IssueId;
  title: string;
  story: string;
  news: 'good' | 'bad';
  state: 'published' | 'submitted';
  monthsAgo: number;
  day: string;
  areaId: string;
  agencyId: string;
  /** The cell the story claims a figure for, and by how much the claim misses it. */
  claim?: { indicatorId: string; off: number };
}

const stories: readonly Story[] = [
  {
    issueId: 'ST',
    title: 'Posyandu keliling menjangkau dusun yang tidak pernah ditimbang',
    story:
      'Kader dan bidan desa mendatangi dusun yang jauh dari posyandu dua kali sebulan. Balita yang diukur bertambah dan anak yang perlu dirujuk ditemukan lebih cepat. (Data contoh)',
    news: 'good',
    state: 'published',
    monthsAgo: 1,
    day: '24',
    areaId: '76.04.12',
    agencyId: 'biro-umum',
    claim: { indicatorId: 'ST_KELUAR', off: 0 },
  },
  {
    issueId: 'ATS',
    title: 'Anak kembali bersekolah lewat kelas malam PKBM',
    story:
      'PKBM membuka kelas malam bagi remaja yang bekerja pada siang hari. Angka dalam cerita ini berbeda dari laporan kecamatan dan sedang dicocokkan. (Data contoh)',
    news: 'good',
    state: 'published',
    monthsAgo: 2,
    day: '18',
    areaId: '76.02.01',
    agencyId: 'bapperida',
    claim: { indicatorId: 'ATS_KEMBALI', off: 12 },
  },
  {
    issueId: 'KE',
    title: 'Kelompok usaha ikan kering mulai menjual ke luar kabupaten',
    story:
      'Sepuluh keluarga miskin ekstrem mengolah hasil tangkapan bersama. Pembeli tetap didapat setelah didampingi tiga bulan. (Data contoh)',
    news: 'good',
    state: 'published',
    monthsAgo: 2,
    day: '9',
    areaId: '76.01.11',
    agencyId: 'bkpsdm',
    claim: { indicatorId: 'KE_INTERVENSI', off: 0 },
  },
  {
    issueId: 'INF',
    title: 'Stok cabai menipis menjelang hari raya',
    story:
      'Pasokan dari luar provinsi terhambat cuaca. Harga naik dua pekan berturut-turut dan gerakan pangan murah dimajukan. (Data contoh)',
    news: 'bad',
    state: 'published',
    monthsAgo: 3,
    day: '21',
    areaId: '76.02.12',
    agencyId: 'bapperida',
  },
  {
    issueId: 'PA',
    title: 'Dua rencana perkawinan ditunda setelah keluarga didampingi',
    story: 'Penyuluh agama, sekolah dan pemerintah desa menemui kedua keluarga. Anak tetap bersekolah. (Data contoh)',
    news: 'good',
    state: 'published',
    monthsAgo: 3,
    day: '12',
    areaId: '76.04.04',
    agencyId: 'biro-hukum',
    claim: { indicatorId: 'PA_CEGAH', off: 0 },
  },
  {
    issueId: 'ST',
    title: 'Timbangan di tiga posyandu rusak',
    story:
      'Pengukuran bulan ini tidak dapat dipakai di tiga dusun. Alat pengganti dipinjam dari puskesmas tetangga. (Data contoh)',
    news: 'bad',
    state: 'published',
    monthsAgo: 5,
    day: '15',
    areaId: '76.04.08',
    agencyId: 'setwan',
  },
  {
    issueId: 'ATS',
    title: 'Seragam dan sepatu untuk anak yang kembali ke sekolah',
    story: 'Pegawai kantor mengumpulkan perlengkapan sekolah untuk anak yang baru kembali. (Data contoh)',
    news: 'good',
    state: 'published',
    monthsAgo: 6,
    day: '11',
    areaId: '76.04.13',
    agencyId: 'kominfopers',
    claim: { indicatorId: 'ATS_KEMBALI', off: 0 },
  },
  {
    issueId: 'KE',
    title: 'Daftar sasaran dua desa belum cocok dengan kenyataan',
    story:
      'Banyak nama dalam daftar sudah pindah atau tidak lagi miskin ekstrem. Verifikasi diulang bersama kepala dusun. (Data contoh)',
    news: 'bad',
    state: 'published',
    monthsAgo: 8,
    day: '17',
    areaId: '76.04.06',
    agencyId: 'biro-hukum',
    claim: { indicatorId: 'KE_VALID', off: 0 },
  },
  {
    issueId: 'INF',
    title: 'Bibit cabai tumbuh di pekarangan kantor desa',
    story:
      'Kelompok PKK menanam bibit yang dibagikan dan mulai memanen untuk kebutuhan sendiri. Menunggu pemeriksaan koordinator isu. (Data contoh)',
    news: 'good',
    state: 'submitted',
    monthsAgo: 1,
    day: '20',
    areaId: '76.04.02',
    agencyId: 'biro-umum',
    claim: { indicatorId: 'INF_CABAI', off: 0 },
  },
];

/** Invented stories, good and bad, in the districts that exist here. */
export function sampleSmallWins(
  calendar: Calendar,
  setting: { figures: SampleFigures; places: Places; makeId: (at: string) => string; userIds: SampleUserIds },
): { wins: Insertable<SmallWinTable>[]; areas: Insertable<SmallWinAreaTable>[] } {
  const { figures, places, makeId, userIds } = setting;
  const known = new Set(places.districts.map((district) => district.id));
  const told = stories.filter((story) => known.has(story.areaId));
  const wins = told.map((story): Insertable<SmallWinTable> => {
    const month = addMonths(calendar.current, -story.monthsAgo);
    const date = `${month}-${story.day.padStart(2, '0')}`;
    const at = `${date}T03:00:00.000Z`;
    const figure = story.claim && figures.get(story.claim.indicatorId, story.areaId, month);
    const claimed = story.claim && figure !== undefined ? figure + story.claim.off : null;
    const isPublished = story.state === 'published';
    return {
      id: makeId(at),
      issueId: story.issueId,
      title: story.title,
      story: story.story,
      date,
      news: story.news,
      state: story.state,
      indicatorId: claimed === null ? null : (story.claim?.indicatorId ?? null),
      areaId: claimed === null ? null : story.areaId,
      month: claimed === null ? null : month,
      claimedValue: claimed,
      agencyId: story.agencyId,
      returnReason: null,
      createdById: userIds.focalByAgency?.[story.agencyId] ?? null,
      submittedAt: at,
      verifiedById: isPublished ? (userIds.verifierByIssue?.[story.issueId] ?? null) : null,
      verifiedAt: isPublished ? `${date}T05:00:00.000Z` : null,
      publishedById: isPublished ? (userIds.secretariat ?? null) : null,
      publishedAt: isPublished ? `${date}T07:00:00.000Z` : null,
      isSample: 1,
      version: 1,
      createdAt: at,
      updatedAt: isPublished ? `${date}T07:00:00.000Z` : at,
    };
  });
  return { wins, areas: wins.flatMap(({ id }, index) => ({ smallWinId: id, areaId: told[index]?.areaId ?? '' })) };
}
