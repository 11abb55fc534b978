import { mergeYaml } from '../../lib/yaml/merge-yaml.ts';
import { joinEntry, splitEntry } from '../../register/entry-parts.ts';
import { parseSourceFile } from '../../register/source-file.ts';
import { collections } from '../../schemas/collections.ts';
import { CmsError } from '../cms-error.ts';
import type { DeskContext } from '../context.ts';
import type { FileChange } from '../git/reader.ts';
import { assertOwnNotice, permittedFile, type PermittedFile } from '../permissions.ts';
import type { EditBase } from './entry-text.ts';
import { keepConfirmations } from './kept-confirmations.ts';
import { assertOwnNames } from './own-names.ts';
import { assertReservedKept } from './reserved-fields.ts';
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
}

/**
 * Saves a change of an entry as a draft of the officer, in the layout that the file has. Every way of editing comes
 * through here: whose the entry is, the version it is based on, reserved fields, names, the schema and all references
 * are checked. Throws a `CmsError` where it refuses.
 */
export async function saveEntry(context: DeskContext, { file, base, change, charter, assets = [] }: EntryEdit) {
  const { officer, store } = context;
  const { collection, path, slug } = file;
  const draft = await store.drafts.find(collection.name, slug);
  const tip = draft?.commit ?? (await store.head()).commit;
  const current = await store.blobAt(tip, path);
  await assertBase(context, { base, current, tip, path });
  const before = current ? (await store.read(current)).toString() : undefined;
  const old = valuesOf(path, before ?? '', collection.extension);
  const { data: given, body } = change(old);
  const data = keepConfirmations(old.data, given);
  if (collection.kind === 'notices') {
    assertOwnNotice(officer, path, data.agency);
    if (before !== undefined) assertOwnNotice(officer, path, old.data.agency);
  }
  const register = await context.register();
  assertReservedKept(collections[collection.kind].schema, old.data, data);
  assertOwnNames(register, collection, old.data, data);
  const text = mergeEntry(before ?? '', { data, body }, collection.extension);
  const beside = charter ? [await charterWith(context, file, tip, charter)] : [];
  await assertValid(store, register, { collection, path, text }, beside);
  const changes: FileChange[] = text === before ? [] : [{ path, blob: await store.writeBlob(text) }];
  for (const other of beside) changes.push({ path: other.path, blob: await store.writeBlob(other.text) });
  await store.saveDraft({
    collection: collection.name,
    slug,
    changes: [...changes, ...assets],
    author: officer,
    editWindow: base?.editWindow,
  });
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

/**
 * Refuses an edit of a version that is no longer the current one, unless the current one was saved from the same
 * window: Decap does not load an entry again after saving it, so further saves still name the version first loaded.
 */
async function assertBase(
  { officer, store }: DeskContext,
  { base, current, tip, path }: { base: EditBase | undefined; current: string | undefined; tip: string; path: string },
): Promise<void> {
  if (base?.blob === current) return;
  if (!base)
    throw new CmsError(
      409,
      'There is already an entry with this name. Open that one, or give the new one another name. Nothing was overwritten.',
    );
  const last = await store.lastEdit(tip, path);
  if (current && last.editWindow === base.editWindow) return;
  // Decap takes an entry back to draft by removing it and then saving it.
  if (!current && last.email === officer.email) return;
  throw new CmsError(
    409,
    'Somebody else changed this entry after you opened it, so your version was not saved over theirs. Keep this window, open the entry in a second one to see what changed, and enter your change there.',
  );
}
