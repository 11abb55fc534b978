import { expect, test } from 'vitest';
import { reckonDates } from '../../src/views/deadline/reckon-dates.ts';
import { loadRegister } from '../../src/register/load.ts';
import { countryOptions } from '../../src/site/views/country-options.ts';
import type { Language } from '../../src/lib/locales.ts';

const register = await loadRegister('content');
const countries = countryOptions(register, { language: 'en' });

function asked(fields: Record<string, string>, language: Language = 'en') {
  const params = new URLSearchParams({ show: 'dates', ...fields });
  const country = fields['country'] ?? '';
  return reckonDates(register, { country, countries, params, language, now: new Date('2026-11-30T10:00:00Z') });
}
const inWords = (found: ReturnType<typeof asked>) => Object.fromEntries(found.cards.map(({ id, when }) => [id, when]));

test('a request in Nigeria: the answer, what the body owes on the way, and the last safe day for the court', () => {
  const found = asked({ country: 'ng', received: '30/11/2026' });
  expect(inWords(found)).toEqual({
    answer: 'Monday, 7 December 2026',
    transfer: 'Thursday, 3 December 2026',
    'transfer-notice': 'Monday, 7 December 2026',
    'remedy-0': 'Wednesday, 6 January 2027',
  });
  expect(found.cards[0]?.why[0]).toBe(
    '7 days (Freedom of Information Act 2011, s.4), counted from Monday, 30 November 2026.',
  );
});

test('where the law leaves it open both days are told: the body by the later, the citizen by the earlier', () => {
  const found = asked({ country: 'ke', 'received-day': '4', 'received-month': '12', 'received-year': '2026' });
  const [answer] = found.cards;
  expect(answer?.when).toBe('Monday, 28 December 2026');
  expect(answer?.open).toBe(
    'It may be due on Friday, 25 December 2026, but it is late only after Monday, 28 December 2026.',
  );
  expect(answer?.why.join(' ')).toContain('It is not certain how the law counts days off.');
  expect(found.cards.find(({ id }) => id === 'remedy-0')?.open).toMatch(
    /^You are safe until Sunday, 24 January 2027;.* Offices are closed on Sunday, 24 January 2027; go by Friday, 22 January 2027\.$/,
  );
});

test('what has happened since moves the dates, and fields that say nothing change nothing', () => {
  const found = asked({
    country: 'ke',
    received: '30 11 2026',
    extended: '5 December 2026',
    'extended-days': '',
    refused: '',
  });
  expect(inWords(found)['answer']).toBe('Monday, 4 January 2027');
  expect(found.address.share).toBe('/deadline/?show=dates&country=ke&received=30+11+2026&extended=5+December+2026');
});

test('an urgent request ends at an hour of the country', () => {
  const found = asked({ country: 'ke', received: '30/11/2026', at: '13:45', urgent: 'yes' });
  expect(inWords(found)['urgent-answer']).toBe('Wednesday, 2 December 2026, 13:45');
  expect(found.cards[0]?.event).toMatchObject({ at: '2026-12-02T10:45:00.000Z' });
});

test('of an urgent request whose hour is not known the hours begin with the day of the country, not with that of Greenwich', () => {
  const found = asked({ country: 'ke', received: '30/11/2026', urgent: 'yes' });
  expect(found.cards[0]?.open).toMatch(/Wednesday, 2 December 2026, 00:00.*Thursday, 3 December 2026, 00:00/);
});

test('a calendar takes two other times from one day for two, and the same one for the same', () => {
  const of = (amount: string, unit = 'days') =>
    asked({ country: 'ke', kind: 'limit', received: '30/11/2026', amount, unit }).of;
  expect(new Set([of('10'), of('30'), of('10', 'working-days')]).size).toBe(3);
  expect(of('10')).toBe(of('10'));
});

test('any other time, in Kiswahili', () => {
  const found = asked(
    { country: 'ke', kind: 'limit', received: '30/11/2026', amount: '10', unit: 'working-days' },
    'sw',
  );
  expect(inWords(found)).toEqual({ limit: 'Jumatatu, 14 Desemba 2026' });
});

test.each([
  ['no day', { received: '' }, { received: expect.stringContaining('such as 30 11 2026') as string }],
  ['no such day', { received: '31/2/2026' }, { received: expect.stringContaining('Give a day') as string }],
  ['an hour that is none', { received: '30/11/2026', at: '25:00' }, { at: expect.stringContaining('13:45') as string }],
  [
    'an event before the receipt',
    { received: '30/11/2026', refused: '1/11/2026' },
    { refused: expect.stringContaining('before the day of receipt') as string },
  ],
  [
    'another time without a number',
    { received: '30/11/2026', kind: 'limit', amount: 'ten', unit: 'days' },
    { amount: expect.stringContaining('whole number') as string },
  ],
])('%s: a sentence by the field, and what was typed stays', (_name, fields: Record<string, string>, problems) => {
  const { form, cards } = asked({ country: 'ng', ...fields });
  expect(form.problems).toEqual(problems);
  expect(form.values).toMatchObject(fields);
  expect(cards).toEqual([]);
});

test('an address that names the country and the day alone asks nothing yet', () => {
  const params = new URLSearchParams({ country: 'gh', received: '2026-11-30' });
  const { form, cards, country } = reckonDates(register, {
    country: 'gh',
    countries,
    params,
    language: 'en',
    now: new Date('2026-11-30T10:00:00Z'),
  });
  expect([cards, form.problems, country.id, form.values['received']]).toEqual([[], {}, 'gh', '2026-11-30']);
});
