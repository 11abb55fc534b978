import { addDays, dayIn, workCalendar, type Declaration } from '../../deadlines/working-days.ts';
import { answerDate, requestDates } from '../../deadlines/request-dates.ts';
import type { InformationLaw } from '../../schemas/information-law.ts';
import type { Register } from '../../register/register.ts';
import {
  dayAtShare,
  explainDeadline,
  isOver,
  type Deadline,
  type DeadlineDay,
  type DeadlinePlace,
} from '../../deadlines/deadline.ts';
import { currentTurn, isByLaw, type CaseState, type Turn } from '../state/state.ts';
import { requestHistory } from './law-clock.ts';
import { PORTAL_TERM } from './term.ts';

/** Where and by which calendar a case's days are reckoned, and by which law those of a request for information. */
export interface CasePlace extends DeadlinePlace {
  law?: InformationLaw | undefined;
}

/** A reminder goes out when this share of the time has passed. */
export const REMINDER_SHARE = 2 / 3;
/** A question to the citizen stops the clock for so many working days at most; nobody can be asked into oblivion. */
export const PAUSE_WORKING_DAYS_MAX = 10;

const UNKNOWN_PLACE: CasePlace = {
  calendar: workCalendar({ weekend: ['saturday', 'sunday'], rules: [], declared: [] }),
  timeZone: 'UTC',
};

/** The calendar, time zone and information law of the country in which an agency serves. */
export function placeOf(register: Register, agencyId: string): CasePlace {
  const jurisdiction = register.jurisdictions.get(register.agencies.get(agencyId)?.data.jurisdiction ?? '')?.data;
  if (!jurisdiction) return UNKNOWN_PLACE;
  const { calendar, timeZone, informationLaw: law } = jurisdiction;
  return { calendar: workCalendar(calendar), counting: calendar.counting, timeZone, law };
}

/**
 * Until when the answer is due from whoever has the case, explained day by day; undefined while nobody who has to
 * answer has it. A request for information goes by its law, everything else by the portal's own rules.
 */
export function deadlineOf(
  state: CaseState,
  place: CasePlace,
  now: Date,
  turn: Turn = currentTurn(state),
): Deadline | undefined {
  if (turn.clock.startedAt === undefined) return undefined;
  const history =
    place.law && isByLaw(turn)
      ? requestHistory(state, place.timeZone, now, { span: 'since-reopened', turn })
      : undefined;
  return (place.law && history && answerDate(place.law, place, history)) ?? countedDeadline(place, now, turn);
}

/** The same by the term of a turn alone: what is counted of it, for whoever asks how long an answer took. */
export function countedDeadline(place: CasePlace, now: Date, turn: Turn): Deadline | undefined {
  const { timeZone, calendar, counting } = place;
  const { startedAt } = turn.clock;
  if (startedAt === undefined) return undefined;
  const today = dayIn(timeZone, now);
  return explainDeadline({
    startedAt,
    limit: (turn.term ?? PORTAL_TERM).limit,
    extension: turn.clock.extension,
    pauses: turn.clock.pauses.map(({ from, until }) => {
      const days = { from: dayIn(timeZone, from), until: until && dayIn(timeZone, until) };
      // That a question stops the clock for a while only is the portal's own rule.
      return isByLaw(turn) ? days : cappedPause(place, days.from, days.until, today);
    }),
    calendar,
    counting,
    byLaw: isByLaw(turn),
    timeZone,
    today,
  });
}

/** Until when what was granted is to be handed over: a time that runs from the payment, in some laws. */
export function accessDate(
  state: CaseState,
  place: CasePlace,
  now: Date,
): { due: string; section: string } | undefined {
  const isGranted = state.resolution === 'given' || state.resolution === 'given-in-part';
  if (!place.law || !isGranted || !state.acts.some(({ kind }) => kind === 'fee-paid')) return undefined;
  const history = requestHistory(state, place.timeZone, now, { span: 'whole' });
  const date = history && requestDates(place.law, place, history).find(({ id }) => id === 'access');
  return date && { due: date.due, section: date.section };
}

/** How holidays that were declared after the time began have moved its last day. */
export interface MovedDeadline {
  by: Declaration[];
  from: string;
  to: string;
}

/**
 * What later declarations of holidays have made of a deadline: it is reckoned once more by the calendar as it stood when
 * the clock started, so that nothing has to be kept of it. Undefined where the last day is the same.
 */
export function movedByDeclaration(
  state: CaseState,
  place: CasePlace,
  now: Date,
  { due: to, days }: Deadline,
): MovedDeadline | undefined {
  const start = days[0]?.day ?? to;
  const late = place.calendar.declaredSince(start).filter(({ date }) => date > start);
  if (late.length === 0) return undefined;
  const from = deadlineOf(state, { ...place, calendar: place.calendar.asOf(start) }, now)?.due ?? to;
  if (from === to) return undefined;
  const by = late.filter(({ date }) => days.some((day) => leavesOut(day, date)));
  // A feast that was declared for another day, or a day that was moved, is no holiday any more.
  return { by: by.length > 0 ? by : late, from, to };
}

/** Says whether a date (ISO 8601) is the holiday for which a day is not counted, or was carried on to. */
function leavesOut({ day, reason }: DeadlineDay, date: string): boolean {
  return reason === 'carried' ? addDays(day, -1) === date : reason === 'holiday' && day === date;
}

/** What the clock has come to. `due` is the day on which the answer was or is due. */
export interface ClockReading {
  action?: 'remind' | 'escalate';
  due: string;
  /** No sooner than this (ISO 8601, UTC) has it to be looked at again. */
  lookAgainAt: string;
}

const LOOK_AGAIN_MIN_MS = 60 * 60 * 1000;
/** New holidays and corrected charters move deadlines, so none is left unlooked at for longer. */
const LOOK_AGAIN_MAX_MS = 3 * 24 * LOOK_AGAIN_MIN_MS;

/**
 * Reads the clock of an open case; undefined where it has not started. A late look skips the reminder: nobody is
 * reminded of what is already over.
 */
export function readClock(state: CaseState, place: CasePlace, now: Date): ClockReading | undefined {
  const deadline = deadlineOf(state, place, now);
  if (!deadline) return undefined;
  const remindedAt = currentTurn(state).clock.remindedAt;
  const { due } = deadline;
  const remindOn = dayAtShare(deadline, REMINDER_SHARE);
  const next = remindedAt ? addDays(due, 1) : remindOn;
  // The day before, because days begin earlier in the east; an hour at least, so that no look leads to another at once.
  const wish = Date.parse(`${next}T00:00:00Z`) - 24 * LOOK_AGAIN_MIN_MS;
  const lookAgainAt = new Date(
    Math.min(Math.max(wish, now.getTime() + LOOK_AGAIN_MIN_MS), now.getTime() + LOOK_AGAIN_MAX_MS),
  ).toISOString();
  if (deadline.paused) return { due, lookAgainAt };
  if (isOver(deadline, now, place.timeZone)) return { action: 'escalate', due, lookAgainAt };
  const isReminderDay = !remindedAt && dayIn(place.timeZone, now) >= remindOn;
  return { ...(isReminderDay ? { action: 'remind' as const } : {}), due, lookAgainAt };
}

function cappedPause(
  { calendar }: CasePlace,
  from: string,
  until: string | undefined,
  today: string,
): { from: string; until?: string } {
  const last = explainDeadline({
    startedAt: `${from}T12:00:00Z`,
    limit: { max: PAUSE_WORKING_DAYS_MAX, unit: 'working-days' },
    calendar,
    timeZone: 'UTC',
    today,
  }).due;
  if ((until ?? today) > last) return { from, until: last };
  return until ? { from, until } : { from };
}
