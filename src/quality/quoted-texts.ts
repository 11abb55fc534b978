import type { LoadedEntries } from '../register/read-entry.ts';
import { collections, type CollectionName } from '../schemas/collections.ts';
import { walkFields } from '../schemas/walk.ts';

/**
 * Every text of the content that its schema lets nobody translate, because it is quoted: the title of a source, the
 * name of a law under a fee. A text that stands elsewhere as one to translate is none, for example a name that people
 * also type.
 */
export function quotedTexts(entries: LoadedEntries): Set<string> {
  const quoted = new Set<string>();
  const translatable = new Set<string>();
  for (const name of Object.keys(collections) as CollectionName[]) {
    for (const { data } of entries[name]) {
      walkFields(collections[name].schema, data, (value, path, meta) => {
        if (typeof value === 'string' && path[0] !== 'translations')
          (meta.translatable ? translatable : quoted).add(value);
      });
    }
  }
  return new Set([...quoted].filter((text) => !translatable.has(text)));
}
