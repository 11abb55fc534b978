import type { Language } from '../lib/locales.ts';
import { hearsOf } from '../register/doors.ts';
import { figureMarks, joinMarks, type FigureMark } from '../register/figure-marks.ts';
import { contactWith } from '../register/ladder.ts';
import type { Agency, Register } from '../register/register.ts';
import type { Reading } from '../register/readings.ts';
import { isGivenHere } from '../schemas/service.ts';
import type { SearchEntity } from './documents.ts';
import type { Card, CardFee, CardService, CardTime } from './index-format.ts';

type Read = Reading<'services'>;

/**
 * What the search shows of an entity in one language, on the day for which the index is made. Figures come from
 * the data in every language.
 */
export function buildCard(register: Register, entity: SearchEntity, language: Language, today: Date): Card {
  const jurisdiction = register.jurisdictions.get(entity.country);
  const read = jurisdiction && register.in(language).jurisdiction(jurisdiction);
  const country = { id: entity.country, name: read?.name.text ?? entity.country.toUpperCase() };
  const agency = entity.kind === 'agency' ? register.agencies.get(entity.id) : undefined;
  if (agency) return agencyCard(register, agency, country, language, today);
  return {
    kind: 'right',
    id: entity.id,
    path: entity.documents[0]?.path ?? '/',
    country,
    name: read?.informationLaw?.name.text ?? '',
    formerNames: [],
    summary: read?.informationLaw?.summary.text ?? '',
    notHandled: [],
    services: [],
  };
}

function agencyCard(
  register: Register,
  agency: Agency,
  country: Card['country'],
  language: Language,
  today: Date,
): Card {
  const texts = register.in(language);
  const { name, acronym, aliases, summary, mandate, notHandled, contacts, jurisdiction, completeness } =
    texts.charter(agency);
  const hears = hearsOf(register.jurisdictions.get(jurisdiction)?.data, agency.id);
  // Whoever tells of a bribe rings where no name is asked, if there is such a number.
  const nameless =
    hears === 'corruption' ? contacts.find(({ withoutName, phones }) => withoutName && phones.length > 0) : undefined;
  const desk = nameless ?? contactWith(contacts, 'complaint') ?? contactWith(contacts, 'general');
  const phone = desk?.phones.find((candidate) => candidate.kind !== 'fax');
  return {
    kind: 'agency',
    id: agency.id,
    path: `/${jurisdiction}/${agency.id}/`,
    country,
    name: name.text,
    acronym,
    formerNames: aliases.slice(0, 6),
    summary: summary.text,
    mandate: mandate && shorten(mandate.text.text, 220),
    notHandled: notHandled.slice(0, 4).map(({ matter, agency: id }) => {
      const other = register.agencies.get(id ?? '');
      return {
        matter: matter.text,
        name: other && (other.data.acronym ?? texts.charter(other).name.text),
        path: other && `/${other.data.jurisdiction}/${other.id}/`,
      };
    }),
    complaint: desk && { title: desk.title.text, phone: phone?.number, email: desk.emails[0] },
    ...(completeness === 'stub' ? { stub: true as const } : {}),
    hears,
    services: agency.services
      .filter(isGivenHere)
      .map((service) => serviceCard(service.id, texts.service(service), today)),
    lang: name.lang,
  };
}

function serviceCard(id: string, service: Read, today: Date): CardService {
  const { name, fees, processingTimes, startUrl, door, status } = service;
  const [promise] = processingTimes;
  return {
    id,
    name: name.text,
    fee: { ...summariseFees(fees), ...marked(joinMarks(fees.map((fee) => figureMarks(fee, today)))) },
    time: { ...summariseTime(promise), ...marked(promise ? figureMarks(promise, today) : []) },
    startUrl,
    door: door === 'apply' ? undefined : door,
    active: status === 'active',
  };
}

/** Several fixed fees of one currency become a range; otherwise the first fee that says something stands for all. */
function summariseFees(fees: Read['fees']): CardFee {
  const fixed = fees.filter((fee) => fee.kind === 'fixed');
  const currency = fixed[0]?.currency;
  const amounts = fixed.filter((fee) => fee.currency === currency).map((fee) => fee.amount);
  if (currency && amounts.length > 0) {
    const free = fees.some((fee) => fee.kind === 'free');
    return { kind: 'fixed', min: free ? 0 : Math.min(...amounts), max: Math.max(...amounts), currency };
  }
  const fee = fees.find(({ kind }) => kind !== 'not-stated') ?? fees[0];
  if (fee?.kind === 'formula') return { kind: 'formula', formula: fee.formula.text };
  return { kind: fee?.kind === 'fixed' ? 'not-stated' : (fee?.kind ?? 'not-stated') };
}

function summariseTime(time: Read['processingTimes'][number] | undefined): CardTime {
  return time ? { kind: time.kind, min: time.min, max: time.max, unit: time.unit } : { kind: 'not-stated' };
}

function marked(marks: FigureMark[]): { marks?: FigureMark[] } {
  return marks.length > 0 ? { marks } : {};
}

function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most))}…`;
}
