export const offline = {
  kept: 'Data tersimpan dari {{when}} – belum diperbarui.',
  refresh: 'Perbarui',
  notHere: 'Halaman ini belum tersedia tanpa jaringan.',
  notHereReports:
    'Halaman ini belum tersedia tanpa jaringan. Laporan yang menjadi tugas Anda tetap dapat dibuka dan diisi.',
  notKept:
    'Isi halaman ini belum tersimpan di perangkat ini. Setelah dibuka sekali dengan jaringan, halaman ini juga dapat dibuka tanpa jaringan.',
  toReports: 'Buka Pelaporan',
  update: {
    title: 'Versi baru siap',
    text: 'Muat ulang kapan saja Anda siap. Yang sudah Anda ketik tetap aman.',
  },
  missing: {
    title: 'Ada bagian aplikasi yang belum termuat',
    text: 'Sambungan terputus atau aplikasi baru saja diperbarui. Yang sudah tersimpan tetap aman; muat ulang untuk melanjutkan.',
  },
} as const;
