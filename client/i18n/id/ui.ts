export const ui = {
  loading: 'Memuat…',
  noData: 'belum ada data',
  close: 'Tutup',
  tag: {
    sample: 'data contoh',
    provisional: 'sementara',
    verified: 'terverifikasi',
  },
  error: {
    title: 'Data tidak dapat ditampilkan',
    nothingLost: 'Tidak ada yang hilang: semua yang sudah tersimpan tetap aman.',
    whatToDo: 'Periksa sambungan jaringan, lalu coba lagi.',
    retry: 'Coba lagi',
    reference: 'Nomor rujukan: {{id}}',
  },
  month: {
    choose: 'Bulan {{month}}, pilih bulan lain',
    previous: 'Bulan sebelumnya, {{month}}',
    next: 'Bulan berikutnya, {{month}}',
    noPrevious: 'Tidak ada bulan sebelumnya',
    noNext: 'Tidak ada bulan berikutnya',
    previousYear: 'Tahun sebelumnya',
    nextYear: 'Tahun berikutnya',
    dialog: 'Pilih bulan',
  },
  number: {
    origin: '{{value}}, dari mana angka ini?',
  },
  table: {
    scroll: '{{caption}}, dapat digulir ke samping',
    empty: 'Belum ada baris untuk ditampilkan.',
  },
  download: {
    button: 'Unduh',
    of: 'Unduh: {{title}}',
    xlsx: 'Excel (XLSX)',
    csv: 'Teks (CSV)',
  },
  file: {
    choose: 'Pilih berkas',
    drop: 'atau letakkan berkas di sini',
    tooLarge: '{{name}} melebihi {{size}} MB dan tidak ditambahkan.',
    notAccepted: '{{name}} bukan jenis berkas yang diterima dan tidak ditambahkan.',
  },
} as const;
