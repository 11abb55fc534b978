import type { Register } from '../../register/register.ts';
import type { Resolution } from '../../schemas/cases/case.ts';
import type { CaseEvent, RecordedEvent } from '../../schemas/cases/event.ts';
import { paceOf, type Pace } from '../case/pace.ts';
import { deadlineOf, placeOf, type CasePlace } from '../routing/case-clock.ts';
import { reduce } from '../state/state.ts';
import { receivedEvent, type StoredCase } from '../store/case-records.ts';

/** Where a published request stands: how it ended, or whether its time has passed without an answer. */
export type PublicState = 'waiting' | 'overdue' | 'answered' | Exclude<Resolution, 'open'>;

/** What is public of a case beside the words: facts that its events tell, and nothing that anybody wrote. */
export interface PublicCase {
  agencyName: string;
  state: PublicState;
  /** ISO 8601, UTC. */
  askedAt: string;
  /** When something last happened that is shown. */
  lastAt: string;
  /** Last day (ISO 8601) for the answer, counted by the law; absent while no body has the request. */
  due?: string;
  pace?: Pace;
  /** Sections of the law that the last decision rests on, where the office cited some. */
  cited?: string[];
  timeZone: string;
  /** The whole history, which the sentences of events are made from. */
  history: RecordedEvent[];
  /** What is told of it, oldest first. */
  timeline: RecordedEvent[];
}

const answering = new Set<CaseEvent['kind']>(['answered', 'resolved']);
/** What offices and clock did, and that the asker opened it again or withdrew it. */
const shown = new Set<CaseEvent['kind']>([
  ...(['received', 'acknowledged', 'asked', 'answered', 'extended', 'transferred', 'resolved'] as const),
  ...(['urgency-refused', 'charge-asked', 'charge-paid'] as const),
  ...(['passed-on', 'reopened', 'withdrawn', 'escalated', 'ladder-ended'] as const),
]);

/** Works out what is public of a case. */
export function publicCase(stored: StoredCase, register: Register, now: Date): PublicCase {
  const { events } = stored;
  const place = placeOf(register, reduce(events).agency);
  const pace = paceOf(events, place, now);
  const due = dueOf(events, place, now);
  const decision = events.findLast(({ event }) => event.kind === 'resolved')?.event;
  const cited = decision?.kind === 'resolved' ? decision.law?.sections : undefined;
  const timeline = events.filter(({ event }) => shown.has(event.kind));
  return {
    agencyName: receivedEvent(stored).agencyName,
    state: stateOf(events, pace),
    askedAt: stored.row.received_at,
    lastAt: timeline.at(-1)?.at ?? stored.row.received_at,
    ...(due ? { due } : {}),
    ...(pace ? { pace } : {}),
    ...(cited ? { cited } : {}),
    timeZone: place.timeZone,
    history: events,
    timeline,
  };
}

/** Numbers of the events in which offices answered. */
export function answersIn(events: readonly RecordedEvent[]): RecordedEvent[] {
  return events.filter(({ event }) => answering.has(event.kind));
}

function stateOf(events: readonly RecordedEvent[], pace: Pace | undefined): PublicState {
  const { resolution } = reduce(events);
  if (resolution !== 'open') return resolution;
  if (pace?.kind === 'answered') return 'answered';
  return pace?.kind === 'over' || (pace?.kind === 'paused' && pace.due) ? 'overdue' : 'waiting';
}

/**
 * The day on which the decision was or is due that was asked for last: of a time that ended without one the first, else
 * as it was counted. Who reviews a refusal decides anew, and so does the office where the request was opened again.
 */
function dueOf(events: readonly RecordedEvent[], place: CasePlace, now: Date): string | undefined {
  const round = events.slice(events.findLastIndex(({ event }) => isAskedAnew(event)) + 1);
  const missed = round.find(({ event }) => 'due' in event && event.due && event.kind !== 'reminded')?.event;
  if (missed && 'due' in missed) return missed.due;
  const decided = round.find(({ event }) => event.kind === 'resolved');
  const before = decided ? events.filter(({ sequence }) => sequence < decided.sequence) : events;
  return deadlineOf(reduce(before), place, decided ? new Date(decided.at) : now)?.due;
}

function isAskedAnew(event: CaseEvent): boolean {
  return event.kind === 'reopened' || (event.kind === 'escalated' && event.reason === 'dissatisfied');
}
