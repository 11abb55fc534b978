import type { Source } from '../../schemas/provenance.ts';
import { CmsError } from '../cms-error.ts';
import type { DeskContext } from '../context.ts';
import type { Draft } from '../git/drafts.ts';
import type { FileChange } from '../git/reader.ts';
import { joinEdits } from '../merge/join-edits.ts';
import { renumberedSources, withSourceIds } from '../merge/renumber-sources.ts';
import type { Joined } from '../merge/versions.ts';
import { permittedCollection } from '../permissions.ts';
import { mergeEntry, valuesOf, type EntryValues } from './save-entry.ts';

/**
 * A draft on top of what was published since it was begun. Where both changed a file, the changes are joined; sources
 * that both added keep apart. Gives the draft itself where nothing of it was touched. Where the two contradict each
 * other, the draft stays as it is, and the refusal (409) says where the officer sees both and chooses.
 */
export async function renewedDraft(context: DeskContext, draft: Draft): Promise<Draft> {
  const { officer, store } = context;
  const { commit: published } = await store.head();
  const overtaken = await overtakenBy(context, draft, published);
  if (overtaken.size === 0) return draft;
  const collection = permittedCollection(officer, draft.collection);
  const path = `${collection.folder}/${draft.slug}.${collection.extension}`;
  const ids = await sourceIds(context, draft, published);
  const changes: FileChange[] = [];
  let contradicted: string | undefined;
  for (const change of draft.changes) {
    if (!overtaken.has(change.path)) {
      changes.push(await renamed(context, change, ids));
      continue;
    }
    const { joined, before } = await joinedFile(context, { draft, published, change, ids });
    if (joined.conflicts.length === 0)
      changes.push({ path: change.path, blob: await written(context, change.path, before, joined.value) });
    else if (change.path === path) {
      contradicted = change.blob ?? undefined;
      changes.push(await renamed(context, change, ids));
    } else
      throw new CmsError(
        409,
        'Not published. Somebody published another change of the same charter after this draft was begun, and in part the same. Your draft is kept: open the charter, and cite its source there.',
      );
  }
  if (contradicted === undefined) {
    await store.renewDraft(draft, { published, changes });
    return store.drafts.get(draft.collection, draft.slug);
  }
  const parked = await store.parked.park({
    officer,
    collection: draft.collection,
    slug: draft.slug,
    path,
    tip: published,
    base: await store.blobAt(draft.base, path),
    changes,
    // To press once more keeps no second copy, whatever was noted on the draft in between.
    editWindow: contradicted.slice(0, 16),
    renews: draft.commit,
  });
  throw new CmsError(
    409,
    'Somebody published another change of this entry after this draft was begun, and in part the same. Your draft is kept. See both and choose.',
    { parked },
  );
}

/** The files of a draft that were published anew since it was begun, and not as the draft has them. */
async function overtakenBy({ store }: DeskContext, draft: Draft, published: string): Promise<Set<string>> {
  const found = new Set<string>();
  for (const { path, blob } of draft.changes) {
    const now = await store.blobAt(published, path);
    if (now !== (blob ?? undefined) && now !== (await store.blobAt(draft.base, path))) found.add(path);
  }
  return found;
}

/** The new ids of the sources that a draft adds to its charter. */
async function sourceIds(context: DeskContext, draft: Draft, published: string): Promise<Map<string, string>> {
  const charter = draft.changes.find(({ path, blob }) => blob && path.startsWith('content/charters/'));
  if (!charter) return new Map();
  const listed = async (commit: string): Promise<Source[]> =>
    ((await valuesAt(context, commit, charter.path))?.data.sources ?? []) as Source[];
  const [base, theirs, mine] = await Promise.all([listed(draft.base), listed(published), listed(draft.commit)]);
  return renumberedSources({ base, theirs, mine });
}

interface FileOfDraft {
  draft: Draft;
  published: string;
  change: FileChange;
  ids: Map<string, string>;
}

/** A file of a draft joined to how it is published. Refuses (409) what cannot be joined: uploads, and a removal. */
async function joinedFile(
  context: DeskContext,
  { draft, published, change, ids }: FileOfDraft,
): Promise<{ joined: Joined; before: string }> {
  const { path, blob } = change;
  if (!blob || !isText(path))
    throw new CmsError(
      409,
      'Not published. Somebody published another change after this draft was begun, and what the draft removes or uploads cannot be joined to it. Discard the draft, look at the entry as it is now, and do it again.',
    );
  const nothing: EntryValues = { data: {}, body: '' };
  const [base, theirs, own = nothing, before = ''] = await Promise.all([
    valuesAt(context, draft.base, path),
    valuesAt(context, published, path),
    valuesAt(context, draft.commit, path),
    textAt(context, published, path),
  ]);
  const mine = withoutDoubles(withSourceIds(own, ids));
  return { joined: joinEdits(base ?? nothing, theirs ?? (base ? undefined : nothing), mine), before };
}

/** Each source once: one that both added has one id by now. */
function withoutDoubles({ data, body }: EntryValues): EntryValues {
  const { sources } = data;
  if (!Array.isArray(sources)) return { data, body };
  const found = sources as { id?: unknown }[];
  const kept = found.filter(({ id }, at) => id === undefined || found.findIndex((other) => other.id === id) === at);
  return { data: { ...data, sources: kept }, body };
}

/** A file of a draft with the new ids of sources. */
async function renamed(context: DeskContext, change: FileChange, ids: Map<string, string>): Promise<FileChange> {
  const { path, blob } = change;
  if (ids.size === 0 || !blob || !isText(path)) return change;
  const text = (await context.store.read(blob)).toString();
  return { path, blob: await written(context, path, text, withSourceIds(valuesIn(path, text), ids)) };
}

const isText = (path: string): boolean => /\.(?:yaml|mdx)$/.test(path);
const extensionOf = (path: string): 'mdx' | 'yaml' => (path.endsWith('.mdx') ? 'mdx' : 'yaml');
const valuesIn = (path: string, text: string): EntryValues => valuesOf(path, text, extensionOf(path));

const written = ({ store }: DeskContext, path: string, before: string, value: EntryValues): Promise<string> =>
  store.writeBlob(mergeEntry(before, value, extensionOf(path)));

async function textAt({ store }: DeskContext, commit: string, path: string): Promise<string | undefined> {
  const blob = await store.blobAt(commit, path);
  return blob ? (await store.read(blob)).toString() : undefined;
}

async function valuesAt(context: DeskContext, commit: string, path: string): Promise<EntryValues | undefined> {
  const text = await textAt(context, commit, path);
  return text === undefined ? undefined : valuesIn(path, text);
}
