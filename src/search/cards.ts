import type { Language } from '../lib/locales.ts';
import { hearsOf } from '../register/doors.ts';
import { figureMarks, joinMarks, type FigureMark } from '../register/figure-marks.ts';
import { contactFor } from '../register/ladder.ts';
import type { Agency, Register } from '../register/register.ts';
import type { Fee } from '../schemas/fee.ts';
import type { Service } from '../schemas/service.ts';
import type { Translation } from '../schemas/translation.ts';
import type { SearchEntity } from './documents.ts';
import type { Card, CardFee, CardService, CardTime } from './index-format.ts';

/**
 * Gives what the search shows of an entity in one language, on the day for which the index is made. Figures come from
 * the data in every language.
 */
export function buildCard(register: Register, entity: SearchEntity, language: Language, today: Date): Card {
  const jurisdiction = register.jurisdictions.get(entity.country);
  const country = {
    id: entity.country,
    name: jurisdiction
      ? translated(jurisdiction.data, language, 'name', jurisdiction.data.name)
      : entity.country.toUpperCase(),
  };
  const agency = entity.kind === 'agency' ? register.agencies.get(entity.id) : undefined;
  if (agency) return agencyCard(register, agency, country, language, today);
  const law = jurisdiction?.data.informationLaw;
  return {
    kind: 'right',
    id: entity.id,
    path: entity.documents[0]?.path ?? '/',
    country,
    name: jurisdiction ? translated(jurisdiction.data, language, 'informationLaw.name', law?.name ?? '') : '',
    formerNames: [],
    summary: jurisdiction ? translated(jurisdiction.data, language, 'informationLaw.summary', law?.summary ?? '') : '',
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
  const { data } = agency;
  const text = (field: string, original: string): string => translated(data, language, field, original);
  const desk = contactFor(agency, 'complaint') ?? contactFor(agency, 'general');
  const hears = hearsOf(register.jurisdictions.get(data.jurisdiction)?.data, agency.id);
  const phone = desk?.phones.find((candidate) => candidate.kind !== 'fax');
  return {
    kind: 'agency',
    id: agency.id,
    path: `/${data.jurisdiction}/${agency.id}/`,
    country,
    name: text('name', data.name),
    ...(data.acronym ? { acronym: data.acronym } : {}),
    formerNames: data.aliases.slice(0, 6),
    summary: text('summary', data.summary),
    ...(data.mandate ? { mandate: shorten(text('mandate.text', data.mandate.text), 220) } : {}),
    notHandled: data.notHandled.slice(0, 4).map(({ matter, agency: id }, index) => {
      const other = register.agencies.get(id ?? '');
      return {
        matter: text(`notHandled.${index}.matter`, matter),
        ...(other
          ? {
              name: other.data.acronym ?? translated(other.data, language, 'name', other.data.name),
              path: `/${other.data.jurisdiction}/${other.id}/`,
            }
          : {}),
      };
    }),
    ...(desk
      ? {
          complaint: {
            title: text(`contacts.${data.contacts.indexOf(desk)}.title`, desk.title),
            ...(phone ? { phone: phone.number } : {}),
            ...(desk.emails[0] ? { email: desk.emails[0] } : {}),
          },
        }
      : {}),
    ...(hears ? { hears } : {}),
    services: agency.services.map((service) => serviceCard(service.id, service.data, language, today)),
    ...(data.language !== language && !hasTranslation(data, language, 'name') ? { lang: data.language } : {}),
  };
}

function serviceCard(id: string, data: Service, language: Language, today: Date): CardService {
  return {
    id,
    name: translated(data, language, 'name', data.name),
    ...(data.summary ? { summary: translated(data, language, 'summary', data.summary) } : {}),
    fee: { ...summariseFees(data, language), ...marked(joinMarks(data.fees.map((fee) => figureMarks(fee, today)))) },
    time: {
      ...summariseTime(data),
      ...marked(data.processingTimes.slice(0, 1).flatMap((time) => figureMarks(time, today))),
    },
    ...(data.startUrl ? { startUrl: data.startUrl } : {}),
    ...(data.door === 'apply' ? {} : { door: data.door }),
    active: data.status === 'active',
  };
}

/** Several fixed fees of one currency become a range; otherwise the first fee that says something stands for all. */
function summariseFees(data: Service, language: Language): CardFee {
  const fixed = data.fees.filter((fee): fee is Extract<Fee, { kind: 'fixed' }> => fee.kind === 'fixed');
  const currency = fixed[0]?.currency;
  const amounts = fixed.filter((fee) => fee.currency === currency).map((fee) => fee.amount);
  if (currency && amounts.length > 0) {
    const free = data.fees.some((fee) => fee.kind === 'free');
    return { kind: 'fixed', min: free ? 0 : Math.min(...amounts), max: Math.max(...amounts), currency };
  }
  const index = Math.max(
    0,
    data.fees.findIndex((fee) => fee.kind !== 'not-stated'),
  );
  const fee = data.fees[index];
  if (fee?.kind === 'formula')
    return { kind: 'formula', formula: translated(data, language, `fees.${index}.formula`, fee.formula) };
  return { kind: fee?.kind === 'fixed' ? 'not-stated' : (fee?.kind ?? 'not-stated') };
}

function summariseTime(data: Service): CardTime {
  const time = data.processingTimes[0];
  if (!time) return { kind: 'not-stated' };
  return {
    kind: time.kind,
    ...(time.min === undefined ? {} : { min: time.min }),
    ...(time.max === undefined ? {} : { max: time.max }),
    ...(time.unit === undefined ? {} : { unit: time.unit }),
  };
}

function marked(marks: FigureMark[]): { marks?: FigureMark[] } {
  return marks.length > 0 ? { marks } : {};
}

function translated(
  data: { translations: Translation[] },
  language: Language,
  field: string,
  original: string,
): string {
  return data.translations.find((item) => item.language === language && item.field === field)?.text ?? original;
}

function hasTranslation(data: { translations: Translation[] }, language: Language, field: string): boolean {
  return data.translations.some((item) => item.language === language && item.field === field);
}

function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most))}…`;
}
