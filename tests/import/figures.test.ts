import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFees } from '../../src/import/texts/fee-text.ts';
import { readTimes } from '../../src/import/texts/time-text.ts';

const evidence = { sources: ['s1'], verification: 'official-document' as const };
const says = (text: string) => `The charter says "${text}".`;
const bare = <T extends { evidence: unknown }>(list: T[]) => list.map(({ evidence: _, ...rest }) => rest);

/*
 * The rule: no figure unless every digit of the cell is in it or in words kept beside it; else "not stated", quoted and
 * listed.
 */
describe('a cost is given only when every digit of its cell is accounted for', () => {
  test.each([
    ['N1000 – N5000', 'NGN'],
    ['KES 500 - 1,000', 'KES'],
    ['KES 1,000 + 5%', 'KES'],
    ['KES 1,000 (plus VAT 16%)', 'KES'],
    ['N50:30', 'NGN'],
    ['50,000:00', 'NGN'],
    ['KES 50,\n000', 'KES'],
    ['KES 1,000\n2,000', 'KES'],
    ['KES 1 000', 'KES'],
    ['KES 1.000', 'KES'],
    ['KES 1,00,000', 'KES'],
    ['KES 2 million', 'KES'],
    ['KES 500¹', 'KES'],
    ['KES 2½', 'KES'],
    ['KES ٥٠٠', 'KES'],
    ['KES 500 (0800 123 456)', 'KES'],
    ['2024: KES 500', 'KES'],
    ['At least: KES 500', 'KES'],
    ['From - KES 500', 'KES'],
    ['KES 500 (1,500 foreigners)', 'KES'],
    ['KES 500 (1,500 for foreigners)', 'KES'],
    ['$100 - KES 500', 'KES'],
    ['Form 34A', 'KES'],
    ['Section 5(2): KES 500', 'KES'],
    ['KES 500; KES 200', 'KES'],
    ['KES 500 per 2 pages', 'KES'],
    ['KES 000', 'KES'],
    ['16:30', 'KES'],
    ['#REF!', 'KES'],
  ])('"%s" is quoted and listed', (text, currency) => {
    const words = text.replace('\n', '; ');
    expect(readFees(text, currency, evidence)).toMatchObject({
      fees: [{ kind: 'not-stated', note: says(words) }],
      doubt: expect.stringContaining(words),
    });
  });

  test.each<[string, string, object[]]>([
    ['N50,000:00', 'NGN', [{ kind: 'fixed', amount: 50000, currency: 'NGN' }]],
    ['N1000 per page', 'NGN', [{ kind: 'fixed', amount: 1000, currency: 'NGN', per: 'per page' }]],
    ['KES 500 (Form 34A)', 'KES', [{ label: 'Form 34A', amount: 500 }]],
    [
      '1st copy: KES 50; 2nd copy: KES 20',
      'KES',
      [
        { label: '1st copy', amount: 50 },
        { label: '2nd copy', amount: 20 },
      ],
    ],
    [
      'New: KES 500\nRenewal: KES 300',
      'KES',
      [
        { label: 'New', amount: 500 },
        { label: 'Renewal', amount: 300 },
      ],
    ],
    ['5%', 'KES', [{ kind: 'formula', formula: '5%' }]],
  ])('"%s" is read whole', (text, currency, expected) => {
    expect(bare(readFees(text, currency, evidence).fees)).toMatchObject(expected);
  });
});

describe('a time is given only when every digit of its cell is accounted for', () => {
  test.each([
    '1:30 hours',
    '30:00 minutes',
    '14:00 hours',
    '5 - 3 days',
    'five - three days',
    '2-3 weeks (14-21 days)',
    '5² days',
    '5 days¹',
    '2½ days',
    '٥ days',
    '10am - 4pm',
    '8am: 5 days',
    '30 minutes - 1 hour',
    'At least: 3 days',
    'Minimum - 3 days',
    '2 weeks\n3 days',
    '2024-05-02',
    '00 minutes',
    '1 hour 75 minutes',
    '3 days from 2 weeks of notice',
    '3 days of 5',
    'KES 500 - 3 days',
    'Section 5(2)',
    '0800 123 456',
    '#N/A',
  ])('"%s" is quoted and listed', (text) => {
    const words = text.replace('\n', '; ');
    expect(readTimes(text, undefined, evidence)).toMatchObject({
      times: [{ kind: 'not-stated', note: says(words) }],
      doubt: expect.stringContaining(words),
    });
  });

  test.each([
    ['within 48hrs', { max: 48, unit: 'hours' }],
    ['Seven (7) days', { max: 7, unit: 'days' }],
    ['Twenty-one (21) working days', { max: 21, unit: 'working-days' }],
    ['03 days', { max: 3, unit: 'days' }],
    ['thirty days', { max: 30, unit: 'days' }],
    ['Siku saba (7)', { max: 7, unit: 'days' }],
    ['24/7', { kind: 'continuous', note: says('24/7') }],
    ['Form 34A: 3 days', { appliesTo: 'Form 34A', max: 3, unit: 'days' }],
    ['2 days from receipt of Form C1', { max: 2, unit: 'days', clockStarts: 'from receipt of Form C1' }],
  ])('"%s" is read whole', (text, expected) => {
    expect(bare(readTimes(text, undefined, evidence).times)).toEqual([{ kind: 'fixed', ...expected }]);
  });

  test('a range under a heading that names the unit is read, a reversed one is not', () => {
    expect(bare(readTimes('3-5', 'days', evidence).times)).toEqual([{ kind: 'fixed', min: 3, max: 5, unit: 'days' }]);
    for (const text of ['5-3', '1:30', '3\n5', '5²'])
      expect(readTimes(text, 'days', evidence).times[0]?.kind).toBe('not-stated');
  });
});

/** The runs of digits that are left of a text when the words kept beside its figures are taken out. */
function left(text: string, kept: (string | undefined)[]): string[] {
  let rest = text;
  for (const words of kept) if (words) rest = rest.replace(words, ' ');
  return rest.replace(/(\d),(?=\d{2})/g, '$1').match(/\d+(?:\.\d+)?(?::00)?|[^\P{N}\d]/gu) ?? [];
}

const pieces = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'KES',
        'N',
        'Ksh.',
        '₦',
        '/=',
        '%',
        '+',
        '-',
        '–',
        ':',
        ',',
        '.',
        '(',
        ')',
        '/',
        ';',
        '\n',
        '=',
        'per page',
        'New',
        'Form',
        'for',
        'to',
        'or',
      ),
      fc.constantFrom(
        'days',
        'hours',
        'working days',
        'weeks',
        'minutes',
        'within',
        'from',
        'at least',
        'two',
        'am',
        'siku',
        'dakika',
        'copies',
        'million',
        'A',
      ),
      fc.constantFrom('¹', '²', '½', '٥', '⑤', 'Ⅳ', '00', '000', '007', '1,000', '2.50', '30'),
      fc.nat(3000).map(String),
    ),
    { minLength: 1, maxLength: 9 },
  )
  .chain((parts) =>
    fc
      .array(fc.constantFrom('', ' '), { minLength: parts.length, maxLength: parts.length })
      .map((gaps) => parts.map((part, i) => part + gaps[i]).join('')),
  );

describe('for any cell, each number is in the figure or in words kept beside it, or no figure is given and the cell is listed:', () => {
  test('costs', () => {
    fc.assert(
      fc.property(pieces, fc.constantFrom('KES', 'NGN'), (text, currency) => {
        const { fees, doubt } = readFees(text, currency, evidence);
        if (fees[0]?.kind === 'not-stated') {
          expect(doubt).toBeTruthy();
          return;
        }
        const figures = fees.flatMap((one) => (one.kind === 'fixed' ? [one.amount] : []));
        const kept = fees.flatMap((one) => [one.label, one.kind === 'formula' ? one.formula : undefined]);
        // A price of nought is told as free.
        const numbers = left(text, kept).map((run) => Number(run.replace(':00', '')));
        expect(numbers.filter((number) => number !== 0)).toEqual(figures);
      }),
      { numRuns: 3000 },
    );
  });

  test('times', () => {
    fc.assert(
      fc.property(pieces, fc.constantFrom('days' as const, undefined), (text, unit) => {
        const { times, doubt } = readTimes(text, unit, evidence);
        if (times[0]?.kind === 'not-stated') {
          expect(doubt).toBeTruthy();
          return;
        }
        const kept = times.flatMap((one) => [one.appliesTo, one.clockStarts]);
        // "1 hour 30 minutes" is one figure of 90 minutes.
        const figures = times.flatMap(({ min, max = NaN }) => [min, max, max / 60, Math.floor(max / 60), max % 60]);
        for (const run of left(text, kept)) expect(figures).toContain(Number(run));
      }),
      { numRuns: 3000 },
    );
  });
});
