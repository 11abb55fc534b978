/** A case. What happened and who told it are two columns, so that the second can be erased alone. */
export interface CaseRow {
  id: string;
  reference: string;
  agency: string;
  service: string | null;
  language: string;
  /** ISO 8601, UTC; sorts as text. */
  received_at: string;
  /**
   * Unique: keyed hash of the key that the case was sent with, which is random; of a case from before there were such
   * keys, a random number.
   */
  submission_key: string;
  secret_seed: string;
  secret_hash: string;
  /** JSON of the complaint's fields without identity. */
  matter: string;
  /** JSON of the identity fields. */
  identity: string;
}

export interface EventRow {
  case_id: string;
  sequence: number;
  at: string;
  kind: string;
  /** JSON, see `schemas/cases/event.ts`. */
  data: string;
}

/** Who sent a file: the citizen, or an office by its signed link. */
export type FileSender = 'citizen' | 'officer';

/** A file that came with a case or with what was done to it later, freed of what it told beside its picture. */
export interface AttachmentRow {
  case_id: string;
  /** From 1, in the order in which they came. */
  number: number;
  /** Number of the event it came with; 1 is the first form. */
  sequence: number;
  sender: FileSender;
  type: string;
  content: Uint8Array;
}

/** A file that was chosen and is not sent yet, sealed with what only its sender's form holds. */
export interface HeldFileRow {
  id: string;
  held_at: string;
  bytes: number;
  sealed: Uint8Array;
}

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

/** Says that a case, who told it, or what was published of it, was erased: a hash, so that it leads to nobody who does not have the case. */
export interface ErasureRow {
  /** SHA-256 of the case's id, as hexadecimal digits. */
  case_hash: string;
  what: 'case' | 'identity' | 'publication';
  /** ISO 8601 date, UTC. */
  day: string;
}

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

/** What the operator has let mail go to: one address, or every address of a country, those of later content too. */
export interface ReleaseRow {
  scope: 'country' | 'address';
  /** Id of the jurisdiction, or the address in lower case. */
  id: string;
  /** ISO 8601, UTC. */
  released_at: string;
  /** What the operator named: a country, a body, an address; or why it was released without being named. */
  named: string;
}

/** A request for information as it is published, after review. It is gone as soon as its asker or its case is. */
export interface PublishedRow {
  case_id: string;
  /** Random, for its public address: nothing of the reference is in it. */
  page: string;
  /** The agency that was asked. */
  agency: string;
  words: string;
  /** Null while nothing that was answered has been reviewed. */
  answer: string | null;
  /** Number of the last event whose words were looked at for it. */
  reviewed_upto: number;
  /** ISO 8601, UTC; sorts as text. */
  published_at: string;
  changed_at: string;
}

declare module '../../database/tables.ts' {
  interface Tables {
    cases: CaseRow;
    events: EventRow;
    attachments: AttachmentRow;
    held_files: HeldFileRow;
    case_words: WordsRow;
    case_clocks: ClockRow;
    past_events: PastEventRow;
    erasures: ErasureRow;
    address_proofs: ProofRow;
    address_releases: ReleaseRow;
    published_requests: PublishedRow;
  }
}
