import { caseMail } from './letters/case-mail.ts';
import { writeLetter } from './letters/letter-texts.ts';
import type { MailRules } from '../mail/mail-rules.ts';
import { writeAcknowledgement, writeComplaint, writeUndeliverable } from './letters/mail-texts.ts';
import { addressNewsMail, addressProof } from './addresses/proof-mail.ts';
import type { MailKind } from './store/tables.ts';

/** Every kind of mail that the outbox sends. A new kind is one entry here. */
export const mailKinds: Record<MailKind, MailRules> = {
  complaint: caseMail(writeComplaint),
  acknowledgement: caseMail(writeAcknowledgement),
  undeliverable: caseMail(writeUndeliverable),
  /** No address of a body takes a mail; the operator was told of the first one before. */
  unreachable: caseMail(writeLetter),
  letter: caseMail(writeLetter),
  'address-proof': addressProof,
  'address-news': addressNewsMail,
};
