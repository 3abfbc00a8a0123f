import { cascadeStage, children, officialFigure, percent } from './make.ts';

export const outOfSchoolIndicators = [
  cascadeStage('ATS', 'target_group', {
    id: 'ATS_TERDATA',
    nameId: 'Anak terdata tidak sekolah',
    nameEn: 'Children listed as out of school',
    shortNameId: 'Terdata',
    shortNameEn: 'Listed',
    ...children,
    definitionId:
      'Jumlah anak di kecamatan yang tercatat tidak sekolah dalam daftar awal, sebelum direkonfirmasi di lapangan.',
    definitionEn: 'Children of the district listed as out of school, before the check in the field.',
  }),
  cascadeStage('ATS', 'confirmed', {
    id: 'ATS_REKONFIRMASI',
    nameId: 'Anak yang direkonfirmasi',
    nameEn: 'Listed children checked in the field',
    shortNameId: 'Direkonfirmasi',
    shortNameEn: 'Checked',
    ...children,
    definitionId:
      'Jumlah kumulatif anak terdata yang telah diperiksa di lapangan, apa pun hasilnya (masih sekolah, lebih dari 18 tahun, pindah, ganda, tidak dikenali, meninggal atau benar tidak sekolah).',
    definitionEn:
      'Listed children checked in the field so far, whatever the outcome (still at school, over 18, moved, listed twice, unknown, deceased, or indeed out of school).',
  }),
  cascadeStage('ATS', 'valid', {
    id: 'ATS_VALID',
    nameId: 'Anak tidak sekolah hasil rekonfirmasi',
    nameEn: 'Children confirmed as out of school',
    shortNameId: 'Valid ATS',
    shortNameEn: 'Valid',
    ...children,
    definitionId: 'Anak yang menurut rekonfirmasi benar tidak sekolah, keadaan akhir bulan.',
    definitionEn: 'Children whom the check found to be out of school, at the end of the month.',
  }),
  cascadeStage('ATS', 'reached', {
    id: 'ATS_INTERVENSI',
    nameId: 'Anak tidak sekolah yang diintervensi',
    nameEn: 'Out-of-school children reached by an intervention',
    shortNameId: 'Diintervensi',
    shortNameEn: 'Reached',
    ...children,
    definitionId:
      'Jumlah kumulatif anak valid yang telah didampingi, diberi perlengkapan atau beasiswa, atau didaftarkan ke sekolah, PKBM atau SKB. Satu anak dihitung satu kali.',
    definitionEn:
      'Valid children accompanied, equipped, given a scholarship, or enrolled at a school or learning centre so far. A child counts once.',
    confidence: 'L',
  }),
  cascadeStage('ATS', 'left', {
    id: 'ATS_KEMBALI',
    nameId: 'Anak yang kembali bersekolah',
    nameEn: 'Children back in education',
    shortNameId: 'Kembali sekolah',
    shortNameEn: 'Back at school',
    ...children,
    definitionId:
      'Jumlah kumulatif anak tidak sekolah yang kembali ke sekolah formal atau belajar di Paket A, B atau C.',
    definitionEn:
      'Out-of-school children who returned so far to school or to an equivalency programme (Paket A, B, C).',
  }),
  officialFigure('ATS', {
    id: 'ATS_JML',
    nameId: 'Jumlah anak tidak sekolah',
    nameEn: 'Out-of-school children',
    shortNameId: 'Anak tidak sekolah',
    shortNameEn: 'Out of school',
    ...children,
    definitionId:
      'Anak usia 7–18 tahun yang belum pernah bersekolah (BPB), putus sekolah (DO) atau lulus tidak melanjutkan (LTM). Batas usia berbeda antarsumber.',
    definitionEn:
      'Children of 7–18 years who never attended school, dropped out, or graduated and did not continue. Sources differ on the age limits.',
    source: 'SIPBM / Dapodik verval ATS / BKKBN PK',
    decimals: 0,
    measure: 'stock',
    plausibleMax: 300_000,
    confidence: 'M',
  }),
  officialFigure('ATS', {
    id: 'ATS_PCT',
    nameId: 'Persentase anak tidak sekolah',
    nameEn: 'Out-of-school rate',
    shortNameId: 'Persentase ATS',
    shortNameEn: 'Out-of-school rate',
    ...percent,
    definitionId: 'Anak tidak sekolah dibagi penduduk usia sekolah yang sama.',
    definitionEn: 'Out-of-school children divided by the population of the same school age.',
    source: 'SIPBM / Susenas',
    collectLevel: 'province',
    confidence: 'M',
  }),
];
