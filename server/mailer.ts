import { randomUUID } from 'node:crypto';
import { createTransport, type Transporter } from 'nodemailer';
import type { Config } from './config.ts';
import { type MailFailure, readFailure } from './mail-failure.ts';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** `<id@host>`; left out, one is made. */
  messageId?: string;
  headers?: Record<string, string>;
}

export const mailResults = ['sent', 'not_configured', 'failed'] as const;
export type MailResult = (typeof mailResults)[number];

export type MailConfig = Pick<Config, 'smtpUrl' | 'mailFrom'>;

const TIMEOUT_MS = 15_000;
const transports = new Map<string, Transporter>();
/** The messages under way, and whether the server has begun to receive the text: from there on it may have taken them. */
const hasBegun = new Map<string, boolean>();

export function isMailConfigured(config: Pick<Config, 'smtpUrl'>): boolean {
  return config.smtpUrl !== undefined;
}

/** Sends by the configured SMTP server. Mail is a convenience here, never the only way: nothing throws. */
export async function sendMail(config: MailConfig, mail: Mail): Promise<MailResult> {
  if (config.smtpUrl === undefined) return 'not_configured';
  return (await deliver(config.smtpUrl, config.mailFrom, mail)) === null ? 'sent' : 'failed';
}

/**
 * Sends a mail that must not arrive twice.
 * @returns null once the server has taken it; otherwise whether it may be sent again
 */
export async function deliverMail(
  config: { smtpUrl: string; mailFrom: string | undefined },
  mail: Mail & { messageId: string },
): Promise<MailFailure | null> {
  return deliver(config.smtpUrl, config.mailFrom, mail);
}

async function deliver(url: string, mailFrom: string | undefined, mail: Mail): Promise<MailFailure | null> {
  const messageId = mail.messageId ?? `<${randomUUID()}@${new URL(url).hostname}>`;
  hasBegun.set(messageId, false);
  try {
    await transportFor(url).sendMail({ from: mailFrom ?? senderIn(url), ...mail, messageId });
    return null;
  } catch (error) {
    return readFailure(error, { hasBegun: hasBegun.get(messageId) ?? true });
  } finally {
    hasBegun.delete(messageId);
  }
}

function transportFor(url: string): Transporter {
  const known = transports.get(url);
  if (known) return known;
  const made = createTransport(url, {});
  Object.assign(made.options, {
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  });
  made.use('stream', ({ message }, done) => {
    // The text is piped to the server only when it has asked for it.
    const create = message.createReadStream.bind(message);
    message.createReadStream = (options) => {
      const stream = create(options);
      const pipe = stream.pipe.bind(stream);
      stream.pipe = (target, pipeOptions) => {
        hasBegun.set(message.messageId(), true);
        return pipe(target, pipeOptions);
      };
      return stream;
    };
    done();
  });
  transports.set(url, made);
  return made;
}

/** Without MAIL_FROM: the user of the SMTP account, where that is an address. */
function senderIn(url: string): string {
  const { username, hostname } = new URL(url);
  const user = decodeURIComponent(username);
  return user.includes('@') ? user : `satgas@${hostname}`;
}
