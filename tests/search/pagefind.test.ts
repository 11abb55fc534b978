import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { hiddenWords, synonymGroups, withSearchFilters, writePagefindIndex } from '../../src/search/pagefind-index.ts';
import { searchEntities } from '../../src/search/documents.ts';
import { publishedVocabulary, searchRegister } from './search-fixture.ts';

const folder = await mkdtemp(join(tmpdir(), 'opencharter-test-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const register = searchRegister();
const vocabulary = publishedVocabulary();

it('indexes the pages that ask for it and leaves the others out', async () => {
  const page = (body: string): string =>
    `<html lang="en"><head><title>T</title></head><body><main${body}><h1>Ordinary passport</h1></main></body></html>`;
  await mkdir(join(folder, 'xx/borders/passport'), { recursive: true });
  await writeFile(join(folder, 'xx/borders/passport/index.html'), page(' data-pagefind-body'));
  await writeFile(join(folder, 'about.html'), page(''));
  const { pages } = await writePagefindIndex({
    siteDir: folder,
    outDir: join(folder, 'pagefind'),
    register,
    vocabulary,
  });
  expect(pages).toBe(1);
  expect(await readdir(join(folder, 'pagefind'))).toContain('pagefind.js');
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
