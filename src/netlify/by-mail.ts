import { submissionKeyField } from '../cases/forms/form-values.ts';
import { createSubmit } from '../cases/intake/intake.ts';
import type { Returned } from '../cases/intake/returned.ts';
import type { Mailer, SendResult } from '../mail/mailer.ts';
import { needsProof } from '../cases/addresses/policy.ts';
import { findNamed } from '../cases/addresses/release.ts';
import { everyAddress, type Usable } from '../cases/routing/reach.ts';
import { fallbackReceiver } from '../cases/routing/redirection.ts';
import { createReference } from '../cases/case/reference.ts';
import { readCase, receivedEvent, type StoredCase } from '../cases/store/case-records.ts';
import { openDatabase } from '../database/open-database.ts';
import { createSigner } from '../lib/signer.ts';
import type { Register } from '../register/register.ts';
import { acknowledgementMail, firstMail, filesMail, refusedMail, type MailFacts } from './by-mail-texts.ts';
import type { NetlifySubmission } from './submission.ts';
import { mailLanguage } from '../mail/plain-text.ts';
import type { Mail } from '../mail/mail.ts';

export interface ByMailDependencies {
  register: Register;
  mailer: Mailer;
  /** Countries, bodies and addresses that the operator lets mail go to. */
  released: string[];
  siteUrl: string;
  secret: string;
  log: (event: object) => void;
}

/**
 * Sends a complaint on that Netlify Forms took in. It passes the same checks and finds the same receiver as one sent to
 * the portal itself; the store is in memory and gone afterwards. What the checks refuse goes to the operator, because
 * the citizen has been told already that it was taken in. Rejects where a mail server says "later" or cannot be
 * reached: the event is then told again, and the mails keep their Message-IDs.
 */
export async function passOn(submission: NetlifySubmission, dependencies: ByMailDependencies): Promise<void> {
  const { register, log } = dependencies;
  const taken = await take(submission, dependencies);
  const send = async (mail: Mail, part: string): Promise<SendResult> => {
    const result = await dependencies.mailer.send(mail, register.portal, `${submission.id}.${part}`);
    log({
      event: 'mail',
      submission: submission.id,
      mail: part,
      outcome: result.kind,
      ...('code' in result ? { code: result.code } : {}),
    });
    // Mail of a demonstration is not let out; trying again would not change that.
    const isHeldBack = result.kind === 'unreachable' && result.code === 'EDEMONSTRATION';
    if ((result.kind === 'deferred' || result.kind === 'unreachable') && !isHeldBack) {
      throw new Error(`The mail "${part}" of submission ${submission.id} could not be sent yet (${result.code}).`);
    }
    return result;
  };
  const { fileLinks } = submission;
  if ('problems' in taken) {
    await send(refusedMail(taken, fileLinks, register.portal), 'refused');
    return;
  }
  const { receiver } = receivedEvent(taken).route;
  const facts = factsFor(taken, dependencies);
  const first = await send(firstMail(taken, receiver, facts), 'complaint');
  if (first.kind === 'refused') {
    const other = fallbackReceiver(register, receiver, releasedAddresses(register, dependencies.released));
    const second = other && (await send(firstMail(taken, other, facts), 'complaint-2'));
    if (second?.kind !== 'sent')
      await send(firstMail(taken, operatorOf(register), { ...facts, undeliverable: receiver }), 'complaint-3');
  }
  if (fileLinks.length > 0) await send(filesMail(taken.row.reference, fileLinks, register.portal), 'files');
  const acknowledgement = acknowledgementMail(taken, facts);
  if (acknowledgement) await send(acknowledgement, 'acknowledgement');
}

/**
 * Runs the portal's own intake on a store in memory. Gives the case as it would have been kept, or why it was refused.
 */
async function take(
  { id, form, receivedAt }: NetlifySubmission,
  { register, secret, released }: ByMailDependencies,
): Promise<StoredCase | Returned> {
  const at = receivedAt ?? new Date();
  const db = await openDatabase(':memory:');
  try {
    const language = mailLanguage(String(form.get('language') ?? ''));
    const usableIn = () => releasedAddresses(register, released);
    const submit = createSubmit({ db, secret, register: () => Promise.resolve(register), clock: () => at, usableIn });
    const send = () => submit(form, { language });
    const shown = await send();
    // Nobody is there to read it through: it was sent from a form of one page.
    if (!shown.ok && shown.check) form.set(submissionKeyField, shown.check.submissionKey);
    const taken = !shown.ok && shown.check ? await send() : shown;
    if (!taken.ok) return taken;
    const { id: caseId } = await db
      .selectFrom('cases')
      .select('id')
      .where('reference', '=', taken.reference)
      .executeTakeFirstOrThrow();
    const stored = await readCase(db, caseId);
    return { ...stored, row: { ...stored.row, reference: referenceOf(secret, id) } };
  } finally {
    await db.destroy();
  }
}

/** Without a database nobody can prove an address, so the operator's word is all there is. */
function releasedAddresses(register: Register, words: string[]): Usable {
  if (!needsProof(register.portal)) return everyAddress;
  const named = new Set(
    words.flatMap((word) => findNamed(register, word)?.addresses ?? []).map(([address]) => address),
  );
  const isReleased = (address: string): boolean => named.has(address.toLowerCase());
  return Object.assign((address: string) => isReleased(address), { isReleased });
}

/** The same reference each time the same event is told, so that repeated mails do not contradict each other. */
function referenceOf(secret: string, submissionId: string): string {
  const digest = createSigner({ key: secret, use: 'forms-reference:' }).mac(submissionId);
  let drawn = 0;
  return createReference((max) => digest.readUInt32BE(4 * drawn++) % max);
}

function factsFor(stored: StoredCase, { register, siteUrl }: ByMailDependencies): MailFacts {
  const agency = register.agencies.get(stored.submission.agency);
  const { receiver } = receivedEvent(stored).route;
  const bodyLanguage = mailLanguage(
    receiver.kind === 'body' ? register.agencies.get(receiver.agency)?.data.language : undefined,
  );
  return {
    register,
    portal: register.portal,
    siteUrl,
    bodyLanguage,
    ...(agency ? { agencyPath: `/${agency.data.jurisdiction}/${agency.id}/` } : {}),
  };
}

function operatorOf({ portal }: Register) {
  return { kind: 'operator' as const, name: portal.publisher, email: portal.operatorEmail };
}
