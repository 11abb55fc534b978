import { entriesOf } from '../../register/handed-content.ts';
import type { Entry } from '../../register/read-entry.ts';
import { referencesOf } from '../../register/references.ts';
import type { Register } from '../../register/register.ts';
import type { PlacedEntry } from '../../register/with-entries.ts';

/**
 * The published charter with what entries name of its draft alone: sources and contacts that are to be published before
 * them. Nothing where they name none.
 */
export function withCited(
  register: Register,
  drafted: Entry<'charters'> | undefined,
  entries: PlacedEntry[],
): PlacedEntry[] {
  const charter = drafted && entriesOf(register).charters.find(({ id }) => id === drafted.id);
  if (!charter) return [];
  const named = entries.flatMap((entry) => referencesOf(entry as Entry));
  const cited = <Item extends { id: string }>(kind: 'source' | 'contact', from: Item[], published: Item[]): Item[] =>
    from.filter(
      ({ id }) =>
        !published.some((item) => item.id === id) && named.some((each) => each.kind === kind && each.id === id),
    );
  const { sources, contacts } = charter.data;
  const added = {
    sources: cited('source', drafted.data.sources, sources),
    contacts: cited('contact', drafted.data.contacts, contacts),
  };
  if (added.sources.length + added.contacts.length === 0) return [];
  const data = {
    ...charter.data,
    sources: [...sources, ...added.sources],
    contacts: [...contacts, ...added.contacts],
  };
  return [{ ...charter, data, collection: 'charters' }];
}
