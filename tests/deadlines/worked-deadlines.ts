import { readFileSync } from 'node:fs';
import type { CountryCode, DeadlineCase, NewsOfHolidays, Opinion } from './second/case.ts';

/** A deadline worked out by hand: what is due when, what is not due at all, and why, with the section. */
export interface WorkedDeadline extends DeadlineCase {
  /** The holidays of single years that it supposes. */
  calendar: NewsOfHolidays;
  expect: Opinion;
  absent: string[];
  why: string;
}

/** The worked deadlines of all countries, each with the calendar that it was worked out with. */
export function workedDeadlines(): WorkedDeadline[] {
  return (['ng', 'ke', 'gh'] as const).flatMap(workedDeadlinesOf);
}

function workedDeadlinesOf(country: CountryCode): WorkedDeadline[] {
  const file = new URL(`./worked/${country}.json`, import.meta.url);
  const { calendar, cases } = JSON.parse(readFileSync(file, 'utf8')) as {
    calendar: NewsOfHolidays;
    cases: (Omit<WorkedDeadline, 'calendar' | 'absent'> & Partial<WorkedDeadline>)[];
  };
  return cases.map((worked) => ({ calendar, absent: [], ...worked }));
}

/** An opinion with instants in one form, so that 10:00:00Z and 10:00:00.000Z are the same. */
export function inOneForm(opinion: Opinion): Opinion {
  const plain = (value: string): string => value.replace(/\.000Z$/, 'Z');
  return Object.fromEntries(
    Object.entries(opinion).map(([id, { earliest, latest }]) => [
      id,
      { earliest: plain(earliest), latest: plain(latest) },
    ]),
  );
}
