import type { Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { filesOfEvents, heldFilesTable } from './files.ts';
import { caseLifeTables } from './case-life.ts';
import { addressProofTable } from '../../cases/store/proof-table.ts';
import { addressReleases } from '../../cases/store/release-table.ts';
import { deliveryTables } from './delivery.ts';
import { noTraceOfAddresses } from './no-trace-of-addresses.ts';
import { oneOutbox } from './one-outbox.ts';

/** Every change of the tables, in order. A migration that has been released is never edited; a new one is added. */
export const migrations: Record<string, Migration> = {
  '0001-cases-events-outbox': {
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
  },
  '0002-case-life': caseLifeTables,
  '0003-delivery': deliveryTables,
  '0004-one-outbox': oneOutbox,
  '0006-files-of-events': filesOfEvents,
  '0007-one-submission-index': {
    /**
     * The unique index over the keys, which begin with the hash, finds earlier cases too; a second random index would
     * double the pages written.
     */
    async up(db: Kysely<unknown>) {
      await db.schema.dropIndex('cases_by_submission').execute();
    },
  },
  '0008-address-proofs': addressProofTable,
  '0009-held-files': heldFilesTable,
  '0010-no-trace-of-addresses': noTraceOfAddresses,
  '0012-address-releases': addressReleases,
};

/** Brings the tables up to date, and gives the names of what was done. Throws what went wrong, unchanged. */
export async function migrate(db: Kysely<never>): Promise<string[]> {
  const { error, results } = await new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  }).migrateToLatest();
  if (error) throw error;
  return (results ?? []).map(({ migrationName }) => migrationName);
}
