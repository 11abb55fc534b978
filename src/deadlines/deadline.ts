import type { Duration } from '../schemas/duration.ts';
import { dayOff, excluded, type CountingRules, type Exclusion, type Reading } from './excluded-days.ts';
import { addDays, addMonths, dayIn, nextDay, startOfDay, type WorkCalendar } from './working-days.ts';

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
  /** The holiday depends on the moon and has not been declared: it may fall on this day or on another. */
  mayBe?: true;
}

/** A time during which the clock stands; without an end it still does. Days, in the time zone of the country. */
export interface Pause {
  from: string;
  until?: string | undefined;
}

/** Where and by which calendar days are reckoned. */
export interface DeadlinePlace {
  calendar: WorkCalendar;
  /**
   * How the law of the country counts days, weeks, months and years; without it a limit ends on its last day, whatever
   * day that is.
   */
  counting?: CountingRules | undefined;
  timeZone: string;
}

export interface DeadlineQuestion extends DeadlinePlace {
  /** When the clock was started: an instant (ISO 8601, UTC), or a day of the country where no hour is known. */
  startedAt: string;
  /** An instant before which it cannot have been started, where only the day is known. */
  notBefore?: string | undefined;
  /** The promise: its "max" and unit. */
  limit: Duration;
  /** Days added by an extension, in the unit of the limit. */
  extension?: number | undefined;
  /** The extension is counted from the day on which the limit ended, not in one with it. */
  extendsFromEnd?: boolean | undefined;
  pauses?: readonly Pause[];
  /** The limit is one of the law, to which `counting` applies by itself. To any other limit it may or may not. */
  byLaw?: boolean | undefined;
  /** What a clock that stands now is reckoned by: as if it went on from this day. */
  today: string;
}

/**
 * What leaves the last day open: how the law counts excluded days (`counting`), a feast that the moon decides (`feast`),
 * whether a transfer starts the clock again (`transfer`), the hour of a receipt of which only the day is known (`hour`),
 * or the event from which the time runs (`start`).
 */
export type Opening = 'counting' | 'feast' | 'transfer' | 'hour' | 'start';

/** When something is due, and how that was reckoned. */
export interface Deadline {
  /** Last day on which it is still in time, by any reading: nobody is called late before it is over. */
  due: string;
  /** For limits in hours or minutes: the instant (ISO 8601, UTC) that ends the time. */
  dueAt?: string;
  /** Last day by the strictest reading: whoever has to act in that time is safe until then. */
  earliest: string;
  earliestAt?: string;
  /** Why the two differ; empty where they do not. */
  open: Opening[];
  /** The clock stands; `due` is what would hold if it went on today. */
  paused: boolean;
  /** Law and section on counting time, where they changed or may have changed the last day. */
  countedBy?: string;
  /** Day by day until `due`. */
  days: DeadlineDay[];
}

/** No promise of a public office is longer; a calendar without working days would otherwise be counted for ever. */
const DAYS_MAX = 366 * 12;
const HOUR_MS = 60 * 60 * 1000;

/**
 * Reckons a deadline and explains each day of it. The day on which the clock starts is day zero. In working days,
 * weekends and holidays do not count; in days, weeks, months and years they do. Of a pause, the day on which it began
 * counts, and the day on which it ended does not: as with day zero, the clock goes on the day after.
 * Where it is not certain whether the law carries the end past a Sunday or holiday, or on which day a feast by the moon
 * falls, "due" is the later day and "earliest" the earlier one. Throws where the limit has no figure.
 */
export function explainDeadline(question: DeadlineQuestion): Deadline {
  const { limit, startedAt, timeZone, pauses = [] } = question;
  if (limit.max === undefined || !limit.unit) throw new Error('A deadline needs a limit with a figure and a unit.');
  const start = startedAt.length > 10 ? dayIn(timeZone, startedAt) : startedAt;
  const paused = pauses.some((pause) => pause.until === undefined);
  if (limit.unit === 'hours' || limit.unit === 'minutes') return hoursDeadline(question, start, paused);
  const days = countDays(question, start, 'lenient');
  const due = lastOf(days, start);
  const earliest = lastOf(countDays(question, start, 'strict'), start);
  return {
    due,
    earliest,
    open: earliest < due ? openings(question, { start, days, due, earliest }) : [],
    paused,
    ...(limit.unit === 'working-days' ? {} : countedBy(question, days)),
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

/**
 * The days after the start until as many have counted as the limit has, and on to a day on which the time may end; then,
 * where an extension runs from there, as many again.
 */
function countDays(question: DeadlineQuestion, start: string, reading: Reading): DeadlineDay[] {
  const { extension = 0, extendsFromEnd = false } = question;
  const days: DeadlineDay[] = [{ day: start, reason: 'zero', count: 0 }];
  const limit = daysOfLimit(question, start);
  countOn(question, days, extendsFromEnd ? limit : limit + extension, reading);
  if (extendsFromEnd && extension > 0) countOn(question, days, limit + extension, reading);
  return days;
}

function countOn(question: DeadlineQuestion, days: DeadlineDay[], wanted: number, reading: Reading): void {
  let day = days.at(-1)?.day ?? '';
  for (let count = days.at(-1)?.count ?? 0; count < wanted && days.length < DAYS_MAX;) {
    day = nextDay(day);
    const why = judge(question, day, reading);
    if (why.reason === 'counted') count++;
    days.push({ day, count, ...why });
  }
  for (
    let not = excludedBy(question, day, reading);
    not && days.length < DAYS_MAX;
    not = excludedBy(question, day, reading)
  ) {
    day = nextDay(day);
    days.push({ day, reason: 'carried', count: wanted, ...named(not) });
  }
}

function daysOfLimit({ limit: { max = 0, unit } }: DeadlineQuestion, start: string): number {
  if (unit === 'weeks') return Math.ceil(max * 7);
  if (unit !== 'months' && unit !== 'years') return Math.ceil(max);
  const end = addMonths(start, Math.round(unit === 'years' ? max * 12 : max));
  return (Date.parse(end) - Date.parse(start)) / (24 * HOUR_MS);
}

function judge(question: DeadlineQuestion, day: string, reading: Reading): Omit<DeadlineDay, 'day' | 'count'> {
  const { calendar, limit, counting, pauses = [], today } = question;
  // A clock that still stands is reckoned as if it went on tomorrow.
  if (pauses.some(({ from, until }) => day > from && day <= (until ?? today))) return { reason: 'paused' };
  const isShort = limit.unit === 'days' && (limit.max ?? 0) <= (counting?.shortLimitDaysMax ?? 0);
  const not =
    limit.unit === 'working-days'
      ? dayOff(reading, calendar, day, calendar.isWeekend(day))
      : isShort
        ? excludedBy(question, day, reading)
        : undefined;
  if (!not) return { reason: 'counted' };
  return not.holiday ? { reason: 'holiday', ...named(not) } : { reason: 'weekend' };
}

/**
 * Working days never end on a day off; of other limits, only those of the law are certain to be counted by its rules.
 */
function excludedBy(
  { limit, counting, byLaw, calendar }: DeadlineQuestion,
  day: string,
  reading: Reading,
): Exclusion | undefined {
  if (!counting || limit.unit === 'working-days' || (reading === 'strict' && !byLaw)) return undefined;
  return excluded(counting, reading, calendar, day);
}

function named({ holiday, mayBe }: Exclusion): Pick<DeadlineDay, 'name' | 'mayBe'> {
  return { ...(holiday ? { name: holiday } : {}), ...(mayBe ? { mayBe } : {}) };
}

/** What makes the difference between the readings: the reckoning without undeclared feasts lies between them. */
function openings(
  question: DeadlineQuestion,
  { start, days, due, earliest }: { start: string; days: DeadlineDay[]; due: string; earliest: string },
): Opening[] {
  if (!days.some(({ mayBe }) => mayBe)) return ['counting'];
  const calendar = { ...question.calendar, feast: () => undefined };
  const withoutFeasts = lastOf(countDays({ ...question, calendar }, start, 'lenient'), start);
  return [
    ...(earliest < withoutFeasts ? (['counting'] as const) : []),
    ...(withoutFeasts < due ? (['feast'] as const) : []),
  ];
}

function countedBy({ counting }: DeadlineQuestion, days: readonly DeadlineDay[]): { countedBy?: string } {
  const changed = days.some(({ reason }) => reason === 'carried' || reason === 'holiday' || reason === 'weekend');
  return counting && changed ? { countedBy: `${counting.law}, ${counting.section}` } : {};
}

function lastOf(days: readonly DeadlineDay[], start: string): string {
  return days.at(-1)?.day ?? start;
}

/** Hours run in real time, through nights and holidays. Where only a day is known, they began at an hour of that day. */
function hoursDeadline(question: DeadlineQuestion, start: string, paused: boolean): Deadline {
  const { startedAt, notBefore = '', limit, extension = 0, timeZone } = question;
  const lengthMs = ((limit.max ?? 0) + extension) * (limit.unit === 'minutes' ? HOUR_MS / 60 : HOUR_MS);
  const hourKnown = startedAt.length > 10;
  const endOf = (from: string): string => new Date(Date.parse(from) + lengthMs).toISOString();
  const firstHour = hourKnown ? startedAt : startOfDay(timeZone, start);
  const earliestAt = endOf(firstHour > notBefore ? firstHour : notBefore);
  const dueAt = hourKnown ? earliestAt : endOf(startOfDay(timeZone, addDays(start, 1)));
  const due = dayIn(timeZone, dueAt);
  const days: DeadlineDay[] = [{ day: start, reason: 'zero', count: 0 }];
  while ((days.at(-1)?.day ?? due) < due && days.length < DAYS_MAX)
    days.push({ day: addDays(days.at(-1)?.day ?? due, 1), reason: 'counted', count: days.length });
  return {
    due,
    dueAt,
    earliest: dayIn(timeZone, earliestAt),
    earliestAt,
    open: hourKnown ? [] : ['hour'],
    paused,
    days,
  };
}
