import type { Kysely } from 'kysely';
import type { Database, Tables } from './tables.ts';

/** What somebody wrote in an event. Apart from the events, so that words can be erased and what happened stays. */
export interface WordsRow {
  id: string;
  case_id: string;
  text: string;
}

/** When a case's clock has to be looked at next. A case without a row has not been looked at yet. */
export interface ClockRow {
  case_id: string;
  look_at: string;
}

/** An event of a case that was deleted: without reference, words or any way back to the case. */
export interface PastEventRow {
  past_case: string;
  sequence: number;
  at: string;
  kind: string;
  data: string;
}

interface LifeTables {
  case_words: WordsRow;
  case_clocks: ClockRow;
  past_events: PastEventRow;
}

export type LifeDatabase = Kysely<Tables & LifeTables>;

/** Gives the same connection or transaction with the tables of a case's life. */
export function life(db: Database): LifeDatabase {
  return db as unknown as LifeDatabase;
}
