import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSearchIndex } from '../../src/search/build-index.ts';
import { createSearch } from '../../src/search/create-search.ts';
import { loadFromMemory } from '../../src/search/load-files.ts';
import { manyAgencies, publishedVocabulary, searchRegister } from './search-fixture.ts';
import type { SearchAnswer, SearchOptions } from '../../src/search/answer.ts';

const files = buildSearchIndex(searchRegister(), publishedVocabulary());
const search = createSearch({ load: loadFromMemory(files) });
const ask = (q: string, options: Partial<SearchOptions> = {}): Promise<SearchAnswer> =>
  search.query(q, { language: 'en', country: 'xx', ...options });
const firstOf = async (q: string, options?: Partial<SearchOptions>): Promise<string | undefined> =>
  (await ask(q, options)).results[0]?.card.id;

describe('finding the agency', () => {
  it.each([
    ['official name', 'borders and travel department', 'borders'],
    ['acronym', 'btd', 'borders'],
    ['former name', 'old frontier office', 'borders'],
    ['former acronym', 'OFO', 'borders'],
    ['popular name in another language', 'pasipoti', 'borders'],
    ['synonym from the vocabulary', 'dereva', 'roads'],
    ['American spelling', 'drivers license', 'roads'],
    ['slip in the middle', 'passpot', 'borders'],
    ['slip at the beginning', 'qassport', 'borders'],
    ['letters swapped', 'lciense driving', 'roads'],
    ['an ending the stemmer does not know', 'passportz', 'borders'],
    ['unfinished word', 'passp', 'borders'],
    ['hooked letters left out', 'kasa', 'roads'],
    ['diacritics left out', 'eka oko', 'roads'],
    ['Kiswahili singular for plural', 'kitambulisho cha mtoto', 'civil'],
    ['short code', '21700', 'borders'],
    ['with and without hyphen', 'evisa', 'borders'],
    ['Pidgin around the matter', 'abeg how I go take get passport', 'borders'],
  ])('by %s: %s', async (_what, q, expected) => {
    expect(await firstOf(q)).toBe(expected);
  });

  it('puts the agency that issues a paper before one that only asks for it', async () => {
    const { results } = await ask('birth certificate');
    expect(results[0]?.card.id).toBe('civil');
    expect(results[0]?.service?.id).toBe('birth-certificate');
  });

  it('gives cost, time, start and what is not handled at once', async () => {
    const [best] = (await ask('how much is a passport')).results;
    expect(best?.service).toMatchObject({
      id: 'passport',
      fee: { kind: 'fixed', min: 4550, max: 4550, currency: 'KES' },
      time: { kind: 'fixed', max: 10, unit: 'working-days' },
      startUrl: 'https://borders.example/apply',
    });
    expect(best?.card.notHandled).toEqual([{ matter: 'Birth certificates', name: 'CR', path: '/xx/civil/' }]);
    expect(best?.why).toEqual(['passport']);
  });

  it('says how it understood a misspelt word', async () => {
    expect((await ask('green passpot')).corrections).toEqual([{ typed: 'passpot', understood: 'passport' }]);
  });

  it('stays in the country that was chosen, and takes all when none is', async () => {
    expect(await firstOf('passport', { country: 'yy' })).toBe('foreign-borders');
    const everywhere = await ask('passport', { country: undefined });
    expect(everywhere.results.map((result) => result.card.country.id).sort()).toEqual(['xx', 'yy']);
  });

  it('takes a country that is named in the words for the one that is meant', async () => {
    expect(await firstOf('passport otherland', { country: undefined })).toBe('foreign-borders');
    expect(await firstOf('testland passport', { country: undefined })).toBe('borders');
  });

  it('shows only agencies with a service when services are asked for', async () => {
    const { results } = await ask('passport', { country: undefined, kind: 'service' });
    expect(results.map((result) => result.card.id)).toEqual(['borders']);
  });
});

describe('conduct', () => {
  it('sends a bribe to the anti-corruption body and keeps the office that is named', async () => {
    const { results, signals } = await ask('passport officer asked for kitu kidogo');
    expect(results.map((result) => result.card.id).slice(0, 2)).toEqual(['integrity', 'borders']);
    expect(signals).toContain('corruption');
    expect(results[1]?.card.complaint).toEqual({
      title: 'Complaint desk',
      phone: '21700',
      email: 'desk@borders.example',
    });
  });

  it('puts the office that is named first when it delays, and the ombudsman after it', async () => {
    const { results } = await ask('passport delayed and nobody answers');
    expect(results.map((result) => result.card.id).slice(0, 2)).toEqual(['borders', 'ombudsman']);
  });

  it('knows a body for a bribe although no country was chosen', async () => {
    expect(await firstOf('bribe', { country: undefined })).toBe('integrity');
  });

  it('sends a complaint that names no office to the ombudsman', async () => {
    expect(await firstOf('they were rude to me')).toBe('ombudsman');
    expect(await firstOf('how do I complain')).toBe('ombudsman');
  });
});

describe('when nothing fits', () => {
  it('says so and offers the ombudsman', async () => {
    const answer = await ask('zzyzx qwrtp');
    expect(answer.confidence).toBe('none');
    expect(answer.results).toEqual([]);
    expect(answer.fallback.map((card) => card.id)).toEqual(['ombudsman']);
  });

  it('takes a correct word of daily life for no slip', async () => {
    const breeders = searchRegister([
      [
        'charters',
        'content/charters/breeders.mdx',
        '---\n{"type":"commission","jurisdiction":"xx","name":"Cattle breed office","summary":"A body made up for tests.","evidence":{"sources":["s1"],"verification":"unverified"},"sources":[{"id":"s1","title":"Test source","kind":"unverified"}]}\n---\n',
      ],
    ]);
    const { query } = createSearch({ load: loadFromMemory(buildSearchIndex(breeders, publishedVocabulary())) });
    expect((await query('bread', { language: 'en', country: 'xx' })).confidence).toBe('none');
    expect((await query('brede', { language: 'en', country: 'xx' })).results[0]?.card.id).toBe('breeders');
  });

  it('is not put off by an amount', async () => {
    expect(await firstOf('passport 4550')).toBe('borders');
  });

  it('does not answer from small words alone', async () => {
    expect((await ask('what is the')).confidence).toBe('none');
  });
});

describe('the index', () => {
  it('fetches only what a query needs', async () => {
    const large = buildSearchIndex(searchRegister(manyAgencies(300)), publishedVocabulary());
    const fetched: string[] = [];
    const load = loadFromMemory(large);
    const counted = createSearch({ load: (path) => (fetched.push(path), load(path)) });
    await counted.query('btd', { language: 'en', country: 'xx' });
    const shards = [...large.keys()].filter((path) => path.includes('/terms/'));
    expect(shards.length).toBeGreaterThan(5);
    expect(fetched.filter((path) => path.includes('/terms/')).length).toBeLessThanOrEqual(3);
    const before = fetched.length;
    await counted.query('btd', { language: 'en', country: 'xx' });
    expect(fetched.length).toBe(before);
  });

  it('tries again after a file could not be fetched', async () => {
    let broken = true;
    const load = loadFromMemory(files);
    const flaky = createSearch({ load: (path) => (broken ? Promise.reject(new Error('offline')) : load(path)) });
    await expect(flaky.query('btd', { language: 'en' })).rejects.toThrow('offline');
    broken = false;
    expect((await flaky.query('btd', { language: 'en' })).results[0]?.card.id).toBe('borders');
  });

  it('is the same for the same content', () => {
    expect([...buildSearchIndex(searchRegister(), publishedVocabulary())]).toEqual([...files]);
  });

  it('answers any text at all', async () => {
    const awkward = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc.constantFrom('constructor', '__proto__ toString', '= ~ =1', '~', '"><script>', ' ', '😀'.repeat(300)),
    );
    await fc.assert(
      fc.asyncProperty(
        awkward,
        fc.option(fc.constantFrom('xx', 'yy', 'nowhere'), { nil: undefined }),
        async (q, country) => {
          const answer = await search.query(q, { language: 'sw', country });
          expect(answer.query.length).toBeLessThanOrEqual(500);
          expect(answer.results.length > 0 || answer.confidence !== 'sure').toBe(true);
        },
      ),
    );
  });
});
