import { Kysely } from 'kysely';
import { migrate } from './migrations.ts';
import { nodeSqliteDialect } from './node-sqlite.ts';
import type { Database, Tables } from './tables.ts';

/** Opens the case database, creating or updating its tables. The caller closes it with `destroy()`. */
export async function openStore(databaseFile: string): Promise<Database> {
  const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(databaseFile) });
  try {
    await migrate(db as unknown as Kysely<never>);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return db;
}
