import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Database, Tables } from './tables.ts';

/** What is known of an e-mail address of the register. Times are ISO 8601, UTC, and sort as text. */
export interface ProofRow {
  /** In lower case. */
  address: string;
  /** Counts the changes: of two processes that decide on the same row, one finds that it has moved on. */
  version: number;
  /** Random; with the server's own key it gives the code of the latest mail, so that no code is stored. */
  code_seed: string | null;
  /** When that mail was put in the outbox. */
  asked_at: string | null;
  /** When it left, or was refused by a mail server; null while it waits. */
  sent_at: string | null;
  /** Mails of this round: the first asks, the others remind. */
  mails: number;
  /** Codes typed for the latest mail. */
  attempts: number;
  code_used_at: string | null;
  proved_at: string | null;
  proved_by: 'code' | 'operator' | null;
  /** What the operator wrote who proved it by other means. */
  note: string | null;
  /** When its reader said that it is not theirs. */
  refused_at: string | null;
  /** When a mail server said for good that it takes no mail for it. */
  bounced_at: string | null;
  /** When the operator was told that the proof has ended. */
  told_at: string | null;
}

interface ProofTables {
  address_proofs: ProofRow;
}

export type ProofDatabase = Kysely<Tables & ProofTables>;

/** Gives the same connection or transaction with the table of proofs. */
export function proofs(db: Database): ProofDatabase {
  return db as unknown as ProofDatabase;
}

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
