import { collections, type CollectionName } from '../schemas/collections.ts';
import { entriesOf } from './handed-content.ts';
import type { LoadedEntries } from './read-entry.ts';
import type { Register } from './register.ts';

/** The entries of a register as if they had just been read from their files, without the lines of these. */
export function loadedEntriesOf(register: Register): LoadedEntries {
  const lineOf = (): undefined => undefined;
  const lists = Object.entries(entriesOf(register)).map(([name, list]) => {
    const { folder, format } = collections[name as CollectionName];
    const loaded = list.map((entry) => ({
      ...entry,
      collection: name,
      file: `content/${folder}/${entry.id}.${format}`,
      lineOf,
    }));
    return [name, loaded];
  });
  return Object.fromEntries(lists) as unknown as LoadedEntries;
}
