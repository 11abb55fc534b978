import type { Compilable, CompiledQuery, QueryResult } from 'kysely';
import { asMayBeLost } from './may-be-lost.ts';
import { isPostgres } from './postgres.ts';
import type { Database } from './tables.ts';

/** Runs a query that was kept, with values of its own. `shape` tells apart what is written differently. */
export type KeptQuery<Given extends object, Row> = (
  db: Database,
  given: Given,
  shape?: string,
) => Promise<QueryResult<Row>>;

/** Stands in a kept query where a value comes. */
class Place {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** Every name is the place of the value of that name. */
const places = new Proxy({}, { get: (_, name) => new Place(String(name)) });

/**
 * Puts a query together and writes it out once for each kind of database, and gives it only its values after that: for
 * what is asked many times a second, where putting it together takes longer than SQLite takes to answer. In `build` each
 * value of `given` may stand wherever one value is compared or set; it is a place and no value there, so nothing may
 * depend on it. What is written differently from one time to the next depends on `shape`, of which there are few.
 * `lossy`: see `asMayBeLost`.
 */
export function keepQuery<Given extends object, Row>(
  build: (db: Database, given: Given, shape: string) => Compilable<Row>,
  { lossy = false }: { lossy?: boolean } = {},
): KeptQuery<Given, Row> {
  const kept = new Map<string, CompiledQuery<Row>>();
  return (db, given, shape = '') => {
    const key = `${isPostgres(db) ? 'postgres' : 'sqlite'}:${shape}`;
    let query = kept.get(key);
    if (!query) kept.set(key, (query = build(db, places as Given, shape).compile()));
    const parameters = query.parameters.map((value) =>
      value instanceof Place ? given[value.name as keyof Given] : value,
    );
    const asked = { ...query, parameters };
    return db.executeQuery(lossy ? asMayBeLost(asked) : asked);
  };
}
