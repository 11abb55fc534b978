import type { Register } from '../../register/register.ts';
import { defaultLanguage, type Language } from '../../lib/locales.ts';
import { texts } from '../../texts/texts.ts';
import type { Officer } from '../../schemas/officer.ts';
import { deskCollections, type DeskCollection } from '../permissions.ts';

/** What an officer may edit of one agency: the collections of the editor by the names that people read. */
export interface AgencyCollections {
  /** Absent for what belongs to no agency. */
  agency?: string;
  name: string;
  collections: { name: string; label: string }[];
}

/**
 * The collections of each of an officer's agencies, in the officer's order, of one agency where one is named; after them
 * those that belong to no agency.
 */
export function agencyCollections(
  officer: Officer,
  register: Register,
  only?: string,
  language: Language = defaultLanguage,
): AgencyCollections[] {
  const shown = deskCollections(officer).filter(({ agency }) => !only || agency === only);
  const groups = Map.groupBy(shown, ({ agency }) => agency);
  return [...groups].map(([agency, desks]) => ({
    ...(agency === undefined ? {} : { agency }),
    name:
      agency === undefined
        ? texts('desk-editor', language).lists.forAll
        : (register.agencies.get(agency)?.data.name ?? agency),
    collections: desks.map((desk) => ({ name: desk.name, label: collectionLabel(desk, register, language) })),
  }));
}

/** What a collection is called in the editor and where it is linked: "NIS – services". */
export function collectionLabel({ agency, kind }: DeskCollection, register: Register, language: Language): string {
  const m = texts('desk-editor', language).lists;
  if (agency === undefined) return m[kind];
  const isStub = register.agencies.get(agency)?.data.completeness === 'stub';
  return `${shortName(agency, register)} – ${kind === 'charters' && isStub ? m.stub : m[kind]}`;
}

/** The acronym of an agency, or its name where it has none. */
export function shortName(agency: string, register: Register): string {
  const data = register.agencies.get(agency)?.data;
  return data?.acronym ?? data?.name ?? agency;
}
