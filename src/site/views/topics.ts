import { reckonEach, type Remember } from '../../lib/remember.ts';
import type { Text } from '../../register/localise.ts';
import { acronymBeside } from '../../register/names.ts';
import type { Agency, Register, RegisteredService, RegisterEntry } from '../../register/register.ts';
import { isGivenHere } from '../../schemas/service.ts';
import { urls } from '../urls.ts';
import type { ViewContext, ViewOptions } from './evidence.ts';
import { countryName } from './jurisdiction.ts';
import { serviceView, type ServiceView } from './service.ts';

/** A matter of life in a list of them. */
export interface TopicRow {
  id: string;
  href: string;
  name: Text;
  summary: Text;
}

/** A matter of life with its services, country by country, and there body by body. */
export interface TopicView {
  name: Text;
  summary: Text;
  countries: { id: string; name: Text; agencies: TopicAgency[] }[];
}

/** The services of one body under a matter. */
export interface TopicAgency {
  href: string;
  name: Text;
  /** Only where the name does not hold it. */
  acronym?: string;
  services: TopicService[];
}

export interface TopicService {
  href: string;
  name: Text;
  promise: Pick<ServiceView['promise'], 'cost' | 'time'>;
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
      return { id: topic.id, href: urls.topic(language, topic.id), name, summary };
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
  const ids = new Set([topic.id, ...partsOf(register, topic.id)]);
  const agencies = [...register.agencies.values()].flatMap((agency) => {
    const services = rowsOf(register, agency, ids, options, remember);
    if (services.length === 0) return [];
    const { name: owner, acronym } = register.in(options.language).charter(agency);
    const view: TopicAgency = {
      href: urls.charter(options.language, agency),
      name: owner,
      acronym: acronymBeside(owner.text, acronym),
      services: services.sort(byName),
    };
    return [{ country: agency.data.jurisdiction, view }];
  });
  return {
    name,
    summary,
    countries: [...register.jurisdictions.keys()].sort().flatMap((id) => {
      const own = agencies.filter(({ country }) => country === id).map(({ view }) => view);
      return own.length > 0 ? [{ id, name: countryName(register, id, options), agencies: own.sort(byName) }] : [];
    }),
  };
}

/** The topics that are part of one. */
export function partsOf(register: Register, topicId: string): string[] {
  return [...register.topics.values()].filter(({ data }) => data.parent === topicId).map(({ id }) => id);
}

/** The topics of each service of a body, in the order of its services; none of one that another body gives. */
export function topicsOfServices(agency: Agency, remember: Remember): readonly (readonly string[])[] {
  return remember(`service-topics/${agency.id}`, () =>
    agency.services.map((service): readonly string[] => (isGivenHere(service) ? [...service.data.topics] : [])),
  );
}

function byName(a: { name: Text }, b: { name: Text }): number {
  return a.name.text.localeCompare(b.name.text);
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
): TopicService[] {
  const topics = topicsOfServices(agency, remember);
  return agency.services
    .filter((_, index) => topics[index]?.some((id) => ids.has(id)))
    .map((service) =>
      remember(`topic-row/${agency.id}/${service.id}/${options.language}/${options.today.toISOString()}`, () =>
        serviceOf(register, agency, service, options),
      ),
    );
}

function serviceOf(register: Register, agency: Agency, service: RegisteredService, options: ViewOptions): TopicService {
  const context: ViewContext = { ...options, sources: agency.data.sources };
  const { href, name, promise } = serviceView(register, agency, service, context);
  return { href, name, promise: { cost: promise.cost, time: promise.time } };
}
