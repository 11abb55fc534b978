import { describe, expect, it } from 'vitest';
import { checkReach } from '../../src/register/check-reach.ts';
import { readEntry } from '../../src/register/read-entry.ts';
import type { LoadedEntries } from '../../src/register/read-entry.ts';
import { agencyOfOutcome } from '../../src/schemas/finder.ts';
import { shippedEntries } from './shipped-content.ts';
import { charter, service, type ContentFile } from './tiny-register.ts';

const topic: ContentFile = ['topics', 'content/topics/water.yaml', 'name: Water\nsummary: Taps and bills.\n'];
const finder: ContentFile = [
  'finder',
  'content/finder/xx.yaml',
  JSON.stringify({
    start: 'matter',
    questions: [
      {
        id: 'matter',
        text: 'What is it about?',
        answers: [
          { text: 'Water', to: 'water' },
          { text: 'A well', to: 'water' },
        ],
      },
    ],
    outcomes: [{ id: 'water', text: 'The water company helps.', agency: 'water' }],
  }),
];

function saidOf(...files: ContentFile[]): string[] {
  const read = files.map(([collection, file, text]) => readEntry(collection, file, text));
  expect(read.flatMap(({ problems }) => problems)).toEqual([]);
  const of = (name: ContentFile[0]) => read.flatMap(({ entry }) => (entry?.collection === name ? [entry] : []));
  const entries = { charters: of('charters'), services: of('services'), finder: of('finder'), topics: of('topics') };
  return checkReach(entries as unknown as LoadedEntries).map(({ file, remedy }) => `${file} ${remedy}`);
}

describe('what nobody is led to', () => {
  it('is a body without a topic and without an answer of a finder', () => {
    expect(saidOf(topic, charter('water'))).toEqual([
      expect.stringMatching(/^content\/charters\/water\.mdx .*content\/finder\/xx\.yaml/),
    ]);
    expect(saidOf(topic, charter('water'), finder)).toEqual([]);
    expect(saidOf(topic, charter('water'), service('water', 'tap', { topics: ['water'] }))).toEqual([]);
  });

  it('is a service under no topic, also where a finder leads to its body', () => {
    expect(saidOf(topic, charter('water'), finder, service('water', 'tap'))).toEqual([
      expect.stringMatching(/^content\/services\/water\/tap\.yaml .*content\/topics\//),
    ]);
  });

  it('is no stub, and nothing in a portal without topics', () => {
    expect(saidOf(topic, charter('water', { completeness: 'stub' }))).toEqual([]);
    expect(saidOf(charter('water'), service('water', 'tap'))).toEqual([]);
  });
});

describe('the published content', async () => {
  const entries = await shippedEntries();

  it('leads to every body and lists every service under a topic', () => {
    expect(checkReach(entries)).toEqual([]);
  });

  it.each(['ng', 'ke'])('has an answer in the finder of %s for every body of the country, stubs among them', (id) => {
    const led = new Set(entries.finder.find((entry) => entry.id === id)?.data.outcomes.map(agencyOfOutcome));
    const bodies = entries.charters.filter(({ data }) => data.jurisdiction === id && data.status === 'active');
    expect(bodies.map((body) => body.id).filter((body) => !led.has(body))).toEqual([]);
  });
});
