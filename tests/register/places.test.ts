import { describe, expect, it } from 'vitest';
import { checkPlaces } from '../../src/register/check-places.ts';
import { readEntry, type Entry } from '../../src/register/read-entry.ts';
import { charter, evidence, type Fields } from './tiny-register.ts';

const places = readEntry(
  'places',
  'content/places/xx.yaml',
  JSON.stringify({
    level: 'State',
    regions: [{ id: 'north', name: 'Northland', otherNames: ['Upland'], towns: ['Aruko'] }],
    evidence,
    sources: [{ id: 's1', title: 'Test source', kind: 'official' }],
  }),
).entry;

function problemsOf(fields: Fields, country = 'xx'): { field?: string; remedy: string }[] {
  const [collection, file, text] = charter('water', { jurisdiction: country, ...fields });
  const { entry } = readEntry(collection, file, text);
  return checkPlaces({ charters: [entry as Entry<'charters'>], places: places ? [places] : [] });
}

describe('a place that a charter names', () => {
  it.each([
    ['a region', { local: { places: ['Northland'] } }],
    ['another name of it', { local: { places: ['Upland'] } }],
    ['a town', { local: { places: ['Aruko'], areas: ['Aruko'] } }],
    ['the region of an office', { offices: [{ name: 'Head office', region: 'Northland', evidence }] }],
  ])('is known: %s', (_what, fields) => {
    expect(problemsOf(fields)).toEqual([]);
  });

  it.each([
    ['a slip', { local: { places: ['Northlnd'] } }, 'local.places.0', 'Did you mean "Northland"?'],
    ['an area', { local: { places: ['Aruko'], areas: ['Zzz'] } }, 'local.areas.0', 'add it there with its source'],
    ['a town for a region', { offices: [{ name: 'Branch', region: 'Aruko', evidence }] }, 'offices.0.region', 'called'],
  ])('is told when it is not: %s', (_what, fields, field, remedy) => {
    expect(problemsOf(fields)).toMatchObject([{ field, remedy: expect.stringContaining(remedy) as string }]);
  });

  it('is not looked at where the country has no file of places', () => {
    expect(problemsOf({ local: { places: ['Anywhere'] } }, 'yy')).toEqual([]);
  });
});
