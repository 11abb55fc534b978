import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { isPostgres } from '../../../database/postgres.ts';
import type { Database } from '../../../database/tables.ts';

const HEADER = 'SQLite format 3\0';

/**
 * Says whether another process has a SQLite file open. Whoever has it open in WAL mode holds a shared lock on it, so
 * the exclusive mode of locking is not to be had (sqlite.org/pragma.html#pragma_locking_mode).
 */
export function fileInUse(file: string): boolean {
  if (!isDatabaseFile(file)) return false;
  const db = new DatabaseSync(file);
  try {
    db.exec('pragma busy_timeout = 0; pragma locking_mode = exclusive; begin exclusive; rollback;');
    return false;
  } catch (error) {
    // What is no database any more is open to nobody either.
    return (error as { errcode?: number }).errcode === 5;
  } finally {
    db.close();
  }
}

/**
 * Says whether a file begins as one of SQLite does (sqlite.org/fileformat2.html, 1.3); an empty one may become one.
 * False where there is none.
 */
export function isDatabaseFile(file: string): boolean {
  if (!existsSync(file)) return false;
  const opened = openSync(file, 'r');
  try {
    const begin = Buffer.alloc(HEADER.length);
    const read = readSync(opened, begin, 0, HEADER.length, 0);
    return read === 0 || begin.toString('latin1') === HEADER;
  } finally {
    closeSync(opened);
  }
}

/** Says whether anybody else is connected to a PostgreSQL database. Asked on the one connection of its own. */
export async function serverInUse(db: Database): Promise<boolean> {
  if (!isPostgres(db)) return false;
  const { rows } = await sql<{ others: number }>`select count(*)::int as others from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`.execute(db);
  return (rows[0]?.others ?? 0) > 0;
}
