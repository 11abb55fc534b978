import type { CollectionName } from '../schemas/collections.ts';
import { entriesOf } from './handed-content.ts';
import { buildRegister, type EntriesByCollection, type Register, type RegisterEntry } from './register.ts';

/** An entry to be put in place of the one that a register has of the same id, or added. */
export type PlacedEntry = { [C in CollectionName]: RegisterEntry<C> & { collection: C } }[CollectionName];

/** A register with some entries as they would stand after an edit; the register itself is left as it is. */
export function withEntries(register: Register, placed: PlacedEntry[]): Register {
  const entries = entriesOf(register);
  for (const { collection, ...entry } of placed) {
    const list = entries[collection] as RegisterEntry<CollectionName>[];
    const others = list.filter(({ id }) => id !== entry.id);
    Object.assign(entries, { [collection]: [...others, entry] } as Partial<EntriesByCollection>);
  }
  return buildRegister(entries);
}
