import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Cases, what happened to them, and the mails they gave rise to. */
export const firstTables: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('cases')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('reference', 'text', (column) => column.notNull().unique())
      .addColumn('agency', 'text', (column) => column.notNull())
      .addColumn('service', 'text')
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('received_at', 'text', (column) => column.notNull())
      .addColumn('submission_hash', 'text', (column) => column.notNull())
      .addColumn('submission_key', 'text', (column) => column.notNull().unique())
      .addColumn('secret_seed', 'text', (column) => column.notNull())
      .addColumn('secret_hash', 'text', (column) => column.notNull())
      .addColumn('matter', 'text', (column) => column.notNull())
      .addColumn('identity', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('cases_by_submission')
      .on('cases')
      .columns(['submission_hash', 'received_at'])
      .execute();
    await db.schema
      .createTable('events')
      .addColumn('case_id', 'text', (column) => column.notNull().references('cases.id').onDelete('cascade'))
      .addColumn('sequence', 'integer', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('data', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('events_key', ['case_id', 'sequence'])
      .execute();
    await db.schema
      .createTable('outbox')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('case_id', 'text', (column) => column.notNull().references('cases.id').onDelete('cascade'))
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('due_at', 'text', (column) => column.notNull())
      .addColumn('deferrals', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('claimed_by', 'text')
      .addColumn('claimed_until', 'text')
      .addColumn('sent_at', 'text')
      .addColumn('failed_at', 'text')
      .addColumn('last_error', 'text')
      // One mail of each kind for a case: a repeated failure cannot notify the operator twice.
      .addUniqueConstraint('outbox_once', ['case_id', 'kind'])
      .execute();
    await db.schema.createIndex('outbox_due').on('outbox').columns(['sent_at', 'failed_at', 'due_at']).execute();
  },
};
