import { readEntry, type Entry } from '../../register/read-entry.ts';
import type { ContentStore } from '../git/content-store.ts';
import { deskCollections } from '../permissions.ts';
import type { ProposedFile } from './validate.ts';

/** The charter of an agency as its draft has it; undefined where no draft changes it. */
export async function draftedCharter(
  store: ContentStore,
  agency: string | undefined,
): Promise<(ProposedFile & { text: string }) | undefined> {
  if (agency === undefined) return undefined;
  const collection = deskCollections({ agencies: [agency], role: 'desk-officer' }).find(
    ({ kind }) => kind === 'charters',
  );
  if (!collection) return undefined;
  const path = `${collection.folder}/${agency}.mdx`;
  const blob = (await store.drafts.find(collection.name, agency))?.changes.find((change) => change.path === path)?.blob;
  return blob ? { collection, path, text: (await store.read(blob)).toString() } : undefined;
}

/** The same as an entry; undefined also where the draft would not be published as it stands. */
export async function draftedCharterEntry(
  store: ContentStore,
  agency: string | undefined,
): Promise<Entry<'charters'> | undefined> {
  const drafted = await draftedCharter(store, agency);
  return drafted && readEntry('charters', drafted.path, drafted.text).entry;
}
