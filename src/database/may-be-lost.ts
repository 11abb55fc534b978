import type { CompiledQuery } from 'kysely';

const mark = Symbol('may be lost');

/**
 * Marks a change that need not be on the disk when it has been made: a machine that loses its power may forget it, and
 * nothing but work is done again then. SQLite waits for the disk in the thread that answers everybody, so such a change
 * does not; whatever is written after it and waits takes it along. A process that is killed loses nothing. Inside a
 * transaction, and on PostgreSQL, the mark changes nothing.
 */
export function asMayBeLost<Row>(query: CompiledQuery<Row>): CompiledQuery<Row> {
  return Object.assign({ ...query }, { [mark]: true });
}

/** Tells whether a change is marked so. */
export function mayBeLost(query: CompiledQuery): boolean {
  return mark in query;
}
