import { readFile } from 'node:fs/promises';
import type { CollectionName } from '../schemas/collections.ts';
import type { EntriesByCollection, Register, RegisterEntry } from './register.ts';

/*
 * Content is read and checked once for an edition: whoever starts the build has the register, and hands what is in it
 * to whatever makes pages or answers requests elsewhere.
 */

/** Reads the entries of a register from a file (JSON). They were checked before and are not checked again. */
export async function takeContent(file: string): Promise<EntriesByCollection> {
  return JSON.parse(await readFile(file, 'utf8')) as EntriesByCollection;
}

/** The entries that a register was built from; `buildRegister` makes the same of them. */
export function entriesOf(register: Register): Required<EntriesByCollection> {
  const agencies = [...register.agencies.values()];
  return {
    portal: [{ id: 'portal', data: register.portal, html: '' }],
    jurisdictions: [...register.jurisdictions.values()].map(bare),
    charters: agencies.map(bare),
    services: agencies.flatMap(({ services }) =>
      services.map(({ id, agencyId, data }) => ({ id: `${agencyId}/${id}`, data, html: '' })),
    ),
    topics: [...register.topics.values()].map(bare),
    guides: [...register.guides.values()].map(bare),
    notices: [...register.notices.values()].map(bare),
    finder: [...register.finder.values()].map(bare),
    commonProblems: [...register.commonProblems.values()].map(bare),
    emergencies: [...register.emergencies.values()].map(bare),
    places: [...register.places.values()].map(bare),
  };
}

/** An entry without what only its reader knows of it, such as the lines of its file. */
function bare<C extends CollectionName>({ id, data, html }: RegisterEntry<C>): RegisterEntry<C> {
  return { id, data, html };
}
