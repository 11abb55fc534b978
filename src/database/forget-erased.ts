import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { sqliteFileOf } from './node-sqlite.ts';
import type { Database } from './tables.ts';

const TRIES = 20;
const PAUSE_MS = 25;

/**
 * Takes what was erased out of the files of SQLite too. Deleted rows are overwritten in the database (`secure_delete`);
 * this works the write-ahead log into it and empties the log, which still holds the pages of before. Gives false where
 * somebody else reads or writes all the while: the next time does it. PostgreSQL keeps its own files, see
 * `docs/deploy.md`.
 */
export async function forgetErased(db: Database): Promise<boolean> {
  const file = sqliteFileOf(db);
  if (!file || file.path === ':memory:') return true;
  for (let tries = 0; tries < TRIES; tries++) {
    // The connection before the turn to write, as everybody takes them: the other way round two wait for each other for
    // ever.
    const busy = await db.connection().execute(async (connection) => {
      const endTurn = await file.writeLock.acquire();
      return sql<{ busy: number }>`pragma wal_checkpoint(truncate)`
        .execute(connection)
        .then(({ rows }) => rows[0]?.busy !== 0)
        .finally(endTurn);
    });
    if (!busy) return true;
    await setTimeout(PAUSE_MS);
  }
  return false;
}

/**
 * Writes the file anew, so that nothing of what was deleted before is left between its pages. A disk without room for a
 * second file stops nobody.
 */
export async function rewriteFile(db: Database): Promise<void> {
  await sql`vacuum`.execute(db).catch(() => undefined);
  await forgetErased(db);
}
