import SqliteDatabase from 'better-sqlite3';

interface Recorded {
  sql: string;
  params: unknown[];
}

type StatementCall = (this: { source: string; reader: boolean }, ...params: unknown[]) => unknown;

/** Notes every statement that `work` runs through better-sqlite3, with its parameters. */
export async function recordReads(work: () => Promise<unknown>): Promise<Recorded[]> {
  const probe = new SqliteDatabase(':memory:');
  const prototype: { all: StatementCall } = Object.getPrototypeOf(probe.prepare('select 1'));
  probe.close();
  const original = prototype.all;
  const recorded: Recorded[] = [];
  prototype.all = function all(...params) {
    recorded.push({ sql: this.source, params });
    return original.apply(this, params);
  };
  try {
    await work();
  } finally {
    prototype.all = original;
  }
  return recorded;
}

/**
 * The same work with nothing around it: the recorded statements, prepared once, run one after the other, and their rows
 * as JSON.
 */
export function rawRead(file: string, recorded: readonly Recorded[]): { run: () => void; close: () => void } {
  const db = new SqliteDatabase(file);
  db.pragma('journal_mode = WAL');
  db.pragma('cache_size = -8000');
  const statements = recorded.map(({ sql, params }) => ({ statement: db.prepare(sql), params }));
  return {
    run: () => {
      JSON.stringify(statements.map(({ statement, params }) => statement.all(...params)));
    },
    close: () => db.close(),
  };
}
