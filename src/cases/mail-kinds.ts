import type { MailKinds, MailRules } from '../mail/mail-rules.ts';
import { noteBounce } from './addresses/bounced.ts';
import { mayGoTo } from './addresses/may-go-to.ts';
import { addressNewsMail, addressProof } from './addresses/proof-mail.ts';
import { usableNow } from './addresses/usable-now.ts';
import type { CaseMail } from './case/case-mails.ts';
import { normaliseReference } from './case/reference.ts';
import { caseMail } from './letters/case-mail.ts';
import { writeLetter } from './letters/letter-texts.ts';
import { writeReview } from './letters/review-text.ts';
import { writeAcknowledgement, writeFirstMail, writeUndeliverable } from './letters/mail-texts.ts';
import { lockCase } from './store/case-records.ts';

/** A new kind of mail is one entry here. */
const rules: Record<CaseMail | 'complaint' | 'address-proof' | 'address-news', MailRules> = {
  submission: caseMail(writeFirstMail, usableNow),
  /** As a process of the version before, which may still be at work beside this one, calls the same mail. */
  complaint: caseMail(writeFirstMail, usableNow),
  acknowledgement: caseMail(writeAcknowledgement, usableNow),
  undeliverable: caseMail(writeUndeliverable, usableNow),
  /** No address of a body takes a mail; the operator was told of the first one before. */
  unreachable: caseMail(writeLetter, usableNow),
  letter: caseMail(writeLetter, usableNow),
  /** To the operator: a request is to be reviewed before it is published. */
  review: caseMail(writeReview, usableNow),
  'address-proof': addressProof,
  'address-news': addressNewsMail,
};

/** Every kind of mail about cases and addresses, and what the outbox asks of them. */
export const mailKinds: MailKinds = {
  rules,
  async lock(transaction, { case_id: caseId }) {
    if (caseId !== null) await lockCase(transaction, caseId);
  },
  mayGoTo,
  addressIsDead: (transaction, { kind }, { address, at }) =>
    noteBounce(transaction, { address, ofQuestion: kind === 'address-proof', at }),
  async caseNamedIn(db, subject) {
    const words = subject.match(/\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/g) ?? [];
    const reference = words.map(normaliseReference).find((known) => known !== undefined);
    if (reference === undefined) return undefined;
    const row = await db.selectFrom('cases').select('id').where('reference', '=', reference).executeTakeFirst();
    return row?.id;
  },
};
