import type { Language } from '../lib/locales.ts';
import type { Register } from '../register/register.ts';
import type { CaseEvent } from '../schemas/cases/event.ts';
import type { Receiver } from '../schemas/cases/route.ts';
import type { Mail } from './mail.ts';
import type { Database } from '../database/tables.ts';
import type { OutboxRow } from './outbox-table.ts';

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

/** Every kind of mail of a portal, and what the outbox has to ask of the domains that give rise to them. */
export interface MailKinds {
  /** By the name of the kind. */
  rules: Readonly<Record<string, MailRules>>;
  /** Locks what a mail belongs to, inside a transaction and before anything else is locked there. */
  lock(transaction: Database, row: OutboxRow): Promise<void>;
  /** The last look before a mail leaves for a body: whether the address may be written to as of now. */
  mayGoTo(db: Database, register: Register, row: OutboxRow, address: string): Promise<boolean>;
  /** Notes inside a transaction that an address takes no mail at all, whatever this one said. */
  addressIsDead(transaction: Database, row: OutboxRow, ending: Ending): Promise<void>;
  /** Finds the id of the case that a subject names. Anybody who knows its reference could have written it. */
  caseNamedIn(db: Database, subject: string): Promise<string | undefined>;
}

/** The rules of a mail. Throws where a newer version put it in the outbox, whose kinds are not known here. */
export function rulesOf({ rules }: MailKinds, { id, kind }: OutboxRow): MailRules {
  const known = rules[kind];
  if (!known) throw new Error(`Mail ${id} is of a kind that this version does not know.`);
  return known;
}

/** What one kind of mail says, and what follows from its fate. Everything else is the same for all mails. */
export interface MailRules {
  /** Writes the mail as of now. Gives undefined when nobody is left to tell. Throws where it cannot be written yet. */
  write(context: WriteContext, row: OutboxRow): Promise<Written | undefined>;
  /** Every address that the mail may have been sent to: a bounce counts for these only. */
  addresses(db: Database, row: OutboxRow, register: Register): Promise<string[]>;
  /** Who gets the mail instead, once, after an address failed for good. */
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
