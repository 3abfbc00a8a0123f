/** Taking an edition away as a file. */
export const exporting = {
  button: 'Unduh berkas',
  buttonRunning: 'Sedang dibuat: {{count}} berkas',
  title: 'Unduh edisi ini',
  language: 'Bahasa berkas',
  locale: { id: 'Indonesia', en: 'Inggris' },
  paper: 'Ukuran kertas',
  paperSize: { A4: 'A4', F4: 'F4 (folio)' },
  make: 'Buat',
  makeOf: 'Buat {{kind}}',
  kind: {
    pptx: { name: 'PowerPoint', hint: 'Grafik dan tabel dapat diubah, dengan catatan pembicara.' },
    pdf: { name: 'PDF', hint: 'Satu slide tiap halaman.' },
    handout: { name: 'Handout PDF', hint: 'Slide dengan catatan pembicara, untuk dibagikan.' },
    recap: {
      name: 'Rekapitulasi Penanganan 4+1',
      hint: 'Dokumen resmi: kabupaten dan jumlah provinsi tiap isu, dengan blok tanda tangan.',
    },
    xlsx: { name: 'Excel', hint: 'Setiap angka dalam edisi, dengan sumber dan keterangannya.' },
    png: { name: 'Semua slide sebagai gambar', hint: 'PNG dalam satu berkas ZIP.' },
  },
  oneSlide: 'Slide {{page}} sebagai gambar',
  oneSlideHint: 'PNG dari slide yang sedang tampak di halaman.',
  files: 'Berkas edisi ini',
  none: 'Belum ada berkas. Berkas dibuat di peladen; halaman ini boleh ditinggalkan sementara itu.',
  progressOf: 'Kemajuan pembuatan {{file}}',
  state: {
    queued: 'Menunggu giliran…',
    running: 'Sedang dibuat, {{percent}} %',
    done: 'Siap, {{size}} · {{time}}',
  },
  failure: {
    OUT_OF_SPACE:
      'Ruang simpan peladen penuh, jadi berkas tidak dibuat. Edisinya tetap utuh; hubungi administrator, lalu coba lagi.',
    INTERRUPTED: 'Peladen dimulai ulang sebelum berkas selesai. Edisinya tetap utuh; coba lagi.',
    TOO_LARGE:
      'Berkas ini terlalu besar untuk dibuat. Edisinya tetap utuh; kurangi gambarnya, atau unduh slide satu per satu.',
    EDITION_ALTERED:
      'Isi edisi ini tidak lagi sama dengan saat dibekukan, jadi berkas tidak dibuat. Minta administrator memulihkannya dari cadangan, atau bekukan edisi baru.',
    INTERNAL:
      'Berkas tidak dapat dibuat karena kesalahan di peladen. Edisinya tetap utuh; coba lagi, dan hubungi administrator bila berulang.',
  },
  download: 'Unduh',
  downloadOf: 'Unduh {{file}}',
  again: 'Coba lagi',
} as const;
