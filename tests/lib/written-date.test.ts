import { expect, test } from 'vitest';
import { dateInWords, readWrittenDate } from '../../src/lib/written-date.ts';

const TODAY = '2026-11-30';

test.each([
  ['2019', '2019', '2019'],
  ['May 2025', '2025-05', 'May 2025'],
  ['mei 2025', '2025-05', 'May 2025'],
  ['5/2025', '2025-05', 'May 2025'],
  ['2025-05', '2025-05', 'May 2025'],
  ['3/5/2025', '2025-05-03', '3 May 2025'],
  ['3rd May 2025', '2025-05-03', '3 May 2025'],
  ['2025-05-03', '2025-05-03', '3 May 2025'],
  ['29 February 2024', '2024-02-29', '29 February 2024'],
])('"%s" is read as %s and shown back as "%s"', (typed, date, words) => {
  expect(readWrittenDate(typed, 'any', TODAY)).toEqual({ date });
  expect(dateInWords(date)).toBe(words);
});

test.each([
  ['3/5/98', '1998-05-03'],
  ['3.5.26', '2026-05-03'],
  ['1 Jan 27', '2027-01-01'],
  ['3/5/36', '2036-05-03'],
  ['3/5/37', '1937-05-03'],
])('the two digits of the year in "%s" are those of %s', (typed, date) => {
  expect(readWrittenDate(typed, 'any', TODAY)).toEqual({ date });
});

test.each([
  ['3/5/27', '1927-05-03'],
  ['3/5/26', '2026-05-03'],
])('in a document, "%s" is %s: it was written before today', (typed, date) => {
  expect(readWrittenDate(typed, 'any', TODAY, { yearsAhead: 0 })).toEqual({ date });
});

test.each([
  ['31 June 2025', 'any', /June 2025 has 30 days.*write the month alone/],
  ['29/2/2025', 'day', /February 2025 has 28 days/],
  ['5/13/2025', 'any', /no month 13.*day stands first/],
  ['May 2025', 'day', /day is missing/],
  ['soon', 'any', /"soon" was not understood/],
  ['3 May', 'any', /not understood/],
  ['2025-13', 'any', /not understood/],
] as const)('"%s" is refused in words', (typed, exactness, words) => {
  const read = readWrittenDate(typed, exactness, TODAY);
  expect('refusal' in read ? read.refusal : '').toMatch(words);
});
