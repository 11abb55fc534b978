import { describe, expect, it } from 'vitest';
import { checkEmergencies } from '../../src/register/check-emergencies.ts';
import { readEntry, type Entry, type LoadedEntries } from '../../src/register/read-entry.ts';
import { evidence, jurisdiction } from './tiny-register.ts';

const sources = [{ id: 's1', title: 'Test source', kind: 'official' }];
const known = { who: 'Somebody', trust: 'confirmed', evidence };

function problemsOf(regional: object): { field?: string; remedy: string }[] {
  const read = <E>(file: Parameters<typeof readEntry>): E => readEntry(...file).entry as E;
  return checkEmergencies({
    jurisdictions: [read<Entry<'jurisdictions'>>(jurisdiction('xx'))],
    places: [
      read<Entry<'places'>>([
        'places',
        'content/places/xx.yaml',
        JSON.stringify({ level: 'State', regions: [{ id: 'north', name: 'Northland' }], evidence, sources }),
      ]),
    ],
    emergencies: [
      read<Entry<'emergencies'>>([
        'emergencies',
        'content/emergencies/xx.yaml',
        JSON.stringify({
          general: [{ number: '112', ...known }],
          answers: [{ kind: 'fire', name: 'Fire', words: ['fire'] }],
          regional: [{ kinds: ['fire'], ...known, regions: [{ region: 'north', numbers: ['199'] }], ...regional }],
          sources,
        }),
      ]),
    ],
  } as unknown as LoadedEntries);
}

describe('a line of a region', () => {
  it('belongs to a region that there is, for a kind that is described', () => {
    expect(problemsOf({})).toEqual([]);
  });

  it.each([
    [
      'of a region that there is not',
      { regions: [{ region: 'nort', numbers: ['199'] }] },
      'regional.0.regions.0.region',
      'Did you mean "north"?',
    ],
    ['for a kind that nobody can ask for', { kinds: ['fire', 'crash'] }, 'regional.0.kinds.1', 'use one of: fire'],
  ])('%s is told', (_what, regional, field, remedy) => {
    expect(problemsOf(regional)).toMatchObject([{ field, remedy: expect.stringContaining(remedy) as string }]);
  });
});
