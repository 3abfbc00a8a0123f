/** One sentence or two for every error code: what happened, what is safe, what to do. */
export const errors = {
  NETWORK: 'Peladen tidak terjangkau. Yang sudah tersimpan tetap aman; periksa sambungan internet, lalu coba lagi.',
  TIMEOUT: 'Peladen terlalu lama menjawab. Yang sudah tersimpan tetap aman; coba lagi sebentar lagi.',
  UNEXPECTED_ANSWER:
    'Jawaban peladen tidak dapat dibaca. Yang sudah tersimpan tetap aman; muat ulang halaman, lalu coba lagi.',
  UNKNOWN:
    'Terjadi kesalahan yang tidak dikenali. Yang sudah tersimpan tetap aman; coba lagi, atau muat ulang halaman.',

  BAD_INPUT: 'Ada isian yang tidak sesuai, jadi belum ada yang disimpan. Periksa isian yang ditandai, lalu coba lagi.',
  NOT_SIGNED_IN: 'Anda belum masuk atau sesi Anda berakhir. Yang sudah tersimpan tetap aman; masuk untuk melanjutkan.',
  NOT_ALLOWED:
    'Peran Anda tidak mencakup tindakan ini, jadi tidak ada yang berubah. Hubungi administrator bila tugas Anda memerlukannya.',
  NOT_FOUND:
    'Yang Anda cari tidak ditemukan. Mungkin sudah dihapus atau alamatnya keliru; kembali dan pilih dari daftar.',
  TOO_MANY_REQUESTS:
    'Terlalu banyak permintaan dalam waktu singkat. Tidak ada yang hilang; tunggu sebentar, lalu coba lagi.',
  INTERNAL:
    'Terjadi kesalahan di peladen dan permintaan ini dibatalkan seluruhnya. Yang sudah tersimpan tetap aman; coba lagi, dan hubungi administrator bila berulang.',
  STORAGE_FULL:
    'Ruang simpan peladen penuh, jadi perubahan ini belum tersimpan. Yang sudah tersimpan tetap aman; hubungi administrator, lalu coba lagi.',

  REPORT_NOT_FOUND:
    'Laporan ini tidak ditemukan. Mungkin penugasannya sudah berubah; buka kembali dari daftar Pelaporan.',
  REPORT_NOT_YOURS:
    'Laporan ini tanggung jawab OPD lain, jadi tidak ada yang berubah. Pilih laporan Anda dari daftar Pelaporan.',
  REPORT_NOT_EDITABLE:
    'Laporan ini sudah diajukan atau diverifikasi, jadi tidak dapat diubah langsung. Mintalah verifikator mengembalikannya, atau ajukan koreksi.',
  REPORT_NOT_SUBMITTED:
    'Laporan ini belum diajukan, jadi belum dapat diverifikasi atau dikembalikan. Muat ulang untuk melihat keadaannya.',
  REPORT_HAS_BLOCKS:
    'Laporan belum diajukan karena ada isian yang bertentangan. Angka Anda tetap tersimpan; perbaiki sel yang ditandai, lalu ajukan lagi.',
  REPORT_HAS_MISSING:
    'Laporan belum diajukan karena masih ada sel yang kosong. Lengkapi, atau ajukan dengan menyatakan sel itu belum ada datanya.',
  REPORT_IS_EMPTY:
    'Laporan belum diajukan karena belum berisi satu angka pun. Isi sedikitnya satu sel, lalu ajukan lagi.',
  REPORT_OWN_AGENCY:
    'Laporan OPD sendiri tidak boleh diverifikasi sendiri, jadi tidak ada yang berubah. Mintalah verifikator dari OPD lain.',
  REPORT_MONTH_NOT_OPEN:
    'Bulan ini belum dibuka untuk pelaporan, jadi tidak ada yang disimpan. Pilih bulan yang sudah berjalan.',

  ENTRY_CELL_NOT_YOURS:
    'Sel ini tanggung jawab OPD lain, jadi angkanya tidak disimpan. Isi wilayah yang ditugaskan kepada OPD Anda.',
  ENTRY_CELL_NOT_COLLECTED:
    'Indikator ini tidak dikumpulkan untuk wilayah atau bulan ini, jadi angkanya tidak disimpan.',
  ENTRY_VERSION_CONFLICT:
    'Orang lain baru saja mengubah sel ini. Angka Anda masih ada di layar; pilih angka yang dipakai.',
  ENTRY_VALUE_INVALID: 'Angka ini tidak dapat dibaca, jadi belum disimpan. Tulis misalnya 1.234 atau 12,5.',
  ENTRY_VALUE_NEGATIVE: 'Angka ini tidak boleh kurang dari nol, jadi belum disimpan. Periksa tanda minusnya.',
  ENTRY_SUBMITTED: 'Sel ini sudah diajukan, jadi tidak dapat diubah. Mintalah verifikator mengembalikannya.',
  ENTRY_NOT_SUBMITTED:
    'Sel ini belum diajukan, jadi belum dapat diverifikasi atau dikembalikan. Muat ulang untuk melihat keadaannya.',
  ENTRY_NOT_EDITED: 'Belum ada perubahan pada sel ini, jadi tidak ada yang perlu disimpan.',
  ENTRY_REASON_REQUIRED: 'Perubahan ini memerlukan alasan dan belum disimpan. Tuliskan alasannya, lalu simpan lagi.',
  ENTRY_RULE_BLOCKS:
    'Angka ini bertentangan dengan angka lain pada baris yang sama, jadi belum disimpan. Perbaiki salah satunya.',

  SMALL_WIN_NOT_FOUND: 'Small win ini tidak ditemukan. Mungkin sudah ditarik; kembali ke daftar.',
  SMALL_WIN_NOT_YOURS: 'Small win ini dicatat OPD lain, jadi tidak ada yang berubah. Hubungi pencatatnya.',
  SMALL_WIN_WRONG_STATE:
    'Keadaan small win ini sudah berubah, jadi tindakan Anda tidak dijalankan. Muat ulang untuk melihat keadaannya.',
  SMALL_WIN_OWN_AGENCY:
    'Small win dari OPD sendiri tidak boleh diverifikasi sendiri, jadi tidak ada yang berubah. Mintalah verifikator dari OPD lain.',
  ATTACHMENT_TOO_LARGE:
    'Berkas terlalu besar dan tidak diunggah. Berkas lain tetap ada; perkecil berkas itu, lalu coba lagi.',
  ATTACHMENT_TYPE_REFUSED:
    'Jenis berkas ini tidak diterima dan tidak diunggah. Gunakan foto (JPG, PNG, WebP), PDF, XLSX, DOCX, CSV, atau TXT.',
  ATTACHMENT_TOO_MANY:
    'Jumlah berkas sudah mencapai batas, jadi berkas ini tidak ditambahkan. Hapus salah satu lebih dulu.',
  ATTACHMENT_NOT_FOUND: 'Berkas ini tidak ditemukan. Mungkin sudah dihapus; muat ulang halaman.',

  DECK_NOT_FOUND:
    'Bahan rapat ini tidak ditemukan. Mungkin sudah dihapus orang lain; edisinya yang sudah dibekukan tetap ada. Kembali ke daftar bahan rapat.',
  DECK_FULL:
    'Bahan rapat sudah memuat jumlah slide terbanyak, jadi slide ini tidak ditambahkan. Slide lain tetap ada; hapus salah satu lebih dulu.',
  DECK_EMPTY:
    'Tidak ada slide yang berisi, jadi edisi belum dibekukan. Bahan rapat tetap tersimpan; tambahkan slide, pilih bulan lain, atau tampilkan slide kosong.',
  SLIDE_NOT_FOUND:
    'Slide ini tidak ditemukan. Mungkin baru saja dihapus orang lain; slide lain tetap ada. Muat ulang, lalu pulihkan bila masih diperlukan.',
  EDITION_NOT_FOUND:
    'Edisi ini tidak ditemukan, mungkin alamatnya keliru. Tidak ada yang hilang; pilih dari daftar edisi.',
  EDITION_DATA_MOVED:
    'Ada angka yang berubah sejak Anda melihat pratinjau, jadi edisi belum dibekukan. Bahan rapat tetap tersimpan; lihat pratinjau terbaru, lalu bekukan.',
  EXPORT_NOT_FOUND:
    'Berkas ini tidak ada lagi: berkas unduhan hanya disimpan sementara. Edisinya tetap utuh; buat berkasnya sekali lagi.',
  EXPORT_NOT_READY:
    'Berkas masih dibuat atau gagal dibuat, jadi belum dapat diunduh. Edisinya tetap utuh; tunggu sampai selesai, atau buat lagi.',
  MEETING_NOT_FOUND: 'Rapat ini tidak ditemukan. Mungkin sudah dihapus orang lain; kembali ke daftar rapat.',
  MEETING_IN_USE:
    'Rapat ini sudah memuat keputusan, tindak lanjut, atau dokumen, jadi tidak dihapus. Semuanya tetap ada; pindahkan atau hapus dahulu.',
  DECISION_NOT_FOUND: 'Keputusan ini tidak ditemukan. Mungkin sudah dihapus orang lain; muat ulang halaman.',
  ACTION_ITEM_NOT_FOUND: 'Tindak lanjut ini tidak ditemukan. Mungkin sudah dihapus orang lain; muat ulang daftarnya.',
  ACTION_ITEM_NOT_YOURS:
    'Tindak lanjut ini tanggung jawab OPD lain, jadi tidak ada yang berubah. Hubungi OPD penanggung jawab atau sekretariat.',
  ACTION_ITEM_WRONG_STATE:
    'Keadaan tindak lanjut ini tidak memungkinkan tindakan itu, jadi tidak ada yang berubah. Muat ulang untuk melihat keadaannya.',
  NOTE_REQUIRED: 'Perubahan ini memerlukan keterangan dan belum disimpan. Tuliskan alasannya, lalu simpan lagi.',

  VERSION_CONFLICT:
    'Orang lain mengubah data ini lebih dulu, jadi perubahan Anda belum disimpan. Muat ulang, lalu ulangi perubahan Anda.',
  AGENCY_IN_USE:
    'OPD ini masih dipakai dalam penugasan atau laporan, jadi tidak dihapus. Akhiri masa berlakunya sebagai gantinya.',
  ASSIGNMENT_OVERLAPS:
    'Penugasan ini bertumpang tindih dengan penugasan lain, jadi belum disimpan. Ubah tanggalnya, atau akhiri penugasan yang lama lebih dulu.',
  ASSIGNMENT_DATES_INVALID:
    'Tanggal selesai mendahului tanggal mulai, jadi penugasan belum disimpan. Perbaiki tanggalnya.',
  ASSIGNMENT_HAS_BEGUN:
    'Penugasan ini sudah berjalan, jadi tidak dihapus: laporan bersandar padanya. Akhiri masa berlakunya sebagai gantinya.',
  TARGET_POINT_EXISTS:
    'Target untuk indikator, wilayah, dan tanggal ini sudah ada, jadi belum disimpan. Ubah target yang ada.',
  INDICATOR_IN_USE:
    'Indikator ini sudah memiliki angka, jadi bagian itu tidak dapat diubah. Angka yang ada tetap aman.',
  DEADLINE_EXISTS: 'Tenggat untuk bulan ini sudah ada, jadi belum disimpan. Ubah tenggat yang ada.',

  USER_EXISTS:
    'Sudah ada akun dengan surel atau nama pengguna ini, jadi akun baru tidak dibuat. Periksa daftar pengguna.',
  USER_NOT_FOUND: 'Akun ini tidak ditemukan. Mungkin sudah dihapus; muat ulang daftar pengguna.',
  USER_LAST_ADMINISTRATOR:
    'Ini administrator terakhir, jadi tidak ada yang berubah. Tunjuk administrator lain lebih dulu.',
  USER_DISABLED: 'Akun ini dinonaktifkan. Data Anda tetap tersimpan; hubungi administrator untuk mengaktifkannya lagi.',
  AGENCY_REQUIRED: 'Peran ini memerlukan OPD, jadi belum disimpan. Pilih OPD-nya.',
  PASSWORD_TOO_WEAK:
    'Kata sandi ini terlalu mudah ditebak, jadi belum diganti. Gunakan sedikitnya 12 huruf, misalnya beberapa kata yang tidak berkaitan.',
  LINK_INVALID: 'Tautan ini sudah dipakai, kedaluwarsa, atau tidak lengkap. Mintalah tautan baru kepada administrator.',
  SETUP_DONE: 'Penyiapan sudah selesai sebelumnya, jadi tidak ada yang berubah. Masuk dengan akun administrator.',

  field: {
    INVALID: 'Isian ini tidak sesuai. Periksa, lalu coba lagi.',
    NAME_TOO_SHORT: 'Nama terlalu pendek. Tulis sedikitnya dua huruf.',
    NAME_TOO_LONG: 'Nama terlalu panjang. Tulis paling banyak 120 huruf.',
    EMAIL_INVALID: 'Ini bukan alamat surel. Tulis misalnya nama@sulbarprov.go.id.',
    USERNAME_INVALID: 'Nama pengguna berisi 3–30 huruf kecil, angka, titik, garis bawah, atau tanda hubung.',
    PHONE_INVALID: 'Ini bukan nomor telepon. Tulis misalnya 0812 3456 7890, atau kosongkan.',
    PASSWORD_REQUIRED: 'Isi kata sandi.',
    PASSWORD_TOO_SHORT: 'Kata sandi terlalu pendek. Gunakan sedikitnya 12 huruf, misalnya beberapa kata.',
    PASSWORD_TOO_LONG: 'Kata sandi terlalu panjang. Gunakan paling banyak 128 huruf.',
    PASSWORD_TOO_COMMON: 'Kata sandi ini mudah ditebak. Gunakan beberapa kata yang tidak berkaitan.',
    PASSWORD_HAS_NAME: 'Kata sandi ini memuat nama atau surel Anda. Gunakan kata lain.',
    PASSWORD_WRONG: 'Kata sandi sekarang keliru. Coba lagi.',
    TAKEN: 'Sudah dipakai akun lain. Pilih yang lain.',
    TEXT_REQUIRED: 'Isian ini wajib diisi.',
    TEXT_TOO_LONG: 'Isian ini terlalu panjang. Singkatkan.',
    CHOICE_REQUIRED: 'Pilih salah satu.',
    DATE_REQUIRED: 'Isi tanggalnya.',
    DATE_INVALID: 'Ini bukan tanggal. Tulis misalnya 21 November 2026.',
    DATES_REVERSED: 'Tanggal ini mendahului tanggal mulai. Pilih tanggal sesudahnya.',
    AGENCY_NOT_THERE: 'OPD ini belum atau tidak lagi ada pada tanggal itu. Pilih tanggal atau OPD lain.',
    AGENCY_ENDS_BEFORE: 'OPD ini berakhir lebih dulu. Isi tanggal selesai yang tidak melewati masa OPD.',
    AGENCY_HAS_EARLIER_TASK: 'OPD ini sudah bertugas sebelum tanggal itu. Pilih tanggal yang lebih awal.',
    AGENCY_ABBR_TAKEN: 'Singkatan ini sudah dipakai OPD lain pada masa yang sama. Pilih yang lain.',
    TASK_ENDED_BEFORE:
      'Penugasan lama sudah berakhir jauh sebelumnya. Pilih hari sesudah hari terakhirnya, atau buat penugasan baru.',
    SUCCESSOR_TWICE: 'Penerus ini disebut dua kali. Hapus salah satunya.',
    SUCCESSOR_NOT_THERE: 'Penerus harus OPD lain yang masih ada sesudah tanggal itu.',
    NUMBER_REQUIRED: 'Isi angkanya.',
    NUMBER_NEGATIVE: 'Angka ini tidak boleh kurang dari nol.',
    LIMITS_REVERSED: 'Batas atas lebih kecil daripada batas bawah. Tukar atau perbaiki.',
    NOT_IN_BAND: 'Angka ini berada di luar kedua batasnya. Perbaiki angka atau batasnya.',
    BAND_NOT_USED: 'Batas hanya dipakai untuk target berupa rentang. Kosongkan.',
    THRESHOLD_OUT_OF_RANGE: 'Isi persentase dari 0 sampai 100.',
    THRESHOLDS_REVERSED: 'Ambang ini harus lebih rendah daripada ambang sesuai jalur.',
    INDICATOR_NEEDED:
      'Indikator ini tampil sebagai angka utama suatu isu atau menjadi bagian sebuah rasio, jadi tidak dapat dinonaktifkan.',
    RATIO_NEEDS_PARTS: 'Rasio ini dihitung dari indikator yang sedang nonaktif. Aktifkan dahulu kedua bagiannya.',
    DAY_OUT_OF_RANGE: 'Isi tanggal dari 1 sampai 31.',
    DEADLINE_NEEDS_SCOPE: 'Pilih isu, bulan, atau keduanya. Untuk semua laporan, ubah tanggal bakunya.',
    DEADLINE_DAY_OR_DATE: 'Pilih hari atau tanggal, tidak keduanya.',
    DEADLINE_DATE_NEEDS_MONTH: 'Tanggal tertentu hanya berlaku untuk satu bulan. Pilih bulannya.',
    DEADLINE_BEFORE_MONTH_END: 'Tenggat harus sesudah bulan laporannya berakhir.',
    TIME_INVALID: 'Tulis waktu sebagai jam dan menit, misalnya 09.00.',
    TIME_BEFORE_START: 'Waktu selesai mendahului waktu mulai. Perbaiki salah satunya.',
    LIST_TOO_LONG: 'Daftar ini terlalu panjang. Kurangi isinya.',
  },
} as const;
