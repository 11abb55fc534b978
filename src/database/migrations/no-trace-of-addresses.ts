import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Forms without JavaScript used to be known again by a keyed hash of words and the sender's address, kept with the
 * case: whoever had key and database could try every address until the hash came out. Nobody can tell these from other
 * hashes any more, so all of them go. What stands in their place is the case's own random number, so that its column
 * stays unique.
 */
export const noTraceOfAddresses: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`update cases set submission_key = 'before-' || id, submission_hash = ''`.execute(db);
    await db.schema.alterTable('cases').dropColumn('submission_hash').execute();
  },
};
