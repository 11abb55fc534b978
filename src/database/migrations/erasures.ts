import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What was erased, so that it is erased again after a backup that still holds it was put back. */
export const erasuresTable: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('erasures')
      .addColumn('case_hash', 'text', (column) => column.notNull())
      .addColumn('what', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('erasures_key', ['case_hash', 'what'])
      .execute();
  },
};
