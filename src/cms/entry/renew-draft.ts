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
  if (!(await isOvertaken(context, draft, published))) return draft;
  const collection = permittedCollection(officer, draft.collection);
  const path = `${collection.folder}/${draft.slug}.${collection.extension}`;
  const ids = await sourceIds(context, draft, published);
  const changes: FileChange[] = [];
  let contradicted = false;
  for (const change of draft.changes) {
    const { joined, before } = (await joinedFile(context, { draft, published, change, ids })) ?? {};
    if (!joined) changes.push(change);
    else if (joined.conflicts.length === 0)
      changes.push({ path: change.path, blob: await written(context, change.path, before ?? '', joined.value) });
    else if (change.path === path && change.blob) {
      contradicted = true;
      changes.push({ path, blob: await renamedBlob(context, { path, blob: change.blob }, ids) });
    } else
      throw new CmsError(
        409,
        'Not published. Somebody published another change of the same charter after this draft was begun, and in part the same. Your draft is kept: open the charter, and cite its source there.',
      );
  }
  if (!contradicted) {
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
    editWindow: draft.commit.slice(0, 16),
    renews: true,
  });
  throw new CmsError(
    409,
    'Somebody published another change of this entry after this draft was begun, and in part the same. Your draft is kept. See both and choose.',
    { parked },
  );
}

/** Whether a file of a draft was published anew since it was begun, and not as the draft has it. */
async function isOvertaken({ store }: DeskContext, draft: Draft, published: string): Promise<boolean> {
  for (const { path, blob } of draft.changes) {
    const now = await store.blobAt(published, path);
    if (now !== (blob ?? undefined) && now !== (await store.blobAt(draft.base, path))) return true;
  }
  return false;
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

/** A file of a draft joined to how it is published; undefined where it is not joined: uploads, and what is to be gone. */
async function joinedFile(
  context: DeskContext,
  { draft, published, change, ids }: FileOfDraft,
): Promise<{ joined: Joined; before: string } | undefined> {
  const { path, blob } = change;
  if (!blob || !/\.(?:yaml|mdx)$/.test(path)) return undefined;
  const [base, theirs, own] = await Promise.all([
    valuesAt(context, draft.base, path),
    valuesAt(context, published, path),
    valuesAt(context, draft.commit, path),
  ]);
  if (!own) return undefined;
  const before = await textAt(context, published, path);
  const mine = withoutDoubles(withSourceIds(own, ids));
  return {
    joined: joinEdits(base ?? { data: {}, body: '' }, theirs ?? (base ? undefined : { data: {}, body: '' }), mine),
    before: before ?? '',
  };
}

/** Each source once: one that both added has one id by now. */
function withoutDoubles({ data, body }: EntryValues): EntryValues {
  const { sources } = data;
  if (!Array.isArray(sources)) return { data, body };
  const found = sources as { id?: unknown }[];
  const kept = found.filter(({ id }, at) => id === undefined || found.findIndex((other) => other.id === id) === at);
  return { data: { ...data, sources: kept }, body };
}

async function renamedBlob(
  context: DeskContext,
  { path, blob }: { path: string; blob: string },
  ids: Map<string, string>,
): Promise<string> {
  const text = (await context.store.read(blob)).toString();
  return ids.size === 0 ? blob : written(context, path, text, withSourceIds(valuesIn(path, text), ids));
}

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
