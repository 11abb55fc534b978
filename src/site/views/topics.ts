import { reckonEach, type Remember } from '../../lib/remember.ts';
import type { Text } from '../../register/localise.ts';
import { nameBeside } from '../../register/names.ts';
import type { Agency, Register, RegisteredService, RegisterEntry } from '../../register/register.ts';
import { isGivenHere } from '../../schemas/service.ts';
import { urls } from '../urls.ts';
import type { MarkedFigure, ViewContext, ViewOptions } from './evidence.ts';
import { countryName } from './jurisdiction.ts';
import { serviceView } from './service.ts';

/** A matter of life in a list of them. */
export interface TopicRow {
  href: string;
  name: Text;
  summary: Text;
}

/** A matter of life with its services, country by country and then by name. */
export interface TopicView {
  name: Text;
  summary: Text;
  countries: { name: Text; services: TopicService[] }[];
}

export interface TopicService {
  href: string;
  name: Text;
  /** Whose service it is, as short as it can be said beside the name. */
  agency: string;
  cost: MarkedFigure;
  time: MarkedFigure;
}

/** Topics in the order editors gave them: all of them, or those that are part of no other. */
export function topicRows(
  register: Register,
  { language }: Pick<ViewOptions, 'language'>,
  { top = false } = {},
): TopicRow[] {
  return [...register.topics.values()]
    .filter(({ data }) => !top || !data.parent)
    .sort((a, b) => a.data.order - b.data.order)
    .map((topic) => {
      const { name, summary } = register.in(language).topic(topic);
      return { href: urls.topic(language, topic.id), name, summary };
    });
}

/** Makes a topic ready to show, with the services under it and under the topics below it. */
export function topicView(
  register: Register,
  topic: RegisterEntry<'topics'>,
  options: ViewOptions,
  remember = reckonEach,
): TopicView {
  const { name, summary } = register.in(options.language).topic(topic);
  const services = servicesOf(register, topic.id, options, remember);
  return {
    name,
    summary,
    countries: [...register.jurisdictions.keys()].flatMap((id) => {
      const own = services.filter(({ country }) => country === id).map(({ view }) => view);
      return own.length > 0 ? [{ name: countryName(register, id, options), services: own }] : [];
    }),
  };
}

function servicesOf(
  register: Register,
  topicId: string,
  options: ViewOptions,
  remember: Remember,
): { country: string; view: TopicService }[] {
  const ids = new Set([
    topicId,
    ...[...register.topics.values()].filter((topic) => topic.data.parent === topicId).map((topic) => topic.id),
  ]);
  return [...register.agencies.values()]
    .flatMap((agency) => rowsOf(register, agency, ids, options, remember))
    .sort((a, b) => a.country.localeCompare(b.country) || a.view.name.text.localeCompare(b.view.name.text));
}

/**
 * Every topic looks through all services, so what they belong to is gathered once for all topics; how one is shown
 * concerns the topics that show it only.
 */
function rowsOf(
  register: Register,
  agency: Agency,
  ids: ReadonlySet<string>,
  options: ViewOptions,
  remember: Remember,
): { country: string; view: TopicService }[] {
  const topics = remember(`service-topics/${agency.id}`, () =>
    agency.services.map((service): readonly string[] => (isGivenHere(service) ? [...service.data.topics] : [])),
  );
  if (!topics.some((own) => own.some((id) => ids.has(id)))) return [];
  const country = agency.data.jurisdiction;
  return agency.services
    .filter((_, index) => topics[index]?.some((id) => ids.has(id)))
    .map((service) => ({
      country,
      view: remember(`topic-row/${agency.id}/${service.id}/${options.language}/${options.today.toISOString()}`, () =>
        serviceOf(register, agency, service, options),
      ),
    }));
}

function serviceOf(register: Register, agency: Agency, service: RegisteredService, options: ViewOptions): TopicService {
  const context: ViewContext = { ...options, sources: agency.data.sources };
  const { href, name, strip } = serviceView(register, agency, service, context);
  const { name: owner, acronym } = register.in(options.language).charter(agency);
  return {
    href,
    name,
    agency: nameBeside(name.text, { name: owner.text, acronym }),
    cost: strip.cost,
    time: strip.time,
  };
}
