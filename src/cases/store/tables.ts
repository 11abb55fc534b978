import type { Kysely } from 'kysely';

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

/** Kinds of mail; how each is written and what follows from it is in `mail-kinds.ts`. */
export type MailKind =
  'complaint' | 'acknowledgement' | 'undeliverable' | 'unreachable' | 'letter' | 'address-proof' | 'address-news';

/** Who a mail is for: the citizen, whoever has or had the case (see `turn`), or the portal's operator. */
export type Audience = 'citizen' | 'officer' | 'operator';

/** Which event a mail tells of, and whom. */
export interface MailPlace {
  /** Number of the event it tells of; 0 where it belongs to no case. */
  sequence: number;
  audience: Audience;
  /** Whose turn the reader has or stands in for; 0 where it is nobody's. */
  turn: number;
}

/** A mail to be sent. Its text is written when it is sent, so it holds no secret and no copy of the case. */
export interface OutboxRow extends MailPlace {
  id: string;
  /** Absent where the mail belongs to no case. */
  case_id: string | null;
  kind: MailKind;
  /** JSON of what the kind needs to know beside its place. */
  about: string | null;
  created_at: string;
  due_at: string;
  /** Attempts the recipient's mail server answered with "later". */
  deferrals: number;
  attempts: number;
  claimed_by: string | null;
  claimed_until: string | null;
  sent_at: string | null;
  failed_at: string | null;
  /** SMTP reply code or error code of the last attempt; never the reply's text, which may repeat an address. */
  last_error: string | null;
  /** JSON of the receiver it goes to instead, after the first address failed for good. */
  redirected_to: string | null;
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

export interface Tables {
  cases: CaseRow;
  events: EventRow;
  outbox: OutboxRow;
  attachments: AttachmentRow;
  held_files: HeldFileRow;
}

export type Database = Kysely<Tables>;
