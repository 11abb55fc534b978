import type { Language } from '../../lib/locales.ts';
import type { Register } from '../../register/register.ts';
import type { StoredCase } from '../store/case-records.ts';
import { deadlineOf, placeOf } from '../routing/case-clock.ts';
import { duration } from '../../register/format.ts';
import type { Term } from '../../schemas/cases/route.ts';
import { awaitedBy, handoverTargets, type Awaited } from '../routing/handover.ts';
import { texts } from '../../texts/texts.ts';
import { pageTexts } from '../../texts/texts.ts';
import { currentTurn, hasClock, reduce, type Turn } from '../state/state.ts';
import type { LivingCase } from '../store/life-records.ts';
import { dueInWords, countingSentence, termSentence } from './event-sentences.ts';
import { PORTAL_TERM } from '../routing/term.ts';

export interface DueSource {
  stored: LivingCase;
  register: Register;
  language: Language;
  now: Date;
}

/**
 * Until when an answer is due from whoever has a turn, and who says so. `at`: when it is told (ISO 8601, UTC).
 * Whoever reads it has the case by that: where the clock has not started it is reckoned from there. The operator is
 * asked to pass it on.
 */
export function dueText(turn: Turn, at: string, source: DueSource): string {
  const { stored, register, language } = source;
  const state = reduce(stored.events);
  if (turn.clock.startedAt === undefined && turn.holder.kind === 'operator') return passOnText(turn, source);
  const running = { ...turn, clock: { ...turn.clock, startedAt: turn.clock.startedAt ?? at } };
  const place = placeOf(register, state.agency);
  const deadline = deadlineOf(state, place, new Date(at), running);
  if (!deadline) return '';
  const sentences = [
    texts('letters', language).due({ day: dueInWords(deadline, place.timeZone, language) }),
    termSentence(turn.term, language),
    countingSentence(deadline, language),
  ];
  return sentences.filter(Boolean).join(' ');
}

/** The same for the mail that brings a case to its first receiver; empty where no answer is due. */
export function firstDueText(source: DueSource): string {
  const state = reduce(source.stored.events.slice(0, 1));
  return hasClock(state)
    ? dueText(currentTurn(state), source.now.toISOString(), source)
    : passOnText(currentTurn(state), source);
}

/**
 * Asks the operator to bring a case to the body it is meant for, and to say when it is there; empty where it is the
 * operator's own.
 */
export function passOnText(turn: Turn, { stored, register, language }: Omit<DueSource, 'now'>): string {
  const state = reduce(stored.events);
  const [target] = handoverTargets(register, stored, state, turn);
  if (!target || state.about === 'wrong-content') return '';
  const m = texts('letters', language);
  return hasClock(state)
    ? `${m.passOn({ name: target.name })} ${startSentence(target.name, target.term, language)} ${termSentence(target.term, language)} ${m.sayWhen}`
    : `${m.passOn({ name: target.name })} ${m.sayWhen}`;
}

/**
 * Tells the citizen of a case as it was received when an answer can be expected: no day, because nobody has it yet.
 * Empty where no answer is due.
 */
export function firstStartText({
  stored,
  register,
  language,
}: Omit<DueSource, 'now' | 'stored'> & { stored: StoredCase }): string {
  const state = reduce(stored.events.slice(0, 1));
  const awaited = awaitedBy(register, stored, state);
  return awaited ? awaitedSentence(awaited, language) : '';
}

/** When the time of a body starts, without a day: it has not got the case yet. */
export function awaitedSentence({ name, term, byHand }: Awaited, language: Language): string {
  const m = pageTexts('case-events', language);
  const { limit } = term ?? PORTAL_TERM;
  return `${byHand ? m.notYetWith({ name, length: duration(limit, language), count: limit.max ?? 0 }) : startSentence(name, term, language)} ${termSentence(term, language)}`;
}

function startSentence(name: string, term: Term = PORTAL_TERM, language: Language): string {
  return pageTexts('case-events', language).starts({
    name,
    length: duration(term.limit, language),
    count: term.limit.max ?? 0,
  });
}
