import { translatableTexts } from '../../register/check-translations.ts';
import type { Register, RegisterEntry } from '../../register/register.ts';
import { readEntry } from '../../register/read-entry.ts';
import { PROSE_FIELD, proseWords } from '../../register/translated-prose.ts';
import { fingerprint } from '../../lib/fingerprint.ts';
import type { Translation } from '../../schemas/translation.ts';
import type { DeskContext } from '../context.ts';
import { deskCollections, type DeskCollection, type DeskKind } from '../permissions.ts';
import { writtenIn } from './open-entry.ts';

/** An entry that an officer may translate, with its texts and what it was translated with. */
export interface DeskEntry {
  collection: DeskCollection;
  slug: string;
  name: string;
  /** The language it is written in. */
  language: string;
  texts: ReadonlyMap<string, string>;
  translations: readonly Translation[];
}

type AnyEntry = RegisterEntry<DeskKind>;

/**
 * The entries of a body that can be translated, its charter first, then its services in the order of their use, then
 * its notices; without a body topics and guides. Drafts stand in for what is published.
 */
export async function deskEntries(context: DeskContext, agency: string | undefined): Promise<DeskEntry[]> {
  const drafts = await draftsOf(context, agency);
  return listed(await context.register(), agency, (collection, published) => {
    const drafted = drafts.get(collection.name) ?? [];
    const present = published.map((entry) => drafted.find(({ id }) => id === entry.id) ?? entry);
    // A guide's translation is a file of its own, and may stand in a draft alone.
    const more =
      collection.kind === 'guides' ? drafted.filter(({ id }) => !published.some((one) => one.id === id)) : [];
    return [...present, ...more];
  });
}

/** The entries of a body as they are published. */
export function publishedEntries(register: Register, agency: string | undefined): DeskEntry[] {
  return listed(register, agency, (_, entries) => entries);
}

type Present = (collection: DeskCollection, published: AnyEntry[]) => AnyEntry[];

function listed(register: Register, agency: string | undefined, present: Present): DeskEntry[] {
  return deskCollections({ agencies: agency ? [agency] : [], role: 'administrator' })
    .filter((collection) => collection.agency === agency)
    .sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))
    .flatMap((collection) => {
      const entries = present(collection, entriesOf(register, collection));
      const guides = collection.kind === 'guides' ? (entries as RegisterEntry<'guides'>[]) : [];
      return entries
        .filter((entry) => !('translationOf' in entry.data && entry.data.translationOf))
        .map((entry) => toDeskEntry(register, collection, entry, guides));
    });
}

const KINDS: DeskKind[] = ['charters', 'services', 'notices', 'topics', 'guides'];

function entriesOf(register: Register, { kind, agency = '' }: DeskCollection): AnyEntry[] {
  const own = register.agencies.get(agency);
  switch (kind) {
    case 'charters':
      return own ? [own] : [];
    case 'services':
      return own ? inOrderOfUse(register, own.data.jurisdiction, servicesOf(own)) : [];
    case 'notices':
      return [...register.notices.values()].filter(({ data }) => data.agency === agency);
    default:
      return [...register[kind].values()];
  }
}

const servicesOf = ({ id: agency, services }: { id: string; services: { id: string; data: unknown }[] }) =>
  services.map(({ id, data }) => ({ id: `${agency}/${id}`, data, html: '' }) as RegisterEntry<'services'>);

/** What most people of the country come for comes first; then the order of the charter. */
function inOrderOfUse<E extends { id: string }>(register: Register, country: string, entries: E[]): E[] {
  const asked = (register.commonProblems.get(country)?.data.problems ?? []).flatMap((problem) =>
    problem.to === 'service' ? [problem.service] : [],
  );
  const rank = ({ id }: E): number => (asked.includes(id) ? asked.indexOf(id) : asked.length);
  return [...entries].sort((a, b) => rank(a) - rank(b));
}

const slugOf = ({ kind }: DeskCollection, id: string): string => (kind === 'services' ? (id.split('/')[1] ?? id) : id);

function toDeskEntry(
  register: Register,
  collection: DeskCollection,
  entry: AnyEntry,
  guides: RegisterEntry<'guides'>[],
): DeskEntry {
  const { data } = entry;
  const texts = textsOnce(collection.kind, entry);
  return {
    collection,
    slug: slugOf(collection, entry.id),
    name: 'title' in data ? data.title : data.name,
    language: writtenIn(register, collection, data),
    texts,
    translations:
      'translations' in data
        ? data.translations
        : guides.flatMap((guide) => (guide.data.translationOf === entry.id ? guideTranslation(guide, texts) : [])),
  };
}

/** A guide in another language, text by text. Where nobody said what a text is of, it is taken to fit. */
function guideTranslation({ data, html }: RegisterEntry<'guides'>, texts: ReadonlyMap<string, string>): Translation[] {
  const { language, of, title, summary } = data;
  return Object.entries({ title, summary, [PROSE_FIELD]: proseWords(html) }).flatMap(([field, text]) =>
    text === ''
      ? []
      : [{ language, field, text, of: of?.[field as keyof typeof of] ?? fingerprint(texts.get(field) ?? '') }],
  );
}

const known = new WeakMap<object, ReadonlyMap<string, string>>();

/** An entry is never changed: its texts are looked for once. */
function textsOnce(kind: DeskKind, entry: AnyEntry): ReadonlyMap<string, string> {
  const found = known.get(entry.data) ?? textsOf(kind, entry);
  known.set(entry.data, found);
  return found;
}

function textsOf(kind: DeskKind, { data, html }: AnyEntry): ReadonlyMap<string, string> {
  if (kind !== 'guides') return translatableTexts({ collection: kind, data, html });
  const { title, summary } = data as RegisterEntry<'guides'>['data'];
  return new Map(Object.entries({ title, summary, ...(html ? { [PROSE_FIELD]: proseWords(html) } : {}) }));
}

/** What of a body's drafts can be read, by the name of their collection. */
async function draftsOf({ officer, store }: DeskContext, agency: string | undefined): Promise<Map<string, AnyEntry[]>> {
  const found = new Map<string, AnyEntry[]>();
  for (const collection of deskCollections(officer).filter((item) => item.agency === agency)) {
    const prefix = `refs/heads/cms/${collection.name}/`;
    for (const { ref, commit } of await store.refsUnder(prefix)) {
      const path = `${collection.folder}/${ref.slice(prefix.length)}.${collection.extension}`;
      const blob = await store.blobAt(commit, path);
      const { entry } = blob ? readEntry(collection.kind, path, (await store.read(blob)).toString()) : {};
      if (entry) found.set(collection.name, [...(found.get(collection.name) ?? []), entry]);
    }
  }
  return found;
}
