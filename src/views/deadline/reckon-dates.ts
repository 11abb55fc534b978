import { explainDeadline, type DeadlinePlace } from '../../deadlines/deadline.ts';
import { requestDates } from '../../deadlines/request-dates.ts';
import { dayIn, workCalendar } from '../../deadlines/working-days.ts';
import type { Language } from '../../lib/locales.ts';
import type { Text } from '../../register/localise.ts';
import type { Register, RegisterEntry } from '../../register/register.ts';
import type { InformationLaw } from '../../schemas/information-law.ts';
import { urls } from '../../site/urls.ts';
import { readCalculator, type Calculation, type CalculatorForm } from './calculator-form.ts';
import { limitCard, requestCard, type DateCard } from './date-cards.ts';

interface Asked {
  /** Id of a country; any other text is answered with the first of `countries`. */
  country: string;
  countries: readonly { id: string; name: string }[];
  params: URLSearchParams;
  language: Language;
  now: Date;
}

/** What the page of the calculator shows. */
export interface ReckonedDates {
  form: CalculatorForm;
  country: { id: string; name: string; hasHolidays: boolean; provisional?: Text | undefined };
  law: InformationLaw | undefined;
  cards: DateCard[];
  address: { share: string; calendar: string };
  /** What the dates are of, for the ids of a calendar: the same whatever has happened since. */
  of: string;
}

/** Reads what was asked and reckons its dates; none as long as the form is not whole. Throws where there is no country. */
export function reckonDates(register: Register, { country, countries, params, language, now }: Asked): ReckonedDates {
  const chosen = countries.find(({ id }) => id === country) ?? countries[0];
  const entry = register.jurisdictions.get(chosen?.id ?? '');
  if (!chosen || !entry) throw new Error('A portal needs a country for its dates.');
  const { calendar, timeZone, informationLaw: law } = entry.data;
  const place: DeadlinePlace = { calendar: workCalendar(calendar), counting: calendar.counting, timeZone };
  const today = dayIn(timeZone, now);
  const form = readCalculator(params, { law, timeZone, today }, language);
  form.values['country'] ??= chosen.id;
  const read = register.in(language).jurisdiction(entry);
  const cards = form.calculation ? cardsOf(entry, form.calculation, { place, today, read, language }) : [];
  return {
    form,
    country: {
      id: chosen.id,
      name: chosen.name,
      hasHolidays: calendar.rules.length > 0 || calendar.declared.length > 0,
      provisional: read.calendar.counting?.provisional,
    },
    law,
    cards,
    address: addresses(form, language),
    of: matterOf(chosen.id, form.calculation),
  };
}

function cardsOf(
  { data }: RegisterEntry<'jurisdictions'>,
  { kind, received, urgent, limit, happened }: Calculation,
  {
    place,
    today,
    read,
    language,
  }: {
    place: DeadlinePlace;
    today: string;
    read: ReturnType<ReturnType<Register['in']>['jurisdiction']>;
    language: Language;
  },
): DateCard[] {
  const { informationLaw: law } = data;
  if (kind === 'limit' && limit)
    return [limitCard(explainDeadline({ ...place, startedAt: received, limit, today }), limit, { place, language })];
  if (!law) return [];
  const named = read.informationLaw && {
    name: read.informationLaw.name.text,
    remedies: read.informationLaw.remedies.map(({ forum }) => ({ forum: forum.text })),
  };
  return requestDates(law, place, { received, urgent, happened, today }).map((date) =>
    requestCard(date, { place, law: named, language }),
  );
}

/** Of a request the same whatever has happened to it since; other times from one day are each a matter of its own. */
function matterOf(country: string, calculation?: Calculation): string {
  const { received = '', limit } = calculation ?? {};
  return [country, received, ...(limit ? [limit.max, limit.unit] : [])].join('.');
}

/** The same question without what was left empty. */
function addresses({ values }: CalculatorForm, language: Language): ReckonedDates['address'] {
  const filled = Object.entries(values).filter(([name, value]) => value && !/^received-|^as$/.test(name));
  const address = (more: Record<string, string>): string =>
    `${urls.deadline(language)}?${new URLSearchParams([...filled, ...Object.entries(more)]).toString()}`;
  return { share: address({}), calendar: address({ as: 'calendar' }) };
}
