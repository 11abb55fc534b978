import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Tables of a case's life: what was written, letters about events, clocks, and the bare events of deleted cases. */
export const caseLifeTables: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('case_words')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('case_id', 'text', (column) => column.notNull().references('cases.id').onDelete('cascade'))
      .addColumn('text', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('case_words_by_case').on('case_words').column('case_id').execute();
    await db.schema
      .createTable('letters')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('case_id', 'text', (column) => column.notNull().references('cases.id').onDelete('cascade'))
      .addColumn('sequence', 'integer', (column) => column.notNull())
      .addColumn('audience', 'text', (column) => column.notNull())
      .addColumn('turn', 'integer', (column) => column.notNull())
      .addColumn('due_at', 'text', (column) => column.notNull())
      .addColumn('deferrals', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('claimed_by', 'text')
      .addColumn('claimed_until', 'text')
      .addColumn('sent_at', 'text')
      .addColumn('failed_at', 'text')
      .addColumn('last_error', 'text')
      // One letter to each reader about each event, whatever is done twice.
      .addUniqueConstraint('letters_once', ['case_id', 'sequence', 'audience', 'turn'])
      .execute();
    await db.schema.createIndex('letters_due').on('letters').columns(['sent_at', 'failed_at', 'due_at']).execute();
    await db.schema
      .createTable('case_clocks')
      .addColumn('case_id', 'text', (column) => column.primaryKey().references('cases.id').onDelete('cascade'))
      .addColumn('look_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('case_clocks_due').on('case_clocks').column('look_at').execute();
    await db.schema
      .createTable('past_events')
      .addColumn('past_case', 'text', (column) => column.notNull())
      .addColumn('sequence', 'integer', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('data', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('past_events_key', ['past_case', 'sequence'])
      .execute();
  },
};
