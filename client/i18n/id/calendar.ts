export const calendar = {
  title: 'Kalender',
  lead: 'Rapat, tenggat tindak lanjut OPD Anda, dan tenggat laporan, langsung di aplikasi kalender Anda.',
  none: 'Belum ada tautan kalender.',
  madeAt: 'Tautan dibuat {{at}}. Demi keamanan, alamatnya tidak dapat ditampilkan lagi; buat yang baru bila hilang.',
  address: 'Alamat kalender Anda',
  once: 'Hanya tampil sekali ini. Siapa pun yang memegangnya dapat membaca kalender Anda.',
  how: 'Di Google Calendar pilih “Tambahkan kalender lain”, lalu “Dari URL”. Di Outlook pilih “Tambahkan kalender”, lalu “Langganan dari web”.',
  make: 'Buat tautan kalender',
  renew: 'Buat tautan baru',
  revoke: 'Cabut tautan',
  revoked: 'Tautan kalender dicabut. Alamat lama tidak berlaku lagi.',
  confirm: {
    renewTitle: 'Buat tautan baru?',
    renew: 'Tautan lama langsung tidak berlaku. Pasang tautan baru di aplikasi kalender Anda.',
    revokeTitle: 'Cabut tautan kalender?',
    revoke: 'Aplikasi kalender yang memakainya tidak diperbarui lagi.',
  },
} as const;
