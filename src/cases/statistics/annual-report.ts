import { dayIn, daysBetween } from '../../deadlines/working-days.ts';
import type { CaseOutcome } from './figures.ts';

/**
 * What the requests for information that a body had in one year come to, for the annual report that its Act asks for. All
 * are counts of requests that came through this portal; what came on another way, fees and staff only the body knows.
 */
export interface RequestYear {
  /** The year from 1 January to 31 December, in the time zone of the country. */
  year: number;
  received: number;
  /** Closed in that year, whenever they were received. */
  processed: number;
  /** Given, or given in part. */
  granted: number;
  givenInPart: number;
  refused: number;
  noRecord: number;
  /** The sections that refusals, whole or in part, name, the commonest first. One refusal may name several. */
  grounds: { section: string; count: number }[];
  /** The day at whose end open requests are counted; today where it is still to come. */
  pendingOn: string;
  pending: number;
  /** Days from receipt to `pendingOn`; of the middle one of the open requests. */
  pendingMedianDays?: number;
  /** Days from receipt to closing, of those closed in the year. */
  medianDays?: number;
  averageDays?: number;
}

export interface YearQuestion {
  year: number;
  /** Month and day on which open requests are counted, where the Act names one: "10-31". Else the last day of the year. */
  pendingOn?: string | undefined;
  timeZone: string;
  /** Today in the country (ISO 8601). */
  today: string;
}

const REFUSALS = new Set(['refused', 'given-in-part']);

/** Counts the requests of one body for its report on a year. Days are calendar days, as the Acts say "days". */
export function requestYear(
  outcomes: readonly CaseOutcome[],
  { year, pendingOn = '12-31', timeZone, today }: YearQuestion,
): RequestYear {
  const day = (instant: string): string => dayIn(timeZone, instant);
  const isInYear = (instant: string): boolean => day(instant).startsWith(`${year}-`);
  const requests = outcomes.filter(({ about }) => about === 'information-request');
  const closed = requests.filter(({ ending }) => ending && ending.as !== 'withdrawn' && isInYear(ending.at));
  const endedAs = (...wanted: string[]): number =>
    closed.filter(({ ending }) => ending && wanted.includes(ending.as)).length;
  const named = `${year}-${pendingOn}`;
  const countedOn = named < today ? named : today;
  const open = requests.filter(
    ({ receivedAt, ending }) => day(receivedAt) <= countedOn && (!ending || day(ending.at) > countedOn),
  );
  const taken = closed.map(({ receivedAt, ending }) => daysBetween(day(receivedAt), day(ending?.at ?? receivedAt)));
  const waited = open.map(({ receivedAt }) => daysBetween(day(receivedAt), countedOn));
  const sections = closed.flatMap(({ ending }) => (ending && REFUSALS.has(ending.as) ? (ending.sections ?? []) : []));
  return {
    year,
    received: requests.filter(({ receivedAt }) => isInYear(receivedAt)).length,
    processed: closed.length,
    granted: endedAs('given', 'given-in-part'),
    givenInPart: endedAs('given-in-part'),
    refused: endedAs('refused'),
    noRecord: endedAs('no-record'),
    grounds: [...Map.groupBy(sections, (section) => section)]
      .map(([section, named]) => ({ section, count: named.length }))
      .sort((a, b) => b.count - a.count || a.section.localeCompare(b.section, 'en', { numeric: true })),
    pendingOn: countedOn,
    pending: open.length,
    ...(waited.length > 0 ? { pendingMedianDays: median(waited) } : {}),
    ...(taken.length > 0 ? { medianDays: median(taken), averageDays: average(taken) } : {}),
  };
}

/** The year that is reported on next: the one before the day on which the next report is due. */
export function yearDue(dueOn: string, today: string): number {
  return Number(today.slice(0, 4)) - (today.slice(5) <= dueOn ? 1 : 0);
}

/** The day on which the report on a year is due: the first such day after the year's end. */
export function reportDue(year: number, dueOn: string): string {
  return `${year + 1}-${dueOn}`;
}

/** How many days are left until a day; below zero once it is past. */
export function daysLeft(due: string, today: string): number {
  return daysBetween(today, due);
}

/** Half of them took no longer: of an even number the mean of the two in the middle. */
function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? 0;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? 0) + upper) / 2 : upper;
}

function average(numbers: readonly number[]): number {
  return Math.round((numbers.reduce((sum, number) => sum + number, 0) / numbers.length) * 10) / 10;
}
