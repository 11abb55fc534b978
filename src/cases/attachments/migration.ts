import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** A file belongs to an event and has a sender. Those of before came with the first form: the citizen's, with event number 1. */
export const filesOfEvents: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('attachments')
      .addColumn('sequence', 'integer', (column) => column.notNull().defaultTo(1))
      .execute();
    await db.schema
      .alterTable('attachments')
      .addColumn('sender', 'text', (column) => column.notNull().defaultTo('citizen'))
      .execute();
  },
};
