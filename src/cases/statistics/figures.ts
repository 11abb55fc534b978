import { dayIn } from '../../deadlines/working-days.ts';
import type { CaseEnding, CaseKind } from '../../schemas/cases/case.ts';
import type { RecordedEvent } from '../../schemas/cases/event.ts';
import { explainDeadline, isOver } from '../../deadlines/deadline.ts';
import { deadlineOf, type CasePlace } from '../routing/case-clock.ts';
import { apply, currentTurn, hasClock, reduce, type CaseState } from '../state/state.ts';

/** Figures below this are not told: too few cases could be traced to the people in them. */
export const SMALL_COUNT = 5;

/** A figure, or nothing where it would tell of fewer than `SMALL_COUNT` cases. */
export type Figure = number | null;

/** What became of the cases of an agency, of one of its services, or of one kind, that were received in a period. */
export interface CaseFigures {
  received: Figure;
  /** Somebody confirmed it, asked, answered, passed it on or closed it. */
  acknowledged: Figure;
  answered: Figure;
  resolved: Figure;
  /** Answered while the first clock ran. */
  inTime: Figure;
  /** The time passed without a word: counted, not left out. */
  silence: Figure;
  /**
   * Working days from the day on which the office had it to the first answer: half of the answered took no longer, and
   * nine in ten.
   */
  medianDays: Figure;
  p90Days: Figure;
  /** Mean score from 1 to 5. */
  satisfaction: Figure;
  rated: Figure;
}

/** The bare history of a case, and where its days are reckoned. */
export interface CaseHistory {
  events: readonly RecordedEvent[];
  place: CasePlace;
}

/** What one case comes to. */
export interface CaseOutcome {
  about: CaseKind;
  agency: string;
  service?: string;
  /** ISO 8601, UTC. */
  receivedAt: string;
  acknowledged: boolean;
  /** Working days to the first answer. */
  answerDays?: number;
  inTime: boolean;
  silence: boolean;
  /** Nobody has answered it yet, and it is not yet known to be late: another day may make it so. */
  waiting: boolean;
  resolved: boolean;
  /** How it was closed, when (ISO 8601, UTC), and the sections of the Act that a refusal names. */
  ending?: { as: CaseEnding | 'withdrawn'; at: string; sections?: string[] };
  rating?: number;
}

/** Reads from a case's events alone what it comes to. */
export function outcomeOf({ events, place }: CaseHistory, now: Date): CaseOutcome {
  const first = events[0]?.event;
  if (!events[0] || first?.kind !== 'received') throw new Error('A case begins with its receipt.');
  // A request for information is answered by the decision on it.
  const answer = events.find(
    ({ event }) => event.kind === 'resolved' || (event.kind === 'answered' && first.about !== 'information-request'),
  );
  const state = reduce(events);
  const late = events.some(
    ({ event }) =>
      (event.kind === 'escalated' && event.reason === 'overdue') ||
      (event.kind === 'ladder-ended' && event.due !== undefined),
  );
  const unanswered = hasClock(state) && !answer;
  return {
    about: first.about ?? 'complaint',
    agency: first.agency,
    ...(first.service ? { service: first.service } : {}),
    receivedAt: events[0].at,
    acknowledged: state.turns.some((turn) => turn.acknowledgedAt),
    ...(answer ? { answerDays: workingDaysBetween(sinceWhen(state, events[0].at, answer.at), answer.at, place) } : {}),
    inTime: answer !== undefined && isInTime(events, answer, place),
    silence: unanswered && (late || isOverdue(state, place, now)),
    waiting: unanswered && !late && state.resolution === 'open',
    resolved: state.resolution !== 'open' && state.resolution !== 'withdrawn',
    ...endingOf(state, events),
    ...(state.rating === undefined ? {} : { rating: state.rating }),
  };
}

/** A case that was opened again has ended only once it is closed again. */
function endingOf({ resolution }: CaseState, events: readonly RecordedEvent[]): Pick<CaseOutcome, 'ending'> {
  if (resolution === 'open') return {};
  const last = events.findLast(({ event }) => event.kind === 'resolved' || event.kind === 'withdrawn');
  if (!last) return {};
  const { event, at } = last;
  const sections = event.kind === 'resolved' ? event.law?.sections : undefined;
  return { ending: { as: resolution, at, ...(sections ? { sections } : {}) } };
}

/** Figures that are worked out from others; the others count cases. */
const derived = new Set<keyof CaseFigures>(['medianDays', 'p90Days', 'satisfaction']);

/**
 * A figure as it is written: a count that is not told as "<5", and what was worked out from too few, or from
 * none, not at all.
 */
export function writtenFigure(figures: CaseFigures, name: keyof CaseFigures): string {
  return String(figures[name] ?? (derived.has(name) ? '' : `<${SMALL_COUNT}`));
}

/** Adds outcomes up. Small counts are left out, and with them whatever is worked out from them. */
export function figuresOf(outcomes: readonly CaseOutcome[]): CaseFigures {
  const days = outcomes.flatMap(({ answerDays }) => answerDays ?? []).sort((a, b) => a - b);
  const ratings = outcomes.flatMap(({ rating }) => rating ?? []);
  const count = (match: (outcome: CaseOutcome) => boolean): Figure => shown(outcomes.filter(match).length);
  return {
    received: shown(outcomes.length),
    acknowledged: count(({ acknowledged }) => acknowledged),
    answered: shown(days.length),
    resolved: count(({ resolved }) => resolved),
    inTime: count(({ inTime }) => inTime),
    silence: count(({ silence }) => silence),
    medianDays: days.length < SMALL_COUNT ? null : quantile(days, 0.5),
    p90Days: days.length < SMALL_COUNT ? null : quantile(days, 0.9),
    satisfaction:
      ratings.length < SMALL_COUNT ? null : Math.round((ratings.reduce((a, b) => a + b, 0) / ratings.length) * 10) / 10,
    rated: shown(ratings.length),
  };
}

/** Nought is told: that nobody complained, or nobody was answered, leads to nobody. */
function shown(count: number): Figure {
  return count === 0 || count >= SMALL_COUNT ? count : null;
}

/** The smallest value that at least this share of all reaches (nearest rank). */
function quantile(sorted: number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

function isInTime(events: readonly RecordedEvent[], answer: RecordedEvent, place: CasePlace): boolean {
  const before = events.filter(({ sequence }) => sequence < answer.sequence);
  const [first, ...rest] = before;
  if (!first) return false;
  const state = rest.reduce(apply, reduce([first]));
  // Once it went up the ladder, the first time is over whatever the next body does.
  if (state.turns.some(({ via }) => via === 'escalated')) return false;
  return !isOverdue(state, place, new Date(answer.at));
}

/** An office does not answer for the days before it had the case. */
function sinceWhen({ turns }: CaseState, receivedAt: string, answeredAt: string): string {
  const { arrivedAt = receivedAt } = turns[0] ?? {};
  return arrivedAt.slice(0, 10) <= answeredAt.slice(0, 10) ? arrivedAt : receivedAt;
}

function isOverdue(state: CaseState, place: CasePlace, at: Date): boolean {
  if (state.resolution !== 'open') return false;
  const deadline = deadlineOf(state, place, at, currentTurn(state));
  return deadline !== undefined && !deadline.paused && isOver(deadline, at, place.timeZone);
}

function workingDaysBetween(from: string, to: string, { calendar, timeZone }: CasePlace): number {
  const end = dayIn(timeZone, to);
  const span = Math.ceil((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
  const { days } = explainDeadline({
    startedAt: from,
    limit: { max: span, unit: 'working-days' },
    calendar,
    timeZone,
    today: end,
  });
  return days.findLast(({ day }) => day <= end)?.count ?? 0;
}
