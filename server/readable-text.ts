import { AppError } from './app-error.ts';

/** NUL, which PostgreSQL cannot hold in a text, and half a surrogate pair, which is no character in any encoding. */
const unreadable = /\0|\p{Surrogate}/u;

/**
 * Refuses texts that cannot be kept, wherever they stand in an input, and keys alike: without this one engine would
 * keep them and the other fail.
 * @throws AppError BAD_INPUT naming the field, as the path of an input's problem does: `cells.0.reason`
 */
export function assertReadableText(input: unknown): void {
  const path = findUnreadable(input);
  if (path) throw new AppError('BAD_INPUT', { fields: { [path.join('.')]: 'TEXT_UNREADABLE' } });
}

/** The path of the first such text; a key that is one is left out of it. */
function findUnreadable(value: unknown): string[] | null {
  if (typeof value === 'string') return unreadable.test(value) ? [] : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, part] of Object.entries(value)) {
    if (unreadable.test(key)) return [];
    const path = findUnreadable(part);
    if (path) return [key, ...path];
  }
  return null;
}
