import type { Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { filesOfEvents, heldFilesTable } from './files.ts';
import { caseLifeTables } from './case-life.ts';
import { addressProofTable } from './address-proofs.ts';
import { addressReleases } from './address-releases.ts';
import { deskReminders } from './desk-reminders.ts';
import { deskTokens } from './desk-tokens.ts';
import { editionState } from './edition-state.ts';
import { erasuresTable } from './erasures.ts';
import { firstTables } from './first-tables.ts';
import { deliveryTables } from './delivery.ts';
import { heldDocuments } from './held-documents.ts';
import { noTraceOfAddresses } from './no-trace-of-addresses.ts';
import { oneOutbox } from './one-outbox.ts';
import { publishedRequests } from './published-requests.ts';
import { receiptTables } from './receipts.ts';
import { submissionNames } from './submission-names.ts';
import type { Database } from '../tables.ts';

/** Every change of the tables, in order. A migration that has been released is never edited; a new one is added. */
export const migrations: Record<string, Migration> = {
  '0001-cases-events-outbox': firstTables,
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
  '0013-submission-names': submissionNames,
  '0014-erasures': erasuresTable,
  '0015-edition-state': editionState,
  '0016-desk-tokens': deskTokens,
  '0017-receipts': receiptTables,
  '0018-published-requests': publishedRequests,
  '0019-desk-reminders': deskReminders,
  '0020-held-documents': heldDocuments,
};

/**
 * Brings the tables up to date, or to where they stood after the migration `last`, and gives the names of what was
 * done. Throws what went wrong, unchanged.
 */
export async function migrate(db: Database, last?: string): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error, results } = await (last === undefined ? migrator.migrateToLatest() : migrator.migrateTo(last));
  if (error) throw error;
  return (results ?? []).map(({ migrationName }) => migrationName);
}
