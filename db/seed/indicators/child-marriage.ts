import { cascadeStage, children, monthlyCount, officialFigure, percent } from './make.ts';

export const childMarriageIndicators = [
  cascadeStage('PA', 'target_group', {
    id: 'PA_SASARAN',
    nameId: 'Anak sasaran pencegahan perkawinan anak',
    nameEn: 'Children targeted for the prevention of child marriage',
    shortNameId: 'Sasaran',
    shortNameEn: 'Target group',
    ...children,
    definitionId:
      'Jumlah anak di bawah 19 tahun di kecamatan yang didata berisiko dikawinkan, keadaan akhir bulan (batas usia UU 16/2019).',
    definitionEn:
      'Children under 19 of the district listed as at risk of being married, at the end of the month (age limit of Law 16/2019).',
    confidence: 'L',
  }),
  cascadeStage('PA', 'valid', {
    id: 'PA_VALID',
    nameId: 'Anak berisiko hasil verifikasi',
    nameEn: 'Children at risk after verification',
    shortNameId: 'Hasil verval: valid',
    shortNameEn: 'Verified: valid',
    ...children,
    definitionId: 'Anak sasaran yang setelah dikunjungi benar berisiko dikawinkan, keadaan akhir bulan.',
    definitionEn: 'Targeted children found on a visit to be at risk of being married, at the end of the month.',
    confidence: 'L',
  }),
  cascadeStage('PA', 'reached', {
    id: 'PA_INTERVENSI',
    nameId: 'Anak berisiko yang didampingi',
    nameEn: 'Children at risk accompanied',
    shortNameId: 'Diintervensi',
    shortNameEn: 'Reached',
    ...children,
    definitionId:
      'Jumlah kumulatif anak valid yang telah didampingi bersama keluarganya paling sedikit satu kali. Sosialisasi umum dan isbat nikah tidak dihitung.',
    definitionEn:
      'Valid children accompanied with their family at least once so far. General awareness sessions and the confirmation of existing marriages do not count.',
    confidence: 'L',
  }),
  cascadeStage('PA', 'left', {
    id: 'PA_CEGAH',
    nameId: 'Perkawinan anak yang dicegah',
    nameEn: 'Child marriages prevented',
    shortNameId: 'Dicegah',
    shortNameEn: 'Prevented',
    ...children,
    definitionId:
      'Jumlah kumulatif anak yang didampingi dan rencana perkawinannya dibatalkan atau ditunda sampai cukup umur.',
    definitionEn: 'Children accompanied so far whose planned marriage was called off or put off until they are of age.',
    confidence: 'L',
  }),
  monthlyCount('PA', {
    id: 'PA_KASUS',
    nameId: 'Kasus perkawinan di bawah 19 tahun',
    nameEn: 'Marriages under 19',
    shortNameId: 'Kasus bulan ini',
    shortNameEn: 'Cases this month',
    unitId: 'kasus',
    unitEn: 'cases',
    measure: 'flow',
    definitionId: 'Perkawinan dengan salah satu pihak di bawah 19 tahun yang diketahui terjadi pada bulan itu.',
    definitionEn: 'Marriages known to have taken place in the month with either party under 19.',
    plausibleMax: 500,
    confidence: 'L',
  }),
  monthlyCount('PA', {
    id: 'PA_DISPENSASI',
    nameId: 'Dispensasi kawin dikabulkan',
    nameEn: 'Marriage dispensations granted',
    shortNameId: 'Dispensasi dikabulkan',
    shortNameEn: 'Dispensations granted',
    unitId: 'perkara',
    unitEn: 'court cases',
    measure: 'flow',
    collectLevel: 'regency',
    definitionId:
      'Permohonan dispensasi kawin (calon di bawah 19 tahun) yang dikabulkan Pengadilan Agama atau Pengadilan Negeri.',
    definitionEn: 'Applications to marry under the age of 19 that the religious or general courts granted.',
    source: 'Pengadilan Agama/PTA; DP3AP2KB',
    plausibleMax: 500,
    confidence: 'H',
  }),
  officialFigure('PA', {
    id: 'PA_PCT',
    nameId: 'Proporsi perempuan 20–24 tahun yang kawin sebelum 18 tahun',
    nameEn: 'Women of 20–24 married before 18',
    shortNameId: 'Perkawinan anak',
    shortNameEn: 'Child marriage',
    ...percent,
    definitionId:
      'Perempuan 20–24 tahun yang kawin atau hidup bersama pertama kali sebelum 18 tahun dibagi perempuan 20–24 tahun (SDG 5.3.1). Batas usianya 18 tahun, bukan 19 tahun seperti pada dispensasi kawin.',
    definitionEn:
      'Women of 20–24 who first married or lived with a partner before 18, divided by women of 20–24 (SDG 5.3.1). The limit is 18 years, not 19 as for dispensations.',
    source: 'BPS, Susenas',
    collectLevel: 'province',
  }),
];
