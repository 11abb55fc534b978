import type { CaseKind, DeliveryState, Resolution } from '../../schemas/cases/case.ts';
import type { CaseEvent, RecordedEvent } from '../../schemas/cases/event.ts';
import type { Receiver, Term } from '../../schemas/cases/route.ts';
import { lawActs, type LawAct } from './law-acts.ts';
import { afterEvent, isOfPublication, type Publication } from './publication.ts';

/**
 * One run of the clock: it starts anew with each turn, each answer that does not close the case, and each reopening.
 */
export interface Clock {
  /** ISO 8601, UTC. Absent until whoever has to answer has the case: no time runs before that. */
  startedAt?: string;
  /** Times during which a question to the citizen, or a charge by the law, stood open (ISO 8601, UTC). */
  pauses: { for: 'question' | 'charge'; from: string; until?: string }[];
  /** Days added by an extension, in the unit of the term. */
  extension: number;
  remindedAt?: string;
}

/** The case in somebody's hands. */
export interface Turn {
  /** Number of the event that gave it to them. */
  turn: number;
  holder: Receiver;
  term: Term | undefined;
  via: 'received' | 'transferred' | 'escalated';
  since: string;
  delivery: DeliveryState;
  /** When the body itself first had it (ISO 8601, UTC). */
  arrivedAt?: string;
  /**
   * The body that the operator passed it on to, or the citizen handed it to, and the day (ISO 8601) on which it was
   * received there.
   */
  passedOn?: { agency: string; name: string; on: string };
  /**
   * They may act. A body that let the time pass still may, beside the one above it; one that passed the case on may
   * not.
   */
  open: boolean;
  acknowledgedAt?: string;
  answeredAt?: string;
  extended: boolean;
  clock: Clock;
}

/** Where a case stands. Everything in it is read from the events; overdue is reckoned, never stored. */
export interface CaseState {
  /** Number of events that change where it stands; an action names the one it was decided on. */
  version: number;
  about: CaseKind;
  /** Its words are encrypted for whoever received it first. */
  sealed: boolean;
  /** The agency that answers for it: the one complained of, or the one it was transferred to. */
  agency: string;
  turns: Turn[];
  resolution: Resolution;
  closedAt?: string;
  /** Turn that holds an open question to the citizen; by some laws the time runs on meanwhile. */
  asked?: { turn: number; at: string; clockRuns: boolean };
  /** Sent as urgent under a law that sets a shorter time for that, and taken as that so far. */
  urgent: boolean;
  /** Money that waits to be paid. */
  charge?: { turn: number; what: 'deposit' | 'fee'; clockStands: boolean };
  /** What the information law reckons with, in order of time; empty for all but requests under it. */
  acts: LawAct[];
  rating?: number;
  transfers: number;
  reopenings: number;
  ladderEnded: boolean;
  /** Addresses of bodies that have had the case, so that no rung gets it twice. */
  tried: string[];
  /** Agencies that have passed it on, so that it cannot be sent round in a circle. */
  passedOn: string[];
  citizenEvents: number;
  publication: Publication;
  lastAt: string;
}

/**
 * Works out where a case stands from all that happened to it. Throws where the history does not begin with its receipt.
 */
export function reduce(events: readonly RecordedEvent[]): CaseState {
  const [first, ...rest] = events;
  if (first?.event.kind !== 'received') throw new Error('A case begins with its receipt.');
  const { about = 'complaint', agency, route, sealed = false, urgent = false, publish = false } = first.event;
  const start: CaseState = {
    version: 1,
    about,
    sealed,
    agency,
    turns: [newTurn(first, 'received', route.receiver, route.term)],
    resolution: 'open',
    urgent,
    acts: [],
    transfers: 0,
    reopenings: 0,
    ladderEnded: false,
    tried: addressOf(route.receiver),
    passedOn: [],
    citizenEvents: 0,
    publication: { allowed: publish, refused: false },
    lastAt: first.at,
  };
  return rest.reduce(apply, start);
}

/**
 * Says whether somebody has to answer in time: nobody has to answer praise, and wrong content is the portal's own
 * matter.
 */
export function hasClock({ about }: Pick<CaseState, 'about'>): boolean {
  return about !== 'compliment' && about !== 'suggestion' && about !== 'wrong-content';
}

/**
 * Says whether a case still has to be brought to the body that is to answer it: the operator has it in that body's
 * place. Wrong content is the operator's own matter.
 */
export function waitsForHandover({ about, resolution }: Pick<CaseState, 'about' | 'resolution'>, turn: Turn): boolean {
  return resolution === 'open' && about !== 'wrong-content' && turn.holder.kind === 'operator' && !turn.passedOn;
}

/**
 * Says whether a printed letter may be brought to a body that mail reaches as well: some offices heed only what bears
 * their stamp. Once for each body, and only of requests for information.
 */
export function mayBeBrought({ about, resolution }: Pick<CaseState, 'about' | 'resolution'>, turn: Turn): boolean {
  if (about !== 'information-request' || resolution !== 'open') return false;
  return turn.holder.kind === 'body' && turn.via !== 'escalated' && !turn.passedOn;
}

/** Says whether the time of a turn is one that an information law sets. */
export function isByLaw({ term }: Pick<Turn, 'term'>): boolean {
  return term?.basis === 'law';
}

/** The turn that the clock runs for: the newest. */
export function currentTurn(state: CaseState): Turn {
  const turn = state.turns.at(-1);
  if (!turn) throw new Error('A case is always in somebody’s hands.');
  return turn;
}

/** Kinds that tell of mail only; they come at any time and leave the case where it stands. */
const deliveryKinds = new Set<CaseEvent['kind']>([
  'forwarded',
  'acknowledgement-sent',
  'delivery-failed',
  'identity-erased',
]);

/** The state after one more event. Pure: the old state stays as it was. */
export function apply(state: CaseState, recorded: RecordedEvent): CaseState {
  const { event, at } = recorded;
  if (deliveryKinds.has(event.kind)) return applyDelivery(state, recorded);
  // Whether it is published changes nothing in where the case stands.
  if (isOfPublication(event)) {
    const isCitizens = event.kind === 'publication-allowed';
    const publication = afterEvent(event);
    return { ...state, publication, citizenEvents: state.citizenEvents + (isCitizens ? 1 : 0) };
  }
  const next: CaseState = {
    ...state,
    version: state.version + 1,
    lastAt: at,
    acts: [...state.acts, ...lawActs(state, event, at)],
  };
  switch (event.kind) {
    case 'acknowledged':
      return withTurn(next, event.turn, acknowledgedBy(at));
    case 'asked':
      return asked(withTurn(next, event.turn, acknowledgedBy(at)), event, at);
    case 'answered':
      return withTurn(endQuestion(next, at), event.turn, (turn) => ({
        ...acknowledgedBy(at)(turn),
        answeredAt: at,
        // Only the decision ends the time that a law gives.
        clock: isByLaw(turn) ? acknowledgedBy(at)(turn).clock : begunAnew(acknowledgedBy(at)(turn), at),
      }));
    case 'extended':
      return withTurn(next, event.turn, (turn) => ({
        ...turn,
        extended: true,
        clock: { ...turn.clock, extension: turn.clock.extension + event.days },
      }));
    case 'urgency-refused':
      return {
        ...withTurn(next, event.turn, (turn) => ({ ...acknowledgedBy(at)(turn), term: event.term })),
        urgent: false,
      };
    case 'charge-asked':
      return charged(withTurn(next, event.turn, acknowledgedBy(at)), event, at);
    case 'charge-paid':
      return paid(withTurn(next, event.turn, acknowledgedBy(at)), at);
    case 'transferred':
      return transferred(next, recorded, event);
    case 'passed-on':
      return withTurn(next, event.turn, (turn) => passedOn(turn, event));
    case 'resolved':
      return {
        ...withTurn(endQuestion(next, at), event.turn, acknowledgedBy(at)),
        resolution: event.outcome,
        closedAt: at,
      };
    case 'message':
      return { ...endQuestion(next, at), citizenEvents: state.citizenEvents + 1 };
    case 'reopened':
      return reopened({ ...next, reopenings: state.reopenings + 1, citizenEvents: state.citizenEvents + 1 }, at);
    case 'withdrawn':
      return { ...endQuestion(next, at), resolution: 'withdrawn', closedAt: at };
    case 'rated':
      return { ...next, rating: event.score };
    case 'reminded':
      return withTurn(next, event.turn, (turn) => ({ ...turn, clock: { ...turn.clock, remindedAt: at } }));
    case 'escalated':
      return takenBy(reopenedIfClosed(endQuestion(next, at)), newTurn(recorded, 'escalated', event.to, event.term));
    case 'ladder-ended':
      return { ...next, ladderEnded: true };
    default:
      return next;
  }
}

function newTurn({ sequence, at }: RecordedEvent, via: Turn['via'], holder: Receiver, term: Term | undefined): Turn {
  return {
    turn: sequence,
    holder,
    term,
    via,
    since: at,
    delivery: 'waiting',
    open: true,
    extended: false,
    clock: { pauses: [], extension: 0 },
  };
}

function newClock(startedAt: string): Clock {
  return { startedAt, pauses: [], extension: 0 };
}

function withTurn(state: CaseState, number: number, change: (turn: Turn) => Turn): CaseState {
  return { ...state, turns: state.turns.map((turn) => (turn.turn === number ? change(turn) : turn)) };
}

function withCurrent(state: CaseState, change: (turn: Turn) => Turn): CaseState {
  return withTurn(state, currentTurn(state).turn, change);
}

/** Whoever acts has taken note, said or not; and a body that acts has the case, whatever became of the mail. */
function acknowledgedBy(at: string): (turn: Turn) => Turn {
  return (turn) => ({
    ...(turn.holder.kind === 'body' ? arrived(turn, at) : turn),
    acknowledgedAt: turn.acknowledgedAt ?? at,
  });
}

/** The time of a body runs from the moment at which it has the case. */
function arrived(turn: Turn, at: string): Turn {
  return turn.clock.startedAt === undefined
    ? { ...turn, arrivedAt: turn.arrivedAt ?? at, clock: { ...turn.clock, startedAt: at } }
    : turn;
}

/** A clock that has not started because nobody who has to answer has the case goes on standing. */
function begunAnew({ clock }: Turn, at: string): Clock {
  return clock.startedAt === undefined ? clock : newClock(at);
}

/**
 * Of a day only the day is known: its noon (UTC) is the same day wherever people live but at the edge of the date line.
 * Where a mail had reached the body before, its time runs from the mail: the same request in writing is none of its own.
 */
function passedOn(
  { clock, ...turn }: Turn,
  { agency, agencyName, on, term }: Extract<CaseEvent, { kind: 'passed-on' }>,
): Turn {
  const at = `${on}T12:00:00.000Z`;
  return {
    ...turn,
    term,
    delivery: 'delivered',
    passedOn: { agency, name: agencyName, on },
    arrivedAt: turn.arrivedAt !== undefined && turn.arrivedAt < at ? turn.arrivedAt : at,
    clock: { ...clock, startedAt: clock.startedAt !== undefined && clock.startedAt < at ? clock.startedAt : at },
  };
}

function asked(state: CaseState, { turn, clock }: Extract<CaseEvent, { kind: 'asked' }>, at: string): CaseState {
  const clockRuns = clock === 'runs';
  return { ...(clockRuns ? state : pause(state, 'question', at)), asked: { turn, at, clockRuns } };
}

function charged(
  state: CaseState,
  { turn, what, clock }: Extract<CaseEvent, { kind: 'charge-asked' }>,
  at: string,
): CaseState {
  const clockStands = clock === 'stands';
  return { ...(clockStands ? pause(state, 'charge', at) : state), charge: { turn, what, clockStands } };
}

function paid({ charge: _, ...state }: CaseState, at: string): CaseState {
  return withCurrent(state, (turn) => goneOn(turn, 'charge', at));
}

function pause(state: CaseState, why: Clock['pauses'][number]['for'], at: string): CaseState {
  return withCurrent(state, (turn) => ({
    ...turn,
    clock: { ...turn.clock, pauses: [...turn.clock.pauses, { for: why, from: at }] },
  }));
}

function goneOn(turn: Turn, why: Clock['pauses'][number]['for'], at: string): Turn {
  const pauses = turn.clock.pauses.map((span) => (span.until || span.for !== why ? span : { ...span, until: at }));
  return { ...turn, clock: { ...turn.clock, pauses } };
}

function endQuestion({ asked, ...state }: CaseState, at: string): CaseState {
  if (!asked) return state;
  return withCurrent(state, (turn) => goneOn(turn, 'question', at));
}

function takenBy(state: CaseState, turn: Turn): CaseState {
  return {
    ...state,
    turns: [...state.turns, turn],
    tried: [...state.tried, ...addressOf(turn.holder)],
    ladderEnded: false,
  };
}

function transferred(
  state: CaseState,
  recorded: RecordedEvent,
  event: Extract<CaseEvent, { kind: 'transferred' }>,
): CaseState {
  // What the first body wanted to be paid is for nobody any more.
  const given = withTurn(paid(endQuestion(state, recorded.at), recorded.at), event.turn, (turn) => ({
    ...acknowledgedBy(recorded.at)(turn),
    open: false,
  }));
  const { holder } = state.turns.find((turn) => turn.turn === event.turn) ?? currentTurn(state);
  return takenBy(
    {
      ...given,
      agency: event.agency,
      transfers: state.transfers + 1,
      passedOn: [...state.passedOn, state.agency, ...(holder.kind === 'body' ? [holder.agency] : [])],
    },
    newTurn(recorded, 'transferred', event.route.receiver, event.route.term),
  );
}

function reopened(state: CaseState, at: string): CaseState {
  return withCurrent(reopenedIfClosed(state), ({ answeredAt: _, ...turn }) => ({
    ...turn,
    extended: false,
    clock: begunAnew(turn, at),
  }));
}

function reopenedIfClosed({ closedAt: _, ...state }: CaseState): CaseState {
  return { ...state, resolution: 'open' };
}

/** The event of the first mail names no turn: it is the one the case began with. */
function applyDelivery(state: CaseState, { event, at }: RecordedEvent): CaseState {
  if (event.kind === 'forwarded') {
    const { to } = event;
    const isOperators = state.about === 'wrong-content';
    const delivered = withTurn(state, event.turn ?? 1, (turn) => forwardedTo(turn, { to, at, isOperators }));
    return { ...delivered, tried: [...new Set([...state.tried, ...addressOf(to)])] };
  }
  if (event.kind !== 'delivery-failed' || event.to !== 'receiver') return state;
  const { turn: number = 1, tells = number } = event;
  // A letter that fails later does not take away what has arrived.
  return tells === number ? withTurn(state, number, (turn) => cameBack(turn)) : state;
}

/** A body that never got the mail has no time running, unless it was seen to have the case. */
function cameBack(turn: Turn): Turn {
  if (turn.acknowledgedAt ?? turn.passedOn) return { ...turn, delivery: 'failed' };
  return withoutArrival(turn);
}

function withoutArrival({ arrivedAt: _, clock, ...turn }: Turn): Turn {
  return { ...turn, delivery: 'failed', clock: { pauses: clock.pauses, extension: clock.extension } };
}

/**
 * What a body's mail server would not take is with the operator, who passes it on, until another address of that body
 * has it.
 */
function forwardedTo(turn: Turn, { to, at, isOperators }: { to: Receiver; at: string; isOperators: boolean }): Turn {
  if (to.kind === 'body') return arrived({ ...turn, holder: to, delivery: 'delivered' }, at);
  if (turn.delivery === 'delivered') return turn;
  if (turn.delivery === 'failed') return { ...turn, holder: to };
  return { ...turn, holder: to, delivery: isOperators ? 'delivered' : 'with-operator' };
}

function addressOf(receiver: Receiver): string[] {
  return receiver.kind === 'body' ? [receiver.email.toLowerCase()] : [];
}
