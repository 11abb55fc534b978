import { Kysely, type Dialect } from 'kysely';
import { migrate } from './migrations.ts';
import { nodeSqliteDialect } from './node-sqlite.ts';
import { postgresDialect } from './postgres.ts';
import type { Database, Tables } from './tables.ts';

/** Opens the case database, creating or updating its tables. The caller closes it with `destroy()`. */
export async function openStore(location: string): Promise<Database> {
  const db = new Kysely<Tables>({ dialect: dialectOf(location) });
  try {
    await migrate(db as unknown as Kysely<never>);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return db;
}

/** Gives how to speak to a database: PostgreSQL where the location is a postgres:// address, otherwise a file of SQLite. */
export function dialectOf(location: string): Dialect {
  return /^postgres(?:ql)?:\/\//.test(location) ? postgresDialect(location) : nodeSqliteDialect(location);
}
