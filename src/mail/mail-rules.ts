import type { Language } from '../lib/locales.ts';
import type { Register } from '../register/register.ts';
import type { CaseEvent } from '../schemas/cases/event.ts';
import type { Receiver } from '../schemas/cases/route.ts';
import type { Mail } from '../cases/letters/mail-texts.ts';
import type { Database, OutboxRow } from '../cases/store/tables.ts';

export interface WriteContext {
  db: Database;
  register: Register;
  siteUrl: string;
  clock: () => Date;
  /** The server's own key. */
  secret: string;
}

/** A mail as it is to be read. */
export interface Written {
  language: Language;
  mail: Mail;
}

/** The end of a mail, inside the transaction that notes it. */
export interface Ending {
  register: Register;
  /** Where it was sent to. */
  address: string;
  /** ISO 8601, UTC. */
  at: string;
}

export type Failure = Pick<Extract<CaseEvent, { kind: 'delivery-failed' }>, 'reason'> & {
  /** SMTP reply code, or 0 where there was none. */
  code: number;
  /** The address takes no mail at all, whatever this one said. */
  deadAddress?: boolean;
};

/** What one kind of mail says, and what follows from its fate. Everything else is the same for all mails. */
export interface MailRules {
  /** Writes the mail as of now. Gives undefined when nobody is left to tell. Throws where it cannot be written yet. */
  write(context: WriteContext, row: OutboxRow): Promise<Written | undefined>;
  /** Gives every address that the mail may have been sent to: a bounce counts for these only. */
  addresses(db: Database, row: OutboxRow, register: Register): Promise<string[]>;
  /** Gives who gets the mail instead, once, after an address failed for good. */
  redirect(transaction: Database, row: OutboxRow, ending: Ending): Promise<Receiver | undefined>;
  /** Notes what follows from a mail that was taken. */
  sent(transaction: Database, row: OutboxRow, ending: Ending): Promise<void>;
  /** Notes what follows from a mail that an address will never take. `other` gets it now. */
  failed(
    transaction: Database,
    row: OutboxRow,
    ending: Ending & { failure: Failure; other: Receiver | undefined },
  ): Promise<void>;
}
