import type { Insertable } from 'kysely';
import type { IssueTable } from '#db/schema.ts';

const juklak = {
  juklakState: 'drafting' as const,
  juklakNote: 'Sedang disusun oleh OPD pengampu isu (keadaan akhir 2023; kabar yang lebih baru tidak ditemukan).',
};

export const issues: readonly Insertable<IssueTable>[] = [
  {
    id: 'KE',
    slug: 'kemiskinan-ekstrem',
    nameId: 'Kemiskinan ekstrem',
    nameEn: 'Extreme poverty',
    sortOrder: 1,
    headlineIndicatorId: 'KE_INTERVENSI',
    outcomeIndicatorId: 'KE_PCT',
    ...juklak,
  },
  {
    id: 'ST',
    slug: 'stunting',
    nameId: 'Stunting',
    nameEn: 'Stunting',
    sortOrder: 2,
    headlineIndicatorId: 'ST_INTERVENSI',
    outcomeIndicatorId: 'ST_PREV_SURVEI',
    ...juklak,
  },
  {
    id: 'ATS',
    slug: 'anak-tidak-sekolah',
    nameId: 'Anak tidak sekolah',
    nameEn: 'Out-of-school children',
    sortOrder: 3,
    headlineIndicatorId: 'ATS_KEMBALI',
    outcomeIndicatorId: 'ATS_JML',
    ...juklak,
  },
  {
    id: 'PA',
    slug: 'perkawinan-anak',
    nameId: 'Perkawinan anak',
    nameEn: 'Child marriage',
    sortOrder: 4,
    headlineIndicatorId: 'PA_INTERVENSI',
    outcomeIndicatorId: 'PA_PCT',
    ...juklak,
  },
  {
    id: 'INF',
    slug: 'inflasi',
    nameId: 'Inflasi',
    nameEn: 'Inflation',
    sortOrder: 5,
    headlineIndicatorId: 'INF_YOY',
    outcomeIndicatorId: null,
    ...juklak,
  },
];
