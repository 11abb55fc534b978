import { partsOfDay, typedDay } from '../../cases/forms/day-parts.ts';
import { readDay } from '../../lib/read-day.ts';
import { happenedKinds, type Happened, type HappenedKind } from '../../deadlines/request-dates.ts';
import { startOfDay } from '../../deadlines/working-days.ts';
import { withoutHidden } from '../../lib/hidden-characters.ts';
import type { Language } from '../../lib/locales.ts';
import type { FieldProblems } from '../../schemas/cases/problems.ts';
import type { DurationUnit } from '../../schemas/duration.ts';
import type { InformationLaw } from '../../schemas/information-law.ts';
import { isoDate } from '../../schemas/primitives.ts';
import type { Texts } from '../../texts/shape.ts';
import { pageTexts } from '../../texts/texts.ts';

/** Units in which somebody may ask for any other time. */
export const limitUnits = ['days', 'working-days', 'weeks', 'months', 'hours'] as const satisfies DurationUnit[];
/** No limit that somebody asks about is longer. */
const AMOUNT_MAX = 1000;
const YEARS = { from: 1990, until: 2100 };

/** What is asked, once it is whole and right. */
export interface Calculation {
  /** A day of the country, or an instant where the hour was given. */
  received: string;
  kind: 'request' | 'limit';
  urgent: boolean;
  limit?: { max: number; unit: DurationUnit };
  happened: Happened[];
}

/** The form as it was sent: what stands in each field, what is wrong with it, and the question where nothing is. */
export interface CalculatorForm {
  values: Record<string, string>;
  problems: FieldProblems;
  calculation?: Calculation;
}

interface Country {
  law?: InformationLaw | undefined;
  timeZone: string;
  /** Today in the country (ISO 8601). */
  today: string;
}

/**
 * Reads the form from the address of the page. An address that only names the country, or a day as well, fills the form in
 * and asks nothing yet.
 */
export function readCalculator(
  params: URLSearchParams,
  { law, timeZone, today }: Country,
  language: Language,
): CalculatorForm {
  const texts = pageTexts('deadline', language);
  const m = texts.problems;
  const values: Record<string, string> = {};
  for (const [name, value] of params) values[name] ??= withoutHidden(value).trim().slice(0, 60);
  const typed = typedDay(params as unknown as FormData, 'received') ?? '';
  values['received'] = /^\d{4}-/.test(typed) ? typed : Object.values(partsOfDay(typed)).filter(Boolean).join('/');
  if (!params.has('show')) return { values, problems: {} };
  const problems: FieldProblems = {};
  const kind = law && values['kind'] !== 'limit' ? 'request' : 'limit';
  const received = dayOf(values['received'], today);
  if (!received) problems['received'] = m.day;
  const minutes = minutesOf(values['at'] ?? '');
  if (values['at'] && minutes === undefined) problems['at'] = m.time;
  const limit = kind === 'limit' ? limitOf(values) : undefined;
  if (kind === 'limit' && !limit) problems['amount'] = m.amount({ most: AMOUNT_MAX });
  const events = kind === 'request' && law ? eventsOf(law, values, { received, today }, texts, problems) : [];
  if (!received || Object.keys(problems).length > 0) return { values, problems };
  const calculation: Calculation = {
    received: minutes === undefined ? received : instantOf(received, minutes, timeZone),
    kind,
    urgent: Boolean(values['urgent']),
    ...(limit ? { limit } : {}),
    happened: events,
  };
  return { values, problems, calculation };
}

/** What may happen to a request under a law, as far as it moves a date. */
export function eventKinds(law: InformationLaw): HappenedKind[] {
  const runsFrom = new Set(law.remedies.flatMap((remedy) => (remedy.limit ? remedy.runsFrom : [])));
  const applies: Record<HappenedKind, boolean> = {
    extended: law.extension?.limit !== undefined,
    'urgency-refused': law.urgent?.limit !== undefined,
    transferred: law.transfer !== undefined,
    'deposit-asked': law.deposit?.stopsClock === true,
    'deposit-paid': law.deposit?.stopsClock === true,
    'clarification-asked': law.clarification?.stopsClock === true,
    clarified: law.clarification?.stopsClock === true,
    granted: true,
    'fee-paid': law.access?.limit !== undefined,
    refused: true,
    'internal-review-asked': law.remedies.some(({ kind }) => kind === 'internal-review'),
    'internal-review-refused': runsFrom.has('internal-review'),
    'commission-decided': runsFrom.has('commission'),
  };
  return happenedKinds.filter((kind) => applies[kind]);
}

function eventsOf(
  law: InformationLaw,
  values: Record<string, string>,
  { received, today }: { received: string | undefined; today: string },
  m: Texts['deadline'],
  problems: FieldProblems,
): Happened[] {
  const events: Happened[] = [];
  for (const kind of eventKinds(law)) {
    const typed = values[kind];
    if (!typed) continue;
    const on = dayOf(typed, today);
    const problem = on ? received && on < received && m.problems.before : m.problems.day;
    if (problem) problems[kind] = `${m.happened[kind]}: ${problem}`;
    if (!on || problem) continue;
    if (kind === 'extended') events.push({ kind, on, days: extensionOf(law, values) });
    else events.push({ kind, on });
  }
  // Whatever happened on one day stands in the order of the law.
  return events.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function extensionOf(law: InformationLaw, values: Record<string, string>): number {
  const cap = law.extension?.limit?.max ?? 0;
  const days = Number(values['extended-days']);
  return Number.isInteger(days) && days > 0 ? Math.min(days, cap) : cap;
}

function limitOf(values: Record<string, string>): { max: number; unit: DurationUnit } | undefined {
  const max = Number(values['amount']);
  const unit = limitUnits.find((known) => known === values['unit']);
  return unit && Number.isInteger(max) && max > 0 && max <= AMOUNT_MAX ? { max, unit } : undefined;
}

function dayOf(typed: string | undefined, today: string): string | undefined {
  const day = isoDate.safeParse(readDay(typed ?? '', today)).data;
  const year = Number(day?.slice(0, 4));
  return day && year >= YEARS.from && year <= YEARS.until ? day : undefined;
}

function minutesOf(typed: string): number | undefined {
  const [, hours = '', minutes = ''] = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(typed) ?? [];
  return hours ? Number(hours) * 60 + Number(minutes) : undefined;
}

function instantOf(day: string, minutes: number, timeZone: string): string {
  return new Date(Date.parse(startOfDay(timeZone, day)) + minutes * 60_000).toISOString();
}
