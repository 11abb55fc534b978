import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Columns that both tables had, with one meaning. */
const kept = [
  'id',
  'case_id',
  'due_at',
  'deferrals',
  'attempts',
  'claimed_by',
  'claimed_until',
  'sent_at',
  'failed_at',
  'last_error',
];

/**
 * One outbox for every mail: the first mails of a case, the letters about its life, and mails of no case. Ids stay, so
 * that what is under way keeps its claim and its Message-ID. A process of the version before can add nothing any more:
 * it gives the form back filled in, which is better than a mail that nobody knows how to order.
 */
export const oneOutbox: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('whole_outbox')
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('case_id', 'text', (column) => column.references('cases.id').onDelete('cascade'))
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('about', 'text')
      .addColumn('sequence', 'integer', (column) => column.notNull())
      .addColumn('audience', 'text', (column) => column.notNull())
      .addColumn('turn', 'integer', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('due_at', 'text', (column) => column.notNull())
      .addColumn('deferrals', 'integer', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('claimed_by', 'text')
      .addColumn('claimed_until', 'text')
      .addColumn('sent_at', 'text')
      .addColumn('failed_at', 'text')
      .addColumn('last_error', 'text')
      .addColumn('redirected_to', 'text')
      .addPrimaryKeyConstraint('whole_outbox_key', ['id'])
      // One mail of a kind to each reader about each event, whatever is done twice.
      .addUniqueConstraint('whole_outbox_once', ['case_id', 'kind', 'sequence', 'audience', 'turn'])
      .execute();
    await copy(db, 'outbox', {
      kind: sql`old.kind`,
      sequence: sql`1`,
      audience: sql`case old.kind when 'complaint' then 'officer' when 'acknowledgement' then 'citizen' else 'operator' end`,
      turn: sql`case old.kind when 'acknowledgement' then 0 else 1 end`,
      created_at: sql`old.created_at`,
      redirected_to: sql`old.redirected_to`,
    });
    await copy(db, 'letters', {
      kind: sql`'letter'`,
      sequence: sql`old.sequence`,
      audience: sql`old.audience`,
      turn: sql`old.turn`,
      created_at: sql`coalesce((select at from events where events.case_id = old.case_id and events.sequence = old.sequence), old.due_at)`,
    });
    await db.schema.dropTable('outbox').execute();
    await db.schema.dropTable('letters').execute();
    await db.schema.alterTable('whole_outbox').renameTo('outbox').execute();
    // Of mails that are still to be sent only: it stays small however many were.
    await sql`create index outbox_open on outbox (due_at, id) where sent_at is null and failed_at is null`.execute(db);
  },
};

/** Copies the rows of an old table, which is called `old` in the values of the new columns. */
async function copy(db: Kysely<unknown>, table: string, values: Record<string, ReturnType<typeof sql>>): Promise<void> {
  const columns = [...kept, ...Object.keys(values)].map((name) => sql.ref(name));
  const from = [...kept.map((name) => sql.ref(`old.${name}`)), ...Object.values(values)];
  await sql`insert into whole_outbox (${sql.join(columns)}) select ${sql.join(from)} from ${sql.table(table)} as old`.execute(
    db,
  );
}
