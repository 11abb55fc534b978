import { randomBytes } from 'node:crypto';
import type { Source } from '../../schemas/provenance.ts';
import { CmsError } from '../cms-error.ts';
import type { DeskContext } from '../context.ts';
import type { EditBase } from '../entry/entry-text.ts';
import { valuesOf, type EntryValues } from '../entry/save-entry.ts';
import type { Draft } from '../git/drafts.ts';
import { permittedFile, type PermittedFile } from '../permissions.ts';
import { formParts, type FormPart } from './form-parts.ts';
import { chapterOfItem, itemPlace, itemSchema, type ItemPlace } from './item-place.ts';

/** What an address of the small form names. */
export interface ItemAddress {
  agency: string;
  /** Absent for what stands in the charter. */
  service?: string | undefined;
  /** Such as fees.0 or contacts.new. */
  at: string;
}

/** An item of an entry, opened to be changed. */
export interface OpenItem {
  address: ItemAddress;
  place: ItemPlace;
  file: PermittedFile;
  parts: FormPart[];
  /** The version it was read from; it travels in the form. */
  base: EditBase;
  /** The entry as it stands: the draft of it, where there is one. */
  text: string;
  entry: EntryValues;
  /** Those that the charter lists, which it may cite. */
  sources: Source[];
  /** The item itself; empty for a new one. */
  item: Record<string, unknown>;
  /** The items of its list that are public. */
  published: Record<string, unknown>[];
  draft?: Draft;
}

/**
 * Opens an item, in the version of the entry that is named, or in the present one. Refuses what is not the officer's, and
 * what is not there (404).
 */
export async function openItem(
  { officer, store }: DeskContext,
  address: ItemAddress,
  version?: string,
): Promise<OpenItem> {
  const { agency, service, at } = address;
  const kind = service === undefined ? 'charters' : 'services';
  const place = itemPlace(kind, at);
  const path = service === undefined ? `content/charters/${agency}.mdx` : `content/services/${agency}/${service}.yaml`;
  const file = permittedFile(officer, path);
  const draft = await store.drafts.find(file.collection.name, file.slug);
  const tip = draft?.commit ?? (await store.head()).commit;
  const charterPath = `content/charters/${agency}.mdx`;
  const [current, charterBlob] = await Promise.all([store.blobAt(tip, path), store.blobAt(tip, charterPath)]);
  if (!place || !charterBlob) throw notThere();
  const named = version && version !== current ? await store.read(version).then(String, () => undefined) : undefined;
  const blob = named === undefined ? current : version;
  if (!blob) throw notThere();
  const text = named ?? (await store.read(blob)).toString();
  const charter = (await store.read(charterBlob)).toString();
  const entry = valuesOf(path, text, file.collection.extension);
  const sources = (valuesOf(charterPath, charter, 'mdx').data.sources ?? []) as Source[];
  const item = itemsOf(entry, place)[place.index === 'new' ? -1 : place.index];
  const live = draft ? await store.blobAt((await store.head()).commit, path) : blob;
  const liveText = live === undefined || live === blob ? undefined : (await store.read(live)).toString();
  const published =
    live === undefined
      ? []
      : itemsOf(liveText === undefined ? entry : valuesOf(path, liveText, file.collection.extension), place);
  if (place.index !== 'new' && item === undefined) throw notThere();
  const base = { blob, editWindow: randomBytes(8).toString('hex') };
  const parts = formParts(itemSchema(place), chapterOfItem(place));
  return { address, place, file, parts, base, text, entry, sources, item: item ?? {}, published, draft };
}

/** The items of the list that a place is in. */
export function itemsOf({ data }: EntryValues, { list }: ItemPlace): Record<string, unknown>[] {
  return (data[list] ?? []) as Record<string, unknown>[];
}

const notThere = (): CmsError =>
  new CmsError(404, 'There is no such figure or contact any more. Go back to the list and choose it again.');
