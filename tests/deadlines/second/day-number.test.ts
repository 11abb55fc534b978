import { expect, test } from 'vitest';
import {
  dayNumber,
  easterSunday,
  instantMs,
  isoDate,
  isoInstant,
  localDay,
  startOfDayMs,
  weekday,
} from './day-number.ts';

const DAY_MS = 86_400_000;

test('every day from 1899 to 2101 has the number, the date and the day of the week of the calendar', () => {
  const [first, last] = [Date.UTC(1899, 0, 1) / DAY_MS, Date.UTC(2101, 11, 31) / DAY_MS];
  for (let day = first; day <= last; day += 1) {
    const date = new Date(day * DAY_MS);
    const iso = date.toISOString().slice(0, 10);
    if (dayNumber(iso) !== day || isoDate(day) !== iso || weekday(day) !== date.getUTCDay()) expect.fail(iso);
  }
});

test('the leap day is one in 2000 and 2028 and none in 1900 and 2100', () => {
  const dayAfterFebruary28 = (year: number): string => isoDate(dayNumber(`${year}-02-28`) + 1);
  expect([1900, 2000, 2028, 2100].map(dayAfterFebruary28)).toEqual([
    '1900-03-01',
    '2000-02-29',
    '2028-02-29',
    '2100-03-01',
  ]);
});

// 1954 and 1981 are the exceptions of the epact; 2038 is the latest that Easter can be, 2008 nearly the earliest.
test.each([
  '1954-04-18',
  '1981-04-19',
  '2008-03-23',
  '2024-03-31',
  '2025-04-20',
  '2026-04-05',
  '2027-03-28',
  '2028-04-16',
  '2029-04-01',
  '2038-04-25',
])('Easter Sunday is %s', (date) => {
  expect(isoDate(easterSunday(Number(date.slice(0, 4))))).toBe(date);
});

test.each(['2026-11-30T23:30:00.000Z', '2028-02-29T00:00:00.000Z', '1969-12-31T23:59:59.250Z'])(
  'the instant %s is read and written',
  (instant) => {
    expect(instantMs(instant)).toBe(Date.parse(instant));
    expect(isoInstant(Date.parse(instant))).toBe(instant);
  },
);

test.each([
  ['2026-11-30T22:59:59Z', 1, '2026-11-30'],
  ['2026-11-30T23:00:00Z', 1, '2026-12-01'],
  ['2026-12-31T21:00:00Z', 3, '2027-01-01'],
  ['2026-11-30T23:59:59Z', 0, '2026-11-30'],
])('%s with clocks %i hours ahead of UTC is on %s', (instant, hours, day) => {
  expect(isoDate(localDay(instantMs(instant), hours))).toBe(day);
  expect(startOfDayMs(dayNumber(day), hours)).toBeLessThanOrEqual(instantMs(instant));
});
