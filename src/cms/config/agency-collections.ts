import type { Register } from '../../register/register.ts';
import type { Officer } from '../../schemas/officer.ts';
import { deskCollections, type DeskCollection, type DeskKind } from '../permissions.ts';

/** What an officer may edit of one agency: the collections of the editor by the names that people read. */
export interface AgencyCollections {
  agency: string;
  name: string;
  collections: { name: string; label: string }[];
}

/** The collections of each of an officer's agencies, in the officer's order; of one agency where one is named. */
export function agencyCollections(officer: Officer, register: Register, agency?: string): AgencyCollections[] {
  const made = new Map<string, AgencyCollections>();
  for (const desk of deskCollections(officer)) {
    if (desk.agency === undefined || (agency && desk.agency !== agency)) continue;
    const entry = made.get(desk.agency) ?? {
      agency: desk.agency,
      name: register.agencies.get(desk.agency)?.data.name ?? desk.agency,
      collections: [],
    };
    entry.collections.push({ name: desk.name, label: collectionLabel(desk, register) });
    made.set(desk.agency, entry);
  }
  return [...made.values()];
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
