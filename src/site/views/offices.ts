import type { Localised } from '../../register/localise.ts';
import { weekdays, writeOpening, type Weekday } from '../../lib/opening.ts';
import { addDays, workCalendar } from '../../deadlines/working-days.ts';
import { weekdayInWords } from '../../register/format.ts';
import { MANY_OFFICES } from '../../register/head-office.ts';
import type { Charter } from '../../schemas/charter.ts';
import type { Jurisdiction } from '../../schemas/jurisdiction.ts';
import type { Opening } from '../../schemas/opening.ts';
import { phoneView, type PhoneView } from './contact.ts';
import { evidenceView, type EvidenceView, type ViewContext } from './evidence.ts';

type Read = Localised<Charter['offices'][number]>;

export type OfficeView = Omit<Read, 'phones' | 'evidence' | 'opening'> & {
  phones: PhoneView[];
  /** From what a visitor's phone says whether it is open now; absent where that is not known, or known from too long ago. */
  opening?: { times: string; publicHolidays: Opening['publicHolidays'] };
  /** Absent where it is the one that all share. */
  evidence?: EvidenceView;
};

/** The offices of an agency: by region, where they are many. */
export interface OfficesView {
  groups: { region?: string; offices: OfficeView[] }[];
  count: number;
  /** So many that they stand folded. */
  folded: boolean;
  /** Where most of them are known from, told once. */
  shared?: EvidenceView;
  /** What is needed to say what is open now; absent where that is known of none of them. */
  clock?: OfficesClock;
}

/** The time of the country, and its public holidays (ISO 8601) as far as this page knows them: up to a day. */
export interface OfficesClock {
  timeZone: string;
  holidays: string[];
  until: string;
}

/** Groups offices by region, in the order of the charter, and tells once what most of them rest on. */
export function officesView(
  offices: Read[],
  context: ViewContext,
  jurisdiction?: Pick<Jurisdiction, 'calendar' | 'timeZone'>,
): OfficesView {
  const folded = offices.length >= MANY_OFFICES;
  const shared = folded ? most(offices.map(({ evidence }) => JSON.stringify(evidence))) : undefined;
  const views = offices.map((office): OfficeView => {
    const { evidence, opening, hours, ...rest } = office;
    const from = evidenceView(evidence, context);
    const inWords = opening && openingInWords(opening, context);
    return {
      ...rest,
      ...((hours ?? inWords) ? { hours: hours ?? { text: inWords ?? '' } } : {}),
      phones: office.phones.map((phone) => phoneView(phone, context)),
      ...(opening && !from.old
        ? { opening: { times: writeOpening(opening.times), publicHolidays: opening.publicHolidays } }
        : {}),
      ...(JSON.stringify(evidence) === shared ? {} : { evidence: from }),
    };
  });
  const common = offices.find(({ evidence }) => JSON.stringify(evidence) === shared);
  return {
    groups: folded
      ? [...Map.groupBy(views, ({ region }) => region)].map(([region, own]) => ({ region, offices: own }))
      : [{ offices: views }],
    count: offices.length,
    folded,
    ...(common ? { shared: evidenceView(common.evidence, context) } : {}),
    ...(jurisdiction && views.some(({ opening }) => opening) ? { clock: clockOf(jurisdiction, context) } : {}),
  };
}

/** So far ahead holidays are told: as long as a page may stand before it is made anew. */
const HOLIDAYS_AHEAD_DAYS = 366;

function clockOf(
  { calendar, timeZone }: Pick<Jurisdiction, 'calendar' | 'timeZone'>,
  { today }: ViewContext,
): OfficesClock {
  const known = workCalendar(calendar);
  const first = today.toISOString().slice(0, 10);
  const days = Array.from({ length: HOLIDAYS_AHEAD_DAYS }, (_, index) => addDays(first, index));
  return { timeZone, holidays: days.filter((day) => known.holiday(day)), until: days.at(-1) ?? first };
}

/** A Monday, from which the names of the days are written. */
const A_MONDAY = '2024-01-01';

function openingInWords({ times }: Opening, { language }: ViewContext): string {
  const name = (day: string): string => weekdayInWords(addDays(A_MONDAY, weekdays.indexOf(day as Weekday)), language);
  return times.map(({ days, from, to }) => `${days.map(name).join(', ')}: ${from}–${to}`).join('; ');
}

/** What occurs most often, where it is more than half. */
function most(texts: string[]): string | undefined {
  return [...Map.groupBy(texts, (text) => text)].find(([, same]) => same.length * 2 > texts.length)?.[0];
}
