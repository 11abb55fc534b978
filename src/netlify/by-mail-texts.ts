import type { Returned } from '../cases/intake/take-in.ts';
import { firstStartText } from '../cases/letters/due-text.ts';
import { handoverTargets } from '../cases/routing/handover.ts';
import { letterMessages } from '../cases/letters/letter-messages.ts';
import { currentTurn, hasClock, reduce, waitsForHandover } from '../cases/state/state.ts';
import { tellTerm } from '../cases/letters/event-sentences.ts';
import { caseText, sealedPart, whyYou } from '../cases/letters/mail-texts.ts';
import { caseMessages } from '../cases/case/messages.ts';
import { receivedEvent, type StoredCase } from '../cases/store/case-records.ts';
import { localePath, type Language } from '../lib/locales.ts';
import type { Register } from '../register/register.ts';
import type { Receiver } from '../schemas/cases/route.ts';
import type { Portal } from '../schemas/portal.ts';
import { byMailMessages } from './texts.ts';
import { mailMessages } from '../mail/mail-messages.ts';
import { paragraphs, quoted } from '../mail/plain-text.ts';
import type { Mail } from '../mail/mail.ts';

/** What the mails need to know beside the complaint. */
export interface MailFacts {
  register: Register;
  portal: Portal;
  siteUrl: string;
  /** Language of the mail to the body that answers. */
  bodyLanguage: Language;
  /** Address of the agency's charter, without language and origin. */
  agencyPath?: string;
  /** Who could not be reached before it came to this receiver. */
  undeliverable?: Receiver;
}

/** Writes the mail that passes a complaint on. There is no case behind it, so it holds no link by which to act. */
export function complaintMail(
  stored: StoredCase,
  receiver: Receiver,
  { register, portal, bodyLanguage, undeliverable }: MailFacts,
): Mail {
  const texts = caseMessages(bodyLanguage);
  const m = byMailMessages(bodyLanguage);
  const { about = 'complaint', agencyName, serviceName, route } = receivedEvent(stored);
  const { reference } = stored.row;
  const failed = undeliverable
    ? `${texts.undeliverableIntro(undeliverable.name, undeliverable.email)}\n${m.undeliverableHint}`
    : '';
  return {
    to: receiver.email,
    subject: undeliverable
      ? texts.undeliverableSubject(reference)
      : texts.kindSubject(about, reference, serviceName ?? agencyName),
    text: paragraphs(
      portal.publisherKind === 'demonstration' ? mailMessages(bodyLanguage).demonstration : '',
      failed || texts.kindIntro(about, portal.name, agencyName),
      about === 'misconduct' ? texts.notToThem(agencyName) : '',
      undeliverable || about === 'wrong-content' ? '' : whyYou(receivedEvent(stored).route, bodyLanguage),
      undeliverable
        ? letterMessages(bodyLanguage).passOn(undeliverable.name)
        : passOnText(stored, register, bodyLanguage),
      hasClock({ about })
        ? route.receiver.kind === 'operator'
          ? ''
          : tellTerm(route.term, bodyLanguage)
        : texts.noAnswerDue,
      stored.complaint.urgent ? texts.urgent : '',
      stored.complaint.sealed ? texts.sealedMail : '',
      caseText(stored, bodyLanguage),
      m.howToAnswer(reference, portal.name),
    ),
    automatic: false,
    ...sealedPart(stored),
  };
}

/**
 * Whom the operator is to pass it on to, and that their time starts only then. There is no case behind it in which to
 * say so.
 */
function passOnText(stored: StoredCase, register: Register, language: Language): string {
  const state = reduce(stored.events);
  const [target] = waitsForHandover(state, currentTurn(state)) ? handoverTargets(register, stored, state) : [];
  return target
    ? `${letterMessages(language).passOn(target.name)} ${firstStartText({ stored, register, language })}`
    : '';
}

/** Writes the mail that gives the citizen the reference, or gives undefined where no address was given. */
export function acknowledgementMail(
  stored: StoredCase,
  { register, portal, siteUrl, agencyPath }: MailFacts,
): Mail | undefined {
  const { email, language } = stored.complaint;
  if (!email) return undefined;
  const texts = caseMessages(language);
  const m = byMailMessages(language);
  const { about = 'complaint', agencyName, route } = receivedEvent(stored);
  const { receiver } = route;
  return {
    to: email,
    subject: texts.kindAcknowledged(about, stored.row.reference),
    text: paragraphs(
      portal.publisherKind === 'demonstration' ? mailMessages(language).demonstration : '',
      (receiver.kind === 'operator' ? m.receivedIntro : m.acknowledgementIntro)(texts.kinds[about], agencyName),
      `${texts.reference}: ${stored.row.reference}`,
      m.keepThis,
      receiver.kind === 'operator' ? texts.goesToOperator(receiver.name) : texts.goesTo(receiver.name, receiver.email),
      firstStartText({ stored, register, language }),
      agencyPath ? m.desk(new URL(localePath(language, agencyPath), siteUrl).href) : '',
      texts.noAnswerNeeded,
    ),
    automatic: true,
  };
}

/** Writes the mail that gives the operator a complaint which the checks refused, as it was typed. */
export function refusedMail({ values, problems }: Returned, fileLinks: string[], portal: Portal): Mail {
  const m = byMailMessages('en');
  const typed = Object.entries(values)
    .map(([name, value]) => [name, Array.isArray(value) ? value.join('; ') : value] as const)
    .filter(([, value]) => value);
  return {
    to: portal.operatorEmail,
    subject: m.refusedSubject,
    text: paragraphs(
      m.refusedIntro,
      `${m.problems}\n${Object.entries(problems)
        .map(([name, problem]) => `${name}: ${problem}`)
        .join('\n')}`,
      m.asTyped,
      typed.map(([name, value]) => `${name}\n${quoted(String(value))}`).join('\n\n'),
      fileLinks.join('\n'),
    ),
    automatic: true,
  };
}

/**
 * Writes the mail that tells the operator of files: they are not passed on unseen, because nothing has been taken out
 * of them here.
 */
export function filesMail(reference: string, fileLinks: string[], portal: Portal): Mail {
  const m = byMailMessages('en');
  return {
    to: portal.operatorEmail,
    subject: m.filesSubject(reference),
    text: paragraphs(m.filesIntro, fileLinks.join('\n')),
    automatic: true,
  };
}
