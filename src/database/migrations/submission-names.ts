import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * What a citizen writes was called "what happened", and the mail that brings a case to its first receiver a complaint,
 * although praise and requests for information are sent the same way. A quotation mark inside somebody's words stands
 * behind a backslash in JSON, so only the name of the field is found.
 */
export const submissionNames: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`update cases set matter = replace(matter, '"whatHappened":', '"details":')`.execute(db);
    await sql`update outbox set kind = 'submission' where kind = 'complaint'`.execute(db);
  },
};
