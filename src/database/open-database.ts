import { existsSync } from 'node:fs';
import { Kysely, type Dialect } from 'kysely';
import { FolderProblem } from '../lib/make-folder.ts';
import { migrate, migrations } from './migrations/index.ts';
import { rewriteFile } from './forget-erased.ts';
import { nodeSqliteDialect, sqliteFileOf } from './node-sqlite.ts';
import { DatabaseProblem, openingProblem } from './opening-problem.ts';
import { postgresDialect } from './postgres.ts';
import type { Database, Tables } from './tables.ts';

/**
 * Opens the case database, creating or updating its tables. The caller closes it with `destroy()`. Throws a
 * `DatabaseProblem`.
 */
export function openDatabase(location: string): Promise<Database> {
  return open(location, () => Promise.resolve());
}

/**
 * Opens a case database that is there, and makes none: for commands beside the portal, which might look in the wrong
 * place.
 */
export function openExistingDatabase(location: string): Promise<Database> {
  if (!isPostgresAddress(location) && !existsSync(location))
    return Promise.reject(openingProblem(location, undefined, 'missing'));
  return open(location, async (db) => {
    const tables = await db.introspection.getTables();
    if (!tables.some(({ name }) => name === 'cases')) throw openingProblem(location, undefined, 'missing');
  });
}

/** Opens a case database that is there, and changes nothing in it. The caller closes it. Throws a `DatabaseProblem`. */
export async function openUnchanged(location: string): Promise<Database> {
  if (!isPostgresAddress(location) && !existsSync(location)) throw openingProblem(location, undefined, 'missing');
  const db = new Kysely<Tables>({ dialect: dialectOf(location) });
  try {
    const tables = await db.introspection.getTables();
    if (!tables.some(({ name }) => name === 'cases')) throw openingProblem(location, undefined, 'missing');
    const done = await db.selectFrom('kysely_migration').select('name').execute();
    if (done.some(({ name }) => !(name in migrations))) throw openingProblem(location, undefined, 'newer');
    return db;
  } catch (error) {
    await db.destroy().catch(() => undefined);
    throw error instanceof DatabaseProblem || error instanceof FolderProblem ? error : openingProblem(location, error);
  }
}

async function open(location: string, check: (db: Database) => Promise<void>): Promise<Database> {
  const db = new Kysely<Tables>({ dialect: dialectOf(location) });
  try {
    await check(db);
    const done = await migrate(db);
    // Until then deleted rows were not overwritten.
    if (done.includes('0010-no-trace-of-addresses') && sqliteFileOf(db)) await rewriteFile(db);
  } catch (error) {
    await db.destroy().catch(() => undefined);
    throw error instanceof DatabaseProblem || error instanceof FolderProblem ? error : openingProblem(location, error);
  }
  return db;
}

/**
 * How to speak to a database: PostgreSQL where the location is a postgres:// address, otherwise a file of SQLite.
 */
export function dialectOf(location: string): Dialect {
  return isPostgresAddress(location) ? postgresDialect(location) : nodeSqliteDialect(location);
}

/** Says whether a location is the address of a PostgreSQL database. */
export function isPostgresAddress(location: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(location);
}
