import type { Register } from '../../register/register.ts';
import type { Officer } from '../../schemas/officer.ts';
import { deskCollections, type DeskCollection, type DeskKind } from '../permissions.ts';

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
export function agencyCollections(officer: Officer, register: Register, only?: string): AgencyCollections[] {
  const shown = deskCollections(officer).filter(({ agency }) => !only || agency === only);
  const groups = Map.groupBy(shown, ({ agency }) => agency);
  return [...groups].map(([agency, desks]) => ({
    ...(agency === undefined ? {} : { agency }),
    name: agency === undefined ? 'For all bodies' : (register.agencies.get(agency)?.data.name ?? agency),
    collections: desks.map((desk) => ({ name: desk.name, label: collectionLabel(desk, register) })),
  }));
}

const kindNames: Record<DeskKind, string> = {
  charters: 'charter',
  services: 'services',
  notices: 'notices',
  topics: 'Topics',
  guides: 'Guides',
};

/** What a collection is called in the editor and where it is linked: "NIS – services". */
export function collectionLabel({ agency, kind }: DeskCollection, register: Register): string {
  if (agency === undefined) return kindNames[kind];
  const isStub = register.agencies.get(agency)?.data.completeness === 'stub';
  return `${shortName(agency, register)} – ${kind === 'charters' && isStub ? 'not described yet' : kindNames[kind]}`;
}

/** The acronym of an agency, or its name where it has none. */
export function shortName(agency: string, register: Register): string {
  const data = register.agencies.get(agency)?.data;
  return data?.acronym ?? data?.name ?? agency;
}
