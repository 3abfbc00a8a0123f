/** One sentence or two for every error that can meet a person anywhere: what happened, what is safe, what to do. */
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
  REPORT_LOCKED:
    'Pengisian laporan ini sudah ditutup karena tenggatnya sudah lama lewat. Yang Anda ketik tidak hilang; minta sekretariat memperpanjang tenggatnya, lalu kirim lagi.',
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
  NOTE_REQUIRED: 'Perubahan ini memerlukan keterangan dan belum disimpan. Tuliskan alasannya, lalu simpan lagi.',
  VERSION_CONFLICT:
    'Orang lain mengubah data ini lebih dulu, jadi perubahan Anda belum disimpan. Muat ulang, lalu ulangi perubahan Anda.',
  USER_DISABLED: 'Akun ini dinonaktifkan. Data Anda tetap tersimpan; hubungi administrator untuk mengaktifkannya lagi.',
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
    CHOICE_REQUIRED: 'Pilih salah satu.',
    TEXT_TOO_LONG: 'Isian ini terlalu panjang. Singkatkan.',
    TEXT_UNREADABLE: 'Isian ini memuat karakter yang tidak dapat disimpan. Ketik ulang.',
  },
} as const;
