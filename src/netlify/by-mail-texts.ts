import type { Returned } from '../cases/intake/returned.ts';
import { firstStartText } from '../cases/letters/due-text.ts';
import { handoverTargets } from '../cases/routing/handover.ts';
import { texts } from '../texts/texts.ts';
import { currentTurn, hasClock, reduce, waitsForHandover } from '../cases/state/state.ts';
import { termSentence } from '../cases/letters/event-sentences.ts';
import { caseText, sealedPart, whyYou } from '../cases/letters/mail-texts.ts';
import { receivedEvent, type StoredCase } from '../cases/store/case-records.ts';
import { localePath, type Language } from '../lib/locales.ts';
import type { Register } from '../register/register.ts';
import type { Receiver } from '../schemas/cases/route.ts';
import type { Portal } from '../schemas/portal.ts';
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
export function firstMail(
  stored: StoredCase,
  receiver: Receiver,
  { register, portal, bodyLanguage, undeliverable }: MailFacts,
): Mail {
  const c = texts('case-mails', bodyLanguage);
  const m = texts('by-mail', bodyLanguage);
  const { about = 'complaint', agencyName, serviceName, route } = receivedEvent(stored);
  const { reference } = stored.row;
  const failed = undeliverable
    ? `${c.undeliverableIntro({ name: undeliverable.name, addresses: undeliverable.email })}\n${m.undeliverableHint}`
    : '';
  return {
    to: receiver.email,
    subject: undeliverable
      ? c.undeliverableSubject({ reference })
      : c.subject({ kind: texts('kind-names', bodyLanguage)[about], reference, about: serviceName ?? agencyName }),
    text: paragraphs(
      portal.publisherKind === 'demonstration' ? texts('mail', bodyLanguage).demonstration : '',
      failed || c.intro[about]({ portal: portal.name, agency: agencyName }),
      about === 'misconduct' ? c.notToThem({ agency: agencyName }) : '',
      undeliverable || about === 'wrong-content' ? '' : whyYou(receivedEvent(stored).route, bodyLanguage),
      undeliverable
        ? texts('letters', bodyLanguage).passOn({ name: undeliverable.name })
        : passOnText(stored, register, bodyLanguage),
      hasClock({ about })
        ? route.receiver.kind === 'operator'
          ? ''
          : termSentence(route.term, bodyLanguage)
        : c.noAnswerDue,
      stored.submission.urgent ? c.urgent : '',
      stored.submission.sealed ? c.sealedMail : '',
      caseText(register, stored, bodyLanguage),
      m.howToAnswer({ reference, portal: portal.name }),
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
    ? `${texts('letters', language).passOn({ name: target.name })} ${firstStartText({ stored, register, language })}`
    : '';
}

/** Writes the mail that gives the citizen the reference, or gives undefined where no address was given. */
export function acknowledgementMail(
  stored: StoredCase,
  { register, portal, siteUrl, agencyPath }: MailFacts,
): Mail | undefined {
  const { email, language } = stored.submission;
  if (!email) return undefined;
  const c = texts('case-mails', language);
  const m = texts('by-mail', language);
  const { about = 'complaint', agencyName, route } = receivedEvent(stored);
  const { receiver } = route;
  return {
    to: email,
    subject: c.acknowledged[about]({ reference: stored.row.reference }),
    text: paragraphs(
      portal.publisherKind === 'demonstration' ? texts('mail', language).demonstration : '',
      (receiver.kind === 'operator' ? m.received : m.sentOn)[about]({ agency: agencyName }),
      `${c.reference}: ${stored.row.reference}`,
      m.keepThis,
      receiver.kind === 'operator'
        ? c.goesToOperator({ name: receiver.name })
        : c.goesTo({ name: receiver.name, email: receiver.email }),
      firstStartText({ stored, register, language }),
      agencyPath ? m.desk({ address: new URL(localePath(language, agencyPath), siteUrl).href }) : '',
      c.noAnswerNeeded,
    ),
    automatic: true,
  };
}

/** Writes the mail that gives the operator a complaint which the checks refused, as it was typed. */
export function refusedMail({ values, problems }: Returned, fileLinks: string[], portal: Portal): Mail {
  const m = texts('by-mail', 'en');
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
  const m = texts('by-mail', 'en');
  return {
    to: portal.operatorEmail,
    subject: m.filesSubject({ reference }),
    text: paragraphs(m.filesIntro, fileLinks.join('\n')),
    automatic: true,
  };
}
