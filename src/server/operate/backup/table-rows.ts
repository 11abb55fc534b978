import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../../../database/tables.ts';
import { rowsAtOnce } from './backup-tables.ts';

export type Row = Record<string, string | number | null | Uint8Array>;

/** What a table holds, whatever order its rows are read in: databases sort texts differently. */
export interface TableDigest {
  rows: number;
  /** Sum of the SHA-256 of all rows modulo 2^256, as hexadecimal digits. */
  sha256: string;
}

/** The rows of a table, some at a time, in the order of the columns that tell them apart. */
export async function* readRows(db: Database, table: string, key: readonly string[]): AsyncGenerator<Row[]> {
  const columns = sql.join(key.map((name) => sql.ref(name)));
  const size = rowsAtOnce(table);
  for (let last: Row | undefined; ;) {
    const after = last ? sql`where (${columns}) > (${sql.join(key.map((name) => last?.[name]))})` : sql``;
    const { rows } =
      await sql<Row>`select * from ${sql.table(table)} ${after} order by ${columns} limit ${size}`.execute(db);
    if (rows.length > 0) yield rows;
    if (rows.length < size) return;
    last = rows.at(-1);
  }
}

/** A row as one line of JSON: columns sorted by name, bytes as base64. */
export function lineOf(row: Row): string {
  const sorted = Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(
    Object.fromEntries(
      sorted.map(([name, value]) => [
        name,
        value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value,
      ]),
    ),
  );
}

/** The row of a line that `lineOf` wrote. */
export function rowOf(line: string): Row {
  const values = JSON.parse(line) as Record<string, string | number | null | { base64: string }>;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null ? Buffer.from(value.base64, 'base64') : value,
    ]),
  );
}

/** Counts lines and sums their hashes up. */
export function createDigest(): { add(line: string): void; result(): TableDigest } {
  let rows = 0;
  let sum = 0n;
  return {
    add(line) {
      rows++;
      sum = BigInt.asUintN(256, sum + BigInt(`0x${createHash('sha256').update(line).digest('hex')}`));
    },
    result: () => ({ rows, sha256: sum.toString(16).padStart(64, '0') }),
  };
}

/** The digest of a table as it stands. */
export async function digestOf(db: Database, table: string, key: readonly string[]): Promise<TableDigest> {
  const digest = createDigest();
  for await (const rows of readRows(db, table, key)) for (const row of rows) digest.add(lineOf(row));
  return digest.result();
}
