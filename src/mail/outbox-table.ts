/**
 * Who a mail is for: the citizen, whoever has or had the case (see `turn`), the portal's operator, or somebody who
 * edits charters.
 */
export type Audience = 'citizen' | 'officer' | 'operator' | 'editor';

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
  /** Names the rules by which it is written, and what follows from its fate (`mail-rules.ts`). */
  kind: string;
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

declare module '../database/tables.ts' {
  interface Tables {
    outbox: OutboxRow;
  }
}
