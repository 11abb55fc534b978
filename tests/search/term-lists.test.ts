import { expect, test } from 'vitest';
import type { SearchDocument, SearchEntity } from '../../src/search/documents.ts';
import type { ManifestCountry } from '../../src/search/index-format.ts';
import { TermLists } from '../../src/search/term-lists.ts';

const words = { stop: new Set(['the']), synonyms: new Map([['lorry', 1]]) };

function page(...names: string[]): SearchDocument {
  return {
    path: '/xx/',
    title: names[0] ?? '',
    fields: names.map((text) => ({ name: 'name' as const, text, mixed: false })),
  };
}

function body(id: string, ...documents: SearchDocument[]): SearchEntity {
  return { kind: 'agency', id, country: 'xx', documents };
}

const countries = (entities: readonly SearchEntity[]): ManifestCountry[] => [
  { id: 'xx', range: [0, entities.length], words: [], oversight: [], antiCorruption: [], local: [] },
];

const water = body('water', page('The water board'), page('New connection'), page('Water bill'));
const [board, permit] = [page('Roads board'), page('Lorry permit')];
const roads = body('roads', board, permit);

const edits: [what: string, after: SearchEntity[]][] = [
  ['a name changed', [body('water', page('The water company'), ...water.documents.slice(1)), roads]],
  ['a service taken out', [body('water', ...water.documents.slice(0, 2)), roads]],
  ['a service put in before others', [water, body('roads', board, page('Toll'), permit)]],
  ['a body more', [body('air', page('Air board')), water, roads]],
  ['a body less', [roads]],
  ['nothing', [water, roads]],
];

test.each(edits)('lists that were kept are those made anew: %s', (_, after) => {
  const kept = new TermLists();
  kept.of([water, roads], countries([water, roads]), words);
  const now = new Map(kept.of(after, countries(after), words));
  expect(now).toEqual(new Map(new TermLists().of(after, countries(after), words)));
  expect(now.size).toBeGreaterThan(0);
});

test('a word that only a former name had is found no more', () => {
  const kept = new TermLists();
  expect([...kept.of([water], countries([water]), words).keys()]).toContain('bill');
  const after = [body('water', ...water.documents.slice(0, 2))];
  expect([...kept.of(after, countries(after), words).keys()]).not.toContain('bill');
});

test('other words to be left out make other lists', () => {
  const kept = new TermLists();
  kept.of([water, roads], countries([water, roads]), words);
  const lists = kept.of([water, roads], countries([water, roads]), { ...words, stop: new Set(['board']) });
  expect([...lists.keys()]).not.toContain('board');
});
