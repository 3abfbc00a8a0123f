/** What waits on the device to be sent: the badge, the panel, the file, signing out. */
export const outbox = {
  title: 'Isian belum terkirim',
  badge: {
    waiting_one: '{{count}} menunggu',
    waiting_other: '{{count}} menunggu',
    problems_one: '{{count}} perlu diperiksa',
    problems_other: '{{count}} perlu diperiksa',
    unfinished_one: '{{count}} belum selesai',
    unfinished_other: '{{count}} belum selesai',
    /** Under the number, where a phone has no room. */
    short: {
      waiting: 'menunggu',
      problems: 'periksa',
      unfinished: 'lengkapi',
    },
  },
  summary: {
    sending_one: '{{count}} sedang dikirim',
    sending_other: '{{count}} sedang dikirim',
    waiting_one: '{{count}} menunggu jaringan',
    waiting_other: '{{count}} menunggu jaringan',
    problems_one: '{{count}} perlu diperiksa',
    problems_other: '{{count}} perlu diperiksa',
    unfinished_one: '{{count}} belum berupa angka',
    unfinished_other: '{{count}} belum berupa angka',
    safe: 'Semuanya tersimpan di perangkat ini. Yang menunggu jaringan dikirim sendiri, sesuai urutan, begitu peladen terjangkau.',
  },
  empty: {
    title: 'Semua isian sudah terkirim',
    text: 'Tidak ada yang menunggu di perangkat ini. Bila Anda mengisi di perangkat lain tanpa jaringan, unduh berkasnya di sana lalu masukkan di sini.',
  },
  action: {
    send: 'Kirim sekarang',
    sendAgain: 'Kirim lagi',
    export: 'Unduh ke berkas',
    import: 'Masukkan dari berkas',
    openCell: 'Buka sel',
    openReport: 'Buka laporan',
    finish: 'Lanjutkan mengisi',
    discard: 'Buang',
    cancelSubmit: 'Batalkan pengajuan',
    more: 'Tindakan untuk {{what}}',
  },
  report: '{{issue}} · {{month}} · {{agency}}',
  cell: '{{indicator}} · {{area}}',
  typedAt: 'diketik {{time}}',
  pressedAt: 'ditekan {{time}}',
  value: {
    notReported: 'belum ada data',
    notApplicable: 'tidak berlaku',
    withUnit: '{{value}} {{unit}}',
    typed: '“{{text}}”',
  },
  submitItem: 'Pengajuan laporan',
  state: {
    waiting: 'Menunggu jaringan',
    afterOthers: 'Menunggu isian di atasnya',
    sending: 'Sedang dikirim',
    refused: 'Ditolak',
    conflict: 'Bentrok',
    reportChanged: 'Laporan berubah',
    unfinished: 'Belum berupa angka',
    setAside: 'Dikesampingkan',
  },
  hint: {
    setAside: 'Anda memilih angka orang lain. Angka ini dikirim hanya untuk disimpan dalam riwayat sel.',
    reportChanged:
      'Laporan ini berubah setelah Anda menekan Ajukan, jadi belum diajukan. Buka laporannya, periksa, lalu ajukan lagi.',
    unfinished: 'Teks ini belum terbaca sebagai angka, jadi belum dikirim. Buka selnya untuk melanjutkan.',
    submit: 'Laporan diajukan sendiri setelah semua isiannya terkirim.',
    submitBlocked: 'Laporan belum dapat diajukan selama masih ada isian di atas yang perlu diperiksa.',
  },
  /** Why the server did not take it, and what can be done. The item stays until the person decides. */
  problem: {
    ENTRY_SUBMITTED:
      'Laporan sudah diajukan sebelum angka ini sampai, jadi selnya terkunci. Mintalah verifikator mengembalikan sel ini lalu kirim lagi; atau simpan di sini, unduh ke berkas, atau buang.',
    REPORT_LOCKED:
      'Masa pengisian laporan ini sudah ditutup. Mintalah sekretariat memperpanjang tenggat lalu kirim lagi; angka Anda tetap tersimpan di sini.',
    REPORT_NOT_EDITABLE:
      'Laporan sudah diajukan atau diverifikasi sebelum angka ini sampai. Mintalah verifikator mengembalikannya lalu kirim lagi, atau buka selnya untuk mengajukan koreksi.',
    ENTRY_CELL_NOT_YOURS:
      'Wilayah atau indikator ini sekarang tanggung jawab OPD lain. Unduh ke berkas dan sampaikan angkanya kepada OPD itu, atau tanyakan penugasannya kepada sekretariat; lalu buang.',
    REPORT_NOT_YOURS:
      'Laporan ini sekarang tanggung jawab OPD lain. Unduh ke berkas dan sampaikan angkanya kepada OPD itu, atau tanyakan penugasannya kepada sekretariat; lalu buang.',
    REPORT_NOT_FOUND:
      'Laporan ini tidak ada lagi; mungkin penugasannya berubah. Tanyakan kepada sekretariat sebelum membuang isian ini.',
    ENTRY_CELL_NOT_COLLECTED:
      'Indikator ini tidak lagi dikumpulkan untuk wilayah atau bulan ini. Catat angkanya bila masih diperlukan, lalu buang.',
    REPORT_MONTH_NOT_OPEN:
      'Bulan ini belum dibuka untuk pelaporan. Biarkan di sini dan kirim lagi setelah bulannya dibuka.',
    ENTRY_REASON_REQUIRED: 'Mengubah angka yang sudah diverifikasi memerlukan alasan. Buka selnya dan tuliskan alasan.',
    NOTE_REQUIRED: 'Perubahan ini memerlukan keterangan. Buka selnya dan tuliskan keterangannya.',
    ENTRY_RULE_BLOCKS:
      'Angka ini bertentangan dengan angka lain pada baris yang sama. Buka selnya dan perbaiki salah satunya.',
    ENTRY_VALUE_INVALID: 'Angka ini tidak dapat diterima peladen. Buka selnya dan tulis lagi.',
    ENTRY_VALUE_NEGATIVE: 'Angka ini tidak boleh kurang dari nol. Buka selnya dan perbaiki tandanya.',
    NOT_ALLOWED:
      'Peran akun Anda tidak lagi mencakup pengisian laporan. Hubungi administrator; isian tetap tersimpan di sini dan dapat diunduh.',
    USER_DISABLED: 'Akun Anda dinonaktifkan. Hubungi administrator; isian tetap tersimpan di sini dan dapat diunduh.',
    REPORT_HAS_BLOCKS:
      'Laporan belum diajukan karena ada isian yang bertentangan. Buka laporannya, perbaiki sel yang ditandai, lalu ajukan lagi.',
    REPORT_HAS_MISSING:
      'Laporan belum diajukan karena masih ada sel kosong. Buka laporannya dan lengkapi, atau ajukan dengan menyatakan sel itu belum ada datanya.',
    REPORT_IS_EMPTY: 'Laporan belum diajukan karena belum berisi satu angka pun. Buka laporannya dan isi lebih dahulu.',
    other: '{{sentence}} Isian ini tetap tersimpan di sini.',
  },
  conflict: {
    text: '{{name}} mengubah sel ini {{time}}. Pilih angka yang dipakai; yang lain tetap tercatat dalam riwayat.',
    somebody: 'Seseorang',
    mine: 'Punya saya',
    theirs: 'Punya mereka',
    choose: 'Pilihan untuk {{what}}',
    all_one: '{{count}} sel bentrok',
    all_other: '{{count}} sel bentrok',
    allHint: 'Pilih per sel di bawah, atau sekaligus:',
    allMine: 'Semua punya saya',
    allTheirs: 'Semua punya mereka',
    allMineTitle: 'Pakai semua punya Anda?',
    allTheirsTitle: 'Pakai semua punya mereka?',
    allMineText_one:
      'Angka Anda menggantikan angka orang lain di {{count}} sel. Angka mereka tetap tercatat dalam riwayat.',
    allMineText_other:
      'Angka Anda menggantikan angka orang lain di {{count}} sel. Angka mereka tetap tercatat dalam riwayat.',
    allTheirsText_one: 'Angka orang lain tetap dipakai di {{count}} sel. Angka Anda dicatat dalam riwayat.',
    allTheirsText_other: 'Angka orang lain tetap dipakai di {{count}} sel. Angka Anda dicatat dalam riwayat.',
  },
  discard: {
    title: 'Buang isian ini?',
    text: '{{what}}: {{value}} dihapus dari perangkat ini dan tidak akan dikirim. Ini tidak dapat dibatalkan.',
    confirm: 'Buang',
    done: 'Isian dibuang.',
    submitTitle: 'Batalkan pengajuan?',
    submitText: '{{report}} tidak jadi diajukan. Isiannya tetap dikirim; Anda dapat mengajukan lagi kapan saja.',
    submitConfirm: 'Batalkan pengajuan',
    submitDone: 'Pengajuan dibatalkan.',
  },
  sent: {
    all: 'Semua isian sudah terkirim.',
    none: 'Peladen belum terjangkau. Isian tetap tersimpan di perangkat ini dan dicoba lagi sendiri.',
    problems_one: '{{count}} isian perlu diperiksa sebelum dapat dikirim.',
    problems_other: '{{count}} isian perlu diperiksa sebelum dapat dikirim.',
    signIn: 'Sesi Anda berakhir. Masuk lagi untuk mengirim.',
  },
  clock: {
    ahead: 'Jam perangkat ini lebih cepat sekitar {{amount}} daripada jam peladen.',
    behind: 'Jam perangkat ini lebih lambat sekitar {{amount}} daripada jam peladen.',
    hint: 'Waktu di daftar ini mengikuti jam perangkat. Urutan dan angkanya tidak terpengaruh.',
    minute_one: '{{count}} menit',
    minute_other: '{{count}} menit',
    hour_one: '{{count}} jam',
    hour_other: '{{count}} jam',
    day_one: '{{count}} hari',
    day_other: '{{count}} hari',
  },
  storage: {
    refusedTitle: 'Isian belum tersimpan di perangkat ini',
    full: 'Ruang simpan peramban penuh, jadi isian terakhir hanya ada di tab ini. Kirim atau unduh ke berkas sebelum menutup tab.',
    forbidden:
      'Penyimpanan di peramban ini dimatikan, jadi isian hanya ada di tab ini. Kirim atau unduh ke berkas sebelum menutup tab.',
    show: 'Lihat dan unduh',
    lowTitle: 'Ruang simpan peramban hampir habis',
    low: 'Tersisa sekitar {{size}} MB. Kirim isian ini atau unduh ke berkas sebagai cadangan.',
    evictable:
      'Peramban ini tidak menjamin isian tersimpan terus, misalnya pada jendela samaran atau bila ruang perangkat habis. Bila akan menunggu lama, unduh juga ke berkas.',
  },
  file: {
    explanation:
      'Isian Satgas 4+1 yang belum terkirim. Masuk dengan akun yang sama di perangkat lain, buka "Isian belum terkirim", pilih "Masukkan dari berkas". Jangan diubah: berkas yang berubah akan ditolak.',
    readable: {
      figure: '{{report}} | {{area}} | {{indicator}}: {{value}} | diketik {{time}} | {{state}}',
      submit: '{{report}} | pengajuan laporan | ditekan {{time}} | {{state}}',
      unfinished: '{{report}} | {{area}} | {{indicator}}: "{{text}}" (belum berupa angka) | diketik {{time}}',
    },
    exported_one: '{{count}} isian diunduh ke {{file}}. Isian di perangkat ini tidak berubah.',
    exported_other: '{{count}} isian diunduh ke {{file}}. Isian di perangkat ini tidak berubah.',
    imported_one: '{{count}} isian dimasukkan dan akan dikirim.',
    imported_other: '{{count}} isian dimasukkan dan akan dikirim.',
    importedNothing: 'Semua isian dalam berkas ini sudah ada di sini. Tidak ada yang berubah.',
    refusedTitle: 'Berkas tidak dimasukkan',
    foreign:
      '{{file}} bukan berkas isian Satgas 4+1. Pilih berkas yang diunduh dari daftar ini. Tidak ada yang berubah.',
    damaged:
      '{{file}} rusak atau sudah diubah sejak diunduh, jadi tidak ada yang dimasukkan. Unduh lagi dari perangkat asalnya.',
    newer:
      '{{file}} ditulis oleh versi aplikasi yang lebih baru, jadi tidak ada yang dimasukkan. Muat ulang aplikasi ini, lalu coba lagi.',
    otherAccount:
      '{{file}} milik akun lain ({{name}}), jadi tidak ada yang dimasukkan. Hanya pemiliknya yang dapat memasukkannya, dengan akunnya sendiri.',
    tooLarge: '{{file}} terlalu besar untuk berkas isian. Tidak ada yang berubah.',
    unreadable: '{{file}} tidak dapat dibaca dari perangkat ini. Tidak ada yang berubah; coba pilih lagi.',
  },
  leave: {
    title_one: '{{count}} isian belum terkirim',
    title_other: '{{count}} isian belum terkirim',
    text: 'Saat keluar, semua data Anda dihapus dari perangkat ini. Apa yang dilakukan dengan isian yang belum terkirim?',
    problems_one: '{{count}} di antaranya perlu diperiksa dan tidak dapat dikirim begitu saja.',
    problems_other: '{{count}} di antaranya perlu diperiksa dan tidak dapat dikirim begitu saja.',
    allProblems_one: 'Isian ini perlu diperiksa dan tidak dapat dikirim begitu saja.',
    allProblems_other: 'Semuanya perlu diperiksa dan tidak dapat dikirim begitu saja.',
    sendHint: 'Kirim semuanya, lalu keluar.',
    send: 'Kirim sekarang',
    export: 'Unduh lalu keluar',
    exportHint: 'Simpan ke berkas untuk dimasukkan di perangkat lain.',
    discard: 'Hapus dan keluar',
    discardHint: 'Isian hilang dan tidak dapat dikembalikan.',
    left_one: '{{count}} isian belum dapat dikirim. Anda belum keluar.',
    left_other: '{{count}} isian belum dapat dikirim. Anda belum keluar.',
    unreachable: 'Peladen belum terjangkau, jadi Anda belum keluar. Isian tetap aman di perangkat ini.',
  },
  ended: {
    text_one: 'Anda memiliki {{count}} isian yang belum terkirim; tersimpan aman di perangkat ini.',
    text_other: 'Anda memiliki {{count}} isian yang belum terkirim; tersimpan aman di perangkat ini.',
    signIn_one: 'Masuk lagi untuk mengirim {{count}} isian',
    signIn_other: 'Masuk lagi untuk mengirim {{count}} isian',
  },
} as const;
