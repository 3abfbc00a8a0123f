import { formatDate } from '#shared/date-format.ts';
import type { Locale } from '#shared/locale.ts';
import type { Digest, ReportNoticeKind } from '#shared/notification.ts';

interface MailWords {
  greeting: (name: string) => string;
  heading: Record<ReportNoticeKind, string>;
  subject: Record<ReportNoticeKind, (count: number) => string>;
  digestSubject: (digest: Digest) => string;
  /** Where something is to be done. */
  request: string;
  signature: string;
  footer: (url: string) => string;
}

export const mailWords: Record<Locale, MailWords> = {
  id: {
    greeting: (name) => `Yth. Bapak/Ibu ${name},`,
    heading: {
      returned: 'Laporan berikut dikembalikan oleh verifikator untuk diperbaiki:',
      overdue: 'Laporan berikut melewati tenggat dan menunggu penyelesaian:',
      due_soon: 'Laporan berikut mendekati tenggat:',
      to_verify: 'Laporan berikut menunggu verifikasi melewati batas waktunya:',
      verified: 'Laporan berikut sudah diverifikasi seluruhnya:',
    },
    subject: {
      returned: (count) => `${count} laporan dikembalikan`,
      overdue: (count) => `${count} laporan melewati tenggat`,
      due_soon: (count) => `${count} laporan mendekati tenggat`,
      to_verify: (count) => `${count} laporan menunggu verifikasi`,
      verified: (count) => `${count} laporan terverifikasi`,
    },
    digestSubject: ({ date }) => `rekap pelaporan ${formatDate(date, 'id')}`,
    request:
      'Mohon kesediaan Bapak/Ibu menyelesaikannya melalui tautan di atas. Bila sudah diselesaikan, abaikan surel ini. Bila ada kendala, silakan menghubungi Sekretariat Satgas 4+1.',
    signature: 'Sekretariat Satgas 4+1',
    footer: (url) => `Surel ini dikirim secara otomatis. Pemberitahuan yang Anda terima dapat diatur di ${url}`,
  },
  en: {
    greeting: (name) => `Dear ${name},`,
    heading: {
      returned: 'These reports were returned by the verifier for correction:',
      overdue: 'These reports are past their deadline and wait for you:',
      due_soon: 'These reports are due soon:',
      to_verify: 'These reports have waited for verification longer than they should:',
      verified: 'These reports are now verified as a whole:',
    },
    subject: {
      returned: (count) => `${count} ${reports(count)} returned`,
      overdue: (count) => `${count} ${reports(count)} overdue`,
      due_soon: (count) => `${count} ${reports(count)} due soon`,
      to_verify: (count) => `${count} ${reports(count)} waiting for verification`,
      verified: (count) => `${count} ${reports(count)} verified`,
    },
    digestSubject: ({ date }) => `reporting as of ${formatDate(date, 'en')}`,
    request:
      'Please complete them through the links above. If you have done so already, ignore this message. If something is in the way, contact the secretariat of Satgas 4+1.',
    signature: 'The secretariat of Satgas 4+1',
    footer: (url) => `This message was sent automatically. Choose what you get at ${url}`,
  },
};

function reports(count: number): string {
  return count === 1 ? 'report' : 'reports';
}
