import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { isPostgres } from '../postgres.ts';

/** Documents of desk officers wait, sealed, until what is said of them is right. */
export const heldDocuments: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('held_documents')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('officer', 'text', (column) => column.notNull())
      .addColumn('held_at', 'text', (column) => column.notNull())
      .addColumn('bytes', 'integer', (column) => column.notNull())
      .addColumn('sealed', isPostgres(db) ? 'bytea' : 'blob', (column) => column.notNull())
      .execute();
  },
};
