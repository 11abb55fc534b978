import type { Language } from '../../lib/locales.ts';
import type { Register } from '../../register/register.ts';
import { deadlineOf, placeOf } from './case-clock.ts';
import { letterMessages } from './letter-messages.ts';
import { currentTurn, hasClock, reduce, type Turn } from './state.ts';
import type { LivingCase } from './store/life-records.ts';
import { dayInWords, tellCounting, tellTerm } from './tell.ts';

export interface DueSource {
  stored: LivingCase;
  register: Register;
  language: Language;
}

/** Gives until when an answer is due from whoever has a turn, and who says so. `at`: when it is told (ISO 8601, UTC). */
export function dueText(turn: Turn, at: string, { stored, register, language }: DueSource): string {
  const state = reduce(stored.events);
  const deadline = deadlineOf(state, placeOf(register, state.agency), new Date(at), turn);
  const sentences = [
    letterMessages(language).due(dayInWords(deadline.due, language)),
    tellTerm(turn.term, language),
    tellCounting(deadline, language),
  ];
  return sentences.filter(Boolean).join(' ');
}

/** Gives the same for a case as it was received; empty where no answer is due. */
export function firstDueText(source: DueSource): string {
  const state = reduce(source.stored.events.slice(0, 1));
  return hasClock(state) ? dueText(currentTurn(state), source.stored.row.received_at, source) : '';
}
