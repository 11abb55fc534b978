import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkReferences } from '../../src/register/check-references.ts';
import { readEntry } from '../../src/register/read-entry.ts';
import { buildRegister, type EntriesByCollection } from '../../src/register/register.ts';
import { editionPaths } from '../../src/site/paths.ts';
import { commonProblems } from '../../src/site/views/common-problems.ts';
import { shippedSearch } from '../search/shipped-search.ts';
import { shippedContentDir, shippedEntries, shippedRegister } from './shipped-content.ts';

const file = 'content/common-problems/ng.yaml';
const original = readFileSync(join(shippedContentDir, 'common-problems', 'ng.yaml'), 'utf8');
const around = await shippedEntries();

/** Changes the problems of Nigeria as an editor might, and reads them among all other content. */
function changed(change: (text: string) => string) {
  const text = change(original);
  expect(text).not.toBe(original);
  const { entry, problems } = readEntry('commonProblems', file, text);
  const others = around.commonProblems.filter(({ id }) => id !== 'ng');
  const entries = { ...around, commonProblems: entry ? [...others, entry] : others };
  const found = entry ? checkReferences(entries) : problems;
  return { entries, complaints: found.map(({ field, message, remedy }) => `${field} ${message} ${remedy}`) };
}

describe('a common problem that leads nowhere is refused', () => {
  it.each([
    [
      'a service that does not exist',
      (text: string) => text.replace('nis/standard-passport', 'nis/standard-pasport'),
      'problems.0.service There is no service "nis/standard-pasport". Did you mean "nis/standard-passport"?',
    ],
    [
      'a service of another country',
      (text: string) => text.replace('nis/standard-passport', 'immigration/ordinary-passport'),
      'problems.0.service "immigration/ordinary-passport" belongs to the jurisdiction ke. Name one of ng.',
    ],
    [
      'a step that the finder of the country does not have',
      (text: string) => text.replace('step: light', 'step: ligth'),
      'problems.2.step content/finder/ng.yaml has no question or outcome "ligth". Did you mean "light"?',
    ],
  ])('for %s', (_what, change, complaint) => {
    expect(changed(change).complaints).toEqual([complaint]);
  });

  it('for a fifth problem, which the home page has no room for', () => {
    const { complaints } = changed((text) =>
      text.replace('translations:', '  - to: report\n    text: A fifth problem\ntranslations:'),
    );
    expect(complaints.join()).toContain('The home page has room for 4 of a country');
  });
});

describe('the common problems of a country', () => {
  it.each(['en', 'sw'] as const)('lead in %s to pages that are there, or to an answer', async (language) => {
    const register = await shippedRegister();
    const pages = new Set(editionPaths(register));
    const search = await shippedSearch();
    for (const country of register.commonProblems.keys()) {
      const problems = commonProblems(register, country, { language });
      expect(problems).toHaveLength(4);
      for (const { href, text } of problems) {
        const { pathname, searchParams } = new URL(href, 'https://portal.example');
        const words = searchParams.get('q');
        const reached = words
          ? (await search.query(words, { language, country })).confidence === 'sure'
          : pages.has(pathname);
        expect(reached, `${text.text}: ${href}`).toBe(true);
        expect(text.lang, `${text.text} is not in ${language}`).toBeUndefined();
      }
    }
  });

  it('may be an answer of the search, in words of the language', () => {
    const { entries, complaints } = changed((text) =>
      text
        .replace(
          'to: report\n    text: An officer asks for a bribe',
          'to: search\n    text: A licence\n    words: driving licence',
        )
        .replace(
          /( {2}- language: sw\n {4}field: problems\.)3\.text\n {4}text: [^\n]*\n {4}of: '[^']*'/,
          '$13.words\n    text: leseni\n    of: "00000000"',
        ),
    );
    expect(complaints).toEqual([]);
    const register = buildRegister(entries as EntriesByCollection);
    const address = (language: 'en' | 'sw'): string | undefined =>
      commonProblems(register, 'ng', { language }).at(-1)?.href;
    expect(address('en')).toBe('/search/?q=driving+licence&country=ng');
    expect(address('sw')).toBe('/sw/search/?q=leseni&country=ng');
  });
});
