import { sqliteFileOf } from './node-sqlite.ts';
import type { Database, Tables } from './tables.ts';

/**
 * Inserts rows inside a transaction. SQLite runs one prepared statement for each row, which is a third cheaper than one
 * long statement for all; PostgreSQL, which is asked over a line, gets one statement.
 */
export async function insertRows<T extends keyof Tables>(
  transaction: Database,
  table: T,
  rows: Tables[T][],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const { connection, inserts } = sqliteFileOf(transaction) ?? {};
  if (!connection || !inserts) {
    await transaction
      .insertInto(table)
      .values(rows as never)
      .execute();
    return;
  }
  const columns = Object.keys(first) as (keyof Tables[T])[];
  const key = `${table}:${columns.join()}`;
  const statement =
    inserts.get(key) ??
    connection.prepare(
      transaction
        .insertInto(table)
        .values(first as never)
        .compile().sql,
    );
  inserts.set(key, statement);
  for (const row of rows) statement.run(columns.map((column) => row[column]));
}
