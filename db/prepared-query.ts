import { type Compilable, CompiledQuery, type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from './schema.ts';

class Placeholder {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

type Params<P> = { [K in keyof P]-?: RawBuilder<P[K]> };

/**
 * A query that is built and compiled once per engine and then only bound, for hot paths: building the same query anew
 * costs more than SQLite needs to run it.
 *
 * @example
 * const findArea = preparedQuery<{ id: string }, { name: string }>((db, p) =>
 *   db.selectFrom('area').select('name').where('id', '=', p.id));
 * const [area] = await findArea(db, { id: '76.04' });
 */
export function preparedQuery<P extends object, Row>(
  build: (db: Kysely<Database>, params: Params<P>) => Compilable<Row>,
): (db: Kysely<Database>, params: P) => Promise<Row[]> {
  const compiledByEngine = new WeakMap<object, CompiledQuery<Row>>();

  function compile(db: Kysely<Database>): CompiledQuery<Row> {
    const names = new Proxy({} as Params<P>, {
      get: (_target, name) => sql`${new Placeholder(String(name))}`,
    });
    return build(db, names).compile();
  }

  return async (db, params) => {
    const engine = db.getExecutor().adapter;
    let compiled = compiledByEngine.get(engine);
    if (!compiled) {
      compiled = compile(db);
      compiledByEngine.set(engine, compiled);
    }
    const given = new Map(Object.entries(params));
    const bound = compiled.parameters.map((value) => (value instanceof Placeholder ? given.get(value.name) : value));
    const result = await db.executeQuery<Row>(CompiledQuery.raw(compiled.sql, bound));
    return result.rows;
  };
}

type Lists<L extends string> = Record<L, RawBuilder<string>[]>;

/** The next power of two: few lengths, each compiled once. */
function roundedUp(length: number): number {
  return 2 ** Math.ceil(Math.log2(length));
}

/**
 * A prepared query that looks for values of lists (`in`). It is compiled once per length, rounded up to a power of two and
 * filled with the last value again, which changes no answer. Nothing is asked when a list is empty.
 *
 * @example
 * const listNames = preparedListQuery<'ids', { level: string }, { name: string }>(['ids'], (db, lists, p) =>
 *   db.selectFrom('area').select('name').where('level', '=', p.level).where('id', 'in', lists.ids));
 * await listNames(db, { ids: ['76', '76.04'] }, { level: 'district' });
 */
export function preparedListQuery<L extends string, P extends object, Row>(
  names: readonly L[],
  build: (db: Kysely<Database>, lists: Lists<L>, params: Params<P>) => Compilable<Row>,
): (db: Kysely<Database>, lists: Record<L, readonly string[]>, params: P) => Promise<Row[]> {
  const byLengths = new Map<string, (db: Kysely<Database>, params: P) => Promise<Row[]>>();

  return async (db, lists, params) => {
    if (names.some((name) => lists[name].length === 0)) return [];
    const lengths = names.map((name) => roundedUp(lists[name].length));
    const key = lengths.join(' ');
    let query = byLengths.get(key);
    if (!query) {
      query = preparedQuery<P, Row>((compiler, p) => build(compiler, placeholderLists(names, lengths), p));
      byLengths.set(key, query);
    }
    const values: Record<string, string | undefined> = {};
    for (const [index, name] of names.entries()) {
      const list = lists[name];
      for (let at = 0; at < (lengths[index] ?? 0); at += 1) {
        values[`${name} ${at}`] = list[Math.min(at, list.length - 1)];
      }
    }
    return query(db, { ...params, ...values });
  };
}

function placeholderLists<L extends string>(names: readonly L[], lengths: readonly number[]): Lists<L> {
  const entries = names.map((name, index) => [
    name,
    Array.from({ length: lengths[index] ?? 0 }, (_, at) => sql<string>`${new Placeholder(`${name} ${at}`)}`),
  ]);
  return Object.fromEntries(entries) as Lists<L>;
}
