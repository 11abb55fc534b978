import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Mails on the review of a charter that were sent: each goes out once, whichever process sends it. */
export const deskReminders: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('desk_reminders')
      .addColumn('agency', 'text', (column) => column.notNull())
      .addColumn('due', 'text', (column) => column.notNull())
      .addColumn('days_before', 'integer', (column) => column.notNull())
      .addColumn('email', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('desk_reminders_key', ['agency', 'due', 'days_before', 'email'])
      .execute();
  },
};
