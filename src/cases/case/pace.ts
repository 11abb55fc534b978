import { dayIn } from '../../deadlines/working-days.ts';
import type { Duration, DurationUnit } from '../../schemas/duration.ts';
import type { CaseEvent, RecordedEvent } from '../../schemas/cases/event.ts';
import { countedDeadline, deadlineOf, type CasePlace } from '../routing/case-clock.ts';
import { isOver, type Deadline } from '../../deadlines/deadline.ts';
import { PORTAL_TERM } from '../routing/term.ts';
import { currentTurn, hasClock, reduce, type CaseState, type Turn } from '../state/state.ts';

/** How an answer stands to the time that it may take. Counts are in the unit that is named. */
export type Pace =
  /** The time runs; 0 left: this is the last day. */
  | { kind: 'running'; left: number; unit: DurationUnit }
  /**
   * The clock stands while a question to the citizen is open, or by law a deposit. `due`: the last day (ISO 8601) of a first time that ended
   * before without an answer.
   */
  | { kind: 'paused'; due?: string }
  /** The time is over and nobody has answered; days of the calendar since the last day (ISO 8601) of the first time. */
  | { kind: 'over'; by: number; due: string }
  /** `at`: when it was answered (ISO 8601, UTC). */
  | { kind: 'answered'; at: string; taken: number; unit: DurationUnit; limit: Duration };

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** A request for information is answered by the decision on it: the law knows no answer that decides nothing. */
function answers(about: CaseState['about'], { kind }: CaseEvent): boolean {
  return kind === 'resolved' || (kind === 'answered' && about !== 'information-request');
}
/** After these somebody waits for an answer anew. */
const asking = new Set<CaseEvent['kind']>(['received', 'message', 'reopened', 'escalated', 'transferred']);

/**
 * Works out how the answer stands to its time: of an answer how long it took, else how much time is left or has passed.
 * A time that ended unanswered stays over when the next body has the case, but whoever asks the citizen waits for them.
 * Undefined where no time is set, or none runs yet.
 */
export function paceOf(events: readonly RecordedEvent[], place: CasePlace, now: Date): Pace | undefined {
  const state = reduce(events);
  if (!hasClock(state) || state.resolution === 'withdrawn') return undefined;
  const asked = events.findLastIndex(({ event }) => asking.has(event.kind));
  const answer = events.slice(asked).find(({ event }) => answers(state.about, event));
  const waitsForCitizen = state.asked !== undefined && !state.asked.clockRuns;
  if (answer && !waitsForCitizen) return answeredPace(events, answer, place);
  const due = firstDue(events, state.about);
  if (waitsForCitizen || state.charge?.clockStands) return { kind: 'paused', ...(due ? { due } : {}) };
  if (due) return over(due, dayIn(place.timeZone, now));
  const deadline = state.ladderEnded ? undefined : deadlineOf(state, place, now);
  if (!deadline) return undefined;
  const today = dayIn(place.timeZone, now);
  return isOver(deadline, now, place.timeZone)
    ? over(deadline.due, today)
    : { kind: 'running', ...left(deadline, currentTurn(state), { now, today }) };
}

/** The last day of the first time that ended without a word since somebody answered last. */
function firstDue(events: readonly RecordedEvent[], about: CaseState['about']): string | undefined {
  const heard = events.findLastIndex(({ event }) => answers(about, event) || event.kind === 'reopened');
  for (const { event } of events.slice(heard + 1)) {
    if (event.kind === 'escalated' && event.reason === 'overdue' && event.due) return event.due;
    if (event.kind === 'ladder-ended' && event.due) return event.due;
  }
  return undefined;
}

function over(due: string, today: string): Pace {
  return { kind: 'over', by: Math.max(1, Math.round((Date.parse(today) - Date.parse(due)) / DAY_MS)), due };
}

function left(
  { dueAt, days }: Deadline,
  turn: Turn,
  { now, today }: { now: Date; today: string },
): { left: number; unit: DurationUnit } {
  if (dueAt) return { left: Math.ceil((Date.parse(dueAt) - now.getTime()) / HOUR_MS), unit: 'hours' };
  return {
    left: days.filter(({ day, reason }) => day > today && reason === 'counted').length,
    unit: countedIn(turn),
  };
}

function answeredPace(
  events: readonly RecordedEvent[],
  { sequence, at, event }: RecordedEvent,
  place: CasePlace,
): Pace | undefined {
  const before = reduce(events.filter((earlier) => earlier.sequence < sequence));
  const turn =
    before.turns.find((candidate) => 'turn' in event && candidate.turn === event.turn) ?? currentTurn(before);
  const { startedAt, extension } = turn.clock;
  if (startedAt === undefined) return undefined;
  const { limit } = turn.term ?? PORTAL_TERM;
  const whole: Duration = { ...limit, max: (limit.max ?? 0) + extension };
  if (limit.unit === 'hours' || limit.unit === 'minutes')
    return { kind: 'answered', at, taken: hoursBetween(startedAt, at), unit: 'hours', limit: whole };
  return { kind: 'answered', at, taken: daysTaken(turn, at, place), unit: countedIn(turn), limit: whole };
}

/** Counts as the deadline is counted, for as long as it took. */
function daysTaken(turn: Turn, at: string, place: CasePlace): number {
  const end = dayIn(place.timeZone, at);
  const span = Math.ceil((Date.parse(at) - Date.parse(turn.clock.startedAt ?? at)) / DAY_MS) + 1;
  const clock = { ...turn.clock, extension: turn.clock.extension + Math.max(0, span) };
  const deadline = countedDeadline(place, new Date(at), { ...turn, clock });
  return deadline?.days.findLast(({ day }) => day <= end)?.count ?? 0;
}

function hoursBetween(from: string, to: string): number {
  return Math.max(1, Math.ceil((Date.parse(to) - Date.parse(from)) / HOUR_MS));
}

/** All that is no working days is counted in days of the calendar. */
function countedIn({ term = PORTAL_TERM }: Turn): DurationUnit {
  return term.limit.unit === 'working-days' ? 'working-days' : 'days';
}
