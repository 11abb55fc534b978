import { localePath, type Language } from '../../lib/locales.ts';
import type { Register } from '../../register/register.ts';
import type { CaseEvent } from '../../schemas/cases/event.ts';
import type { Route } from '../../schemas/cases/route.ts';
import { identityAnswers, matterAnswers, type Answer } from '../case/answers.ts';
import { requestWords } from '../case/request-words.ts';
import type { CaseMailSource, CaseMailText } from './case-mail.ts';
import { firstDueText, firstStartText, passOnText } from './due-text.ts';
import { currentTurn, hasClock, reduce } from '../state/state.ts';
import { texts } from '../../texts/texts.ts';
import { linkExpiry, officerLink } from '../case/signed-link.ts';
import { dayInWords, instantInWords } from './event-sentences.ts';
import { placeOf } from '../routing/case-clock.ts';
import { passedNames } from '../routing/reach.ts';
import { receivedEvent, type StoredCase } from '../store/case-records.ts';
import { paragraphs, quoted } from '../../mail/plain-text.ts';

/** Writes the mail that brings a case to its first receiver. */
export function writeFirstMail(source: CaseMailSource): CaseMailText {
  const { stored, language, register } = source;
  const { portal } = register;
  const c = texts('case-mails', language);
  const { about = 'complaint', agencyName, serviceName, route } = receivedEvent(stored);
  const { reference } = stored.row;
  return {
    subject: c.subject({ kind: texts('kind-names', language)[about], reference, about: serviceName ?? agencyName }),
    text: paragraphs(
      c.intro[about]({ portal: portal.name, agency: agencyName }),
      about === 'misconduct' ? c.notToThem({ agency: agencyName }) : '',
      about === 'wrong-content' ? '' : whyYou(route, language),
      firstDueText(source),
      hasClock({ about }) ? '' : c.noAnswerDue,
      stored.submission.urgent ? c.urgent : '',
      stored.submission.sealed ? c.sealedMail : '',
      actText(source),
      caseText(register, stored, language),
      c.howToAnswer({ reference, portal: portal.name }),
    ),
    automatic: false,
    ...sealedPart(stored),
  };
}

/** Why whoever receives a case has it, and not somebody nearer; empty where nobody was passed over. */
export function whyYou({ receiver, passedOver }: Route, language: Language): string {
  const c = texts('case-mails', language);
  const { unknown, notProved, notReleased } = passedNames(passedOver);
  const sentences =
    receiver.kind === 'operator'
      ? [
          c.whyOperator,
          notProved && c.notProved({ names: notProved }),
          notReleased && c.notReleased({ names: notReleased }),
        ]
      : [
          unknown && c.whyYou({ names: unknown }),
          notProved && c.whyYouNotProved({ names: notProved }),
          notReleased && c.whyYouNotReleased({ names: notReleased }),
        ];
  return sentences.filter(Boolean).join(' ');
}

/** Writes the mail that gives the citizen reference and secret; of a report of misconduct, the reference alone. */
export function writeAcknowledgement(source: CaseMailSource): CaseMailText {
  const { stored, language, secret, receipt } = source;
  const c = texts('case-mails', language);
  const { about = 'complaint', agencyName, route } = receivedEvent(stored);
  const { reference } = stored.row;
  const goesTo =
    route.receiver.kind === 'operator'
      ? c.goesToOperator({ name: route.receiver.name })
      : c.goesTo({ name: route.receiver.name, email: route.receiver.email });
  return {
    subject: c.acknowledged[about]({ reference }),
    text: paragraphs(
      c.saved[about]({ agency: agencyName }),
      isReport(stored)
        ? `${c.reference}: ${reference}`
        : `${c.reference}: ${reference}\n${c.secret}: ${secret}\n${c.keepThese}`,
      goesTo,
      firstStartText(source),
      route.receiver.kind === 'operator' && about !== 'wrong-content' ? texts('letters', language).letter : '',
      followText(source, c.follow),
      isReport(stored) ? '' : c.followWithout({ address: addressOf('/cases/', source) }),
      receipt?.previous
        ? texts('receipts', language).inMail({ ...receipt.previous, address: addressOf('/receipts/', source) })
        : '',
      c.noAnswerNeeded,
    ),
    automatic: true,
  };
}

/**
 * How the citizen gets to the case, after words that lead to it: by a link with reference and secret. Whoever reads the mailbox of
 * somebody who reports misconduct must not read the report, so there they are told to type both in.
 */
export function followText(source: CaseMailSource, lead: string): string {
  const { stored, language, secret } = source;
  if (isReport(stored)) return texts('case-mails', language).followTyped({ address: addressOf('/cases/', source) });
  return `${lead}\n${addressOf(`/cases/view/?reference=${stored.row.reference}&secret=${secret}`, source)}`;
}

function isReport(stored: StoredCase): boolean {
  return receivedEvent(stored).about === 'misconduct';
}

function addressOf(path: string, { language, siteUrl }: Pick<CaseMailSource, 'language' | 'siteUrl'>): string {
  return new URL(localePath(language, path), siteUrl).href;
}

/** Writes the mail that tells the operator that the first receiver could not be reached. */
export function writeUndeliverable(source: CaseMailSource): CaseMailText {
  const { stored, language, register, failed } = source;
  const c = texts('case-mails', language);
  const { receiver } = receivedEvent(stored).route;
  const { name, addresses } = failed ?? { name: receiver.name, addresses: [receiver.email] };
  const failure = stored.events
    .map(({ event }) => event)
    .find(
      (event): event is Extract<CaseEvent, { kind: 'delivery-failed' }> =>
        event.kind === 'delivery-failed' && event.to === 'receiver',
    );
  return {
    subject: c.undeliverableSubject({ reference: stored.row.reference }),
    text: paragraphs(
      c.undeliverableIntro({ name, addresses: addresses.join(', ') }),
      failed?.other
        ? c.elsewhereToo({ email: failed.other.email })
        : `${c.passItOn} ${passOnText(currentTurn(reduce(stored.events.slice(0, 1))), source)}`,
      failure ? reasonText(failure, language) : '',
      actText(source),
      caseText(register, stored, language),
    ),
    automatic: true,
    ...sealedPart(stored),
  };
}

/** What the mail server answered, with its code where there was one. */
function reasonText({ reason, code }: Extract<CaseEvent, { kind: 'delivery-failed' }>, language: Language): string {
  const c = texts('case-mails', language);
  return code ? c.reasonWithCode[reason]({ code }) : c.reason[reason];
}

/** The encrypted words of a case as the attachment of a mail. */
export function sealedPart({ row, submission: { sealed } }: StoredCase): Pick<CaseMailText, 'sealed'> {
  return sealed ? { sealed: { name: `report-${row.reference}.asc`, message: sealed.message } } : {};
}

/** How the first receiver acts: the turn that begins with the receipt is number 1. */
function actText({ stored: { row }, language, siteUrl, secret }: CaseMailSource): string {
  const m = texts('letters', language);
  const until = m.actUntil({ day: dayInWords(linkExpiry(row.received_at), language) });
  return `${m.act}\n${officerLink(row, 1, row.received_at, { language, siteUrl, secret })}\n${until}`;
}

/** The case as every body sees it: identity only with consent, the citizen's words marked as such. */
export function caseText(register: Register, stored: StoredCase, language: Language): string {
  const c = texts('case-mails', language);
  const { agency, agencyName, serviceName } = receivedEvent(stored);
  const { timeZone } = placeOf(register, agency);
  const identity = identityAnswers(stored.submission, language);
  const head: Answer[] = [
    { label: c.reference, value: stored.row.reference },
    { label: c.received, value: instantInWords(stored.row.received_at, language, timeZone) },
    { label: c.agency, value: agencyName },
    ...(serviceName ? [{ label: c.service, value: serviceName }] : []),
  ];
  const who = stored.submission.sealed
    ? c.identitySealed
    : identity.length === 0
      ? c.identityNone
      : stored.submission.shareIdentity
        ? `${c.identityHeading}\n${listed(identity)}`
        : c.identityWithheld;
  const { files } = stored.submission;
  return paragraphs(
    head.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    matterText(register, stored, language),
    files ? c.files({ count: files }) : '',
    who,
  );
}

/** What it is about: a request for information as one request, anything else as it was asked. */
function matterText(register: Register, { submission }: StoredCase, language: Language): string {
  const request = requestWords(submission, language);
  return request ? quoted(request) : listed(matterAnswers(register, submission, language));
}

/** A quotation mark before each line keeps the citizen's words from being taken for the portal's own. */
function listed(items: Answer[]): string {
  return items.map(({ label, value }) => `${label}\n${quoted(value)}`).join('\n\n');
}
