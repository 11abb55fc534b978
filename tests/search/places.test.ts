import { describe, expect, it } from 'vitest';
import { buildSearchIndex } from '../../src/search/build-index.ts';
import { createSearch } from '../../src/search/create-search.ts';
import { loadFromMemory } from '../../src/search/load-files.ts';
import { announcement, renderAnswer } from '../../src/views/search/render-answer.ts';
import type { SearchAnswer } from '../../src/search/answer.ts';
import { charter, evidence, jurisdiction, service, tinyRegister, type ContentFile } from '../register/tiny-register.ts';
import { publishedVocabulary } from './search-fixture.ts';

const sources = [{ id: 's1', title: 'Test source', kind: 'official' }];
const places: ContentFile = [
  'places',
  'content/places/xx.yaml',
  JSON.stringify({
    level: 'State',
    regions: [
      { id: 'north', name: 'Northland', seat: 'Aruko', towns: ['Aruko', 'Surulo', 'Bemba Hill'] },
      { id: 'south', name: 'Southland', towns: ['Surulo', 'Ikoro', 'Lekko'] },
      {
        id: 'rivers',
        name: 'Rivers',
        localities: [{ name: 'Port Amina', otherNames: ['PAM', '58', 'Zumaro'], evidence }],
      },
      {
        id: 'east',
        name: 'Eastland',
        otherNames: ['Kwale'],
        towns: ['Eastland Town', 'Zumaro'],
        localities: [{ name: 'McVille-on-Sea', otherNames: ['McVille'], evidence }],
      },
    ],
    alsoWords: ['Rivers'],
    evidence,
    sources,
  }),
];
const water = (id: string, name: string, served: string[], areas: string[] = []): ContentFile[] => [
  charter(id, { name, type: 'utility', popularNames: ['water company'], local: { places: served, areas } }),
  service(id, 'bill', { name: 'Water bill', popularNames: ['water bill', 'bill too high'] }),
  service(id, 'connection', { name: 'New water connection' }),
];
const register = tinyRegister(
  jurisdiction('xx', {
    oversightLadder: [{ agency: 'ombudsman', matter: 'Bad administration' }],
    localGovernment: {
      name: 'the State government',
      words: ['state government'],
      matters: [
        { matter: 'Water', words: ['water', 'dry taps'], evidence },
        { matter: 'Market stalls', words: ['market stall', 'land rates'], evidence },
      ],
    },
  }),
  places,
  ...water('aru-water', 'Aruko Water', ['Northland']),
  ...water('iko-water', 'Ikoro Water', ['Southland'], ['Ikoro']),
  ...water('lek-water', 'Lekko Water', ['Southland'], ['Lekko']),
  ...water('kim-water', 'KIMWA', []),
  charter('north-state', {
    name: 'Government of Northland',
    type: 'county',
    popularNames: ['dog licence'],
    local: { places: ['Northland'] },
  }),
  charter('north-land', { name: 'Land Office', popularNames: ['land', 'land use'], local: { places: ['Northland'] } }),
  charter('north-waste', { name: 'Cleaners', popularNames: ['refuse collection'], local: { places: ['Northland'] } }),
  charter('sports', { name: 'Bureau of Sports' }),
  service('sports', 'camp', { name: 'Youth camp' }),
  charter('travel', { name: 'Passport Bureau', popularNames: ['passport'] }),
  charter('ombudsman', { name: 'The Ombudsman', summary: 'Takes complaints about any public office.' }),
);
const search = createSearch({ load: loadFromMemory(buildSearchIndex(register, publishedVocabulary())) });
const ask = (q: string): Promise<SearchAnswer> => search.query(q, { language: 'en', country: 'xx' });
const idsFor = async (q: string): Promise<string[]> => (await ask(q)).results.map((result) => result.card.id);

describe('a place in the query decides between bodies of one kind', () => {
  it.each([
    ['the region', 'water bill Northland', 'aru-water'],
    ['a town of it', 'water bill Bemba Hill', 'aru-water'],
    ['a town that one of two bodies of the region names', 'water bill Lekko', 'lek-water'],
    ['a town that the other names', 'water bill Ikoro', 'iko-water'],
    ['a shared name with the region beside it', 'water bill Surulo Northland', 'aru-water'],
  ])('%s: %s', async (_what, q, expected) => {
    const ids = await idsFor(q);
    expect(ids[0]).toBe(expected);
    expect(ids).not.toContain('kim-water');
  });

  it('never with a body of another place', async () => {
    expect(await idsFor('water bill Northland')).not.toContain('iko-water');
  });

  it('and a national body keeps its matter wherever somebody is', async () => {
    expect((await idsFor('Northland passport'))[0]).toBe('travel');
    expect((await idsFor('passport Eastland'))[0]).toBe('travel');
  });

  it('unless the body of another place was called by its name', async () => {
    const { results, confidence } = await ask('KIMWA Northland water bill');
    expect(results.map(({ card }) => card.id)).toContain('kim-water');
    expect(confidence).not.toBe('none');
  });
});

describe('a place where nobody is published for the matter', () => {
  it.each(['water bill Eastland', 'Kwale market stall', 'land rates Port Amina'])('%s: says who answers', async (q) => {
    const answer = await ask(q);
    expect(answer).toMatchObject({
      confidence: 'none',
      results: [],
      unserved: { government: 'the State government' },
    });
    const html = renderAnswer(answer);
    expect(html).toMatch(/Not published here for .+ yet; the State government answers for it\./);
    expect(html).toContain('/xx/ombudsman/');
    expect(announcement(answer)).toContain('the State government answers for it');
  });

  it('gives the government of the region itself where that is published, and is not sure', async () => {
    const answer = await ask('market stall Aruko');
    expect(answer.results.map(({ card }) => card.id)).toEqual(['north-state']);
    expect(answer.confidence).toBe('unsure');
    expect(renderAnswer(answer)).toContain('the State government answers for it');
  });

  it.each([
    ['water bill eastland', 'Eastland'],
    ['WATER BILL EASTLAND TOWN', 'Eastland Town'],
    ['kwale market stall', 'Eastland'],
    ['land rates pam', 'Port Amina'],
    ['land rates zumaro', 'Zumaro'],
    ['land rates port amina', 'Port Amina'],
    ['market stall mcVille', 'McVille-on-Sea'],
  ])('%s: calls the place by its name, however it was typed', async (q, place) => {
    expect((await ask(q)).unserved?.place).toBe(place);
  });

  it('names nobody where the matter is not known to be the government’s', async () => {
    const answer = await ask('dog licence Southland');
    expect(answer.unserved).toEqual({ place: 'Southland' });
    expect(answer.results).toEqual([]);
  });
});

describe('a place whose body for the matter is published', () => {
  it.each([
    'Northland no water in my tap',
    'water tap dry three weeks Aruko',
    'water not flowing in the estate Northland',
    'tap water Bemba Hill',
    'dry taps Aruko',
  ])('%s: it is named, whatever else the words say', async (q) => {
    const { results, confidence, unserved } = await ask(q);
    expect(results[0]?.card.id).toBe('aru-water');
    expect(confidence).not.toBe('none');
    expect(unserved).toBeUndefined();
  });

  it.each(['Northland', 'Aruko'])('but %s with another matter does not name it', async (place) => {
    expect((await idsFor(`passport ${place}`))[0]).toBe('travel');
    expect(await idsFor(`youth camp ${place}`)).not.toContain('aru-water');
  });
});

describe('a matter that is decided where one lives', () => {
  it('is not answered by an office of the place that is there for another one', async () => {
    const answer = await ask('land use charge Northland');
    expect(answer).toMatchObject({ confidence: 'none', results: [], unserved: { place: 'Northland' } });
    expect(renderAnswer(answer)).toContain('Not published here for Northland yet');
  });

  it('is answered by an office that has it among its names', async () => {
    const { results, unserved } = await ask('refuse collection Northland');
    expect(results[0]?.card.id).toBe('north-waste');
    expect(unserved).toBeUndefined();
  });

  it('makes nobody sure where the words do not say where', async () => {
    const { confidence } = await ask('land use charge');
    expect(confidence).not.toBe('sure');
  });

  it('is what a State is named for: a national office is not called the right one', async () => {
    expect((await ask('youth camp')).confidence).toBe('sure');
    expect((await ask('Eastland State youth camp')).confidence).toBe('unsure');
  });
});

describe('the name of a place', () => {
  it('that several regions have leaves the choice, and is asked about', async () => {
    const answer = await ask('water bill Surulo');
    expect(answer.which).toEqual(['Northland', 'Southland']);
    expect(answer.confidence).toBe('unsure');
    expect(renderAnswer(answer)).toContain('Northland or Southland?');
    expect(renderAnswer({ ...answer, language: 'sw' })).toContain('Northland au Southland?');
    const three = { ...answer, which: ['Northland', 'Eastland', 'Southland'] };
    expect(renderAnswer(three)).toContain('Northland, Eastland or Southland?');
  });

  it.each([
    ['a bare number', 'water bill 58'],
    ['a word of another meaning', 'water from rivers'],
  ])('is not %s', async (_what, q) => {
    expect((await ask(q)).unserved).toBeUndefined();
  });

  it('that is a word too counts together with what a region is called', async () => {
    expect((await ask('water bill Rivers State')).unserved).toMatchObject({ place: 'Rivers State' });
  });

  it('is no search word: a town that no page has does not make a slip of another word', async () => {
    expect((await ask('water bill Lekko')).corrections).toEqual([]);
  });
});
