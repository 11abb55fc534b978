import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Addresses of bodies, and whether whoever reads them has said so. */
export const addressProofTable: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('address_proofs')
      .addColumn('address', 'text', (column) => column.primaryKey())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('code_seed', 'text')
      .addColumn('asked_at', 'text')
      .addColumn('sent_at', 'text')
      .addColumn('mails', 'integer', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('code_used_at', 'text')
      .addColumn('proved_at', 'text')
      .addColumn('proved_by', 'text')
      .addColumn('note', 'text')
      .addColumn('refused_at', 'text')
      .addColumn('bounced_at', 'text')
      .addColumn('told_at', 'text')
      .execute();
  },
};
