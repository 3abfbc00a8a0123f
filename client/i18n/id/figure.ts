/** Words about figures that every page with figures shares. */
export const figure = {
  coverage: '{{held}} dari {{expected}} {{level}}',
  levelOf: {
    nation: 'negara',
    province: 'provinsi',
    regency: 'kabupaten',
    district: 'kecamatan',
    village: 'desa',
  },
  cutOff: 's.d. {{date}}',
  change: {
    up: 'naik {{amount}}',
    down: 'turun {{amount}}',
    unchanged: 'tetap',
    since: '{{change}} sejak {{month}}',
    notComparable: 'cakupan berbeda',
    notComparableHint:
      'Kedua angka tidak memuat wilayah yang sama banyaknya, atau cara menghitungnya berubah. Perubahannya tidak semata-mata perubahan keadaan.',
  },
  source: {
    reported: 'laporan OPD penanggung jawab wilayah',
  },
  older: 'angka terakhir: {{month}}',
  olderHint: 'Tidak ada angka untuk {{asked}}. Yang ditampilkan adalah angka terakhir yang ada.',
  ofPath: '{{percent}} dari jalur',
  inArea: 'di {{area}}',
  reason: {
    no_figure: 'belum ada angka',
    no_target: 'belum ada target',
    not_collected: 'tidak dikumpulkan di sini',
    incomplete: 'angka belum cukup lengkap untuk dibandingkan dengan target',
  },
  zone: {
    red: 'zona merah (30 % ke atas)',
    yellow: 'zona kuning (20–30 %)',
    green: 'zona hijau (di bawah 20 %)',
  },
  target: {
    to: 'target {{value}} pada {{month}}',
    band: 'sasaran {{low}} sampai {{high}}',
    national: 'nasional',
    none: 'target belum ditetapkan',
  },
  basis: {
    verified: 'Terverifikasi',
    provisional: 'Data sementara',
    published: 'Angka resmi terbitan',
  },
  confidence: {
    H: 'Tinggi: sumber resmi, atau beberapa sumber yang saling lepas',
    M: 'Sedang: satu sumber pers atau sumber kedua',
    L: 'Rendah: sumber lemah atau ingatan',
  },
  view: {
    label: 'Keadaan angka',
    verified: 'Terverifikasi',
    provisional: 'Sementara',
    provisionalTag: 'Data sementara',
    provisionalHint: 'Halaman ini memuat angka yang sudah diajukan tetapi belum diverifikasi.',
  },
  wins: {
    title: 'Small wins terbaru',
    all: 'Semua small wins',
    empty: 'Belum ada small win yang terbit sampai bulan ini',
    emptyHint: 'Kabar dari lapangan dicatat di halaman Small wins, diperiksa, lalu terbit di sini.',
    good: 'Kabar baik',
    bad: 'Kabar buruk',
    matches: 'angka cocok dengan laporan',
    differs: 'tertulis {{claimed}}, laporan mencatat {{held}}',
    unheld: 'angka {{claimed}} belum ada di laporan',
  },
  notFound: {
    issue: 'Isu ini tidak ada',
    area: 'Wilayah ini tidak ada di provinsi ini',
    text: 'Periksa alamatnya, atau cari lewat tombol Cari di atas.',
    home: 'Buka Ringkasan',
  },
} as const;
