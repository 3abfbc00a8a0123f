import type { Mail } from '#server/mailer.ts';
import type { Locale } from '#shared/locale.ts';

interface LinkMail {
  to: string;
  name: string;
  url: string;
  locale: Locale;
}

const product = 'Satgas 4+1';

/** The language is the writer's: nobody knows yet which one the invited person reads. */
export function invitationMail({ to, name, url, locale }: LinkMail): Mail {
  return locale === 'en'
    ? mail(to, `Invitation to ${product}`, [
        `Dear ${name},`,
        `You have been invited to ${product}. Choose a username and a password here:`,
        url,
        'The link works once, for seven days. If you did not expect it, ignore this message.',
      ])
    : mail(to, `Undangan ke ${product}`, [
        `Yth. ${name},`,
        `Anda diundang menggunakan ${product}. Tentukan nama pengguna dan kata sandi di sini:`,
        url,
        'Tautan ini berlaku satu kali, selama tujuh hari. Bila Anda tidak merasa diundang, abaikan surel ini.',
      ]);
}

export function passwordResetMail({ to, name, url, locale }: LinkMail): Mail {
  return locale === 'en'
    ? mail(to, `New password for ${product}`, [
        `Dear ${name},`,
        'Someone asked for a new password for your account. Choose one here:',
        url,
        'The link works once, for one hour. If it was not you, ignore this message: nothing has changed.',
      ])
    : mail(to, `Kata sandi baru ${product}`, [
        `Yth. ${name},`,
        'Ada permintaan kata sandi baru untuk akun Anda. Tentukan di sini:',
        url,
        'Tautan ini berlaku satu kali, selama satu jam. Bila bukan Anda yang meminta, abaikan surel ini: tidak ada yang berubah.',
      ]);
}

function mail(to: string, subject: string, paragraphs: string[]): Mail {
  return { to, subject, text: `${paragraphs.join('\n\n')}\n` };
}
