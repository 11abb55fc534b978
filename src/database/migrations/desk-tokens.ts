import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Links for signing in that were sent or used, and sessions that were ended: true for every process. */
export const deskTokens: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('desk_tokens')
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('email', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('forget_at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('desk_tokens_key', ['kind', 'id'])
      .execute();
  },
};
