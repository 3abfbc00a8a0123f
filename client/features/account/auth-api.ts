import { AppClientError } from '#client/lib/app-error.ts';

/** Codes of the sign-in library → ours, with a sentence each in `auth.error` or `errors`. */
const codes: Record<string, string> = {
  INVALID_USERNAME_OR_PASSWORD: 'SIGN_IN_WRONG',
  INVALID_EMAIL_OR_PASSWORD: 'SIGN_IN_WRONG',
  INVALID_EMAIL: 'SIGN_IN_WRONG',
  INVALID_USERNAME: 'SIGN_IN_WRONG',
  USERNAME_TOO_SHORT: 'SIGN_IN_WRONG',
  USERNAME_TOO_LONG: 'SIGN_IN_WRONG',
  PASSWORD_TOO_LONG: 'SIGN_IN_WRONG',
  INVALID_PASSWORD: 'PASSWORD_WRONG',
  INVALID_CODE: 'CODE_WRONG',
  INVALID_BACKUP_CODE: 'BACKUP_WRONG',
  INVALID_TWO_FACTOR_COOKIE: 'CODE_EXPIRED',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'CODE_EXPIRED',
  ACCOUNT_TEMPORARILY_LOCKED: 'CODE_LOCKED',
  USER_DISABLED: 'USER_DISABLED',
  UNAUTHORIZED: 'NOT_SIGNED_IN',
};

async function post(path: string, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(`/api/auth${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  }).catch((error: unknown) => {
    const isTimeout = error instanceof Error && error.name === 'TimeoutError';
    throw new AppClientError(isTimeout ? 'TIMEOUT' : 'NETWORK', { cause: error });
  });
  const answer = await readAnswer(response);
  if (response.ok) return answer;
  if (response.status === 429 && answer.code !== 'ACCOUNT_TEMPORARILY_LOCKED') {
    const seconds = Number(answer.retryAfter ?? response.headers.get('x-retry-after') ?? 60);
    throw new AppClientError('SIGN_IN_WAIT', { params: { seconds }, status: 429 });
  }
  const code = typeof answer.code === 'string' ? codes[answer.code] : undefined;
  throw new AppClientError(code ?? (response.status < 500 ? 'UNKNOWN' : 'UNEXPECTED_ANSWER'), {
    status: response.status,
  });
}

async function readAnswer(response: Response): Promise<Record<string, unknown>> {
  const answer: unknown = await response.json().catch(() => null);
  if (typeof answer === 'object' && answer !== null) return { ...answer };
  if (response.ok) throw new AppClientError('UNEXPECTED_ANSWER', { status: response.status });
  return {};
}

export interface Credentials {
  /** E-mail address or username. */
  identifier: string;
  password: string;
  remember: boolean;
}

/** @returns whether a code is asked for before the session begins */
export async function signIn({ identifier, password, remember }: Credentials): Promise<{ needsCode: boolean }> {
  const name = identifier.trim();
  const answer = name.includes('@')
    ? await post('/sign-in/email', { email: name, password, rememberMe: remember })
    : await post('/sign-in/username', { username: name, password, rememberMe: remember });
  return { needsCode: answer.twoFactorRedirect === true };
}

export async function verifyCode(code: string): Promise<void> {
  await post('/two-factor/verify-totp', { code: code.replace(/\D/g, '') });
}

export async function verifyBackupCode(code: string): Promise<void> {
  await post('/two-factor/verify-backup-code', { code: code.trim() });
}

export interface TwoFactorSetup {
  /** otpauth://… with the key, for an authenticator app. */
  uri: string;
  backupCodes: string[];
}

export async function beginTwoFactor(password: string): Promise<TwoFactorSetup> {
  const answer = await post('/two-factor/enable', { password });
  return { uri: String(answer.totpURI), backupCodes: textList(answer.backupCodes) };
}

export async function disableTwoFactor(password: string): Promise<void> {
  await post('/two-factor/disable', { password });
}

export async function makeBackupCodes(password: string): Promise<string[]> {
  const answer = await post('/two-factor/generate-backup-codes', { password });
  return textList(answer.backupCodes);
}

function textList(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
