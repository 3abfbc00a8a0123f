export const verification = {
  title: 'Verifikasi',
  description: 'Laporan yang menunggu keputusan Anda, dan buku koreksi angka yang sudah pernah diverifikasi.',
  loadFailed: 'Meja verifikasi tidak dapat dimuat',
  tab: {
    desk: 'Menunggu ({{count}})',
    ledger: 'Buku koreksi',
  },
  desk: {
    lead_one:
      '{{count}} laporan menunggu; yang paling lama di atas. Laporan OPD sendiri tidak tampil: diverifikasi oleh orang lain.',
    lead_other:
      '{{count}} laporan menunggu; yang paling lama di atas. Laporan OPD sendiri tidak tampil: diverifikasi oleh orang lain.',
    emptyTitle: 'Tidak ada laporan yang menunggu verifikasi',
    emptyText: 'Laporan yang diajukan OPD lain muncul di sini. Laporan OPD sendiri diverifikasi oleh orang lain.',
    today: 'Masuk hari ini',
    waiting_one: 'Menunggu {{count}} hari',
    waiting_other: 'Menunggu {{count}} hari',
    submitted_one: '{{count}} sel diajukan {{name}}, {{time}}',
    submitted_other: '{{count}} sel diajukan {{name}}, {{time}}',
  },
  ledger: {
    title: 'Angka terverifikasi yang dikoreksi',
    subtitle: 'Apa yang berubah, oleh siapa, mengapa, dan pengaruhnya pada jumlah provinsi.',
    caption: 'Buku koreksi, yang terbaru di atas',
    at: 'Waktu',
    what: 'Angka',
    change: 'Dari → menjadi',
    reason: 'Alasan',
    correctedBy: 'dikoreksi {{name}}',
    verifiedBy: 'diverifikasi {{name}}',
    effect: 'Pengaruh pada jumlah provinsi',
    effectText: '{{before}} → {{after}} ({{change}})',
    notAdded: 'tidak dijumlahkan',
    kind: {
      number: 'angka',
      not_reported: 'belum ada data',
      not_applicable: 'tidak berlaku',
    },
    emptyTitle: 'Belum ada koreksi',
    emptyText: 'Angka terverifikasi yang kemudian diubah tercatat di sini, lengkap dengan alasannya.',
  },
} as const;
