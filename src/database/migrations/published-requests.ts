import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Requests for information as they are published: the words after review. They go with their case, whatever deletes it.
 */
export const publishedRequests: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('published_requests')
      .addColumn('case_id', 'text', (column) => column.primaryKey().references('cases.id').onDelete('cascade'))
      .addColumn('page', 'text', (column) => column.notNull().unique())
      .addColumn('agency', 'text', (column) => column.notNull())
      .addColumn('words', 'text', (column) => column.notNull())
      .addColumn('answer', 'text')
      .addColumn('reviewed_upto', 'integer', (column) => column.notNull())
      .addColumn('published_at', 'text', (column) => column.notNull())
      .addColumn('changed_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('published_requests_by_agency')
      .on('published_requests')
      .columns(['agency', 'published_at'])
      .execute();
  },
};
