import { PostgresAdapter, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Spoken } from './tables.ts';

/**
 * Connections of one process. Intake groups what arrives together, so a few are enough and several processes fit one
 * server.
 */
const CONNECTIONS_MAX = 8;
const CONNECT_TIMEOUT_MS = 5000;
/** Longer than any query of ours takes; a citizen is told that nothing was kept rather than left waiting. */
const STATEMENT_TIMEOUT_MS = 20_000;

/**
 * Opens a PostgreSQL database by its address. A lost connection is replaced; what it was doing fails and can be
 * repeated.
 */
export function postgresDialect(url: string): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS_MAX,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
  });
  // An idle connection that breaks must not end the process; the next query opens another.
  pool.on('error', () => undefined);
  return new PostgresDialect({ pool });
}

/** Says whether queries go to PostgreSQL, where other writers may come between two statements of a transaction. */
export function isPostgres(db: Spoken): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}
