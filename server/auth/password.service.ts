import { hashPassword as hash, verifyPassword as verify } from 'better-auth/crypto';
import { AppError } from '#server/app-error.ts';
import { passwordProblems } from '#shared/password.ts';

/** Each hash takes 32 MB and a thread of the pool; more at once would not be faster, only larger. */
const MOST_AT_ONCE = 2;

let running = 0;
const waiting: Array<() => void> = [];

async function withTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    // The place passes straight to the next in line, so that nobody can slip in between.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** scrypt (N 16384, r 16), off the main thread; the text holds its own salt. */
export function hashPassword(password: string): Promise<string> {
  return withTurn(() => hash(password));
}

export function verifyPassword(given: { hash: string; password: string }): Promise<boolean> {
  return withTurn(() => verify(given));
}

/** Throws PASSWORD_TOO_WEAK with the first problem at `field`. */
export function assertStrongPassword(password: string, personal: readonly string[], field = 'password'): void {
  const [problem] = passwordProblems(password, personal);
  if (problem) throw new AppError('PASSWORD_TOO_WEAK', { fields: { [field]: problem } });
}
