import type SqliteDatabase from 'better-sqlite3';
import type { SqliteStatement } from 'kysely';

const CAPACITY = 400;

/**
 * A database whose `prepare` keeps the most recently used statements: preparing costs more than running most of ours.
 * Sound because the statements we run are never left half iterated.
 */
export function cachedStatements(raw: SqliteDatabase.Database) {
  const statements = new Map<string, SqliteDatabase.Statement>();
  return {
    prepare(sql: string): SqliteStatement {
      const known = statements.get(sql);
      if (known) {
        statements.delete(sql);
        statements.set(sql, known);
        return known as SqliteStatement;
      }
      const prepared = raw.prepare(sql);
      statements.set(sql, prepared);
      if (statements.size > CAPACITY) {
        const oldest = statements.keys().next().value;
        if (oldest !== undefined) statements.delete(oldest);
      }
      return prepared as SqliteStatement;
    },
    close(): void {
      statements.clear();
      raw.close();
    },
  };
}
