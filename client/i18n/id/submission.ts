export const submission = {
  kept: 'Jaringan sedang tidak ada. Pengajuan ini disimpan di perangkat dan dikirim sendiri begitu jaringan kembali, setelah semua angkanya.',
  signedOut: 'Sesi Anda berakhir. Pengajuan ini disimpan di perangkat dan dikirim begitu Anda masuk lagi.',
  held: 'Pengajuan ini menunggu: ada sel yang harus diselesaikan dahulu.',
  sending: 'Laporan sedang diajukan.',
  waiting: 'Menunggu diajukan. Angka tidak dapat diubah sampai laporan terkirim atau pengajuannya ditarik.',
  takeBack: 'Tarik pengajuan',
  changed:
    'Laporan ini diubah orang lain setelah Anda mengajukannya, jadi belum diajukan. Periksa angkanya, lalu ajukan lagi.',
  refused: 'Laporan ini belum diajukan. {{why}}',
  understood: 'Mengerti',
};
