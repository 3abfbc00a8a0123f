/** As `errors`, for what cannot be refused while signing in or entering figures: these come with the other pages. */
export const workErrors = {
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
  IMPORT_STALE:
    'Ada data yang berubah sejak pemeriksaan, jadi belum ada yang ditulis. Periksa sekali lagi untuk melihat hasil terbaru, lalu terapkan.',
  IMPORT_NOTHING: 'Tidak ada angka yang perlu ditulis: semua baris sudah sama atau ditolak. Tidak ada yang berubah.',
  IMPORT_TOO_LARGE:
    'Berkas memuat terlalu banyak angka untuk satu kali impor (paling banyak {{rows}}). Belum ada yang ditulis; bagi berkasnya, misalnya per tahun.',
  IMPORT_NOT_FOUND: 'Impor ini tidak ditemukan, jadi tidak ada yang ditulis atas namanya. Ulangi dari berkasnya.',
  MEETING_NOT_FOUND: 'Rapat ini tidak ditemukan. Mungkin sudah dihapus orang lain; kembali ke daftar rapat.',
  MEETING_IN_USE:
    'Rapat ini sudah memuat keputusan, tindak lanjut, atau dokumen, jadi tidak dihapus. Semuanya tetap ada; pindahkan atau hapus dahulu.',
  DECISION_NOT_FOUND: 'Keputusan ini tidak ditemukan. Mungkin sudah dihapus orang lain; muat ulang halaman.',
  ACTION_ITEM_NOT_FOUND: 'Tindak lanjut ini tidak ditemukan. Mungkin sudah dihapus orang lain; muat ulang daftarnya.',
  ACTION_ITEM_NOT_YOURS:
    'Tindak lanjut ini tanggung jawab OPD lain, jadi tidak ada yang berubah. Hubungi OPD penanggung jawab atau sekretariat.',
  ACTION_ITEM_WRONG_STATE:
    'Keadaan tindak lanjut ini tidak memungkinkan tindakan itu, jadi tidak ada yang berubah. Muat ulang untuk melihat keadaannya.',
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
  AGENCY_REQUIRED: 'Peran ini memerlukan OPD, jadi belum disimpan. Pilih OPD-nya.',

  field: {
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
    DAYS_OUT_OF_RANGE: 'Isi jumlah hari kerja dari 1 sampai 30.',
    LOCK_OUT_OF_RANGE: 'Isi bilangan bulat dari 0 sampai 1000.',
    DEADLINE_NEEDS_SCOPE: 'Pilih isu, bulan, atau keduanya. Untuk semua laporan, ubah tanggal bakunya.',
    DEADLINE_DAY_OR_DATE: 'Pilih hari atau tanggal, tidak keduanya.',
    DEADLINE_DATE_NEEDS_MONTH: 'Tanggal tertentu hanya berlaku untuk satu bulan. Pilih bulannya.',
    DEADLINE_BEFORE_MONTH_END: 'Tenggat harus sesudah bulan laporannya berakhir.',
    TIME_INVALID: 'Tulis waktu sebagai jam dan menit, misalnya 09.00.',
    TIME_BEFORE_START: 'Waktu selesai mendahului waktu mulai. Perbaiki salah satunya.',
    LIST_TOO_LONG: 'Daftar ini terlalu panjang. Kurangi isinya.',
  },
} as const;
