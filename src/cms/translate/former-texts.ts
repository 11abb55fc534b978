import { fingerprint } from '../../lib/fingerprint.ts';
import type { ContentStore } from '../git/content-store.ts';
import { valuesOf } from '../entry/save-entry.ts';
import type { PermittedFile } from '../permissions.ts';
import { textsIn } from './entry-texts.ts';

/** More versions than a file has in years; what is older is not looked for. */
const VERSIONS_MAX = 300;
/** How many versions are read at a time: what is looked for is mostly in the last few. */
const AT_A_TIME = 12;

/**
 * Finds the texts that were translated, by their fingerprints, in the earlier versions of a file, wherever in it they
 * stood. What is not found is not in the result.
 */
export async function formerTexts(
  store: ContentStore,
  { file, tip }: { file: PermittedFile; tip: string },
  fingerprints: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  if (fingerprints.size === 0) return found;
  const blobs = await versionsOf(store, file.path, tip);
  for (let at = 0; at < blobs.length && found.size < fingerprints.size; at += AT_A_TIME) {
    for (const text of await store.readMany(blobs.slice(at, at + AT_A_TIME))) {
      const values = valuesOf(file.path, text.toString(), file.collection.extension);
      for (const { words, text: written } of textsIn(file.collection.kind, file.path, values)) {
        const of = fingerprint(words);
        if (fingerprints.has(of) && !found.has(of)) found.set(of, written);
      }
    }
  }
  return found;
}

/** The blobs of a file's versions, newest first. */
async function versionsOf(store: ContentStore, path: string, tip: string): Promise<string[]> {
  const rows = await store.log([`--max-count=${VERSIONS_MAX}`, '--format=', '--raw', '--no-abbrev', tip, '--', path]);
  const blobs = rows.flatMap((row) => {
    const [, before = '', after = ''] = /^:\d+ \d+ ([0-9a-f]+) ([0-9a-f]+) /.exec(row) ?? [];
    return [after, before].filter((blob) => /[1-9a-f]/.test(blob));
  });
  return [...new Set(blobs)];
}
