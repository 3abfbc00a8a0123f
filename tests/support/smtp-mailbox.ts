import type { Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

/**
 * How the server meets the next mails: `busy` and `refuse` answer the recipient (450, 550), `busy_text` the text (451);
 * `cut_before` breaks the line before the text, `cut_after` when the text has arrived and before the answer.
 */
export type MailboxMood = 'take' | 'busy' | 'refuse' | 'busy_text' | 'cut_before' | 'cut_after';

export interface Letter {
  to: string;
  messageId: string;
  subject: string;
  /** The text as a mail program shows it. */
  text: string;
  headers: string;
}

export interface Mailbox {
  url: string;
  mood: MailboxMood;
  /** Letters that the server has taken, and so many connections were opened. */
  letters: Letter[];
  /** Texts that arrived in full, whether taken or not. */
  arrived: number;
  connections: number;
  close(): Promise<void>;
}

function answer(code: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode: code });
}

/** A real SMTP server on this machine. */
export async function openMailbox(port = 0): Promise<Mailbox> {
  const sockets = new Set<Socket>();
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onMailFrom(_address, _session, done) {
      if (mailbox.mood === 'cut_before') cut();
      else done();
    },
    onRcptTo(_address, _session, done) {
      if (mailbox.mood === 'busy') done(answer(450, 'later'));
      else if (mailbox.mood === 'refuse') done(answer(550, 'no such person'));
      else done();
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        mailbox.arrived += 1;
        if (mailbox.mood === 'cut_after') return cut();
        if (mailbox.mood === 'busy_text') return done(answer(451, 'later'));
        mailbox.letters.push(read(Buffer.concat(chunks).toString('utf8'), session.envelope.rcptTo[0]?.address ?? ''));
        done();
      });
    },
  });
  server.on('error', () => {});
  server.server.on('connection', (socket: Socket) => {
    mailbox.connections += 1;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.server.address();
  const actualPort = typeof address === 'object' && address ? address.port : port;
  const mailbox: Mailbox = {
    url: `smtp://127.0.0.1:${actualPort}`,
    mood: 'take',
    letters: [],
    arrived: 0,
    connections: 0,
    close: () =>
      new Promise((resolve) => {
        cut();
        server.close(() => resolve());
      }),
  };
  return mailbox;
}

function read(raw: string, to: string): Letter {
  const end = raw.indexOf('\r\n\r\n');
  const headers = raw.slice(0, end).replace(/\r\n[ \t]+/g, ' ');
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(headers)?.[1] ?? '';
  return {
    to,
    messageId: header('Message-ID'),
    subject: words(header('Subject')),
    text: body(raw.slice(end + 4), header('Content-Transfer-Encoding')).replace(/\r\n/g, '\n'),
    headers,
  };
}

function body(text: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(text, 'base64').toString('utf8');
  return encoding === 'quoted-printable' ? quoted(text.replace(/=\r\n/g, '')) : text;
}

function quoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Encoded words of a header. */
function words(text: string): string {
  return text
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?utf-8\?([qb])\?(.*?)\?=/gi, (_whole, kind: string, content: string) =>
      kind.toLowerCase() === 'b' ? Buffer.from(content, 'base64').toString('utf8') : quoted(content.replace(/_/g, ' ')),
    );
}
