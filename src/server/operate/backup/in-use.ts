import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { isPostgres } from '../../../database/postgres.ts';
import type { Database } from '../../../database/tables.ts';

/**
 * Says whether another process has a SQLite file open. Whoever has it open in WAL mode holds a shared lock on it, so
 * the exclusive mode of locking is not to be had (sqlite.org/pragma.html#pragma_locking_mode).
 */
export function fileInUse(file: string): boolean {
  if (!existsSync(file)) return false;
  const db = new DatabaseSync(file);
  try {
    db.exec('pragma busy_timeout = 0; pragma locking_mode = exclusive; begin exclusive; rollback;');
    return false;
  } catch (error) {
    if ((error as { errcode?: number }).errcode === 5) return true;
    throw error;
  } finally {
    db.close();
  }
}

/** Says whether anybody else is connected to a PostgreSQL database. Asked on the one connection of its own. */
export async function serverInUse(db: Database): Promise<boolean> {
  if (!isPostgres(db)) return false;
  const { rows } = await sql<{ others: number }>`select count(*)::int as others from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`.execute(db);
  return (rows[0]?.others ?? 0) > 0;
}
