import type { Text } from '../../register/localise.ts';
import type { Agency, Register, RegisterEntry } from '../../register/register.ts';
import { urls } from '../urls.ts';
import type { ViewOptions } from './evidence.ts';

/** What every page of a country shows: its name and the ways to its pages. */
export interface JurisdictionView {
  id: string;
  href: string;
  rightsHref: string;
  name: Text;
  /** Its name as it was written: what the search filters by in every language. */
  searchName: string;
  summary: Text;
}

/** Makes what every page of a country shows. */
export function jurisdictionView(
  register: Register,
  entry: RegisterEntry<'jurisdictions'>,
  { language }: Pick<ViewOptions, 'language'>,
): JurisdictionView {
  const { name, summary } = register.in(language).jurisdiction(entry);
  return {
    id: entry.id,
    href: urls.jurisdiction(language, entry.id),
    rightsHref: urls.informationRights(language, entry.id),
    name,
    searchName: entry.data.name,
    summary,
  };
}

/** The agencies of a country, in the register's order. */
export function agenciesIn(register: Register, jurisdictionId: string): Agency[] {
  return [...register.agencies.values()].filter((agency) => agency.data.jurisdiction === jurisdictionId);
}

/** The jurisdiction of an agency. The content check makes sure that it exists. */
export function jurisdictionOf(register: Register, agency: Agency): RegisterEntry<'jurisdictions'> {
  const entry = register.jurisdictions.get(agency.data.jurisdiction);
  if (!entry) throw new Error(`No jurisdiction "${agency.data.jurisdiction}" in the register.`);
  return entry;
}

/** The name of a country in a language; its id where it is not described. */
export function countryName(register: Register, id: string, { language }: Pick<ViewOptions, 'language'>): Text {
  const entry = register.jurisdictions.get(id);
  return entry ? register.in(language).jurisdiction(entry).name : { text: id };
}
