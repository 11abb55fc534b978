import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readContact } from '../../src/import/texts/contact-text.ts';
import { readDate } from '../../src/import/texts/date-text.ts';
import { readFees } from '../../src/import/texts/fee-text.ts';
import { inTitleCase, toSlug } from '../../src/import/texts/names.ts';
import { readTimes } from '../../src/import/texts/time-text.ts';
import { escapeProse } from '../../src/import/draft-files.ts';
import { renderProse } from '../../src/register/prose.ts';
import { processingTime } from '../../src/schemas/duration.ts';
import { fee } from '../../src/schemas/fee.ts';
import { slug } from '../../src/schemas/primitives.ts';

const evidence = { sources: ['s1'], verification: 'official-document' as const };
const fees = (text: string, currency?: string) =>
  readFees(text, currency, evidence).fees.map(({ evidence: _, ...rest }) => rest);
const times = (text: string) => readTimes(text, undefined, evidence).times.map(({ evidence: _, ...rest }) => rest);
const says = (text: string) => `The charter says "${text}".`;

describe('costs', () => {
  test.each([
    ['KES 1,000', 'KES', 1000, 'KES'],
    ['Ksh. 2,500/=', 'KES', 2500, 'KES'],
    ['Kshs 200.00 only', 'KES', 200, 'KES'],
    ['₦15,000', 'KES', 15000, 'NGN'],
    ['N15,000', 'NGN', 15000, 'NGN'],
    ['Rs. 1,00,000', 'INR', 100000, 'INR'],
    ['US$150', 'KES', 150, 'USD'],
    ['500/=', 'TZS', 500, 'TZS'],
  ])('%s', (text, local, amount, currency) => {
    expect(fees(text, local)).toEqual([{ kind: 'fixed', amount, currency }]);
  });

  test('free and by contract, in English and Kiswahili, keep their words', () => {
    for (const text of ['Nil', 'Free', 'None', 'Free of charge', 'Bure', 'Bila malipo', 'Hakuna'])
      expect(fees(text)).toEqual([{ kind: 'free', note: says(text) }]);
    expect(fees('As per contract')).toEqual([{ kind: 'per-contract', note: says('As per contract') }]);
  });

  test('several fees keep what each is for', () => {
    expect(fees('32 pages: KES 4,500\n64 pages: KES 6,000')).toMatchObject([
      { label: '32 pages', amount: 4500 },
      { label: '64 pages', amount: 6000 },
    ]);
    expect(fees('KES 50 per copy')).toMatchObject([{ amount: 50, per: 'per copy' }]);
  });

  test.each(['N15,000', 'KES 50 deposit + KES 100 a month', '1.000', '$100', 'N/A', 'KES 5 or more', '-'])(
    '"%s" is not guessed in Kenya',
    (text) => {
      expect(readFees(text, 'KES', evidence)).toMatchObject({
        fees: [{ kind: 'not-stated', note: says(text) }],
        doubt: expect.stringContaining(text),
      });
    },
  );

  test('an amount without a currency takes the country’s and says so', () => {
    expect(readFees('500', 'KES', evidence)).toMatchObject({
      fees: [{ amount: 500, currency: 'KES' }],
      doubt: expect.stringContaining('KES was taken'),
    });
    expect(readFees('500', undefined, evidence).fees[0]?.kind).toBe('not-stated');
  });

  test('every amount is read back, however it is written', () => {
    const written = fc.record({
      amount: fc.integer({ min: 0, max: 1e9 }),
      mark: fc.constantFrom('KES ', 'Ksh. ', 'Kshs', 'ksh '),
      grouped: fc.boolean(),
      end: fc.constantFrom('', '/=', '.00', ' only'),
    });
    fc.assert(
      fc.property(written, ({ amount, mark, grouped, end }) => {
        const text = `${mark}${grouped ? amount.toLocaleString('en') : amount}${end}`;
        // A price of nought is what the schema calls free.
        const stated = amount === 0 ? { kind: 'free' } : { kind: 'fixed', amount, currency: 'KES' };
        expect(fees(text, 'KES')).toEqual([stated]);
      }),
    );
    expect(fees('KES 0/=', 'KES')).toEqual([{ kind: 'free' }]);
  });

  test('any text gives valid fees, and amounts are digits of the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({
            unit: fc.constantFrom('K', 'E', 'S', ' ', '1', '0', ',', '.', '/', '=', 'N', ':', '(', ')', '\n', '%', '-'),
          }),
        ),
        (text) => {
          for (const one of readFees(text, 'KES', evidence).fees) {
            expect(fee.safeParse(one).error).toBeUndefined();
            if (one.kind === 'fixed') expect(text.replaceAll(',', '')).toContain(String(Math.trunc(one.amount)));
          }
        },
      ),
    );
  });
});

describe('times', () => {
  test.each([
    ['5 minutes', { max: 5, unit: 'minutes' }],
    ['1 day', { max: 1, unit: 'days' }],
    ['Within 3 working days', { max: 3, unit: 'working-days' }],
    ['2-5 days', { min: 2, max: 5, unit: 'days' }],
    ['three (3) weeks', { max: 3, unit: 'weeks' }],
    ['48hrs', { max: 48, unit: 'hours' }],
    ['1 hour 30 minutes', { max: 90, unit: 'minutes' }],
    ['30 days from date of receipt', { max: 30, unit: 'days', clockStarts: 'from date of receipt' }],
    ['Immediately', { max: 0, unit: 'minutes', note: says('Immediately') }],
    ['Same day', { max: 0, unit: 'days', note: says('Same day') }],
    ['about 2 weeks', { max: 2, unit: 'weeks', note: says('about 2 weeks') }],
    ['Siku 1 hadi 3', { min: 1, max: 3, unit: 'days' }],
    ['Ndani ya siku 14', { max: 14, unit: 'days' }],
    ['siku 3 za kazi', { max: 3, unit: 'working-days' }],
    ['Dakika 10', { max: 10, unit: 'minutes' }],
  ])('%s', (text, expected) => {
    expect(times(text)).toEqual([{ kind: 'fixed', ...expected }]);
  });

  test('times without a number', () => {
    expect(times('Continuous')).toEqual([{ kind: 'continuous' }]);
    expect(times('Ongoing')).toMatchObject([{ kind: 'continuous', note: says('Ongoing') }]);
    expect(times('As per contract')).toMatchObject([{ kind: 'per-contract' }]);
    expect(times('Variable')).toMatchObject([{ kind: 'as-announced' }]);
    expect(times('New: 5 days; Renewal: 3 days')).toMatchObject([
      { appliesTo: 'New', max: 5 },
      { appliesTo: 'Renewal', max: 3 },
    ]);
  });

  test.each([
    '0 hours',
    '99999999 hours',
    'at least 3 days',
    'two (3) days',
    '5-2 days',
    '5 days - 2 weeks',
    'soon',
    '3 days or KES 50',
  ])('"%s" is not guessed', (text) => {
    expect(readTimes(text, undefined, evidence)).toMatchObject({
      times: [{ kind: 'not-stated', note: says(text) }],
      doubt: expect.stringContaining(text),
    });
  });

  test('every number and unit is read back, however it is written', () => {
    const units = fc.constantFrom(
      ['minutes', 'minutes'],
      ['mins', 'minutes'],
      ['Hours', 'hours'],
      ['days', 'days'],
      ['working days', 'working-days'],
      ['weeks', 'weeks'],
      ['months', 'months'],
    );
    const numbers = fc.tuple(fc.nat(500), fc.nat(500)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    fc.assert(
      fc.property(
        numbers,
        units,
        fc.constantFrom('', 'Within ', 'Not more than ', 'up to '),
        fc.constantFrom(' - ', '–', ' to '),
        ([min, max], [word, unit], before, dash) => {
          expect(times(`${before}${max} ${word}`)).toEqual([{ kind: 'fixed', max, unit }]);
          expect(times(`${before}${min}${dash}${max} ${word}`)).toEqual([{ kind: 'fixed', min, max, unit }]);
        },
      ),
    );
  });

  test('any text gives valid times', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({
            unit: fc.constantFrom(
              '1',
              '2',
              ' ',
              'days',
              'hours',
              '-',
              'to',
              '(',
              ')',
              ':',
              'siku',
              '\n',
              'within',
              'of',
            ),
          }),
        ),
        (text) => {
          for (const one of readTimes(text, undefined, evidence).times)
            expect(processingTime.safeParse(one).error).toBeUndefined();
        },
      ),
    );
  });
});

describe('names, dates and contacts', () => {
  test('names in capitals are written in the usual way; others stay', () => {
    expect(inTitleCase('OFFICE OF THE ATTORNEY-GENERAL (AG)')).toBe('Office of the Attorney-General (AG)');
    expect(inTitleCase('eCitizen portal')).toBe('eCitizen portal');
  });

  test('any name gives a valid file name, never the same twice', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 20 }), (texts) => {
        const taken = new Set<string>();
        const slugs = texts.map((text) => toSlug(text, taken));
        expect(new Set(slugs).size).toBe(texts.length);
        for (const one of slugs) expect(slug.safeParse(one).success).toBe(true);
      }),
    );
  });

  test.each([
    ['Revised July, 2019', '2019-07'],
    ['5th May 2024', '2024-05-05'],
    ['Toleo la Agosti 2021', '2021-08'],
    ['2022 edition', '2022'],
    ['3rd edition, 2022', '2022'],
    ['Version 2.1 of 1 March 2020', '2020-03-01'],
    ['Toleo la 5 Machi 2021', '2021-03-05'],
    ['29 February 2024', '2024-02-29'],
    ['2019 to 2022', undefined],
    ['31st June 2019', undefined],
    ['30 February 2020', undefined],
    ['29 February 2023', undefined],
    ['2019-02-30', undefined],
    ['Revised 05/07/2019', undefined],
    ['2011-12', undefined],
    ['May 2019 and June 2020', undefined],
    ['5 May 6 2019', undefined],
    ['Decision 2019', '2019'],
  ])('%s', (text, expected) => {
    expect(readDate(text)).toBe(expected);
  });

  test('no detail of a contact is lost', () => {
    const contact = readContact(
      'The Director\nP.O. Box 1, Nairobi\nTel: 0700 111 222 / 020 333444 (8 to 5)\nFax: 020 555666\nE-mail: a@b.go.ke',
      '+254',
    );
    expect(contact).toEqual({
      title: 'The Director',
      address: expect.stringMatching(/P\.O\. Box 1, Nairobi.*8 to 5/),
      phones: [{ number: '0700 111 222' }, { number: '020 333444' }, { number: '020 555666', kind: 'fax' }],
      emails: ['a@b.go.ke'],
      doubts: [],
    });
  });

  test('any text stands in the body as it is, and never becomes code, a component or a link', () => {
    const risky = fc.string({
      unit: fc.constantFrom(
        '{',
        '}',
        '<',
        '>',
        'import ',
        'export ',
        '\\',
        '`',
        '*',
        '_',
        '[',
        ']',
        '(',
        ')',
        '#',
        '- ',
        '1. ',
        '\n',
        'a',
        '!',
        '|',
        '~',
        '&lt;',
        'javascript:',
      ),
    });
    fc.assert(
      fc.property(risky, (text) => {
        const { html, problems } = renderProse('content/charters/x.mdx', escapeProse(text));
        expect(problems).toEqual([]);
        expect(html).not.toMatch(/<(?!\/?(?:p|ul|ol|li)\b)/);
      }),
    );
    expect(renderProse('x', escapeProse('{process.exit()} <script> **bold**')).html).toBe(
      '<p>{process.exit()} &#x3C;script> **bold**</p>',
    );
  });
});
