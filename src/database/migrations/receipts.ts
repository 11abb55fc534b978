import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { isPostgres } from '../postgres.ts';

/** Receipts of submissions, the daily chain of their hashes, and the keys that both are signed with. */
export const receiptTables: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('receipts')
      .addColumn('id', 'text', (column) => column.notNull())
      // No foreign key: a row must outlive its case, however that goes, so that the chain tells.
      .addColumn('case_id', 'text')
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('day', 'text')
      .addColumn('statement', 'text')
      .addColumn('erased_on', 'text')
      .addPrimaryKeyConstraint('receipts_key', ['id'])
      .addUniqueConstraint('receipts_of_case', ['case_id'])
      .execute();
    await db.schema.createIndex('receipts_by_day').on('receipts').column('day').execute();
    await db.schema
      .createTable('chain_days')
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('portal', 'text', (column) => column.notNull())
      .addColumn('previous_day', 'text')
      .addColumn('previous_head', 'text')
      .addColumn('head', 'text', (column) => column.notNull())
      .addColumn('key_id', 'text', (column) => column.notNull())
      .addColumn('signature', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('chain_days_key', ['day'])
      .execute();
    await db.schema
      .createTable('receipt_keys')
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('public_key', 'text', (column) => column.notNull())
      .addColumn('sealed_key', isPostgres(db) ? 'bytea' : 'blob')
      .addColumn('made_at', 'text', (column) => column.notNull())
      .addColumn('retired_at', 'text')
      .addPrimaryKeyConstraint('receipt_keys_key', ['number'])
      .execute();
  },
};
