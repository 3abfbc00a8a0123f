import { CompiledQuery, type InsertObject, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';

/** SQLite binds at most 32,766 values in one statement. */
const MAX_VALUES = 30_000;
const MAX_ROWS = 200;

type Table = keyof Database & string;

/**
 * Inserts rows many at a time; a row whose key exists is left as it is, because a person may have edited it.
 * The statement is built once for a full batch and then only bound: building it anew costs more than running it.
 * Every row has the same columns, in the same order.
 */
export async function insertMissing<T extends Table>(
  db: Kysely<Database>,
  table: T,
  rows: readonly InsertObject<Database, T>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const batch = Math.min(MAX_ROWS, Math.floor(MAX_VALUES / columns.length));
  let full: string | undefined;
  for (let from = 0; from < rows.length; from += batch) {
    const part = rows.slice(from, from + batch);
    const isFull = part.length === batch;
    const text = isFull && full !== undefined ? full : insertText(db, table, part);
    if (isFull) full = text;
    await db.executeQuery(
      CompiledQuery.raw(
        text,
        part.flatMap((row) => valuesOf(row, columns)),
      ),
    );
  }
}

function insertText<T extends Table>(
  db: Kysely<Database>,
  table: T,
  rows: readonly InsertObject<Database, T>[],
): string {
  return db
    .insertInto(table)
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .compile().sql;
}

function valuesOf(row: object, columns: readonly string[]): unknown[] {
  const values = Object.values(row);
  if (values.length !== columns.length) throw new RangeError('rows of one insert differ in their columns');
  return values;
}
