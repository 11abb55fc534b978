import { sql } from 'kysely';
import { isPostgres } from './postgres.ts';
import type { Database } from './tables.ts';

/** Runs a task while nobody else who shares the database runs one of the same kind. */
export type Turns = <T>(task: () => Promise<T>) => Promise<T>;

/**
 * Turns that end with the connection they hang on, so that a process that dies holds up nobody. `lock` names the kind
 * (postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS). Rejects where no turn is to be had in time. On
 * SQLite one process is alone, and nothing is asked.
 */
export function createTurns(db: Database, lock: number): Turns {
  if (!isPostgres(db)) return (task) => task();
  return async <T>(task: () => Promise<T>): Promise<T> => {
    const done = Promise.withResolvers<T>();
    let begun = false;
    const turn = db.transaction().execute(async (transaction) => {
      await sql`select pg_advisory_xact_lock(${lock})`.execute(transaction);
      begun = true;
      done.resolve(task());
      await done.promise.catch(() => undefined);
    });
    // What the task has done is done, also where the line broke meanwhile.
    await turn.catch((error: unknown) => {
      if (!begun) throw error;
    });
    return done.promise;
  };
}
