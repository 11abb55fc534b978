import { randomBytes } from 'node:crypto';
import { fingerprint } from '../../lib/fingerprint.ts';
import { PROSE_FIELD } from '../../register/translated-prose.ts';
import type { Register } from '../../register/register.ts';
import type { Translation } from '../../schemas/translation.ts';
import { CmsError } from '../cms-error.ts';
import type { DeskContext } from '../context.ts';
import type { EditBase } from '../entry/entry-text.ts';
import { valuesOf, type EntryValues } from '../entry/save-entry.ts';
import type { Draft } from '../git/drafts.ts';
import { assertOwnNotice, ID, permittedCollection, type DeskCollection, type PermittedFile } from '../permissions.ts';
import { guideFields, textsIn } from './entry-texts.ts';
import { inPageOrder } from './page-order.ts';

/** A text of an opened entry, with how it stands in the other language. */
export interface OpenedText {
  /** Its path, for example fees.0.label; `body` for the text under the fields. */
  field: string;
  /** The original as it was written. */
  original: string;
  /** The fingerprint of the original as it stands. */
  of: string;
  translation?: { text: string; of: string };
}

/** An entry opened to be translated into a language, with what a draft of it has already. */
export interface OpenedEntry {
  collection: DeskCollection;
  slug: string;
  /** The language it is written in. */
  language: string;
  into: string;
  name: string;
  /** Where the originals stand, and the commit at which they were read. */
  source: { file: PermittedFile; tip: string; values: EntryValues };
  /** Where the translations are written to: the same file, but for a guide. */
  target: { file: PermittedFile; base: EditBase | undefined; values: EntryValues };
  /** In the order of the page. */
  texts: OpenedText[];
  /** A change of the target that waits to be published. */
  draft?: Draft;
}

/** What is asked for: an entry by the name of its collection and its slug, and a language. */
export interface Asked {
  collection: string;
  slug: string;
  into: string;
}

/** Opens an entry to be translated. Refuses one that is not the officer's (403) or does not exist (404). */
export async function openEntry(context: DeskContext, asked: Asked): Promise<OpenedEntry> {
  const { officer } = context;
  const register = await context.register();
  const collection = permittedCollection(officer, asked.collection);
  const source = await read(context, fileIn(collection, asked.slug));
  if (!source.values || source.values.data.translationOf !== undefined) throw noSuchEntry();
  const { data } = source.values;
  if (collection.kind === 'notices') assertOwnNotice(officer, source.file.path, data.agency);
  const apart = collection.kind === 'guides';
  const target = apart ? await read(context, fileIn(collection, translatedSlug(register, asked))) : source;
  if (apart) assertTranslationOf(asked, target);
  const held = apart ? guideTranslations(target.values) : listed(data, asked.into);
  const texts = textsIn(collection.kind, source.file.path, source.values).map((item): OpenedText => {
    const of = fingerprint(item.words);
    const translation = held.find(({ field }) => field === item.field);
    return {
      field: item.field,
      original: item.text,
      of,
      ...(translation ? { translation: { text: translation.text, of: translation.of || of } } : {}),
    };
  });
  return {
    collection,
    slug: asked.slug,
    into: asked.into,
    language: writtenIn(register, collection, data),
    name: String(data.name ?? data.title ?? asked.slug),
    source: { file: source.file, tip: source.tip, values: source.values },
    target: { file: target.file, base: target.base, values: target.values ?? { data: {}, body: '' } },
    texts: inPageOrder(collection.kind, texts),
    ...(target.draft ? { draft: target.draft } : {}),
  };
}

/** The language in which an entry of the desk is written. */
export function writtenIn(register: Register, { agency }: DeskCollection, data: Record<string, unknown>): string {
  const own = typeof data.language === 'string' ? data.language : undefined;
  return own ?? (agency && register.agencies.get(agency)?.data.language) ?? 'en';
}

interface ReadFile {
  file: PermittedFile;
  tip: string;
  base: EditBase | undefined;
  /** Absent where there is no such file. */
  values?: EntryValues;
  draft?: Draft;
}

async function read({ store }: DeskContext, file: PermittedFile): Promise<ReadFile> {
  const draft = await store.drafts.find(file.collection.name, file.slug);
  const tip = draft?.commit ?? (await store.head()).commit;
  const blob = await store.blobAt(tip, file.path);
  const found = { file, tip, ...(draft ? { draft } : {}) };
  if (!blob) return { ...found, base: undefined };
  const values = valuesOf(file.path, (await store.read(blob)).toString(), file.collection.extension);
  return { ...found, base: { blob, editWindow: randomBytes(8).toString('hex') }, values };
}

function fileIn(collection: DeskCollection, slug: string): PermittedFile {
  if (!ID.test(slug) || (collection.kind === 'charters' && slug !== collection.agency)) throw noSuchEntry();
  return { collection, path: `${collection.folder}/${slug}.${collection.extension}`, slug };
}

function noSuchEntry(): CmsError {
  return new CmsError(404, 'There is no such entry; somebody may have removed or renamed it.');
}

/** The file of a guide's translation: the one that says so, else the one that would be made. */
function translatedSlug({ guides }: Register, { slug, into }: Asked): string {
  const known = [...guides.values()].find(({ data }) => data.translationOf === slug && data.language === into);
  return known?.id ?? `${slug}-${into.toLowerCase()}`;
}

/** Another guide may have the name that the file of the translation would get. */
function assertTranslationOf({ slug, into }: Asked, { file, values }: ReadFile): void {
  if (!values || (values.data.translationOf === slug && values.data.language === into)) return;
  throw new CmsError(409, '{path} is another guide. Give that one another name, then translate this one.', {
    values: { path: file.path },
  });
}

type Held = Pick<Translation, 'field' | 'text' | 'of'>;

function listed({ translations }: Record<string, unknown>, into: string): Held[] {
  return Array.isArray(translations) ? (translations as Translation[]).filter(({ language }) => language === into) : [];
}

/** A guide's texts in the file of its translation; an empty fingerprint where nobody said what they are of. */
function guideTranslations(values: EntryValues | undefined): Held[] {
  if (!values) return [];
  const of = (values.data.of ?? {}) as Record<string, string>;
  const texts = [...guideFields.map((field) => [field, values.data[field]]), [PROSE_FIELD, values.body.trim()]];
  return texts.flatMap(([field, text]) =>
    typeof text === 'string' && text !== '' ? [{ field: String(field), text, of: of[String(field)] ?? '' }] : [],
  );
}
