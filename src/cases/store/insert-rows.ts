import { CompiledQuery } from 'kysely';
import type { Database, Tables } from './tables.ts';

const statements = new WeakMap<object, Map<string, string>>();

/** Inserts rows by one statement. Its text is worked out once for each number of rows, which takes as long as running it. */
export async function insertRows<T extends keyof Tables>(transaction: Database, table: T, rows: Tables[T][]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const { adapter } = transaction.getExecutor();
  const texts = statements.get(adapter) ?? new Map<string, string>();
  statements.set(adapter, texts);
  const key = `${table} ${rows.length}`;
  const text =
    texts.get(key) ??
    transaction
      .insertInto(table)
      .values(rows as never)
      .compile().sql;
  texts.set(key, text);
  const columns = Object.keys(first) as (keyof Tables[T])[];
  await transaction.executeQuery(
    CompiledQuery.raw(
      text,
      rows.flatMap((row) => columns.map((column) => row[column])),
    ),
  );
}
