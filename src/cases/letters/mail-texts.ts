import { localePath, type Language } from '../../lib/locales.ts';
import type { CaseEvent } from '../../schemas/cases/event.ts';
import type { Route } from '../../schemas/cases/route.ts';
import { answers, type Answer } from '../case/answers.ts';
import type { CaseMailSource, CaseMailText } from './case-mail.ts';
import { firstDueText, firstStartText, passOnText } from './due-text.ts';
import { currentTurn, hasClock, reduce } from '../state/state.ts';
import { letterMessages } from './letter-messages.ts';
import { linkExpiry, officerLink } from '../case/signed-link.ts';
import { dayInWords } from './event-sentences.ts';
import { caseMessages } from '../case/messages.ts';
import { passedNames } from '../routing/reach.ts';
import { receivedEvent, type StoredCase } from '../store/case-records.ts';
import { paragraphs, quoted } from '../../mail/plain-text.ts';

/** Writes the mail that brings a case to its first receiver. */
export function writeComplaint(source: CaseMailSource): CaseMailText {
  const { stored, language, register } = source;
  const { portal } = register;
  const texts = caseMessages(language);
  const { about = 'complaint', agencyName, serviceName, route } = receivedEvent(stored);
  const { reference } = stored.row;
  return {
    subject: texts.kindSubject(about, reference, serviceName ?? agencyName),
    text: paragraphs(
      texts.kindIntro(about, portal.name, agencyName),
      about === 'misconduct' ? texts.notToThem(agencyName) : '',
      about === 'wrong-content' ? '' : whyYou(route, language),
      firstDueText(source),
      hasClock({ about }) ? '' : texts.noAnswerDue,
      stored.complaint.urgent ? texts.urgent : '',
      stored.complaint.sealed ? texts.sealedMail : '',
      actText(source),
      caseText(stored, language),
      texts.howToAnswer(reference, portal.name),
    ),
    automatic: false,
    ...sealedPart(stored),
  };
}

/** Gives why whoever receives a case has it, and not somebody nearer; empty where nobody was passed over. */
export function whyYou({ receiver, passedOver }: Route, language: Language): string {
  const texts = caseMessages(language);
  const { unknown, notProved, notReleased } = passedNames(passedOver);
  const sentences =
    receiver.kind === 'operator'
      ? [texts.whyOperator, notProved && texts.notProved(notProved), notReleased && texts.notReleased(notReleased)]
      : [
          unknown && texts.whyYou(unknown),
          notProved && texts.whyYouNotProved(notProved),
          notReleased && texts.whyYouNotReleased(notReleased),
        ];
  return sentences.filter(Boolean).join(' ');
}

/** Writes the mail that gives the citizen reference and secret. */
export function writeAcknowledgement(source: CaseMailSource): CaseMailText {
  const { stored, language, siteUrl, secret } = source;
  const texts = caseMessages(language);
  const { about = 'complaint', agencyName, route } = receivedEvent(stored);
  const { reference } = stored.row;
  const address = (path: string): string => new URL(localePath(language, path), siteUrl).href;
  const goesTo =
    route.receiver.kind === 'operator'
      ? texts.goesToOperator(route.receiver.name)
      : texts.goesTo(route.receiver.name, route.receiver.email);
  return {
    subject: texts.kindAcknowledged(about, reference),
    text: paragraphs(
      texts.kindSaved(about, agencyName),
      `${texts.reference}: ${reference}\n${texts.secret}: ${secret}\n${texts.keepThese}`,
      goesTo,
      firstStartText(source),
      route.receiver.kind === 'operator' && about !== 'wrong-content' ? letterMessages(language).letter : '',
      `${texts.follow}\n${address(`/cases/view/?reference=${reference}&secret=${secret}`)}`,
      texts.followWithout(address('/cases/')),
      texts.noAnswerNeeded,
    ),
    automatic: true,
  };
}

/** Writes the mail that tells the operator that the first receiver could not be reached. */
export function writeUndeliverable(source: CaseMailSource): CaseMailText {
  const { stored, language, failed } = source;
  const texts = caseMessages(language);
  const { receiver } = receivedEvent(stored).route;
  const { name, addresses } = failed ?? { name: receiver.name, addresses: [receiver.email] };
  const failure = stored.events
    .map(({ event }) => event)
    .find(
      (event): event is Extract<CaseEvent, { kind: 'delivery-failed' }> =>
        event.kind === 'delivery-failed' && event.to === 'receiver',
    );
  return {
    subject: texts.undeliverableSubject(stored.row.reference),
    text: paragraphs(
      texts.undeliverableIntro(name, addresses.join(', ')),
      failed?.other
        ? texts.elsewhereToo(failed.other.email)
        : `${texts.passItOn} ${passOnText(currentTurn(reduce(stored.events.slice(0, 1))), source)}`,
      failure ? texts.reason[failure.reason](failure.code) : '',
      actText(source),
      caseText(stored, language),
    ),
    automatic: true,
    ...sealedPart(stored),
  };
}

/** Gives the encrypted words of a case as the attachment of a mail. */
export function sealedPart({ row, complaint: { sealed } }: StoredCase): Pick<CaseMailText, 'sealed'> {
  return sealed ? { sealed: { name: `report-${row.reference}.asc`, message: sealed.message } } : {};
}

/** How the first receiver acts: the turn that begins with the receipt is number 1. */
function actText({ stored: { row }, language, siteUrl, secret }: CaseMailSource): string {
  const m = letterMessages(language);
  const until = m.actUntil(dayInWords(linkExpiry(row.received_at), language));
  return `${m.act}\n${officerLink(row, 1, row.received_at, { language, siteUrl, secret })}\n${until}`;
}

/** Gives the case as every body sees it: identity only with consent, the citizen's words marked as such. */
export function caseText(stored: StoredCase, language: Language): string {
  const texts = caseMessages(language);
  const { agencyName, serviceName } = receivedEvent(stored);
  const identity = answers(stored.complaint, language, 'identity');
  const head: Answer[] = [
    { label: texts.reference, value: stored.row.reference },
    { label: texts.received, value: `${stored.row.received_at.slice(0, 16).replace('T', ' ')} UTC` },
    { label: texts.agency, value: agencyName },
    ...(serviceName ? [{ label: texts.service, value: serviceName }] : []),
  ];
  const who = stored.complaint.sealed
    ? texts.identitySealed
    : identity.length === 0
      ? texts.identityNone
      : stored.complaint.shareIdentity
        ? `${texts.identityHeading}\n${listed(identity)}`
        : texts.identityWithheld;
  const { files } = stored.complaint;
  return paragraphs(
    head.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    listed(answers(stored.complaint, language, 'matter')),
    files ? texts.files(files) : '',
    who,
  );
}

/** A quotation mark before each line keeps the citizen's words from being taken for the portal's own. */
function listed(items: Answer[]): string {
  return items.map(({ label, value }) => `${label}\n${quoted(value)}`).join('\n\n');
}
