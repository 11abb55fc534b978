import { excluded, type CountingRules, type Reading } from '../../lib/excluded-days.ts';
import { addDays, addMonths, dayIn, type WorkCalendar } from '../../lib/working-days.ts';
import type { Duration } from '../../schemas/duration.ts';

/**
 * Why a day counts or does not. `zero` is the day on which the clock was started; `carried` one on which the time still
 * runs because it does not end on the day before.
 */
export type DayReason = 'zero' | 'counted' | 'weekend' | 'holiday' | 'paused' | 'carried';

/** One day of a deadline's explanation. */
export interface DeadlineDay {
  /** ISO 8601, in the time zone of the country. */
  day: string;
  reason: DayReason;
  /** How many days have counted up to and including this one. */
  count: number;
  /** Name of the holiday; for a day that was carried on to, of the holiday on which the time does not end. */
  name?: string;
}

/** A time during which the clock stands; without an end it still does. Days, in the time zone of the country. */
export interface Pause {
  from: string;
  until?: string | undefined;
}

export interface DeadlineQuestion {
  /** When the clock was started (ISO 8601, UTC). */
  startedAt: string;
  /** The promise: its "max" and unit. */
  limit: Duration;
  /** Days added by an extension, in the unit of the limit. */
  extension?: number | undefined;
  pauses?: readonly Pause[];
  calendar: WorkCalendar;
  /**
   * How the law of the country counts days, weeks, months and years; without it a limit ends on its last day, whatever
   * day that is.
   */
  counting?: CountingRules | undefined;
  /** The limit is one of the law, to which `counting` applies by itself. To any other limit it may or may not. */
  byLaw?: boolean | undefined;
  timeZone: string;
  /** What a clock that stands now is reckoned by: as if it went on from this day. */
  today: string;
}

/** When something is due, and how that was reckoned. */
export interface Deadline {
  /** Last day on which it is still in time. */
  due: string;
  /** For limits in hours or minutes: the instant (ISO 8601, UTC) that ends the time. */
  dueAt?: string;
  /** The clock stands; `due` is what would hold if it went on today. */
  paused: boolean;
  /**
   * The last day by a strict reading, where the law on counting time leaves it open. Whoever has to act in that time is
   * safe until then.
   */
  strictDue?: string;
  /** Law and section on counting time, where they changed or may have changed the last day. */
  countedBy?: string;
  days: DeadlineDay[];
}

/** No promise of a public office is longer; a calendar without working days would otherwise be counted for ever. */
const DAYS_MAX = 366 * 12;
const HOUR_MS = 60 * 60 * 1000;

/**
 * Reckons a deadline and explains each day of it. The day on which the clock starts is day zero. In working days,
 * weekends and holidays do not count; in days, weeks, months and years they do. Of a pause, the day on which it began
 * counts, and the day on which it ended does not: as with day zero, the clock goes on the day after.
 * Where it is not certain whether the law carries the end past a Sunday or holiday, "due" is the later day: nobody is
 * called late before. Throws where the limit has no figure.
 */
export function explainDeadline(question: DeadlineQuestion): Deadline {
  const { limit, startedAt, timeZone, pauses = [] } = question;
  if (limit.max === undefined || !limit.unit) throw new Error('A deadline needs a limit with a figure and a unit.');
  const start = dayIn(timeZone, startedAt);
  const paused = pauses.some((pause) => pause.until === undefined);
  if (limit.unit === 'hours' || limit.unit === 'minutes') return hoursDeadline(question, start, paused);
  const workingDays = limit.unit === 'working-days';
  const wanted =
    Math.ceil(workingDays || limit.unit === 'days' ? limit.max : calendarDays(start, limit.max, limit.unit)) +
    (question.extension ?? 0);
  const days = countDays(question, start, wanted, 'lenient');
  const due = days.at(-1)?.day ?? start;
  const strictDue = countDays(question, start, wanted, 'strict').at(-1)?.day ?? start;
  return {
    due,
    paused,
    ...(strictDue < due ? { strictDue } : {}),
    ...(workingDays ? {} : countedBy(question, days)),
    days,
  };
}

/** Says whether the time is over. */
export function isOver(deadline: Deadline, now: Date, timeZone: string): boolean {
  return deadline.dueAt ? now.toISOString() > deadline.dueAt : dayIn(timeZone, now) > deadline.due;
}

/** The day by which a share (0 to 1) of the time has passed: for a reminder before it is too late. */
export function dayAtShare(deadline: Deadline, share: number): string {
  const counted = deadline.days.filter(({ reason }) => reason === 'counted');
  return counted[Math.max(0, Math.ceil(counted.length * share) - 1)]?.day ?? deadline.due;
}

/** Counts days after the start until as many have counted as are wanted, and on to a day on which the time may end. */
function countDays(question: DeadlineQuestion, start: string, wanted: number, reading: Reading): DeadlineDay[] {
  const days: DeadlineDay[] = [{ day: start, reason: 'zero', count: 0 }];
  let day = start;
  for (let count = 0; count < wanted && days.length < DAYS_MAX;) {
    day = addDays(day, 1);
    const { reason, name } = judge(question, day, reading);
    if (reason === 'counted') count++;
    days.push({ day, reason, count, ...(name ? { name } : {}) });
  }
  for (
    let not = excludedBy(question, day, reading);
    not && days.length < DAYS_MAX;
    not = excludedBy(question, day, reading)
  ) {
    day = addDays(day, 1);
    days.push({ day, reason: 'carried', count: wanted, ...(not.holiday ? { name: not.holiday } : {}) });
  }
  return days;
}

function judge(
  question: DeadlineQuestion,
  day: string,
  reading: Reading,
): { reason: DayReason; name?: string | undefined } {
  const { calendar, limit, counting, pauses = [], today } = question;
  // A clock that still stands is reckoned as if it went on tomorrow.
  if (pauses.some(({ from, until }) => day > from && day <= (until ?? today))) return { reason: 'paused' };
  if (limit.unit !== 'working-days') {
    const isShort = limit.unit === 'days' && (limit.max ?? 0) <= (counting?.shortLimitDaysMax ?? 0);
    const not = isShort ? excludedBy(question, day, reading) : undefined;
    if (!not) return { reason: 'counted' };
    return not.holiday ? { reason: 'holiday', name: not.holiday } : { reason: 'weekend' };
  }
  const name = calendar.holiday(day);
  if (name) return { reason: 'holiday', name };
  return { reason: calendar.isWeekend(day) ? 'weekend' : 'counted' };
}

/**
 * Working days never end on a day off; of other limits, only those of the law are certain to be counted by its rules.
 */
function excludedBy(
  { limit, counting, byLaw, calendar }: DeadlineQuestion,
  day: string,
  reading: Reading,
): { holiday?: string } | undefined {
  if (!counting || limit.unit === 'working-days' || (reading === 'strict' && !byLaw)) return undefined;
  return excluded(counting, reading, calendar, day);
}

function countedBy({ counting }: DeadlineQuestion, days: readonly DeadlineDay[]): { countedBy?: string } {
  const changed = days.some(({ reason }) => reason === 'carried' || reason === 'holiday' || reason === 'weekend');
  return counting && changed ? { countedBy: `${counting.law}, ${counting.section}` } : {};
}

function hoursDeadline(
  { startedAt, limit, extension, timeZone }: DeadlineQuestion,
  start: string,
  paused: boolean,
): Deadline {
  const unitMs = limit.unit === 'minutes' ? HOUR_MS / 60 : HOUR_MS;
  const dueAt = new Date(Date.parse(startedAt) + ((limit.max ?? 0) + (extension ?? 0)) * unitMs);
  const due = dayIn(timeZone, dueAt);
  const days: DeadlineDay[] = [{ day: start, reason: 'zero', count: 0 }];
  for (let day = addDays(start, 1); day <= due; day = addDays(day, 1))
    days.push({ day, reason: 'counted', count: days.length });
  return { due, dueAt: dueAt.toISOString(), paused, days };
}

function calendarDays(start: string, amount: number, unit: NonNullable<Duration['unit']>): number {
  if (unit === 'weeks') return amount * 7;
  const end = addMonths(start, Math.round(unit === 'years' ? amount * 12 : amount));
  return (Date.parse(end) - Date.parse(start)) / (24 * HOUR_MS);
}
