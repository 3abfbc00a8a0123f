import { randomUUID } from 'node:crypto';
import { emailSchema } from '#shared/user.ts';
import { deliverMail } from '../mailer.ts';
import { OperatorError } from '../operator-error.ts';
import { type Command, print } from './command.ts';
import { readArgs } from './options.ts';
import { productionConfig } from './settings.ts';

export const mailTest: Command = {
  summary: 'send one mail, to see whether SMTP_URL is right',
  help: `satgas mail-test ADDRESS

Sends a short mail to ADDRESS by the server that SMTP_URL names, and says what the server answered. Changes nothing else.`,
  async run(args) {
    const { positionals } = readArgs({ args, allowPositionals: true, options: {} });
    const [given, ...more] = positionals;
    const address = emailSchema.safeParse(given);
    if (!address.success || more.length > 0)
      throw new OperatorError('Give one address: satgas mail-test nama@example.go.id');
    const { smtpUrl, mailFrom, publicUrl } = productionConfig();
    if (smtpUrl === undefined)
      throw new OperatorError('SMTP_URL is not set: no mail leaves, and nobody is written to.');
    const failure = await deliverMail(
      { smtpUrl, mailFrom },
      {
        to: address.data,
        subject: 'Satgas 4+1: uji surel',
        text: `Surel ini menguji pengaturan surel Satgas 4+1 di ${publicUrl}. Tidak ada yang perlu dilakukan.\n`,
        messageId: `<${randomUUID()}@${new URL(publicUrl).hostname}>`,
      },
    );
    if (failure) throw new OperatorError(`The mail was not sent (${failure.code}): check SMTP_URL and MAIL_FROM.`);
    print(`The server has taken the mail for ${address.data}. Whether it arrives is up to the servers behind it.`);
  },
};
