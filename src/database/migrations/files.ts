import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { isPostgres } from '../postgres.ts';

/**
 * A file belongs to an event and has a sender. Those of before came with the first form: the citizen's, with event
 * number 1.
 */
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

/** Files that were chosen wait, sealed, until their form is sent. */
export const heldFilesTable: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('held_files')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('held_at', 'text', (column) => column.notNull())
      .addColumn('bytes', 'integer', (column) => column.notNull())
      .addColumn('sealed', isPostgres(db) ? 'bytea' : 'blob', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('held_files_by_age').on('held_files').column('held_at').execute();
  },
};
