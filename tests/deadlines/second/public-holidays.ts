import type { CountryCode, NewsOfHolidays } from './case.ts';
import { dayNumber, dayNumberOf, easterSunday, weekday, yearOf } from './day-number.ts';

const SUNDAY = 0;
const FRIDAY = 5;

/**
 * Public holidays of some years as day numbers. With `feasts: 'none'` a feast that is expected and not declared is no
 * holiday, with 'all' each day is one on which it may be kept.
 */
export function publicHolidays(
  country: CountryCode,
  years: readonly number[],
  news: NewsOfHolidays,
  feasts: 'none' | 'all',
): Set<number> {
  const replaced = new Set(news.declared.flatMap(({ replaces }) => (replaces ? [dayNumber(replaces)] : [])));
  const statutory = years.flatMap((year) => yearly[country](year)).filter((day) => !replaced.has(day));
  const days = new Set([...statutory, ...news.declared.map(({ date }) => dayNumber(date))]);
  if (country === 'ke') moveSundays(statutory, days);
  for (const day of replaced) if (!news.declared.some(({ date }) => dayNumber(date) === day)) days.delete(day);
  if (feasts === 'all') for (const day of undeclaredFeasts(news)) days.add(day);
  return days;
}

/** Kenya, Public Holidays Act (Cap. 110) s.4: the first day after the Sunday that is no holiday becomes the holiday. */
function moveSundays(statutory: number[], days: Set<number>): void {
  for (const sunday of statutory.filter((day) => weekday(day) === SUNDAY)) {
    days.delete(sunday);
    let successor = sunday + 1;
    while (days.has(successor)) successor += 1;
    days.add(successor);
  }
}

/** Every day on which a feast may be kept that was expected for a year and not declared for it. */
function undeclaredFeasts(news: NewsOfHolidays): number[] {
  return news.feasts.flatMap(({ id, expected = [] }) =>
    expected
      .filter(
        ({ from }) => !news.declared.some(({ date, feast }) => feast === id && date.slice(0, 4) === from.slice(0, 4)),
      )
      .flatMap(({ from, until, days = 1 }) => {
        const first = dayNumber(from);
        return Array.from({ length: dayNumber(until) - first + days }, (_, index) => first + index);
      }),
  );
}

const fixed = (year: number, ...days: [month: number, day: number][]): number[] =>
  days.map(([month, day]) => dayNumberOf(year, month, day));
const goodFridayAndEasterMonday = (year: number): number[] => [easterSunday(year) - 2, easterSunday(year) + 1];

const yearly: Record<CountryCode, (year: number) => number[]> = {
  // Public Holidays Act (Cap. P40), Schedule, with Democracy Day on 12 June; 26 December is declared in the years seen,
  // so it may be one. s.5: no day in lieu for a weekend.
  ng: (year) => [
    ...fixed(year, [1, 1], [5, 1], [6, 12], [10, 1], [12, 25], [12, 26]),
    ...goodFridayAndEasterMonday(year),
  ],
  // Public Holidays Act (Cap. 110), Schedule, Part I; Mazingira Day since 2024, under other names before.
  ke: (year) => [
    ...fixed(year, [1, 1], [5, 1], [6, 1], [10, 10], [10, 20], [12, 12], [12, 25], [12, 26]),
    ...goodFridayAndEasterMonday(year),
  ],
  // Public Holidays Act, 2001 (Act 601) as amended in 2025: 1 July is restored, 4 August gone.
  gh: (year) => [
    ...fixed(year, [1, 1], [1, 7], [3, 6], [5, 1], [7, 1], [9, 21], [12, 25], [12, 26]),
    ...goodFridayAndEasterMonday(year),
    firstFridayOfDecember(year),
  ],
};

/** Farmers' Day. */
function firstFridayOfDecember(year: number): number {
  const first = dayNumberOf(year, 12, 1);
  return first + ((FRIDAY - weekday(first) + 7) % 7);
}

/** The years that a table has to hold so that no time limit from within it runs out of it. */
export function yearsAround(firstDay: number, lastDay: number): number[] {
  const first = yearOf(firstDay);
  return Array.from({ length: yearOf(lastDay) - first + 1 }, (_, index) => first + index);
}
