import { localePath, type Language } from '../../lib/locales.ts';
import type { Register } from '../../register/register.ts';
import type { RecordedEvent } from '../../schemas/cases/event.ts';
import { caseMessages } from '../messages.ts';
import { caseText, mailLanguage, paragraphs, quoted, type Mail } from '../mail-texts.ts';
import { deadlineOf, placeOf } from './case-clock.ts';
import { letterMessages } from './letter-messages.ts';
import { handsOver } from './letters-for.ts';
import { linkExpiry, officerLink, rateLink } from './signed-link.ts';
import { reduce, type Turn } from './state.ts';
import type { LivingCase } from './store/life-records.ts';
import type { LetterRow } from './store/life-tables.ts';
import { dayInWords, holderName, isLifeEvent, tellEvent, tellTerm } from './tell.ts';

export interface LetterSurroundings {
  register: Register;
  siteUrl: string;
  /** The secret of this case. */
  secret: string;
}

/** Writes a letter. Gives undefined when nobody is left to send it to. */
export function writeLetter(letter: LetterRow, stored: LivingCase, surroundings: LetterSurroundings): Mail | undefined {
  const recorded = stored.events.find(({ sequence }) => sequence === letter.sequence);
  if (!recorded) throw new Error(`Letter ${letter.id} tells of an event that is not there.`);
  const written = { citizen: toCitizen, officer: toOfficer, operator: toOperator }[letter.audience](letter, recorded, stored, surroundings);
  if (!written || surroundings.register.portal.publisherKind !== 'demonstration') return written?.mail;
  return { ...written.mail, text: `${caseMessages(written.language).demonstration}\n\n${written.mail.text}` };
}

interface Written {
  language: Language;
  mail: Mail;
}

function toCitizen(_: LetterRow, { event, at }: RecordedEvent, stored: LivingCase, { siteUrl, secret }: LetterSurroundings): Written | undefined {
  const { email, language } = stored.complaint;
  const m = letterMessages(language);
  const { reference } = stored.row;
  if (!email || !isLifeEvent(event) || !(event.kind in m.citizen)) return undefined;
  const follow = new URL(localePath(language, `/cases/view/?reference=${reference}&secret=${secret}`), siteUrl).href;
  const closed = event.kind === 'resolved';
  // Asked once: a case that was closed before has been asked about.
  const asksRating = closed && stored.events.filter((other) => other.event.kind === 'resolved' && other.at < at).length === 0;
  const text = paragraphs(
    tellEvent(event, stored.events, language),
    quotedWords(event, stored),
    event.kind === 'asked' ? m.question : '',
    closed ? m.reopen : '',
    `${m.follow}\n${follow}`,
    asksRating ? `${m.rate}\n${rateLink(stored.row, at, { language, siteUrl, secret })}` : '',
    caseMessages(language).noAnswerNeeded,
  );
  return { language, mail: { to: email, subject: m.subject(reference, m.citizen[event.kind as keyof typeof m.citizen]), text, automatic: true } };
}

function toOfficer(letter: LetterRow, recorded: RecordedEvent, stored: LivingCase, surroundings: LetterSurroundings): Written | undefined {
  const { event } = recorded;
  const turn = reduce(stored.events).turns.find((candidate) => candidate.turn === letter.turn);
  if (!turn || !isLifeEvent(event)) return undefined;
  const language = receiverLanguage(turn, surroundings.register);
  const m = letterMessages(language);
  const { reference } = stored.row;
  const mine = handsOver(letter);
  const about = mine ? m.officer.handedOver : m.officer[event.kind as keyof typeof m.officer];
  if (!about) return undefined;
  const intro =
    event.kind === 'transferred' ? m.handedOver.transferred(holderName(stored.events, event.turn, language)) : mine ? m.handedOver.escalated : '';
  const text = paragraphs(
    intro,
    mine ? '' : tellEvent(event, stored.events, language),
    mine ? '' : quotedWords(event, stored),
    event.kind === 'escalated' && !mine ? m.stillMay : '',
    mine || event.kind === 'reminded' || event.kind === 'reopened' ? dueText(turn, stored, recorded, surroundings, language) : '',
    event.kind === 'withdrawn' ? '' : actText(turn, recorded, stored, surroundings, language),
    caseText(stored, language),
    mine ? dossier(stored, recorded, language) : '',
    m.reply(reference, surroundings.register.portal.name),
  );
  return { language, mail: { to: turn.holder.email, subject: m.subject(reference, about), text, automatic: !mine } };
}

function toOperator(letter: LetterRow, recorded: RecordedEvent, stored: LivingCase, surroundings: LetterSurroundings): Written {
  const { portal } = surroundings.register;
  const { event } = recorded;
  const language: Language = 'en';
  const m = letterMessages(language);
  const isEnd = event.kind === 'ladder-ended';
  const turn = reduce(stored.events).turns.find((candidate) => candidate.turn === (isEnd ? event.turn : letter.turn));
  const text = paragraphs(
    isEnd || !turn ? '' : m.undeliverable(turn.holder.name, turn.holder.email),
    isLifeEvent(event) ? tellEvent(event, stored.events, language) : '',
    turn ? `${m.operatorAct}\n${officerLink(stored.row, turn.turn, recorded.at, { ...surroundings, language })}` : '',
    caseText(stored, language),
    dossier(stored, recorded, language),
  );
  const about = isEnd ? m.operator['ladder-ended'] : m.operator.undeliverable;
  return { language, mail: { to: portal.operatorEmail, subject: m.subject(stored.row.reference, about), text, automatic: true } };
}

function receiverLanguage({ holder }: Turn, register: Register): Language {
  return mailLanguage(holder.kind === 'body' ? register.agencies.get(holder.agency)?.data.language : undefined);
}

function dueText(turn: Turn, stored: LivingCase, { at }: RecordedEvent, { register }: LetterSurroundings, language: Language): string {
  const state = reduce(stored.events);
  const { due } = deadlineOf(state, placeOf(register, state.agency), new Date(at), turn);
  return `${letterMessages(language).due(dayInWords(due, language))} ${tellTerm(turn.term, language)}`;
}

function actText(turn: Turn, { at }: RecordedEvent, stored: LivingCase, { siteUrl, secret }: LetterSurroundings, language: Language): string {
  const m = letterMessages(language);
  return `${m.act}\n${officerLink(stored.row, turn.turn, at, { language, siteUrl, secret })}\n${m.actUntil(dayInWords(linkExpiry(at), language))}`;
}

/** The whole history up to the event, with all that was written. */
function dossier(stored: LivingCase, until: RecordedEvent, language: Language): string {
  const lines = stored.events
    .filter(({ sequence, event }) => sequence <= until.sequence && isLifeEvent(event))
    .map(({ at, event }) => {
      const told = isLifeEvent(event) ? tellEvent(event, stored.events, language) : '';
      return paragraphs(`${at.slice(0, 16).replace('T', ' ')} UTC\n${told}`, quotedWords(event, stored));
    });
  return paragraphs(letterMessages(language).history, ...lines);
}

function quotedWords(event: RecordedEvent['event'], { words }: LivingCase): string {
  const text = 'words' in event && event.words ? words.get(event.words) : undefined;
  return text ? quoted(text) : '';
}
