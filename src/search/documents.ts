import { reckonEach } from '../lib/remember.ts';
import { contactFor } from '../register/ladder.ts';
import type { Agency, Register, RegisteredService, RegisterEntry } from '../register/register.ts';
import { collections } from '../schemas/collections.ts';
import { walkFields } from '../schemas/walk.ts';
import { isGivenHere } from '../schemas/service.ts';
import type { SpokenNames } from './vocabulary-schema.ts';

/** How much a word in a field tells about where the matter belongs. */
export const fieldWeights = {
  acronym: 14,
  name: 9,
  popular: 9,
  number: 9,
  topic: 2,
  summary: 3,
  functions: 2,
  prose: 1,
  detail: 0.4,
} as const;
export type FieldName = keyof typeof fieldWeights;

export interface SearchField {
  name: FieldName;
  text: string;
  /** The text may hold words of a language without a stemmer (popular names, translations). */
  mixed: boolean;
}

/** One page as the search sees it. */
export interface SearchDocument {
  /** Path without language prefix. */
  path: string;
  title: string;
  fields: SearchField[];
}

/** An agency with its services, or a page on rights. Document 0 is the entity's own page. */
export interface SearchEntity {
  kind: 'agency' | 'right';
  id: string;
  country: string;
  documents: SearchDocument[];
}

/**
 * Everything that can be found, country by country, in a stable order. `spoken` are names by language, which count as
 * popular names.
 */
export function searchEntities(register: Register, spoken: SpokenNames = [], remember = reckonEach): SearchEntity[] {
  const entities: SearchEntity[] = [];
  const said = (target: string): string[] => spoken.flatMap(({ words }) => words[target] ?? []);
  const instead = mattersOfOthers(register);
  for (const country of countryIds(register)) {
    for (const agency of register.agencies.values()) {
      if (agency.data.jurisdiction !== country) continue;
      const matters = instead.get(agency.id) ?? [];
      // What others say of it is no content of its own, and so part of the name under which it is remembered.
      const others = JSON.stringify([
        matters,
        [agency.id, ...agency.services.map(({ id }) => `${agency.id}/${id}`)].map(said),
      ]);
      entities.push(
        remember(`search-entity/${agency.id}/${others}`, () => agencyEntity(register, agency, matters, said)),
      );
    }
    const jurisdiction = register.jurisdictions.get(country);
    if (jurisdiction?.data.informationLaw) entities.push(rightsEntity(jurisdiction));
  }
  return entities;
}

/** Countries that have something to find: jurisdictions of the register, and any that only charters name. */
export function countryIds(register: Register): string[] {
  return [
    ...new Set([
      ...register.jurisdictions.keys(),
      ...[...register.agencies.values()].map((agency) => agency.data.jurisdiction),
    ]),
  ].sort();
}

type Said = (target: string) => string[];

function agencyEntity(register: Register, agency: Agency, matters: string[], said: Said): SearchEntity {
  const { data } = agency;
  const own: SearchField[] = [];
  add(own, 'acronym', [data.acronym, ...data.aliases.filter((alias) => /^[\p{Lu}\d-]{2,8}$/u.test(alias))], true);
  add(own, 'name', [data.name, ...data.aliases], true);
  add(own, 'popular', [...data.popularNames, ...said(agency.id)], true);
  add(own, 'number', phoneNumbers(agency), false);
  add(own, 'summary', [data.summary], false);
  add(own, 'functions', [...(data.coreFunctions?.items ?? []), ...matters], false);
  add(
    own,
    'prose',
    [
      data.mandate?.text,
      data.pledge?.text,
      data.parent,
      ...(data.customerGroups?.items ?? []),
      ...data.portals.map((portal) => portal.label),
    ],
    false,
  );
  add(
    own,
    'detail',
    [
      ...data.units.flatMap((unit) => [unit.name, ...unit.functions]),
      ...data.offices.map((office) => office.name),
      ...data.contacts.map((contact) => contact.title),
    ],
    false,
  );
  addTranslations(own, 'charters', data);
  const path = `/${data.jurisdiction}/${agency.id}/`;
  return {
    kind: 'agency',
    id: agency.id,
    country: data.jurisdiction,
    documents: [
      { path, title: data.name, fields: own },
      ...agency.services
        // What another body gives is found there.
        .filter(isGivenHere)
        .map((service) => serviceDocument(register, path, service, said(`${agency.id}/${service.id}`))),
    ],
  };
}

function serviceDocument(
  register: Register,
  agencyPath: string,
  service: RegisteredService,
  spoken: string[],
): SearchDocument {
  const { data } = service;
  const fields: SearchField[] = [];
  const topics = data.topics.flatMap((id) => register.topics.get(id)?.data ?? []);
  add(fields, 'name', [data.name], true);
  add(fields, 'popular', [...data.popularNames, ...spoken], true);
  add(
    fields,
    'topic',
    topics.flatMap((topic) => [topic.name, ...topic.words]),
    true,
  );
  add(fields, 'summary', [data.summary, data.output], false);
  add(
    fields,
    'prose',
    [
      ...data.fees.map((fee) => fee.label),
      ...data.eligibility,
      ...data.forms.map((form) => form.label),
      data.responsible,
    ],
    false,
  );
  add(
    fields,
    'detail',
    [
      ...data.requirements.map((item) => item.what),
      ...data.notes,
      ...data.steps.map((step) => step.client),
      ...data.channels.map((channel) => channel.label),
    ],
    false,
  );
  addTranslations(fields, 'services', data);
  return { path: `${agencyPath}${service.id}/`, title: data.name, fields };
}

function rightsEntity(jurisdiction: RegisterEntry<'jurisdictions'>): SearchEntity {
  const fields: SearchField[] = [];
  const law = jurisdiction.data.informationLaw;
  add(fields, 'name', [law?.name, law?.citation], true);
  add(fields, 'summary', [law?.summary, law?.silence.text, law?.fee.text], false);
  add(fields, 'detail', [...(law?.exemptions ?? []).map((item) => item.says), ...(law?.howToAsk?.items ?? [])], false);
  const path = `/${jurisdiction.id}/information-rights/`;
  return {
    kind: 'right',
    id: `${jurisdiction.id}-information-rights`,
    country: jurisdiction.id,
    documents: [{ path, title: law?.name ?? '', fields }],
  };
}

function add(fields: SearchField[], name: FieldName, texts: (string | undefined)[], mixed: boolean): void {
  for (const text of texts) if (text) fields.push({ name, text, mixed });
}

/** A translated name is a name, any other translation is prose. */
function addTranslations(
  fields: SearchField[],
  collection: 'charters' | 'services',
  data: Agency['data'] | RegisteredService['data'],
): void {
  const translatable = new Set<string>();
  walkFields(collections[collection].schema, data, (_value, path, meta) => {
    if (meta.translatable) translatable.add(path.join('.'));
  });
  for (const translation of data.translations) {
    if (!translatable.has(translation.field)) continue;
    const name = translation.field === 'name' ? 'name' : translation.field === 'summary' ? 'summary' : 'detail';
    fields.push({ name, text: translation.text, mixed: true });
  }
}

/** What other agencies say they do not handle, filed under the one that does. */
function mattersOfOthers(register: Register): Map<string, string[]> {
  const matters = new Map<string, string[]>();
  for (const agency of register.agencies.values()) {
    for (const { matter, agency: other } of agency.data.notHandled) {
      if (other) matters.set(other, [...(matters.get(other) ?? []), matter]);
    }
  }
  return matters;
}

/** Short codes and numbers are typed into searches too; each is one word of digits. */
function phoneNumbers(agency: Agency): string[] {
  const phones = [...agency.data.contacts, ...agency.data.offices].flatMap((place) => place.phones);
  const complaint = contactFor(agency, 'complaint');
  return [...new Set([...phones, ...(complaint?.phones ?? [])].map((phone) => phone.number.replace(/\D/g, '')))].filter(
    (digits) => digits.length >= 3,
  );
}
