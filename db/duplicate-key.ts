/** The key is taken, as SQLite and PostgreSQL call it. */
const codes = new Set(['SQLITE_CONSTRAINT_PRIMARYKEY', 'SQLITE_CONSTRAINT_UNIQUE', '23505']);

/** Whether a statement failed because a row with the same primary or unique key is there. */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.has(error.code);
}
