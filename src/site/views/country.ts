import type { Language } from '../../lib/locales.ts';
import { dayOfYear, duration, monthOfYear } from '../../register/format.ts';
import type { Localised, Text } from '../../register/localise.ts';
import { acronymBeside } from '../../register/names.ts';
import type { Agency, Register, RegisterEntry } from '../../register/register.ts';
import type { Jurisdiction } from '../../schemas/jurisdiction.ts';
import type { ReadSource } from '../../register/read-provenance.ts';
import { isGivenHere } from '../../schemas/service.ts';
import { pageTexts } from '../../texts/texts.ts';
import { urls } from '../urls.ts';
import { citations, type Citations } from './citations.ts';
import { writtenDay, evidenceView, type EvidenceView, type ViewContext, type ViewOptions } from './evidence.ts';
import { agenciesIn, jurisdictionView, type JurisdictionView } from './jurisdiction.ts';
import { agencyRows, type AgencyRow } from './lists.ts';
import { listView, statementView, type ListView, type StatementView } from './statement.ts';

/** A country in a list of countries. */
export interface CountryRow extends JurisdictionView {
  agencies: number;
  services: number;
}

export interface BodyLink {
  name: Text;
  /** Only where the name does not hold it. */
  acronym?: string;
  href: string;
  matter: Text;
  /** It is no step for bodies of a part of the country. */
  nationalOnly?: boolean;
  /** It hands a complaint to the office that it is about. */
  sendsBack?: boolean;
}

/** A country as its own page tells it: agencies, law in short, bodies of redress, calendar, what it reckons with. */
export interface CountryView extends JurisdictionView {
  rows: AgencyRow[];
  /** Its information law in short. */
  law?: Text;
  charterRule?: StatementView;
  charterContents?: ListView;
  oversight: BodyLink[];
  antiCorruption: BodyLink[];
  /** What the governments of its regions answer for. */
  localGovernment?: { name: Text; matters: { matter: Text; evidence: EvidenceView }[] };
  calendar: CalendarView;
  classLimits?: {
    law: Text;
    limits: { name: 'simple' | 'complex' | 'highly-technical'; limit?: string }[];
    note?: Text;
    evidence: EvidenceView;
  };
  facts: Pick<Jurisdiction, 'currency' | 'currencySymbol' | 'languages' | 'timeZone' | 'callingCode'> & {
    kept: string;
  };
  sources: ReadSource[];
  /** What its rules rest on. */
  citations: Citations;
}

/** The days on which no deadline runs, and how the law counts time. */
export interface CalendarView {
  weekend: Jurisdiction['calendar']['weekend'];
  /** Days with the same evidence stand together: most holidays stand in one Act. */
  holidays: { days: { name: Text; when: string }[]; evidence: EvidenceView }[];
  /** Feasts by the moon, with the days on which a source expects them. */
  feasts: { name: Text; evidence: EvidenceView; expected: { when: string; evidence: EvidenceView }[] }[];
  undeclared: Text[];
  counting?: Omit<Counting, 'evidence'> & { evidence: EvidenceView };
}

type Read = Localised<Omit<Jurisdiction, 'translations'>>;
type Counting = NonNullable<Read['calendar']['counting']>;

/** Every country with the number of its agencies and services. */
export function countryRows(register: Register, options: Pick<ViewOptions, 'language'>): CountryRow[] {
  return [...register.jurisdictions.values()].map((entry) => {
    const agencies = agenciesIn(register, entry.id);
    return {
      ...jurisdictionView(register, entry, options),
      agencies: agencies.length,
      services: agencies.reduce((sum, agency) => sum + agency.services.filter(isGivenHere).length, 0),
    };
  });
}

/** Makes a country ready for its own page. */
export function countryView(
  register: Register,
  entry: RegisterEntry<'jurisdictions'>,
  options: ViewOptions,
): CountryView {
  const { language } = options;
  const read = register.in(language).jurisdiction(entry);
  const { sources, currency, currencySymbol, languages, timeZone, callingCode, classLimits } = read;
  const { charterRule, charterContents, localGovernment, calendar } = read;
  const cited = citations([charterRule, charterContents, localGovernment, calendar, classLimits], options.today);
  const context: ViewContext = { ...options, sources, citations: cited };
  return {
    ...jurisdictionView(register, entry, options),
    rows: agencyRows(register, language, agenciesIn(register, entry.id)),
    law: read.informationLaw?.summary,
    charterRule: statementView(read.charterRule, context),
    charterContents: listView(read.charterContents, context),
    oversight: bodyLinks(register, read.oversightLadder, options),
    antiCorruption: bodyLinks(register, read.antiCorruption, options),
    localGovernment: read.localGovernment && {
      name: read.localGovernment.name,
      matters: read.localGovernment.matters.map(({ matter, evidence }) => ({
        matter,
        evidence: evidenceView(evidence, context),
      })),
    },
    calendar: calendarView(read.calendar, context),
    classLimits: classLimits && {
      law: classLimits.law,
      limits: (['simple', 'complex', 'highly-technical'] as const).map((name) => ({
        name,
        limit: classLimits[name] && duration(classLimits[name], language),
      })),
      note: classLimits.note,
      evidence: evidenceView(classLimits.evidence, context),
    },
    facts: {
      currency,
      currencySymbol,
      languages,
      timeZone,
      callingCode,
      kept: duration({ max: read.retentionMonths, unit: 'months' }, language),
    },
    sources,
    citations: cited,
  };
}

function bodyLinks(
  register: Register,
  bodies: Read['antiCorruption'] | Read['oversightLadder'],
  { language }: ViewOptions,
): BodyLink[] {
  return bodies.flatMap(({ agency: id, ...body }) => {
    const agency: Agency | undefined = register.agencies.get(id);
    if (!agency) return [];
    const { name, acronym } = register.in(language).charter(agency);
    return [{ ...body, name, acronym: acronymBeside(name.text, acronym), href: urls.charter(language, agency) }];
  });
}

function calendarView(
  { weekend, rules, declared, feasts, undeclared, counting }: Read['calendar'],
  context: ViewContext,
): CalendarView {
  const { language } = context;
  const days = [
    ...rules.map((rule) => ({
      name: rule.name,
      when: whenOf(rule, language),
      evidence: rule.evidence,
    })),
    ...declared.map((day) => ({ name: day.name, when: declaredWhen(day, feasts, context), evidence: day.evidence })),
  ];
  return {
    weekend,
    holidays: [...Map.groupBy(days, ({ evidence }) => JSON.stringify(evidence)).values()].flatMap((group) =>
      group[0] ? [{ days: group, evidence: evidenceView(group[0].evidence, context) }] : [],
    ),
    feasts: feasts.map(({ name, expected, evidence }) => ({
      name,
      evidence: evidenceView(evidence, context),
      expected: expected.map((days) => ({
        when: expectedWhen(days, context),
        evidence: evidenceView(days.evidence, context),
      })),
    })),
    undeclared,
    counting: counting && { ...counting, evidence: evidenceView(counting.evidence, context) },
  };
}

type Feast = Read['calendar']['feasts'][number];

/** The day in words, with the feast that it settles where it is called otherwise, and the day it was moved from. */
function declaredWhen(day: Read['calendar']['declared'][number], feasts: Feast[], context: ViewContext): string {
  const feast = feasts.find(({ id }) => id === day.feast)?.name.text;
  const from = writtenDay(day.replaces, context);
  return [
    writtenDay(day.date, context),
    feast === day.name.text ? undefined : feast,
    from && pageTexts('lists', context.language).inPlaceOf({ day: from }),
  ]
    .filter((words) => words !== undefined)
    .join('; ');
}

function expectedWhen({ from, until, days }: Feast['expected'][number], context: ViewContext): string {
  const m = pageTexts('lists', context.language);
  const [earliest = '', latest = ''] = [from, until].map((day) => writtenDay(day, context));
  const when =
    from === until ? m.feastExpectedOn({ from: earliest }) : m.feastExpected({ from: earliest, until: latest });
  return `${when}, ${m.feastDays({ days })}`;
}

function whenOf(rule: Localised<Jurisdiction['calendar']['rules'][number]>, language: Language): string {
  const m = pageTexts('lists', language);
  switch (rule.kind) {
    case 'easter':
      return fromEaster(rule.offsetDays, language);
    case 'nth-weekday':
      return m.nthWeekday({ nth: rule.nth, day: m.weekdays[rule.weekday], month: monthOfYear(rule.month, language) });
    case 'fixed':
      return `${dayOfYear(rule.date, language)}${rule.ifSunday === 'next-day-not-a-holiday' ? `; ${m.ifSunday}` : ''}`;
  }
}

/** Says how many days before or after Easter Sunday a holiday is. */
function fromEaster(offset: number, language: Language): string {
  const m = pageTexts('lists', language);
  if (offset === 0) return m.easter;
  return offset < 0 ? m.beforeEaster({ days: -offset }) : m.afterEaster({ days: offset });
}
