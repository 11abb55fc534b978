import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What the portals that share a database have to know of the edition that all of them serve; one row. */
export const editionState: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('edition_state')
      .addColumn('id', 'integer', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('made_from', 'text')
      .addColumn('content', 'text')
      .addColumn('day', 'text')
      .addColumn('kept_at', 'text')
      .addColumn('failure', 'text')
      .addColumn('asked', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('edition_state_key', ['id'])
      .execute();
  },
};
