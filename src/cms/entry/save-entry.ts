import { mergeYaml } from '../../lib/yaml/merge-yaml.ts';
import { joinEntry, splitEntry } from '../../register/entry-parts.ts';
import { parseSourceFile } from '../../register/source-file.ts';
import { collections } from '../../schemas/collections.ts';
import { texts } from '../../texts/texts.ts';
import { CmsError } from '../cms-error.ts';
import type { DeskContext } from '../context.ts';
import type { Draft } from '../git/drafts.ts';
import type { FileChange } from '../git/reader.ts';
import { joinEdits } from '../merge/join-edits.ts';
import { assertOwnNotice, permittedFile, type PermittedFile } from '../permissions.ts';
import { draftedCharter } from './drafted-charter.ts';
import type { EditBase } from './entry-text.ts';
import { startOf, type Start } from './start-of.ts';
import { keepConfirmations } from './kept-confirmations.ts';
import { assertOwnNames } from './own-names.ts';
import { assertReservedKept } from './reserved-fields.ts';
import { translationsAtTheirTexts } from './translations-at-their-texts.ts';
import { withoutTranslationsOfEmptied } from './translations-of-emptied.ts';
import { assertValid, type ProposedFile } from './validate.ts';

/** The fields of an entry as its file has them, without what the schema assumes, and the text below them. */
export interface EntryValues {
  data: Record<string, unknown>;
  body: string;
}

/** A change of one entry. */
export interface EntryEdit {
  file: PermittedFile;
  /** The version that the change was made on; undefined for a new entry. */
  base: EditBase | undefined;
  /** Makes the new values of the present ones; must not change what it is given. */
  change: (now: EntryValues) => EntryValues;
  /** Changes the charter of the entry's agency together with it, such as by a source that the entry cites. */
  charter?: ((now: EntryValues) => EntryValues) | undefined;
  /** Uploads that come with it, checked already. */
  assets?: FileChange[];
  /** The blob that the window of the edit holds, where it is another version than what is saved. */
  held?: string | undefined;
  /** The draft that there is goes on from what is published: both were decided between. */
  renews?: boolean;
}

/** What was saved. */
export interface SavedEntry {
  /** What others saved meanwhile, where the change was joined to it: by whom, and the two versions as texts and as blobs. */
  joined?: { by: string[]; before: string; after: string; between: [from: string, to: string] } | undefined;
}

/**
 * Saves a change of an entry as a draft of the officer, in the layout that the file has. Every way of editing comes
 * through here: whose the entry is, the version it is based on, reserved fields, names, the schema and all references
 * are checked. A change of a version that others have changed since is joined to theirs; where the two contradict each
 * other, the officer's version is kept apart and the refusal (409) says where. Throws a `CmsError` where it refuses.
 */
export async function saveEntry(context: DeskContext, edit: EntryEdit): Promise<SavedEntry> {
  const { officer, store } = context;
  const { file, base, assets = [] } = edit;
  const { collection, path, slug } = file;
  const draft = await store.drafts.find(collection.name, slug);
  const renewed = edit.renews ? draft : undefined;
  const tip = renewed || !draft ? (await store.head()).commit : draft.commit;
  const start = await startOf(context, { base, tip, path });
  const before = start.current ? (await store.read(start.current)).toString() : undefined;
  const old = valuesOf(path, before ?? '', collection.extension);
  const beside = edit.charter ? [await charterWith(context, file, tip, edit.charter)] : [];
  const besideChanges = [];
  for (const other of beside) besideChanges.push({ path: other.path, blob: await store.writeBlob(other.text) });
  const extras = [...besideChanges, ...assets];
  const { given, mine, by } = await joinedWith(context, { edit, start, old, extras, tip });
  const placed = translationsAtTheirTexts(keepConfirmations(old.data, given.data));
  const data = withoutTranslationsOfEmptied(old.data, placed);
  if (collection.kind === 'notices') {
    assertOwnNotice(officer, path, data.agency);
    if (before !== undefined) assertOwnNotice(officer, path, old.data.agency);
  }
  const register = await context.register();
  assertReservedKept(collections[collection.kind].schema, old.data, data);
  assertOwnNames(register, collection, old.data, data);
  const text = mergeEntry(before ?? '', { data, body: given.body }, collection.extension);
  try {
    const drafted = draft && !renewed ? await otherFilesOf(context, draft, path) : [];
    const awaited = collection.kind === 'charters' ? undefined : await draftedCharter(store, collection.agency);
    await assertValid(store, register, { collection, path, text }, { beside, drafted, awaited });
  } catch (error) {
    throw mine === undefined ? error : await parkedFor(context, { edit, start, mine, extras, tip, cause: error });
  }
  const changes: FileChange[] = text === before ? [] : [{ path, blob: await store.writeBlob(text) }];
  const saved = {
    changes: [...changes, ...extras],
    author: officer,
    editWindow: base?.editWindow,
    held: mine === undefined ? edit.held : await store.writeBlob(mine),
  };
  if (renewed) await store.renewDraft(renewed, { published: tip, ...saved });
  else await store.saveDraft({ collection: collection.name, slug, ...saved });
  if (mine === undefined) return {};
  return { joined: { by, before: start.text, after: before ?? '', between: [start.blob ?? '', start.current ?? ''] } };
}

interface EditAt {
  edit: EntryEdit;
  start: Start;
  /** What the change brings along, in other files. */
  extras: FileChange[];
  tip: string;
}

/**
 * The new values of an entry: of a version that nobody changed since, the change itself; else both changes, and the
 * officer's own version as a text. Keeps that version apart where the two contradict each other, and refuses.
 */
async function joinedWith(
  context: DeskContext,
  { old, ...at }: EditAt & { old: EntryValues },
): Promise<{ given: EntryValues; mine?: string; by: string[] }> {
  const { edit, start } = at;
  if (start.blob === start.current) return { given: edit.change(old), by: [] };
  const { path, collection } = edit.file;
  const base = valuesOf(path, start.text, collection.extension);
  const changed = edit.change(base);
  const mine = mergeEntry(start.text, changed, collection.extension);
  const { value, conflicts } = joinEdits(base, start.current ? old : undefined, changed);
  if (conflicts.length > 0) throw await parkedFor(context, { ...at, mine });
  return { given: value, mine, by: [...new Set(start.since.map(({ name }) => name))] };
}

/** Keeps a version apart, and gives the refusal that says so. */
async function parkedFor(
  { officer, store }: DeskContext,
  { edit, start, mine, extras, tip, cause }: EditAt & { mine: string; cause?: unknown },
): Promise<CmsError> {
  const { collection, path, slug } = edit.file;
  const parked = await store.parked.park({
    officer,
    collection: collection.name,
    slug,
    path,
    tip,
    base: start.blob,
    changes: [{ path, blob: await store.writeBlob(mine) }, ...extras],
    editWindow: edit.base?.editWindow ?? '',
  });
  const names = [...new Set(start.since.map(({ name }) => name))].join(', ');
  return new CmsError(
    409,
    '{who} changed this entry after you opened it, and in part the same as you. Nothing was written over, and your version is kept for you alone, for 30 days. See both and choose.',
    { values: { who: (language) => names || texts('desk-merge', language).somebody }, parked, cause },
  );
}

/** The charter of an entry's agency with a change, as a file to be saved beside the entry. */
async function charterWith(
  { officer, store }: DeskContext,
  { collection }: PermittedFile,
  tip: string,
  change: (now: EntryValues) => EntryValues,
): Promise<ProposedFile & { text: string }> {
  const charter = permittedFile(officer, `content/charters/${collection.agency ?? ''}.mdx`);
  const blob = await store.blobAt(tip, charter.path);
  const before = blob ? (await store.read(blob)).toString() : '';
  const old = valuesOf(charter.path, before, 'mdx');
  const made = change(old);
  assertReservedKept(collections.charters.schema, old.data, made.data);
  return { collection: charter.collection, path: charter.path, text: mergeEntry(before, made, 'mdx') };
}

/** What a draft changed beside the file that is saved, such as the charter with a source that was added. */
async function otherFilesOf(
  { officer, store }: DeskContext,
  { changes }: Draft,
  path: string,
): Promise<ProposedFile[]> {
  const others = changes.filter((change) => change.path !== path && /\.(?:yaml|mdx)$/.test(change.path));
  return Promise.all(
    others.map(async ({ path: other, blob }) => ({
      collection: permittedFile(officer, other).collection,
      path: other,
      ...(blob ? { text: (await store.read(blob)).toString() } : {}),
    })),
  );
}

/** The values of an entry's text; none of a text that cannot be read. */
export function valuesOf(path: string, text: string, extension: 'mdx' | 'yaml'): EntryValues {
  const data = (parseSourceFile(path, text, extension).source?.data ?? {}) as Record<string, unknown>;
  return { data, body: splitEntry(text, extension).body };
}

/** Writes values into an entry's text: what did not change keeps its lines. */
export function mergeEntry(before: string, { data, body }: EntryValues, extension: 'mdx' | 'yaml'): string {
  const old = splitEntry(before, extension);
  const yaml = mergeYaml(old.yaml, data);
  if (old.body.trim() === body.trim())
    return yaml === old.yaml && before !== '' ? before : joinEntry({ yaml, body: old.body }, extension);
  return joinEntry({ yaml, body: body.trim() ? `\n${body.trim()}\n` : '' }, extension);
}
