import { requestDates, type RequestDate, type RequestHistory } from '../../src/deadlines/request-dates.ts';
import { workCalendar } from '../../src/deadlines/working-days.ts';
import { loadRegister } from '../../src/register/load.ts';
import type { Jurisdiction } from '../../src/schemas/jurisdiction.ts';
import { dayIn } from '../../src/deadlines/working-days.ts';
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
  const place = { calendar: workCalendar({ ...calendar, ...news }), counting: calendar.counting, timeZone };
  return ({ received, urgent, happened, today }) => {
    const history: RequestHistory = { received, urgent, happened, today: today ?? dayIn(timeZone, received) };
    return Object.fromEntries(requestDates(law, place, history).map((date) => [date.id, endsOf(date)]));
  };
}

function endsOf({ due, dueAt, earliest, earliestAt }: RequestDate): { earliest: string; latest: string } {
  return { earliest: earliestAt ?? earliest, latest: dueAt ?? due };
}
