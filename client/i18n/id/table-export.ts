export const tableExport = {
  sheet: 'Tentang',
  title: 'Tabel',
  source: 'Sumber',
  state: 'Keadaan angka',
  states: {
    verified: 'terverifikasi',
    provisional: 'sementara: ada angka yang sudah diajukan tetapi belum diverifikasi',
  },
  sample: 'Data contoh',
  hasSample: 'Seluruh atau sebagian isi tabel adalah data contoh, bukan angka resmi.',
  sampleInName: 'data contoh',
  note: 'Catatan',
  empty: 'Sel kosong',
  emptyMeans: 'Belum ada data. Sel kosong tidak sama dengan nol.',
  moment: 'Diunduh',
  address: 'Halaman asal',
} as const;
