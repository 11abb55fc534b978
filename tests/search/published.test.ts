import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadRegister } from '../../src/register/load.ts';
import { buildSearchIndex } from '../../src/search/build-index.ts';
import { createSearch } from '../../src/search/create-search.ts';
import { loadFromMemory } from '../../src/search/load-files.ts';
import { judge, parseTestQueries, summarise, type Figures } from '../../src/search/measure/metrics.ts';
import { publishedVocabulary } from './search-fixture.ts';

/*
 * Words of citizens against the published content. The files "unseen" were never looked into while rules and vocabulary
 * were made, and must not be: when a figure falls, look at a file "seen", or ask people.
 */
const register = await loadRegister('content');
const search = createSearch({ load: loadFromMemory(buildSearchIndex(register, publishedVocabulary())) });

async function measure(file: string): Promise<Figures> {
  const queries = parseTestQueries(readFileSync(new URL(`fixtures/${file}.json`, import.meta.url), 'utf8'));
  const outcomes = await Promise.all(
    queries.map(async (query) => {
      const country = [...register.jurisdictions.values()].find(({ data }) => data.name === query.country)?.id;
      const { results, confidence } = await search.query(query.q, { language: 'en', country });
      return judge(
        query,
        results.map((result) => result.card.id),
        confidence === 'sure',
      );
    }),
  );
  return summarise(outcomes);
}

it.each([
  ['everyday-seen', 0.9, 0.95],
  ['everyday-unseen', 0.9, 0.95],
  ['earlier-seen', 0.88, 0.95],
  ['earlier-unseen', 0.88, 0.93],
])('%s: the right agency comes first in %d, among three in %d', async (file, first, three) => {
  const { successAt1, successAt3 } = await measure(file);
  expect(successAt1).toBeGreaterThanOrEqual(first);
  expect(successAt3).toBeGreaterThanOrEqual(three);
});

it.each([
  ['nobody-seen', 0.9],
  ['nobody-unseen', 0.9],
  ['daily-seen', 0.9],
  ['daily-unseen', 0.8],
])('%s: what no office answers gets no office in %d, and never a sure one', async (file, least) => {
  const { successAt1, sure } = await measure(file);
  expect(successAt1).toBeGreaterThanOrEqual(least);
  expect(sure).toBeLessThanOrEqual(0.04);
});

it.each(['elsewhere-seen', 'elsewhere-unseen'])(
  '%s: the office of another place is hardly ever called the right one',
  async (file) => {
    const { sure, rightWhenSure } = await measure(file);
    expect(sure * (1 - rightWhenSure)).toBeLessThanOrEqual(0.14);
  },
);

it.each(['everyday-seen', 'everyday-unseen', 'earlier-seen', 'earlier-unseen'])(
  '%s: who is sure is right',
  async (file) => {
    const { rightWhenSure, sure } = await measure(file);
    expect(rightWhenSure).toBeGreaterThanOrEqual(0.97);
    expect(sure).toBeGreaterThanOrEqual(0.5);
  },
);
