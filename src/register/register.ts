import type { Language } from '../lib/locales.ts';
import type { CollectionName, EntryData } from '../schemas/collections.ts';
import type { Service } from '../schemas/service.ts';
import { readings, type Readings } from './readings.ts';

/** What the rest of the code needs of an entry: its id, its data and its rendered body. */
export interface RegisterEntry<C extends CollectionName> {
  id: string;
  data: EntryData<C>;
  html: string;
}

export interface RegisteredService {
  /** The file name, unique within its agency. */
  id: string;
  agencyId: string;
  /** The language it is written in: that of its agency's charter. */
  language: string;
  data: Service;
}

export interface Agency extends RegisterEntry<'charters'> {
  services: RegisteredService[];
}

/** All published content, indexed by id: one agency with its services, one jurisdiction with its law. */
export interface Register {
  portal: EntryData<'portal'>;
  jurisdictions: Map<string, RegisterEntry<'jurisdictions'>>;
  agencies: Map<string, Agency>;
  topics: Map<string, RegisterEntry<'topics'>>;
  guides: Map<string, RegisterEntry<'guides'>>;
  notices: Map<string, RegisterEntry<'notices'>>;
  /** Guided questions by jurisdiction. */
  finder: Map<string, RegisterEntry<'finder'>>;
  /** What people ask most, by jurisdiction. */
  commonProblems: Map<string, RegisterEntry<'commonProblems'>>;
  /** Whom to call in danger, by jurisdiction. */
  emergencies: Map<string, RegisterEntry<'emergencies'>>;
  /** Regions and towns, by jurisdiction. */
  places: Map<string, RegisterEntry<'places'>>;
  /** The entries in a language. */
  in(language: Language): Readings;
}

/** A portal may go without some collections; everything else has a list, if an empty one. */
type Optional = 'finder' | 'commonProblems' | 'emergencies' | 'places';
export type EntriesByCollection = { [C in Exclude<CollectionName, Optional>]: RegisterEntry<C>[] } & {
  [C in Optional]?: RegisterEntry<C>[];
};

/** Builds the register from valid entries. Services come in the order the charter gives them. */
export function buildRegister(entries: EntriesByCollection): Register {
  const portal = entries.portal[0]?.data;
  if (!portal) throw new Error('content/portal/portal.yaml is missing; copy it from the repository.');
  const agencies = new Map<string, Agency>(
    byId(entries.charters).map((entry) => [entry.id, { ...entry, services: [] }]),
  );
  for (const entry of entries.services) {
    const [agencyId = '', id = ''] = entry.id.split('/');
    const agency = agencies.get(agencyId);
    agency?.services.push({ id, agencyId, language: agency.data.language, data: entry.data });
  }
  for (const agency of agencies.values()) {
    agency.services.sort((a, b) => a.data.order - b.data.order || a.data.name.localeCompare(b.data.name, 'en'));
  }
  const read = new Map<Language, Readings>();
  return {
    portal,
    jurisdictions: index(entries.jurisdictions),
    agencies,
    topics: index(entries.topics),
    guides: index(entries.guides),
    notices: index(entries.notices),
    finder: index(entries.finder ?? []),
    commonProblems: index(entries.commonProblems ?? []),
    emergencies: index(entries.emergencies ?? []),
    places: index(entries.places ?? []),
    in: (language) => {
      const known = read.get(language) ?? readings(language);
      read.set(language, known);
      return known;
    },
  };
}

function index<C extends CollectionName>(entries: RegisterEntry<C>[]): Map<string, RegisterEntry<C>> {
  return new Map(byId(entries).map((entry) => [entry.id, entry]));
}

function byId<E extends { id: string }>(entries: E[]): E[] {
  return [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
}
