import { newMailRow } from '../../mail/outbox-rows.ts';
import type { MailPlace, OutboxRow } from '../../mail/outbox-table.ts';

/**
 * What goes out as soon as a case is there: to its receiver, to the citizen who gave an address, and to the operator who
 * reviews what may be published.
 */
export type FirstMail = 'submission' | 'acknowledgement' | 'review';

/** Kinds of mail about a case; how each is written and what follows from it is in `cases/mail-kinds.ts`. */
export type CaseMail = FirstMail | 'undeliverable' | 'unreachable' | 'letter';

const ofReceipt: Record<FirstMail | 'undeliverable', MailPlace> = {
  submission: { sequence: 1, audience: 'officer', turn: 1 },
  acknowledgement: { sequence: 1, audience: 'citizen', turn: 0 },
  review: { sequence: 1, audience: 'operator', turn: 0 },
  undeliverable: { sequence: 1, audience: 'operator', turn: 1 },
};

interface NewCaseMail {
  caseId: string | undefined;
  /** ISO 8601, UTC. */
  at: string;
  /** What the kind needs to know beside its place. */
  about?: object;
}

/** Makes the row of a mail that tells of the receipt of a case. */
export function mailOfReceipt(kind: keyof typeof ofReceipt, mail: NewCaseMail): OutboxRow {
  return newMailRow({ ...mail, kind, place: ofReceipt[kind] });
}

/**
 * Makes the row of a letter about a later event. `unreachable`: no address of a body took the letters before it; `review`:
 * it is to be looked at before it is published.
 */
export function letterRow(kind: 'letter' | 'unreachable' | 'review', place: MailPlace, mail: NewCaseMail): OutboxRow {
  return newMailRow({ ...mail, kind, place });
}
