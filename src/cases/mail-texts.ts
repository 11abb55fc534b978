import { languages, localePath, type Language } from '../lib/locales.ts';
import type { Portal } from '../schemas/portal.ts';
import type { CaseEvent } from '../schemas/cases/event.ts';
import { answers, type Answer } from './answers.ts';
import { letterMessages } from './life/letter-messages.ts';
import { linkExpiry, officerLink } from './life/signed-link.ts';
import { hasClock } from './life/state.ts';
import { dayInWords, tellTerm } from './life/tell.ts';
import { caseMessages } from './messages.ts';
import { receivedEvent, type StoredCase } from './store/case-records.ts';
import type { OutboxRow } from './store/tables.ts';

/** A mail in plain text. Addresses are kept apart from names, so neither can turn into a header. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** Made by a machine for a person who did not ask for it just now; other machines must not answer (RFC 3834). */
  automatic: boolean;
}

export interface MailSurroundings {
  portal: Portal;
  siteUrl: string;
  /** Language of the mails to the body that answers. */
  bodyLanguage: Language;
  /** The secret of this case. */
  secret: string;
}

/** Writes the mail of an outbox row. Gives undefined when nobody is left to send it to. */
export function writeMail(kind: OutboxRow['kind'], stored: StoredCase, surroundings: MailSurroundings): Mail | undefined {
  const mail = { complaint, acknowledgement, undeliverable }[kind](stored, surroundings);
  if (!mail || surroundings.portal.publisherKind !== 'demonstration') return mail;
  const language = kind === 'acknowledgement' ? stored.complaint.language : surroundings.bodyLanguage;
  return { ...mail, text: `${caseMessages(language).demonstration}\n\n${mail.text}` };
}

/** Gives the interface language that fits a content language. */
export function mailLanguage(tag: string | undefined): Language {
  return languages.find((language) => language === tag) ?? 'en';
}

function complaint(stored: StoredCase, surroundings: MailSurroundings): Mail {
  const { portal, bodyLanguage } = surroundings;
  const texts = caseMessages(bodyLanguage);
  const { about = 'complaint', agencyName, serviceName, route } = receivedEvent(stored);
  const { reference } = stored.row;
  const passedNames = route.passedOver.map((rung) => rung.name).join(', ');
  const why = about === 'wrong-content' ? '' : route.receiver.kind === 'operator' ? texts.whyOperator : passedNames ? texts.whyYou(passedNames) : '';
  return {
    to: route.receiver.email,
    subject: texts.kindSubject(texts.kinds[about], reference, serviceName ?? agencyName),
    text: paragraphs(
      texts.kindIntro(texts.kinds[about], portal.name, agencyName),
      about === 'misconduct' ? texts.notToThem(agencyName) : '',
      why,
      hasClock({ about }) ? tellTerm(route.term, bodyLanguage) : texts.noAnswerDue,
      actText(stored, surroundings),
      caseText(stored, bodyLanguage),
      texts.howToAnswer(reference, portal.name),
    ),
    automatic: false,
  };
}

function acknowledgement(stored: StoredCase, { siteUrl, secret }: MailSurroundings): Mail | undefined {
  const { email, language } = stored.complaint;
  if (!email) return undefined;
  const texts = caseMessages(language);
  const { about = 'complaint', agencyName, route } = receivedEvent(stored);
  const { reference } = stored.row;
  const address = (path: string): string => new URL(localePath(language, path), siteUrl).href;
  const goesTo =
    route.receiver.kind === 'operator' ? texts.goesToOperator(route.receiver.name) : texts.goesTo(route.receiver.name, route.receiver.email);
  return {
    to: email,
    subject: texts.kindAcknowledged(texts.kinds[about], reference),
    text: paragraphs(
      texts.kindSaved(texts.kinds[about], agencyName),
      `${texts.reference}: ${reference}\n${texts.secret}: ${secret}\n${texts.keepThese}`,
      goesTo,
      `${texts.follow}\n${address(`/cases/view/?reference=${reference}&secret=${secret}`)}`,
      texts.followWithout(address('/cases/')),
      texts.noAnswerNeeded,
    ),
    automatic: true,
  };
}

function undeliverable(stored: StoredCase, surroundings: MailSurroundings): Mail {
  const { portal, bodyLanguage } = surroundings;
  const texts = caseMessages(bodyLanguage);
  const { route } = receivedEvent(stored);
  const failure = stored.events
    .map(({ event }) => event)
    .find((event): event is Extract<CaseEvent, { kind: 'delivery-failed' }> => event.kind === 'delivery-failed' && event.to === 'receiver');
  return {
    to: portal.operatorEmail,
    subject: texts.undeliverableSubject(stored.row.reference),
    text: paragraphs(
      texts.undeliverableIntro(route.receiver.name, route.receiver.email),
      failure ? texts.reason[failure.reason](failure.code) : '',
      actText(stored, surroundings),
      caseText(stored, bodyLanguage),
    ),
    automatic: true,
  };
}

/** How the first receiver acts: the turn that begins with the receipt is number 1. */
function actText({ row }: StoredCase, { siteUrl, secret, bodyLanguage }: MailSurroundings): string {
  const m = letterMessages(bodyLanguage);
  const until = m.actUntil(dayInWords(linkExpiry(row.received_at), bodyLanguage));
  return `${m.act}\n${officerLink(row, 1, row.received_at, { language: bodyLanguage, siteUrl, secret })}\n${until}`;
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
  const who =
    identity.length === 0
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

/** Gives somebody's words with a quotation mark before each line. */
export function quoted(words: string): string {
  return words
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

/** Joins paragraphs, leaving out empty ones. */
export function paragraphs(...texts: string[]): string {
  return texts.filter(Boolean).join('\n\n');
}
