import { Kysely } from 'kysely';
import { migrate } from './migrations.ts';
import { nodeSqliteDialect } from './node-sqlite.ts';
import { postgresDialect } from './postgres.ts';
import type { Database, Tables } from './tables.ts';

/**
 * Opens the case database, creating or updating its tables: PostgreSQL where the location is a postgres:// address,
 * otherwise a file of SQLite. The caller closes it with `destroy()`.
 */
export async function openStore(location: string): Promise<Database> {
  const dialect = /^postgres(?:ql)?:\/\//.test(location) ? postgresDialect(location) : nodeSqliteDialect(location);
  const db = new Kysely<Tables>({ dialect });
  try {
    await migrate(db as unknown as Kysely<never>);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return db;
}
