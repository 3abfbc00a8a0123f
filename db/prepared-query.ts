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
