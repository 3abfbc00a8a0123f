import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresDialect,
  SqliteDialect,
  SqliteDriver,
  type Transaction,
} from 'kysely';
import pg from 'pg';
import { type GroupCommit, groupCommit } from './group-commit.ts';
import type { Database } from './schema.ts';
import { cachedStatements } from './statement-cache.ts';

/** An open database. Reads go to `db`; every write of the application goes through `transaction`. */
export interface DatabaseHandle {
  engine: 'sqlite' | 'postgres';
  /** The province that is served: of a national database, only its areas are kept in memory. Undefined: all of them. */
  provinceCode: string | undefined;
  /** For reads. On SQLite a connection of its own, so that a read never waits for a write. */
  db: Kysely<Database>;
  /** For the sign-in library, which writes by itself. Application code uses `transaction`. */
  writer: Kysely<Database>;
  /**
   * Runs `work` in one transaction; acknowledged writes are on disk when it resolves. Inside, use only `trx`.
   * Writers run one after the other on both engines: the audit chain orders them anyway, and rollups need no retries.
   */
  transaction<T>(work: (trx: Transaction<Database>) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

class ImmediateSqliteDriver extends SqliteDriver {
  // A deferred transaction that reads first can fail when it wants to write; taking the lock at once can only wait.
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.rollbackTransaction(connection);
    } catch (error) {
      // A full disk ends the transaction by itself; what happened is told by the error that led here.
      if (!(error instanceof Error && /no transaction is active/.test(error.message))) throw error;
    }
  }
}

class ImmediateSqliteDialect extends SqliteDialect {
  readonly #statements: ReturnType<typeof cachedStatements>;

  constructor(raw: SqliteDatabase.Database) {
    const statements = cachedStatements(raw);
    super({ database: statements });
    this.#statements = statements;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateSqliteDriver({ database: this.#statements });
  }
}

function openSqliteConnection(file: string): SqliteDatabase.Database {
  const raw = new SqliteDatabase(file);
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = FULL');
  raw.pragma('foreign_keys = ON');
  raw.pragma('busy_timeout = 5000');
  raw.pragma('cache_size = -8000');
  return raw;
}

export interface OpenOptions {
  provinceCode?: string;
}

/** Opens (and creates) an SQLite database at `file`. */
export function openSqlite(file: string, { provinceCode }: OpenOptions = {}): DatabaseHandle {
  mkdirSync(dirname(file), { recursive: true });
  const rawWriter = openSqliteConnection(file);
  const rawReader = openSqliteConnection(file);
  const writer = new Kysely<Database>({ dialect: new ImmediateSqliteDialect(rawWriter) });
  const db = new Kysely<Database>({ dialect: new ImmediateSqliteDialect(rawReader) });
  const commits: GroupCommit = groupCommit(writer);
  return {
    engine: 'sqlite',
    provinceCode,
    db,
    writer,
    transaction: commits.run,
    async close() {
      await commits.idle();
      await db.destroy();
      await writer.destroy();
      // Kysely leaves a connection open that was never used, and the write-ahead log would stay behind.
      rawReader.close();
      rawWriter.close();
    },
  };
}

// int8 and numeric sums arrive as text by default; every integer we store is a safe integer.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

/** Opens a PostgreSQL database by connection string. */
export function openPostgres(
  connectionString: string,
  { provinceCode, maxConnections = 10 }: OpenOptions & { maxConnections?: number } = {},
): DatabaseHandle {
  const pool = new pg.Pool({ connectionString, max: maxConnections });
  // An idle connection that the server ends (a restart, an administrator) is dropped by the pool, and the next query
  // opens another; without a listener the event would end the process.
  pool.on('error', () => {});
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  return {
    engine: 'postgres',
    provinceCode,
    db,
    writer: db,
    transaction: (work) =>
      db.transaction().execute(async (trx) => {
        await trx.selectFrom('audit_head').select('seq').where('id', '=', 1).forUpdate().execute();
        return work(trx);
      }),
    close: () => db.destroy(),
  };
}

/** `url` is a PostgreSQL connection string, or the path of an SQLite file. */
export function openDatabase(url: string, options: OpenOptions = {}): DatabaseHandle {
  return /^postgres(ql)?:\/\//.test(url) ? openPostgres(url, options) : openSqlite(url, options);
}
