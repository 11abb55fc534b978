import { readEntry } from '../../register/read-entry.ts';
import type { PlacedEntry } from '../../register/with-entries.ts';
import type { ContentStore } from './content-store.ts';

/**
 * The charter and services of an agency as they were published at an instant, as far as they can be read by the rules of
 * today; undefined where the repository does not reach back so far, or had no such charter.
 */
export async function contentThen(
  store: ContentStore,
  agency: string,
  instant: Date,
): Promise<PlacedEntry[] | undefined> {
  const head = await store.head();
  const [commit] = await store.log([
    '-1',
    '--first-parent',
    '--format=%H',
    `--before=${instant.toISOString()}`,
    head.commit,
  ]);
  if (!commit) return undefined;
  const [charter] = await store.list(commit, `content/charters/${agency}.mdx`);
  if (!charter) return undefined;
  const services = await store.list(commit, `content/services/${agency}/`);
  const files = [
    { ...charter, kind: 'charters' as const },
    ...services.map((file) => ({ ...file, kind: 'services' as const })),
  ];
  const texts = await store.readMany(files.map(({ blob }) => blob));
  return files.flatMap(({ path, kind }, at) => (readEntry(kind, path, String(texts[at])).entry ?? []) as PlacedEntry[]);
}
