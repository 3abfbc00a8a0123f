export const shell = {
  product: 'Satgas 4+1',
  skip: 'Langsung ke isi',
  landmark: {
    nav: 'Navigasi utama',
    bottomNav: 'Tujuan utama',
  },
  nav: {
    menu: 'Menu',
    openMenu: 'Buka menu',
    closeMenu: 'Tutup menu',
    overview: 'Ringkasan',
    issues: 'Isu prioritas',
    work: 'Kerja',
    reporting: 'Pelaporan',
    verification: 'Verifikasi',
    completeness: 'Kelengkapan',
    smallWins: 'Small wins',
    manage: 'Kelola',
    account: 'Akun saya',
    reportsDue: '{{count}} laporan harus dikerjakan',
  },
  demo: {
    tag: 'Data contoh',
    hint: 'Angka di layar ini contoh untuk mencoba. Bukan data resmi.',
  },
  live: {
    live: 'Langsung',
    connecting: 'Menghubungkan…',
    offline: 'Terputus',
    liveHint: 'Tersambung. Perubahan orang lain tampil sendiri.',
    connectingHint: 'Sedang menyambung ke peladen.',
    offlineHint:
      'Sambungan terputus. Angka di layar mungkin bukan yang terbaru; aplikasi mencoba menyambung lagi sendiri.',
  },
  search: {
    button: 'Cari atau buka…',
    label: 'Cari atau buka halaman, isu, atau wilayah',
    placeholder: 'Ketik nama halaman, isu, kabupaten, atau kecamatan',
    nothing: 'Tidak ada yang cocok. Coba sebagian nama, atau kode wilayah seperti 76.04.',
    loadingAreas: 'Daftar wilayah sedang dimuat…',
    areasFailed: 'Daftar wilayah tidak dapat dimuat. Halaman dan isu tetap bisa dibuka.',
    group: {
      pages: 'Halaman',
      issues: 'Isu prioritas',
      regencies: 'Kabupaten',
      districts: 'Kecamatan',
    },
    inRegency: 'Kecamatan di {{regency}}',
  },
  language: {
    label: 'Bahasa',
    current: 'Bahasa: Indonesia',
    id: 'Indonesia',
    en: 'English',
    failed: 'Bahasa Inggris tidak dapat dimuat. Periksa sambungan lalu coba lagi.',
  },
  scheme: {
    label: 'Tampilan',
    light: 'Terang',
    dark: 'Gelap',
    auto: 'Ikuti perangkat',
    current: 'Tampilan: {{scheme}}',
  },
  account: {
    menu: 'Akun {{name}}',
    profile: 'Akun saya',
    signOut: 'Keluar',
    signIn: 'Masuk',
    signOutFailed:
      'Belum berhasil keluar karena peladen tidak terjangkau. Coba lagi sebelum meninggalkan perangkat ini.',
  },
  session: {
    endedTitle: 'Sesi Anda berakhir',
    ended: 'Yang sudah tersimpan tetap aman. Masuk lagi untuk melanjutkan dari halaman ini.',
  },
  page: {
    changed: 'Halaman {{title}} terbuka',
    loading: 'Memuat halaman…',
  },
  notFound: {
    title: 'Halaman tidak ditemukan',
    text: 'Alamat ini tidak menuju ke halaman mana pun. Mungkin tautannya terpotong saat disalin.',
    home: 'Buka Ringkasan',
  },
  forbidden: {
    title: 'Anda tidak berwenang membuka halaman ini',
    text: 'Peran Anda ({{role}}) tidak mencakup halaman ini. Bila tugas Anda memerlukannya, mintalah peran yang sesuai kepada administrator.',
  },
  error: {
    title: 'Halaman ini tidak dapat ditampilkan',
    offlineTitle: 'Peladen tidak terjangkau',
    offlineText: 'Yang sudah tersimpan tetap aman. Periksa sambungan internet, lalu coba lagi.',
    scriptTitle: 'Halaman ini belum termuat',
    scriptText:
      'Bagian aplikasi untuk halaman ini tidak dapat diambil: sambungan terputus atau aplikasi baru saja diperbarui. Yang sudah tersimpan tetap aman; muat ulang untuk melanjutkan.',
    detail: 'Keterangan untuk petugas teknis',
  },
} as const;
