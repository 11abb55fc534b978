import type { Tables } from '../../../database/tables.ts';

/**
 * Files and documents that wait an hour for their form are sealed with what only that form holds: no backup helps them. Which
 * edition is served is told anew by whoever serves.
 */
type LeftOut = 'kysely_migration' | 'held_files' | 'held_documents' | 'edition_state';
export type BackedUp = Exclude<keyof Tables, LeftOut>;

/**
 * Every table that a backup holds, in the order in which rows may be put back, with the columns that tell its rows
 * apart. A further table does not compile before it stands here or among those left out.
 */
const keys: { [T in BackedUp]: readonly (keyof Tables[T] & string)[] } = {
  cases: ['id'],
  events: ['case_id', 'sequence'],
  attachments: ['case_id', 'number'],
  case_words: ['id'],
  case_clocks: ['case_id'],
  outbox: ['id'],
  past_events: ['past_case', 'sequence'],
  address_proofs: ['address'],
  address_releases: ['scope', 'id'],
  erasures: ['case_hash', 'what'],
  desk_tokens: ['kind', 'id'],
  desk_reminders: ['agency', 'due', 'days_before', 'email'],
  receipts: ['id'],
  chain_days: ['day'],
  receipt_keys: ['number'],
  published_requests: ['case_id'],
};

export const backupTables: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(keys));

/** Left out of a backup, and emptied when one is put back. */
export const emptiedTables: readonly LeftOut[] = ['held_files', 'held_documents', 'edition_state'];

/** Rows with files in them are read a few at a time. */
export const rowsAtOnce = (table: string): number => (table === 'attachments' ? 10 : 500);
