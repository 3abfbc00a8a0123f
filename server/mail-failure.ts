/**
 * What became of a mail that was not sent: `postponed`, the server did not take it and may be asked again; `refused`, it
 * never will; `unknown`, it may have taken it, because the line broke after the text was on its way.
 */
export interface MailFailure {
  outcome: 'postponed' | 'refused' | 'unknown';
  /** The code of the error and of the server's answer, `EENVELOPE 550`. Never its text: it names addresses. */
  code: string;
  /** No other mail would have got further: no connection, or the account is refused. */
  isServerDown: boolean;
}

/** @param hasBegun whether the server had begun to receive the text */
export function readFailure(error: unknown, { hasBegun }: { hasBegun: boolean }): MailFailure {
  const code = textOf(error, 'code') ?? 'UNKNOWN';
  const answer = answerOf(error);
  const fullCode = answer === undefined ? code : `${code} ${answer}`;
  // A wrong password is mended by the operator, not by giving up everybody's mail.
  if (code === 'EAUTH' || code === 'ETLS') return { outcome: 'postponed', code: fullCode, isServerDown: true };
  if (answer !== undefined) {
    const isConnection = ['CONN', 'EHLO', 'HELO'].includes(textOf(error, 'command') ?? '');
    const isFinal = answer >= 500 && !isConnection;
    return { outcome: isFinal ? 'refused' : 'postponed', code: fullCode, isServerDown: isConnection };
  }
  if (hasBegun) return { outcome: 'unknown', code: fullCode, isServerDown: true };
  // The address cannot be written into an envelope, or there is no message.
  const isOurs = code === 'EENVELOPE' || code === 'EMESSAGE';
  return { outcome: isOurs ? 'refused' : 'postponed', code: fullCode, isServerDown: !isOurs };
}

function answerOf(error: unknown): number | undefined {
  const answer = typeof error === 'object' && error !== null ? Reflect.get(error, 'responseCode') : undefined;
  return typeof answer === 'number' && answer >= 400 ? answer : undefined;
}

function textOf(error: unknown, name: string): string | undefined {
  const value = typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}
