import { createIndex, type PagefindIndex } from 'pagefind';
import { splitLocale } from '../lib/locales.ts';
import type { Register } from '../register/register.ts';
import { searchEntities, type SearchDocument } from './documents.ts';
import { fold, tokenize } from './fold.ts';
import { otherNumber } from './swahili.ts';
import { keysOf, phrasesOf } from './terms.ts';
import type { Vocabulary } from './vocabulary-schema.ts';

/** Pages handed to Pagefind at a time; each waits for an answer of its process. */
const BATCH = 32;

/** A built page: the address of its file (ng/inec/index.html), and how its HTML is had. */
export interface BuiltPage {
  sourcePath: string;
  read(): Promise<string>;
}

export interface PagefindOptions {
  /** Every built page; those without data-pagefind-body are passed over. */
  pages: readonly BuiltPage[];
  /** With both, pages get the words that their text lacks; without, they are indexed as they stand. */
  register?: Register;
  vocabulary?: Vocabulary;
}

/**
 * Makes Pagefind's index of the full text of the site: its files by their path, such as pagefind.js. Pages of agencies and services are indexed together with what
 * their text lacks: popular names, synonyms, spellings without hooks, Kiswahili plurals. The built pages stay as they
 * are. Throws when Pagefind reports an error.
 */
export async function makePagefindIndex({
  pages,
  register,
  vocabulary,
}: PagefindOptions): Promise<Map<string, Uint8Array>> {
  const documents = new Map(
    (register ? searchEntities(register, vocabulary?.spokenNames) : []).flatMap((entity) =>
      entity.documents.map((document) => [document.path, document]),
    ),
  );
  const synonyms = vocabulary ? synonymGroups(vocabulary) : new Map<string, string[]>();
  const created = await createIndex();
  if (!created.index) throw new Error(`Pagefind could not start: ${created.errors.join('; ')}`);
  const { index } = created;
  // In one order, so that the same pages give the same index.
  const sorted = [...pages].sort((a, b) => (a.sourcePath < b.sourcePath ? -1 : 1));
  for (let start = 0; start < sorted.length; start += BATCH)
    await Promise.all(sorted.slice(start, start + BATCH).map((page) => addPage(index, page, documents, synonyms)));
  const { errors, files } = await index.getFiles();
  await index.deleteIndex();
  if (errors.length > 0) throw new Error(`Pagefind could not make its index: ${errors.join('; ')}`);
  return new Map(files.map(({ path, content }) => [path, content]));
}

async function addPage(
  index: PagefindIndex,
  { sourcePath, read }: BuiltPage,
  documents: Map<string, SearchDocument>,
  synonyms: Map<string, string[]>,
): Promise<void> {
  const html = await read();
  if (!html.includes('data-pagefind-body')) return;
  const { path } = splitLocale(`/${sourcePath.replace(/index\.html$/, '')}`);
  const document = documents.get(path);
  const page = withSearchFilters(html, path);
  const { errors } = await index.addHTMLFile({
    sourcePath,
    content: document ? withHiddenWords(page, hiddenWords(document, synonyms)) : page,
  });
  if (errors.length > 0) throw new Error(`Pagefind refused ${sourcePath}: ${errors.join('; ')}`);
}

/** The words under which a page should be found although they may not stand on it. */
export function hiddenWords(document: SearchDocument, synonyms: Map<string, string[]>): string[] {
  const named = document.fields
    .filter((field) => ['acronym', 'name', 'popular', 'topic'].includes(field.name))
    .map((field) => field.text);
  const tokens = named.flatMap(tokenize);
  const keys = named.flatMap((text) => {
    const own = keysOf(text);
    return [...own, ...phrasesOf(own).map((item) => item.phrase)];
  });
  const found = new Set(named);
  for (const key of keys) for (const word of synonyms.get(key) ?? []) found.add(word);
  for (const { raw, folded } of tokens) {
    if (fold(raw) !== raw.toLowerCase()) found.add(folded);
    for (const word of otherNumber(folded)) found.add(word);
  }
  return [...found];
}

/** Kinds as pages name them, where that differs from what the search asks for. */
const KINDS: Record<string, string> = { charter: 'agency', rights: 'right' };

/**
 * Brings the filters of a page into the form that the search asks for: the country by the id in the page's address, in
 * every language, and each in an attribute of its own, because Pagefind reads "country:ng, kind:agency" as one long
 * value.
 */
export function withSearchFilters(html: string, path: string): string {
  return html.replace(/data-pagefind-filter="([^"]*)"/g, (_, list: string) => {
    const filters = list
      .split(',')
      .map((item) => item.trim().split(':'))
      .map(([name = '', value = '']): [string, string] => [
        name,
        name === 'country' ? (path.split('/')[1] ?? value) : (KINDS[value] ?? value),
      ]);
    const names = filters.map(([name]) => `${name}[data-filter-${name}]`).join(', ');
    return `data-pagefind-filter="${names}" ${filters.map(([name, value]) => `data-filter-${name}="${value}"`).join(' ')}`;
  });
}

/**
 * Below the weight of visible text, so that an excerpt is taken from there if the words stand there too; the box relies
 * on it.
 */
const HIDDEN_WEIGHT = 0.8;

/** Adds what is shown of a page, when only hidden words matched, and the hidden words. */
function withHiddenWords(html: string, words: string[]): string {
  const end = html.lastIndexOf('</main>');
  if (end < 0) return html;
  const summary = /<meta name="description" content="([^"]*)"/.exec(html)?.[1];
  const shown = summary
    ? `<span hidden data-pagefind-meta="summary[data-summary]" data-summary="${summary}"></span>`
    : '';
  const text = words.join(', ').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `${html.slice(0, end)}${shown}<p hidden data-pagefind-weight="${HIDDEN_WEIGHT}">${text}.</p>${html.slice(end)}`;
}

/** Gives, for the stemmed form of each word with synonyms, all words of its group. */
export function synonymGroups(vocabulary: Vocabulary): Map<string, string[]> {
  return new Map(
    vocabulary.synonyms.flatMap((group) => group.map((word): [string, string[]] => [keysOf(word).join(' '), group])),
  );
}
