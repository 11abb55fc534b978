import { requestDates, type RequestDate } from '../../src/deadlines/request-dates.ts';
import { dayIn, workCalendar, type CalendarRules } from '../../src/deadlines/working-days.ts';
import { loadRegister } from '../../src/register/load.ts';
import type { Jurisdiction } from '../../src/schemas/jurisdiction.ts';
import type { DeadlineCase, NewsOfHolidays, Opinion } from './second/case.ts';

const { jurisdictions } = await loadRegister('content');

/** The jurisdiction of a country as its content has it. */
export function jurisdictionOf(country: string): Jurisdiction {
  const found = jurisdictions.get(country)?.data;
  if (!found) throw new Error(`There is no content for ${country}.`);
  return found;
}

/** What the portal's engine answers to a case, in the form in which the second opinion is given. */
export function engineOpinion(country: string, news?: NewsOfHolidays): (request: DeadlineCase) => Opinion {
  const { informationLaw: law, calendar, timeZone } = jurisdictionOf(country);
  if (!law) throw new Error(`${country} has no law on information.`);
  const rules = news ? { ...calendar, ...withNames(news) } : calendar;
  const place = { calendar: workCalendar(rules), counting: calendar.counting, timeZone };
  return ({ received, urgent, happened, today = dayIn(timeZone, received) }) =>
    Object.fromEntries(
      requestDates(law, place, { received, urgent, happened, today }).map((date) => [date.id, endsOf(date)]),
    );
}

function withNames({ declared, feasts }: NewsOfHolidays): Pick<CalendarRules, 'declared' | 'feasts'> {
  return {
    declared: declared.map((day) => ({ name: 'Declared day', ...day })),
    feasts: feasts.map(({ id, expected }) => ({
      id,
      name: id,
      expected: (expected ?? []).map((time) => ({ days: 1, ...time })),
    })),
  };
}

function endsOf({ due, dueAt, earliest, earliestAt }: RequestDate): { earliest: string; latest: string } {
  return { earliest: earliestAt ?? earliest, latest: dueAt ?? due };
}
