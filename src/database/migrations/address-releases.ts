import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Until now every address was written to without being asked for. Those that got such a mail stay released; questions
 * that have not left are taken back, so that nothing more goes out before the operator has said so.
 */
export const addressReleases: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('address_releases')
      .addColumn('scope', 'text', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('released_at', 'text', (column) => column.notNull())
      .addColumn('named', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('address_releases_key', ['scope', 'id'])
      .execute();
    const wasWrittenTo = sql`(sent_at is not null or proved_at is not null or mails > 1)`;
    await sql`insert into address_releases (scope, id, released_at, named)
      select 'address', address, coalesce(asked_at, proved_at, ''), 'written to before releases were asked for' from address_proofs where ${wasWrittenTo}`.execute(
      db,
    );
    await sql`delete from outbox where kind = 'address-proof' and sent_at is null and failed_at is null`.execute(db);
    await sql`update address_proofs set asked_at = null, code_seed = null, mails = 0 where not ${wasWrittenTo}`.execute(
      db,
    );
  },
};
