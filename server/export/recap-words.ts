import type { Locale } from '#shared/locale.ts';

interface RecapWords {
  government: (province: string) => string;
  taskForce: string;
  title: string;
  month: (month: string) => string;
  state: Record<'verified' | 'provisional', (date: string) => string>;
  number: string;
  region: string;
  total: (province: string) => string;
  part: (number: number, of: number) => string;
  noColumns: string;
  sample: string;
  notes: {
    heading: string;
    missing: string;
    incomplete: string;
    coverage: (issue: string, indicators: string, held: string, expected: string, level: string) => string;
    province: string;
    provisional: string;
    otherMonth: (list: string) => string;
    notAdded: string;
    source: (list: string) => string;
    reported: string;
    sample: string;
  };
  acknowledged: string;
  identity: string;
  page: (number: number, of: number) => string;
  edition: (number: number, at: string, by: string) => string;
}

/** The official document is Indonesian; the English one is its translation. */
export const recapWords: Record<Locale, RecapWords> = {
  id: {
    government: (province) => `Pemerintah Provinsi ${province}`,
    taskForce:
      'Satuan Tugas Penanganan Kemiskinan, Stunting, Anak Tidak Sekolah, Pernikahan Anak dan Pengendalian Inflasi Daerah',
    title: 'Rekapitulasi Penanganan 4+1',
    month: (month) => `Bulan ${month}`,
    state: {
      verified: (date) => `Keadaan data ${date} · angka terverifikasi`,
      provisional: (date) => `Keadaan data ${date} · termasuk angka sementara`,
    },
    number: 'No.',
    region: 'Kabupaten/Kota',
    total: (province) => `Provinsi ${province}`,
    part: (number, of) => `Tabel ${number} dari ${of}`,
    noColumns: 'Tidak ada indikator bulanan pada edisi ini.',
    sample: 'DATA CONTOH, BUKAN DATA RESMI',
    notes: {
      heading: 'Keterangan',
      missing: '“–” berarti belum ada angka, bukan nol; angka nol ditulis 0.',
      incomplete: '* Cakupan belum penuh: belum semua laporan yang diharapkan sudah masuk.',
      coverage: (issue, indicators, held, expected, level) =>
        `${issue} (${indicators}) ${held} dari ${expected} ${level}`,
      province: 'Tingkat provinsi',
      provisional: '° Angka sementara: sudah diajukan, belum diverifikasi.',
      otherMonth: (list) => `† Angka bulan lain: ${list}.`,
      notAdded:
        'Baris provinsi bukan selalu jumlah: persentase dihitung ulang dari pembilang dan penyebutnya, dan angka terbitan dikutip sebagaimana diterbitkan.',
      source: (list) => `Sumber: ${list}.`,
      reported: 'laporan OPD penanggung jawab wilayah',
      sample: 'Memuat data contoh, bukan data resmi.',
    },
    acknowledged: 'Mengetahui,',
    identity: 'NIP',
    page: (number, of) => `Halaman ${number} dari ${of}`,
    edition: (number, at, by) => `Edisi ${number}, dibekukan ${at} oleh ${by}`,
  },
  en: {
    government: (province) => `Government of ${province} Province`,
    taskForce: 'Task Force on Poverty, Stunting, Out-of-School Children, Child Marriage and Regional Inflation Control',
    title: 'Recap of 4+1',
    month: (month) => month,
    state: {
      verified: (date) => `Data as of ${date} · verified figures`,
      provisional: (date) => `Data as of ${date} · including provisional figures`,
    },
    number: 'No.',
    region: 'Regency or city',
    total: (province) => `${province} Province`,
    part: (number, of) => `Table ${number} of ${of}`,
    noColumns: 'There are no monthly indicators in this edition.',
    sample: 'SAMPLE DATA, NOT OFFICIAL FIGURES',
    notes: {
      heading: 'Notes',
      missing: '“–” means that there is no figure yet, not zero; a figure of zero is written 0.',
      incomplete: '* Coverage is not full: not all the expected reports are in.',
      coverage: (issue, indicators, held, expected, level) =>
        `${issue} (${indicators}) ${held} of ${expected} ${level}`,
      province: 'Province',
      provisional: '° Provisional: handed in, not verified yet.',
      otherMonth: (list) => `† Figures of another month: ${list}.`,
      notAdded:
        'The row of the province is not always a sum: percentages are recomputed from numerator and denominator, and published figures are quoted as they were published.',
      source: (list) => `Source: ${list}.`,
      reported: 'reports of the agencies responsible for the areas',
      sample: 'Holds sample data, not official figures.',
    },
    acknowledged: 'Acknowledged by',
    identity: 'Staff number',
    page: (number, of) => `Page ${number} of ${of}`,
    edition: (number, at, by) => `Edition ${number}, frozen ${at} by ${by}`,
  },
};
