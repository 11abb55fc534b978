import { localePath, type Language } from '../../lib/locales.ts';
import type { CaseEvent, RecordedEvent } from '../../schemas/cases/event.ts';
import type { CaseMailSource, CaseMailText } from './case-mail.ts';
import { lawOf } from '../routing/information-law.ts';
import { texts } from '../../texts/texts.ts';
import { caseText, sealedPart, followText } from './mail-texts.ts';
import { requestAnswer } from '../case/request-answer.ts';
import { isSealed } from '../case/seal.ts';
import { receivedEvent } from '../store/case-records.ts';
import { dueText, passOnText } from './due-text.ts';
import { handsOver } from '../case/letters-for.ts';
import { linkExpiry, officerLink, rateLink } from '../case/signed-link.ts';
import { hasClock, reduce, type Turn } from '../state/state.ts';
import { isOfPublication } from '../state/publication.ts';
import type { LivingCase } from '../store/life-records.ts';
import { dayInWords, holderName, instantInWords, isLifeEvent, eventSentence } from './event-sentences.ts';
import { accessDate, placeOf } from '../routing/case-clock.ts';
import { accessSentence, requestAnswerText } from './request-answer-text.ts';
import { paragraphs, quoted } from '../../mail/plain-text.ts';
import type { Audience } from '../../mail/outbox-table.ts';

type Writer = (recorded: RecordedEvent, source: CaseMailSource) => CaseMailText | undefined;

/** Those who edit charters get no letter about a case. */
const writers: Partial<Record<Audience, Writer>> = { citizen: toCitizen, officer: toOfficer, operator: toOperator };

/** Writes a letter. Gives undefined where the event has nothing to say to its reader. */
export function writeLetter(source: CaseMailSource): CaseMailText | undefined {
  const { place, stored } = source;
  const recorded = stored.events.find(({ sequence }) => sequence === place.sequence);
  if (!recorded) throw new Error(`A letter of case ${stored.row.reference} tells of an event that is not there.`);
  return writers[place.audience]?.(recorded, source);
}

function toCitizen(recorded: RecordedEvent, source: CaseMailSource): CaseMailText | undefined {
  const { stored, language, siteUrl, secret } = source;
  const { event, at } = recorded;
  const m = texts('letters', language);
  const { reference } = stored.row;
  if (!isLifeEvent(event) || !(event.kind in m.citizen)) return undefined;
  const closed = event.kind === 'resolved';
  // Asked once: a case that was closed before has been asked about.
  const asksRating =
    closed && stored.events.filter((other) => other.event.kind === 'resolved' && other.at < at).length === 0;
  const text = paragraphs(
    eventSentence(event, stored.events, language),
    quotedWords(recorded, stored, language),
    event.kind === 'asked' ? (event.clock === 'runs' ? m.questionClockRuns : m.question) : '',
    dueNowText(event, source),
    event.kind === 'charge-paid' ? accessText(source) : '',
    closed ? m.reopen : '',
    reviewText(event, source),
    publishedText(event, source),
    followText(source, m.follow),
    asksRating ? `${m.rate}\n${rateLink(stored.row, at, { language, siteUrl, secret })}` : '',
    texts('case-mails', language).noAnswerNeeded,
  );
  return {
    subject: m.subject({ reference, about: m.citizen[event.kind as keyof typeof m.citizen] }),
    text,
    automatic: true,
  };
}

/** What moves the day on which an answer is due, or gives a case one. */
const movesTheDay = new Set<CaseEvent['kind']>(['passed-on', 'extended', 'urgency-refused', 'charge-paid']);

/** A case that has come to the body has a day on which its answer is due; before that nobody was told one. */
function dueNowText(event: RecordedEvent['event'], source: CaseMailSource): string {
  if (!movesTheDay.has(event.kind) || !('turn' in event)) return '';
  const state = reduce(source.stored.events);
  const turn = state.turns.find((candidate) => candidate.turn === event.turn);
  return turn && state.resolution === 'open' && hasClock(state) && turn.clock.startedAt !== undefined
    ? dueText(turn, source.now.toISOString(), source)
    : '';
}

/** Until when copies that were paid for are owed, where the law sets a time for that. */
function accessText({ stored, register, now, language }: CaseMailSource): string {
  const state = reduce(stored.events);
  const date = accessDate(state, placeOf(register, state.agency), now);
  return date ? accessSentence(date, language) : '';
}

/**
 * Who asked for information and did not get all of it learns where that is reviewed: the country's page tells, from its
 * law.
 */
function reviewText(
  event: RecordedEvent['event'],
  { stored, language, register, siteUrl, now }: CaseMailSource,
): string {
  const { about = 'complaint', agency } = receivedEvent(stored);
  const country = lawOf(register, about, agency);
  const isSilent = event.kind === 'ladder-ended' || (event.kind === 'escalated' && event.reason === 'overdue');
  const isWanting = isSilent || (event.kind === 'resolved' && event.outcome !== 'given');
  if (!country || !isWanting) return '';
  const answer = requestAnswer(register, stored, reduce(stored.events), { language, silent: isSilent, now });
  const page = new URL(localePath(language, `/${country}/information-rights/#review`), siteUrl).href;
  return paragraphs(answer ? requestAnswerText(answer, language) : '', `${texts('letters', language).review}\n${page}`);
}

/** Where the asker finds what was published. */
function publishedText(event: RecordedEvent['event'], { stored, language, register, siteUrl }: CaseMailSource): string {
  const { agency } = receivedEvent(stored);
  const country = register.agencies.get(agency)?.data.jurisdiction;
  if (event.kind !== 'published' || !country) return '';
  return `${texts('letters', language).published}\n${new URL(localePath(language, `/${country}/${agency}/requests/${event.page}/`), siteUrl).href}`;
}

function toOfficer(recorded: RecordedEvent, source: CaseMailSource): CaseMailText | undefined {
  const { event } = recorded;
  const { place, stored, language, register } = source;
  const turn = turnOf(place.turn, stored);
  if (!turn || !isLifeEvent(event)) return undefined;
  const m = texts('letters', language);
  const { reference } = stored.row;
  const mine = handsOver(place);
  const about = mine ? m.officer.handedOver : m.officer[event.kind as keyof typeof m.officer];
  if (!about) return undefined;
  const intro =
    event.kind === 'transferred'
      ? m.handedOver.transferred({ agency: holderName(stored.events, event.turn, language) })
      : mine
        ? m.handedOver.escalated
        : '';
  const text = paragraphs(
    intro,
    mine ? '' : eventSentence(event, stored.events, language),
    mine ? '' : quotedWords(recorded, stored, language),
    event.kind === 'escalated' && !mine ? m.stillMay : '',
    mine || event.kind === 'reminded' || event.kind === 'reopened' || event.kind === 'passed-on'
      ? dueText(turn, mine ? source.now.toISOString() : recorded.at, source)
      : '',
    event.kind === 'withdrawn' ? '' : actText(turn, recorded, source),
    caseText(register, stored, language),
    mine ? dossier(stored, recorded, source) : '',
    m.reply({ reference, portal: register.portal.name }),
  );
  return {
    subject: m.subject({ reference, about }),
    text,
    automatic: !mine,
    ...(mine ? sealedPart(stored) : sealedWordsOf(recorded, stored)),
  };
}

function toOperator(
  recorded: RecordedEvent,
  { place, stored, register, language, siteUrl, secret, failed }: CaseMailSource,
): CaseMailText {
  const { event } = recorded;
  const m = texts('letters', language);
  const isEnd = event.kind === 'ladder-ended';
  const turn = turnOf(isEnd ? event.turn : place.turn, stored);
  const { name = '', addresses = [] } = failed ?? { name: turn?.holder.name, addresses: turn && [turn.holder.email] };
  const c = texts('case-mails', language);
  const text = paragraphs(
    isEnd ? '' : m.undeliverable({ name, addresses: addresses.join(', ') }),
    isEnd ? '' : failed?.other ? c.elsewhereToo({ email: failed.other.email }) : c.passItOn,
    isEnd || failed?.other || !turn ? '' : passOnText(turn, { stored, register, language }),
    isLifeEvent(event) ? eventSentence(event, stored.events, language) : '',
    turn ? `${m.operatorAct}\n${officerLink(stored.row, turn.turn, recorded.at, { siteUrl, secret, language })}` : '',
    caseText(register, stored, language),
    dossier(stored, recorded, { register, language }),
  );
  const about = isEnd ? m.operator['ladder-ended'] : m.operator.undeliverable;
  return { subject: m.subject({ reference: stored.row.reference, about }), text, automatic: true };
}

function turnOf(number: number, { events }: LivingCase): Turn | undefined {
  return reduce(events).turns.find(({ turn }) => turn === number);
}

function actText(turn: Turn, { at }: RecordedEvent, { stored, siteUrl, secret, language }: CaseMailSource): string {
  const m = texts('letters', language);
  return `${m.act}\n${officerLink(stored.row, turn.turn, at, { language, siteUrl, secret })}\n${m.actUntil({ day: dayInWords(linkExpiry(at), language) })}`;
}

/** The whole history up to the event, with all that was written. */
function dossier(
  stored: LivingCase,
  until: RecordedEvent,
  { register, language }: Pick<CaseMailSource, 'register' | 'language'>,
): string {
  const { timeZone } = placeOf(register, receivedEvent(stored).agency);
  const lines = stored.events
    .filter(({ sequence, event }) => sequence <= until.sequence && isLifeEvent(event) && !isOfPublication(event))
    .map((recorded) => {
      const { at, event } = recorded;
      const told = isLifeEvent(event) ? eventSentence(event, stored.events, language) : '';
      return paragraphs(`${instantInWords(at, language, timeZone)}\n${told}`, quotedWords(recorded, stored, language));
    });
  return lines.length === 0 ? '' : paragraphs(texts('letters', language).history, ...lines);
}

/** Encrypted words go along as an attachment: marked line by line nobody could open them. */
function sealedWordsOf({ event, sequence }: RecordedEvent, { words, row }: LivingCase): Pick<CaseMailText, 'sealed'> {
  const message = 'words' in event && event.words ? words.get(event.words) : undefined;
  return message && isSealed(message) ? { sealed: { name: `message-${row.reference}-${sequence}.asc`, message } } : {};
}

/** What was written in an event, and how many files came with it. The files themselves are in no mail. */
function quotedWords(
  { event, sequence }: RecordedEvent,
  { words, files, submission }: LivingCase,
  language: Language,
): string {
  const written = 'words' in event && event.words ? words.get(event.words) : undefined;
  const withheld = event.kind === 'resolved' && event.withheld ? words.get(event.withheld) : undefined;
  const text =
    written && isSealed(written)
      ? texts('case-mails', language).sealedFor({ name: submission.sealed?.name ?? '' })
      : written;
  const count = event.kind === 'received' ? 0 : files.filter((file) => file.sequence === sequence).length;
  return paragraphs(
    text ? quoted(text) : '',
    withheld ? `${texts('request-answer', language).withheld}:\n${quoted(withheld)}` : '',
    count > 0 ? texts('case-mails', language).files({ count }) : '',
  );
}
