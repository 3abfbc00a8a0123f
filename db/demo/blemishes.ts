import { addMonths } from '#shared/month.ts';
import type { Calendar } from './calendar.ts';
import type { SampleFigures } from './sample-figures.ts';

/** One cell of the sample; `monthsAgo` is 1 for the month that is being collected. */
export interface CellPlace {
  indicatorId: string;
  areaId: string;
  monthsAgo: number;
}

export type SampleState = 'verified' | 'submitted' | 'returned' | 'draft' | 'missing';

/** Cumulative figures that fall, each with the reason that lets them pass. */
export const falls: readonly (CellPlace & { reason: string })[] = [
  {
    indicatorId: 'ST_INTERVENSI',
    areaId: '76.04.06',
    monthsAgo: 4,
    reason: 'Data ganda antarposyandu dihapus setelah pencocokan nama (contoh).',
  },
  {
    indicatorId: 'KE_INTERVENSI',
    areaId: '76.03.05',
    monthsAgo: 9,
    reason: 'Dua keluarga tercatat di dua desa; dihitung ulang satu kali (contoh).',
  },
];

/** Figures that were changed after they had been verified, and verified again. */
export const corrections: readonly (CellPlace & { reason: string })[] = [
  {
    indicatorId: 'ST_KELUAR',
    areaId: '76.02.03',
    monthsAgo: 5,
    reason: 'Hasil pengukuran ulang puskesmas diterima setelah verifikasi (contoh).',
  },
  {
    indicatorId: 'KE_INTERVENSI',
    areaId: '76.05.04',
    monthsAgo: 7,
    reason: 'Penerima di satu desa belum terhitung (contoh).',
  },
];

/** A correction that its author has begun and not handed in. */
export const pendingCorrections: readonly (CellPlace & { by: number; reason: string })[] = [
  {
    indicatorId: 'KE_SASARAN',
    areaId: '76.01.03',
    monthsAgo: 2,
    by: 6,
    reason: 'Daftar desa yang terlambat masuk (contoh).',
  },
];

/** Returned once, changed, handed in again and verified. */
export const resubmissions: readonly (CellPlace & { by: number; question: string; answer: string })[] = [
  {
    indicatorId: 'ATS_VALID',
    areaId: '76.04.06',
    monthsAgo: 3,
    by: 24,
    question: 'Lebih banyak daripada hasil rekonfirmasi sekolah. Mohon dicocokkan dengan daftar nama (contoh).',
    answer: 'Sudah dicocokkan: sebagian ternyata masih bersekolah di kabupaten lain. Angka diperbaiki (contoh).',
  },
];

/** Cells sent back in the month that is being collected, with what was written about them. */
export const returns: readonly (CellPlace & { question: string; answer: string | null })[] = [
  {
    indicatorId: 'KE_INTERVENSI',
    areaId: '76.04.04',
    monthsAgo: 1,
    question: 'Naik jauh lebih cepat daripada bulan lalu. Apakah ada keluarga yang dihitung dua kali? (contoh)',
    answer: 'Sedang dicek dengan pendamping desa (contoh).',
  },
  {
    indicatorId: 'KE_KELUAR',
    areaId: '76.04.06',
    monthsAgo: 1,
    question: 'Mohon lampirkan dasar pemeriksaan ulangnya (contoh).',
    answer: null,
  },
  {
    indicatorId: 'ATS_KEMBALI',
    areaId: '76.01.08',
    monthsAgo: 1,
    question: 'Beda dengan data Dapodik. Mohon diperiksa kembali (contoh).',
    answer: null,
  },
];

/** More valid than targeted: children found in the field who were not on the list. Questioned, not refused. */
export const surprises: readonly (CellPlace & { over: string; by: number; note: string })[] = [
  {
    indicatorId: 'ST_VALID',
    areaId: '76.02.01',
    monthsAgo: 1,
    over: 'ST_SASARAN',
    by: 7,
    note: 'Tujuh anak ditemukan di luar daftar (contoh).',
  },
];

/** Cells that do not apply: an island district without a market or a hospital to refer to. */
export const notApplicable: readonly { areaId: string; indicatorIds: readonly string[]; note: string }[] = [
  {
    areaId: '76.02.16',
    indicatorIds: ['ST_RUJUKAN', 'INF_SIDAK', 'INF_PASAR'],
    note: 'Tidak ada pasar atau fasilitas rujukan di kecamatan kepulauan ini (contoh).',
  },
];

/** States that the demo's walk relies on; the other reports get theirs by chance. */
export const fixedStates: readonly { agencyId: string; issueId: string; monthsAgo: number; state: SampleState }[] = [
  { agencyId: 'biro-hukum', issueId: 'KE', monthsAgo: 1, state: 'returned' },
  { agencyId: 'biro-hukum', issueId: 'ST', monthsAgo: 1, state: 'draft' },
  { agencyId: 'biro-hukum', issueId: 'ATS', monthsAgo: 1, state: 'missing' },
  { agencyId: 'biro-hukum', issueId: 'PA', monthsAgo: 1, state: 'submitted' },
  { agencyId: 'biro-hukum', issueId: 'INF', monthsAgo: 2, state: 'missing' },
  { agencyId: 'biro-umum', issueId: 'INF', monthsAgo: 1, state: 'missing' },
];

/** Works the falls and surprises into the invented figures. */
export function blemishFigures(figures: SampleFigures, calendar: Calendar): void {
  for (const { indicatorId, areaId, monthsAgo } of falls) {
    const month = addMonths(calendar.current, -monthsAgo);
    const [before, now] = [addMonths(month, -1), month].map((each) => figures.get(indicatorId, areaId, each));
    if (before === undefined || now === undefined) continue;
    const drop = now - Math.max(0, before - 3);
    for (let later = month; later <= calendar.current; later = addMonths(later, 1)) {
      const value = figures.get(indicatorId, areaId, later);
      if (value !== undefined) figures.set(indicatorId, areaId, later, Math.max(0, value - drop));
    }
  }
  for (const { indicatorId, areaId, monthsAgo, over, by } of surprises) {
    const month = addMonths(calendar.current, -monthsAgo);
    const limit = figures.get(over, areaId, month);
    if (limit !== undefined) figures.set(indicatorId, areaId, month, limit + by);
  }
}

export function findPlace<T extends CellPlace>(places: readonly T[], cell: CellPlace): T | undefined {
  return places.find(
    (each) => each.indicatorId === cell.indicatorId && each.areaId === cell.areaId && each.monthsAgo === cell.monthsAgo,
  );
}
