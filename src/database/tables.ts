import type { Kysely } from 'kysely';

/**
 * Every table of the database. Who owns a table adds it here from its own folder (`declare module`), so that the whole
 * has one type and no folder need know another's tables.
 */
export interface Tables {
  /** Kysely's own note of the migrations that have run. */
  kysely_migration: { name: string; timestamp: string };
}

/** A connection to the database, or a transaction on it. */
export type Database = Kysely<Tables>;

/** Tells what a connection speaks, whatever tables it knows. */
export type Spoken = Pick<Kysely<unknown>, 'getExecutor'>;
