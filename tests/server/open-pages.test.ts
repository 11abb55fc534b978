import { expect, test } from 'vitest';
import { mayBeCompressed } from '../../src/server/compress-answers.ts';
import { inSmallLetters, isOpenPage } from '../../src/server/small-letters.ts';

test.each([
  '/search/',
  '/deadline/',
  '/receipts/',
  '/statistics/',
  '/statistics/annual-report/',
  '/requests/',
  '/ng/inec/requests/',
  '/ng/inec/requests/bcd2345678/',
])('%s is made on demand and open: it is found in large letters too, and compressed, in every language', (page) => {
  for (const address of [page, `/sw${page}`]) {
    expect(inSmallLetters(address.toUpperCase(), isOpenPage)).toBe(address);
    expect(mayBeCompressed(address)).toBe(true);
  }
});

test.each(['/cases/view/', '/cases/review/', '/cases/receipt/', '/admin/'])('%s is neither', (page) => {
  expect(isOpenPage(page)).toBe(false);
  expect(mayBeCompressed(page)).toBe(false);
});

test.each([
  '/requests/feed.xml',
  '/ng/inec/requests/feed.xml',
  '/statistics/annual-report.csv',
  '/receipts/newest.json',
  '/api/cms/config',
])('%s is compressed', (file) => {
  expect(mayBeCompressed(file)).toBe(true);
});
