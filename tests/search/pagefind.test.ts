import { expect, it } from 'vitest';
import { hiddenWords, synonymGroups, withSearchFilters, makePagefindIndex } from '../../src/search/pagefind-index.ts';
import { searchEntities } from '../../src/search/documents.ts';
import { publishedVocabulary, searchRegister } from './search-fixture.ts';

const register = searchRegister();
const vocabulary = publishedVocabulary();

it('indexes the pages that ask for it and leaves the others out', async () => {
  const page = (body: string): string =>
    `<html lang="en"><head><title>T</title></head><body><main${body}><h1>Ordinary passport</h1></main></body></html>`;
  const pages = [
    { sourcePath: 'xx/borders/passport/index.html', read: async () => page(' data-pagefind-body') },
    { sourcePath: 'about.html', read: async () => page('') },
  ];
  const files = await makePagefindIndex({ pages, register, vocabulary });
  expect([...files.keys()]).toContain('pagefind.js');
  expect([...files.keys()].filter((path) => path.startsWith('fragment/'))).toHaveLength(1);
});

it('adds what the text of a page lacks: popular names, synonyms, plain letters, the other number', () => {
  const document = (path: string) =>
    searchEntities(register)
      .flatMap((entity) => entity.documents)
      .find((item) => item.path === path);
  const words = (path: string): string =>
    hiddenWords(document(path) ?? { path, title: '', fields: [] }, synonymGroups(vocabulary)).join(' ');
  expect(words('/xx/borders/passport/')).toContain('pasipoti');
  expect(words('/xx/roads/')).toContain('kasa');
  expect(words('/xx/civil/birth-certificate/')).toContain('kitambulisho');
});

it('filters by the country of the address and by the kinds of the search', () => {
  expect(withSearchFilters('<main data-pagefind-filter="country:Testland, kind:charter">', '/xx/borders/')).toBe(
    '<main data-pagefind-filter="country[data-filter-country], kind[data-filter-kind]" data-filter-country="xx" data-filter-kind="agency">',
  );
});
