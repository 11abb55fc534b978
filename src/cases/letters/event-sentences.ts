import type { Language } from '../../lib/locales.ts';
import type { CaseEvent, CitedLaw, RecordedEvent } from '../../schemas/cases/event.ts';
import type { PassedRung, Receiver, Term } from '../../schemas/cases/route.ts';
import { date, duration, money } from '../../register/format.ts';
import type { Deadline } from '../../deadlines/deadline.ts';
import type { MovedDeadline } from '../routing/case-clock.ts';
import { passedNames } from '../routing/reach.ts';
import type { Texts } from '../../texts/shape.ts';
import { pageTexts } from '../../texts/texts.ts';
import { PORTAL_TERM, sectionName } from '../routing/term.ts';
import { givenTo } from '../state/turns.ts';

/**
 * Kinds of event that tell of a mail or of the receipt; their sentences stand with the page and the mail that show
 * them.
 */
export type DeliveryEventKind = 'received' | 'forwarded' | 'acknowledgement-sent' | 'delivery-failed';
export type LifeEvent = Exclude<CaseEvent, { kind: DeliveryEventKind }>;

/** Says whether an event is one of the case's life, as told by `eventSentence`. */
export function isLifeEvent(event: CaseEvent): event is LifeEvent {
  return !['received', 'forwarded', 'acknowledgement-sent', 'delivery-failed'].includes(event.kind);
}

/** What happened in a sentence that neither side need be kept from. `history` tells who had the case. */
export function eventSentence(event: LifeEvent, history: readonly RecordedEvent[], language: Language): string {
  const m = pageTexts('case-events', language);
  const who = (turn: number): string => holderName(history, turn, language);
  // Whose time it was: not the operator's, who passed it on.
  const answers = (turn: number): string => passedOnTo(history, turn)?.agencyName ?? who(turn);
  switch (event.kind) {
    case 'acknowledged':
    case 'charge-paid':
      return m[event.kind]({ who: who(event.turn) });
    case 'answered':
      return isRequest(history) ? m.answeredRequest({ who: who(event.turn) }) : m.answered({ who: who(event.turn) });
    case 'asked':
      return event.clock === 'runs' ? m.askedClockRuns({ who: who(event.turn) }) : m.asked({ who: who(event.turn) });
    case 'extended':
      return extendedText(event, who(event.turn), m);
    case 'urgency-refused':
      return m['urgency-refused']({ who: who(event.turn), length: duration(event.term.limit, language) });
    case 'charge-asked':
      return joined(
        m.charge[event.what]({ who: who(event.turn), sum: money(event.amount, event.currency) }),
        m.charge[event.clock],
      );
    case 'transferred':
      return joined(
        transferText(who(event.turn), event.agencyName, receiverName(event.route.receiver, language), m),
        event.clock ? m.transferClock[event.clock] : '',
        passedOverSentence(event.route.passedOver, language),
      );
    case 'passed-on':
      return passedOnText(event, who(event.turn), language);
    case 'resolved':
      return joined(
        m.resolved[event.outcome]({ who: who(event.turn) }),
        event.law ? m.citing({ law: lawSections(event.law, m) }) : '',
      );
    case 'message':
      return event.words === '' && event.files ? m.sentFiles({ count: event.files }) : m.message;
    case 'identity-erased':
      return joined(m[event.kind], event.files ? m.filesErased({ count: event.files }) : '');
    case 'published':
      return event.rewritten ? m.publishedRewritten : m.published;
    case 'rated':
      return m.rated({ score: event.score });
    case 'reminded':
      return m.reminded({ who: answers(event.turn), due: dayInWords(event.due, language) });
    case 'escalated': {
      const to = receiverName(event.to, language);
      const due = event.due && dayInWords(event.due, language);
      // Of a request for information the next body reviews the refusal, or the silence that counts as one.
      const overdue = isRequest(history) ? m.overdueReview : m.overdue;
      const dissatisfied = isRequest(history) ? m.dissatisfiedReview : m.dissatisfied;
      const told =
        event.reason === 'overdue' && due
          ? overdue({ who: answers(event.from), due, to })
          : dissatisfied({ who: answers(event.from), to });
      return joined(told, passedOverSentence(event.passedOver, language));
    }
    case 'ladder-ended': {
      const due = event.due && dayInWords(event.due, language);
      const first = history[0]?.event;
      if (first?.kind === 'received' && first.sealed)
        return due ? m.endedSealedOverdue({ who: who(event.turn), due }) : m.endedSealed({ who: who(event.turn) });
      if (due && event.door)
        return joined(
          m.endedByDoor[event.door]({ who: answers(event.turn), due }),
          passedOverSentence(event.passedOver, language),
        );
      return joined(
        due ? m.endedOverdue({ who: answers(event.turn), due }) : m.endedDissatisfied({ who: answers(event.turn) }),
        passedOverSentence(event.passedOver, language),
      );
    }
    default:
      return m[event.kind];
  }
}

type EventTexts = Texts['case-events'];

function isRequest([first]: readonly RecordedEvent[]): boolean {
  return first?.event.kind === 'received' && first.event.about === 'information-request';
}

function extendedText(
  { days, law, ground }: Extract<CaseEvent, { kind: 'extended' }>,
  who: string,
  m: EventTexts,
): string {
  if (!law) return m.extended({ who, days });
  return joined(
    m.extendedByLaw({ who, days, law: lawSections(law, m) }),
    ground ? m.onGround({ ground: ground.replace(/\.$/, '') }) : '',
  );
}

/** "Access to Information Act, 2016, s.6(1)(d), s.6(1)(e)". */
function lawSections({ name, sections }: CitedLaw, m: EventTexts): string {
  return m.lawSections({ law: name, sections: sections.map((section) => sectionName(section)).join(', ') });
}

function transferText(who: string, to: string, receiver: string, m: EventTexts): string {
  return to === receiver ? m.transferred({ who, to }) : m.transferredVia({ who, to, receiver });
}

function passedOnText(event: Extract<CaseEvent, { kind: 'passed-on' }>, who: string, language: Language): string {
  const m = pageTexts('case-events', language).passedOn;
  const facts = { to: event.agencyName, day: dayInWords(event.on, language) };
  return event.by === 'operator' ? m.operator({ who, ...facts }) : m.citizen(facts);
}

/** The name of whoever had a turn. */
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

/** How long whoever has a case may take, and who says so. */
export function termSentence(term: Term = PORTAL_TERM, language: Language): string {
  const m = pageTexts('case-events', language).term;
  const length = duration(term.limit, language);
  const { agencyName = '', says = '' } = term;
  if (term.basis === 'portal') return m.portal({ length });
  if (term.basis === 'ladder') return m.ladder({ length, agency: agencyName });
  return term.basis === 'law'
    ? m.law({ length, agency: agencyName, law: says })
    : m[term.basis]({ length, agency: agencyName, says });
}

/**
 * How Sundays and public holidays were counted, and the stricter day where the law leaves it open; empty where it
 * made no difference.
 */
export function countingSentence({ countedBy, due, earliest, open }: Deadline, language: Language): string {
  const m = pageTexts('case-events', language).counting;
  if (open.includes('transfer') && earliest < due) return m.transfer({ strictDay: dayInWords(earliest, language) });
  if (!countedBy) return '';
  return earliest < due
    ? m.open({ law: countedBy, strictDay: dayInWords(earliest, language) })
    : m.certain({ law: countedBy });
}

/** When an answer is due: the day, and of a time in hours the instant too, in the time of the country. */
export function dueInWords({ due, dueAt }: Deadline, timeZone: string, language: Language): string {
  return dueAt ? instantInWords(dueAt, language, timeZone) : dayInWords(due, language);
}

/** An instant in words, in the time of the country: "10 March 2026, 12:00 GMT+3". */
export function instantInWords(iso: string, language: Language, timeZone: string): string {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  });
  return format.format(new Date(iso));
}

/** Which holidays were declared since, and how they moved the last day. */
export function movedSentence({ by, from, to }: MovedDeadline, language: Language): string {
  const m = pageTexts('case-events', language).counting;
  const declared = by.map(({ date: day, name, declaredOn }) =>
    m.declared({ day: dayInWords(day, language), name, on: dayInWords(declaredOn, language) }),
  );
  return joined(...declared, m.moved({ from: dayInWords(from, language), to: dayInWords(to, language) }));
}

/** A day (ISO 8601) in words: 12 March 2026. */
export function dayInWords(day: string, language: Language): string {
  return date(day, language);
}

function receiverName(receiver: Receiver, language: Language): string {
  return receiver.kind === 'operator'
    ? pageTexts('case-events', language).operator({ name: receiver.name })
    : receiver.name;
}

function passedOverSentence(rungs: PassedRung[], language: Language): string {
  const m = pageTexts('case-events', language);
  if (rungs.length === 0) return '';
  const calls = rungs
    .filter(({ phones }) => phones.length > 0)
    .map(({ name, phones }) => m.callThem({ name, phones: phones.join(', ') }));
  const { unknown, notProved, notReleased } = passedNames(rungs);
  return joined(
    unknown && m.passedOver.unknown({ names: unknown }),
    notProved && m.passedOver['not-proved']({ names: notProved }),
    notReleased && m.passedOver['not-released']({ names: notReleased }),
    ...calls,
  );
}

function joined(...sentences: string[]): string {
  return sentences.filter(Boolean).join(' ');
}
