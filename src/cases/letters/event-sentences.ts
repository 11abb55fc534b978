import type { Language } from '../../lib/locales.ts';
import type { CaseEvent, RecordedEvent } from '../../schemas/cases/event.ts';
import type { PassedRung, Receiver, Term } from '../../schemas/cases/route.ts';
import { date, duration } from '../../register/format.ts';
import type { Deadline } from '../routing/deadline.ts';
import { passedNames } from '../routing/reach.ts';
import { lifeMessages } from './life-messages.ts';
import { PORTAL_TERM } from '../routing/term.ts';
import { givenTo } from '../state/turns.ts';

/**
 * Kinds of event that tell of a mail or of the receipt; their sentences stand with the page and the mail that show
 * them.
 */
export type DeliveryEventKind = 'received' | 'forwarded' | 'acknowledgement-sent' | 'delivery-failed';
export type LifeEvent = Exclude<CaseEvent, { kind: DeliveryEventKind }>;

/** Says whether an event is one of the case's life, as told by `tellEvent`. */
export function isLifeEvent(event: CaseEvent): event is LifeEvent {
  return !['received', 'forwarded', 'acknowledgement-sent', 'delivery-failed'].includes(event.kind);
}

/** Gives what happened in a sentence that neither side need be kept from. `history` tells who had the case. */
export function tellEvent(event: LifeEvent, history: readonly RecordedEvent[], language: Language): string {
  const m = lifeMessages(language);
  const who = (turn: number): string => holderName(history, turn, language);
  // Whose time it was: not the operator's, who passed it on.
  const answers = (turn: number): string => passedOnTo(history, turn)?.agencyName ?? who(turn);
  switch (event.kind) {
    case 'acknowledged':
    case 'asked':
    case 'answered':
      return m[event.kind](who(event.turn));
    case 'extended':
      return m.extended(who(event.turn), event.days);
    case 'transferred':
      return joined(
        m.transferred(who(event.turn), event.agencyName, receiverName(event.route.receiver, language)),
        tellPassedOver(event.route.passedOver, language),
      );
    case 'passed-on':
      return m.passedOn[event.by](who(event.turn), event.agencyName, dayInWords(event.on, language));
    case 'resolved':
      return m.resolved(who(event.turn), event.outcome);
    case 'message':
      return event.words === '' && event.files ? m.sentFiles(event.files) : m.message;
    case 'identity-erased':
      return joined(m[event.kind], event.files ? m.filesErased(event.files) : '');
    case 'rated':
      return m.rated(event.score);
    case 'reminded':
      return m.reminded(answers(event.turn), dayInWords(event.due, language));
    case 'escalated': {
      const to = receiverName(event.to, language);
      const due = event.due && dayInWords(event.due, language);
      const told =
        event.reason === 'overdue' && due
          ? m.overdue(answers(event.from), due, to)
          : m.dissatisfied(answers(event.from), to);
      return joined(told, tellPassedOver(event.passedOver, language));
    }
    case 'ladder-ended': {
      const due = event.due && dayInWords(event.due, language);
      const first = history[0]?.event;
      if (first?.kind === 'received' && first.sealed) return m.endedSealed(who(event.turn), due);
      return joined(
        due ? m.endedOverdue(answers(event.turn), due) : m.endedDissatisfied(answers(event.turn)),
        tellPassedOver(event.passedOver, language),
      );
    }
    default:
      return m[event.kind];
  }
}

/** Gives the name of whoever had a turn. */
export function holderName(history: readonly RecordedEvent[], turn: number, language: Language): string {
  const receiver = givenTo(history, turn);
  return receiver ? receiverName(receiver, language) : '';
}

function passedOnTo(
  history: readonly RecordedEvent[],
  turn: number,
): Extract<CaseEvent, { kind: 'passed-on' }> | undefined {
  const events = history.map(({ event }) => event);
  return events.find(
    (event): event is Extract<CaseEvent, { kind: 'passed-on' }> => event.kind === 'passed-on' && event.turn === turn,
  );
}

/** Gives how long whoever has a case may take, and who says so. */
export function tellTerm(term: Term = PORTAL_TERM, language: Language): string {
  const m = lifeMessages(language).term;
  const length = duration(term.limit, language);
  const { agencyName = '', says = '' } = term;
  if (term.basis === 'portal') return m.portal(length);
  return term.basis === 'ladder' ? m.ladder(length, agencyName) : m[term.basis](length, agencyName, says);
}

/**
 * Gives how Sundays and public holidays were counted, and the stricter day where the law leaves it open; empty where it
 * made no difference.
 */
export function tellCounting({ countedBy, strictDue }: Deadline, language: Language): string {
  const m = lifeMessages(language).counting;
  if (!countedBy) return '';
  return strictDue ? m.open(countedBy, dayInWords(strictDue, language)) : m.certain(countedBy);
}

/** Gives a day (ISO 8601) in words: 12 March 2026. */
export function dayInWords(day: string, language: Language): string {
  return date(day, language);
}

function receiverName(receiver: Receiver, language: Language): string {
  return receiver.kind === 'operator' ? lifeMessages(language).operator(receiver.name) : receiver.name;
}

function tellPassedOver(rungs: PassedRung[], language: Language): string {
  const m = lifeMessages(language);
  if (rungs.length === 0) return '';
  const calls = rungs
    .filter(({ phones }) => phones.length > 0)
    .map(({ name, phones }) => m.callThem(name, phones.join(', ')));
  const { unknown, notProved, notReleased } = passedNames(rungs);
  return joined(
    unknown && m.passedOver.unknown(unknown),
    notProved && m.passedOver['not-proved'](notProved),
    notReleased && m.passedOver['not-released'](notReleased),
    ...calls,
  );
}

function joined(...sentences: string[]): string {
  return sentences.filter(Boolean).join(' ');
}
