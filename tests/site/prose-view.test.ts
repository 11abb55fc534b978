import { describe, expect, it } from 'vitest';
import { checkReferences } from '../../src/register/check-references.ts';
import { readEntry, type Entry, type LoadedEntries } from '../../src/register/read-entry.ts';
import type { Language } from '../../src/lib/locales.ts';
import { proseParts } from '../../src/site/views/prose.ts';
import {
  charter,
  contact,
  evidence,
  jurisdiction,
  problemsOf,
  service,
  tinyRegister,
  type ContentFile,
} from '../register/tiny-register.ts';
import { agencyIn, today } from './view-fixture.ts';

const body = `A connection costs <Figure service="water/connection" of="fee" /> and takes
<Figure service="water/connection" of="time" />.

<ServiceCard service="water/connection" />

<Callout tone="note">

<Ladder agency="water" />

</Callout>

<PromiseStrip service="water/connection" />
`;
const connection = (amount: number): ContentFile =>
  service('water', 'connection', {
    fees: [{ kind: 'fixed', amount, currency: 'KES', evidence }],
    processingTimes: [{ kind: 'fixed', max: 5, unit: 'days', evidence }],
  });
const board = (prose: string): ContentFile => charter('water', { contacts: [contact('desk')] }, prose);

function partsOf(amount: number, language: Language) {
  const register = tinyRegister(jurisdiction('xx'), board(body), connection(amount));
  return proseParts(agencyIn(register, 'water').html, register, { language, today });
}

describe('prose', () => {
  it('shows what the service says today, in the language of the page', () => {
    const figures = (amount: number, language: Language) =>
      partsOf(amount, language).flatMap((part) => (part.kind === 'figure' ? [part.figure.value.text] : []));
    expect(figures(1500, 'en')).toEqual(['KSh\u00a01,500', '5 days']);
    expect(figures(2000, 'sw')).toEqual(['KSh\u00a02,000', 'siku 5']);
  });

  it('keeps card, ladder and receipt where they stand, within a callout too', () => {
    const parts = partsOf(1500, 'en');
    expect(parts.map(({ kind }) => kind).filter((kind) => kind !== 'html')).toEqual([
      'figure',
      'figure',
      'card',
      'ladder',
      'receipt',
    ]);
    expect(parts).toContainEqual(
      expect.objectContaining({ kind: 'html', html: expect.stringMatching(/<aside[^>]*>$/) }),
    );
    const ladder = parts.find((part) => part.kind === 'ladder');
    expect(ladder?.rungs.map(({ name }) => name.text)).toEqual(['Desk desk']);
    const receipt = parts.find((part) => part.kind === 'receipt');
    expect(receipt?.desk?.title.text).toBe('Desk desk');
  });

  it.each([
    ['<ServiceCard service="water/conection" />', 'Did you mean "water/connection"?'],
    ['<Figure service="watr/connection" of="fee" />', 'Did you mean "water/connection"?'],
    ['<Ladder agency="watr" />', 'Did you mean "water"?'],
  ])('is refused where it shows what is not there: %s', (component, remedy) => {
    const problems = checkReferences(
      entriesOf(jurisdiction('xx'), board(`First.\n\n${component}\n`), connection(1500)),
    );
    expect(problems).toEqual([
      {
        file: 'content/charters/water.mdx',
        line: 6,
        field: 'body',
        message: expect.stringContaining('and there is none'),
        remedy,
      },
    ]);
  });

  it.each([
    'It costs <ServiceCard service="water/connection" /> today.',
    '<ServiceCard />',
    '<ServiceCard service="connection" />',
    '<ServiceCard service={"water/connection"} />',
    '<Ladder agency="water" service="water/connection" />',
    '<Figure service="water/connection" of="price" />',
    '<PromiseStrip service="water/connection">\n\nFree today!\n\n</PromiseStrip>',
    '<live-part name="Figure" service="water/connection" of="fee"></live-part>',
  ])('takes a component only as it is meant: %s', (prose) => {
    expect(problemsOf(board(prose))).toMatchObject([{ line: 4, field: 'body' }]);
  });
});

function entriesOf(...files: ContentFile[]): LoadedEntries {
  const entries: LoadedEntries = {
    portal: [],
    jurisdictions: [],
    charters: [],
    services: [],
    topics: [],
    guides: [],
    notices: [],
    finder: [],
    commonProblems: [],
    emergencies: [],
    places: [],
  };
  for (const [collection, file, text] of files) {
    const { entry } = readEntry(collection, file, text);
    if (entry) (entries[collection] as Entry[]).push(entry);
  }
  return entries;
}
