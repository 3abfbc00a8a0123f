import { createTransport, type Transporter } from 'nodemailer';
import type { Config } from './config.ts';

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

export const mailResults = ['sent', 'not_configured', 'failed'] as const;
export type MailResult = (typeof mailResults)[number];

const TIMEOUT_MS = 15_000;
const transports = new Map<string, Transporter>();

export function isMailConfigured(config: Pick<Config, 'smtpUrl'>): boolean {
  return config.smtpUrl !== undefined;
}

/** Sends by the configured SMTP server. Mail is a convenience here, never the only way: nothing throws. */
export async function sendMail(config: Pick<Config, 'smtpUrl' | 'mailFrom'>, mail: Mail): Promise<MailResult> {
  if (config.smtpUrl === undefined) return 'not_configured';
  try {
    await transportFor(config.smtpUrl).sendMail({ from: config.mailFrom ?? senderIn(config.smtpUrl), ...mail });
    return 'sent';
  } catch {
    return 'failed';
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
  transports.set(url, made);
  return made;
}

/** Without MAIL_FROM: the user of the SMTP account, where that is an address. */
function senderIn(url: string): string {
  const { username, hostname } = new URL(url);
  const user = decodeURIComponent(username);
  return user.includes('@') ? user : `satgas@${hostname}`;
}
