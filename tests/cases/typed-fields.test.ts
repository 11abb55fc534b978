import { expect, test } from 'vitest';
import { readAmount } from '../../src/lib/read-amount.ts';
import { readEmail, readPhones } from '../../src/cases/forms/read-contact.ts';
import { readDay } from '../../src/lib/read-day.ts';
import { complaintForm, openPipeline } from './pipeline-fixture.ts';

const context = { language: 'en' } as const;

test.each<[string, string, number]>([
  ['5k', 'NGN', 5000],
  ['5K', 'KES', 5000],
  ['1.5m', 'NGN', 1_500_000],
  ['2 million', 'NGN', 2_000_000],
  ['N2m', 'NGN', 2_000_000],
  ['laki 2', 'KES', 200_000],
  ['elfu 5', 'KES', 5000],
  ['elfu tano', 'KES', 5000],
  ['mia tano', 'KES', 500],
  ['laki mbili na elfu hamsini', 'KES', 250_000],
  ['milioni moja na nusu', 'KES', 1_500_000],
  ['half a million', 'NGN', 500_000],
  ['five thousand naira', 'NGN', 5000],
  ['two hundred and fifty thousand naira only', 'NGN', 250_000],
  ['twenty-five thousand', 'NGN', 25_000],
  ['one million two hundred thousand', 'NGN', 1_200_000],
  ['fifteen hundred', 'KES', 1500],
  ['N5,000:00', 'NGN', 5000],
  ['₦5,000.00', 'NGN', 5000],
  ['=N=5,000', 'NGN', 5000],
  ['#5,000', 'NGN', 5000],
  ['NGN5000', 'NGN', 5000],
  ['5000naira', 'NGN', 5000],
  ['5 000', 'NGN', 5000],
  ['5\u00a0000', 'NGN', 5000],
  ['Sh 200/=', 'KES', 200],
  ['Sh. 1,500/-', 'KES', 1500],
  ['KSh. 1,500', 'KES', 1500],
  ['Kshs1500', 'KES', 1500],
  ['1500 bob', 'KES', 1500],
  ['shilingi 1500 tu', 'KES', 1500],
  ['1500.50', 'KES', 1500.5],
  ['1\u00ad500', 'KES', 1500],
  ['５０００', 'KES', 5000],
  ['٥٠٠٠', 'KES', 5000],
  ['0', 'KES', 0],
])('“%s” (%s) is %d', (typed, currency, amount) => {
  expect(readAmount(typed, { currency, symbol: '' })).toBe(amount);
});

test.each([
  '1.500',
  '1.500,00',
  '1,5000',
  '1,50',
  '5 00',
  '5,000 x 2',
  '5000 and later 2000',
  '1000-2000',
  '1000 - 2000',
  '-500',
  '5 k 500',
  'N2,000.00k',
  '2000.00k',
  '1.25k',
  '5,000k',
  '500¹',
  '½ million',
  '$500',
  'USD 500',
  '€20',
  'KES 500',
  'about 5000',
  'a lot',
  'k',
  'N',
  'million',
  'elfu',
  'elfu ishirini na tano',
  'elfu tano laki mbili',
  'five thousand thousand',
  'twenty thirty',
  'five six',
  '5e3',
  '0x10',
  '1:30:00',
  'constructor',
  '5 constructor',
])('“%s” is left to its writer: no sum is made of a part of it', (typed) => {
  expect(readAmount(typed, { currency: 'NGN', symbol: '₦' })).toBeUndefined();
});

test('an amount that cannot be read is a problem to mend; one that can be is stored as the sum', async () => {
  const { cases } = await openPipeline();
  expect(await cases.intake.submit(complaintForm({ amountAsked: '5 to 10k' }), context)).toMatchObject({
    ok: false,
    problems: { amountAsked: expect.stringContaining('in digits') as string },
    values: { amountAsked: '5 to 10k' },
  });
  for (const typed of ['5k', 'elfu tano', 'KSh 5,000'])
    expect(await cases.intake.submit(complaintForm({ amountAsked: typed }), context)).toMatchObject({
      check: { submission: { amountAsked: 5000 } },
    });
});

test.each([
  ['(0803) 123 4567', '0803 123 4567'],
  ['0803.123.4567', '0803 123 4567'],
  ['0803\u2011123\u20114567', '0803-123-4567'],
  ['+254–20–2220002', '+254-20-2220002'],
  ['+234 (0) 803 123 4567', '+234 (0) 803 123 4567'],
  ['\u202a+254 712 345 678\u202c', '+254 712 345 678'],
  ['0722\u200b123456', '0722123456'],
  ['０８０３１２３４５６７', '08031234567'],
  ['0803 123 4567 / 0701 234 5678', '0803 123 4567 / 0701 234 5678'],
  ['08031234567, 07012345678', '08031234567 / 07012345678'],
  ['08031234567 or 07012345678', '08031234567 / 07012345678'],
  ['*384#', '*384#'],
])('the telephone “%s” is taken as “%s”', async (typed, kept) => {
  expect(readPhones(typed)).toBe(kept);
  const { cases } = await openPipeline();
  expect(await cases.intake.submit(complaintForm({ phone: typed }), context)).toMatchObject({
    check: { submission: { phone: kept } },
  });
});

test('what is no telephone is told, whole', async () => {
  const { cases } = await openPipeline();
  for (const phone of ['0803 123 4567 ext 12', 'call my brother', '0803 and something', '12'.repeat(40)])
    expect(await cases.intake.submit(complaintForm({ phone }), context), phone).toMatchObject({
      problems: { phone: expect.any(String) as string },
    });
});

test('e-mail addresses are taken as mail takes them', async () => {
  const { cases } = await openPipeline();
  const taken = [
    ['smith&sons@home.example', 'smith&sons@home.example'],
    ["o'brien@home.example", "o'brien@home.example"],
    ['amina+water@home.example', 'amina+water@home.example'],
    ['amina@bücher.example', 'amina@xn--bcher-kva.example'],
    ['amina@пример.рф', 'amina@xn--e1afmkfd.xn--p1ai'],
    ['ami\u200bna@home.example\u2060', 'amina@home.example'],
    ['<amina@home.example>', 'amina@home.example'],
    ['mailto:amina@home.example', 'amina@home.example'],
  ];
  for (const [typed = '', kept] of taken)
    expect(await cases.intake.submit(complaintForm({ email: typed }), context), typed).toMatchObject({
      check: { submission: { email: kept } },
    });
  for (const email of [
    'amina@home',
    'amina@@home.example',
    'a b@home.example',
    'amina@home.example, juma@home.example',
    '"a b"@home.example',
    'a@-home.example',
    'a..b@home.example',
  ])
    expect(await cases.intake.submit(complaintForm({ email }), context), email).toMatchObject({
      problems: { email: expect.any(String) as string },
    });
  expect(await cases.intake.submit(complaintForm({ email: 'амина@home.example' }), context)).toMatchObject({
    problems: { email: expect.stringContaining('before the “@”') as string },
  });
  expect(readEmail('')).toBe('');
});

test.each([
  ['2026-03-01', '2026-03-01'],
  ['2026/3/1', '2026-03-01'],
  ['1/3/2026', '2026-03-01'],
  ['01.03.26', '2026-03-01'],
  ['1-3-2026', '2026-03-01'],
  ['1 March 2026', '2026-03-01'],
  ['1st of March, 2026', '2026-03-01'],
  ['March 1, 2026', '2026-03-01'],
  ['1 Machi 2026', '2026-03-01'],
  ['1-Mar-26', '2026-03-01'],
  ['yesterday', '2026-03-09'],
  ['jana', '2026-03-09'],
  ['Leo', '2026-03-10'],
])('the day “%s” is %s', (typed, day) => {
  expect(readDay(typed, '2026-03-10')).toBe(day);
});

test('a day that could be another, or is none, is told', async () => {
  const { cases } = await openPipeline();
  for (const happenedOn of [
    '31/2/2026',
    '3/13/2026',
    '12 March',
    '1 Foo 2026',
    'last week',
    '1/3/026',
    '1/3/2026 or 2/3/2026',
    '2026-02-30',
    'constructor',
  ])
    expect(await cases.intake.submit(complaintForm({ happenedOn }), context), happenedOn).toMatchObject({
      problems: { happenedOn: expect.any(String) as string },
    });
});

test('what cannot be seen is dropped from every field of a form', async () => {
  const { cases } = await openPipeline();
  const hidden = '\u00ad\u200b\u200e\u2060\ufeff\u061c\u180e\u3164\u{e0100}';
  const typed = {
    where: `Win${hidden}dow 4`,
    officer: `Mr${hidden} A`,
    name: `${hidden}Amina`,
    details: `I paid for it in March,${hidden} and nobody came.`,
  };
  expect(await cases.intake.submit(complaintForm(typed), context)).toMatchObject({
    check: {
      submission: {
        where: 'Window 4',
        officer: 'Mr A',
        name: 'Amina',
        details: 'I paid for it in March, and nobody came.',
      },
    },
  });
});
