import type { Random } from '../../src/bench/content/random.ts';
import type { CountryCode, NewsOfHolidays } from './second/case.ts';
import { dayNumberOf, isoDate, weekday } from './second/day-number.ts';
import { publicHolidays } from './second/public-holidays.ts';

const YEARS = [2024, 2025, 2026, 2027, 2028, 2029];
const SUNDAY = 0;

/**
 * Made-up holidays of single years: two feasts by the moon that are expected in most years, and in half of them declared, days
 * declared once, and holidays that another day replaces. The names are there for readers of the content's form.
 */
export function generateNews(country: CountryCode, random: Random): Required<NewsOfHolidays> {
  const none = { declared: [], feasts: [] };
  const statutory = [...publicHolidays(country, YEARS, none, 'none')];
  const anyDay = (year: number): number => dayNumberOf(year, 1, 1) + random.below(365);
  /*
   * A feast that may push on a holiday moved from a Sunday (Kenya, Public Holidays Act s.4) does not come about in these
   * years, so none is made up in the days after a holiday.
   */
  const isFree = (day: number): boolean =>
    ![-3, -2, -1, 0, 1, 2, 3, 4, 5].some((step) => statutory.includes(day + step));

  const declared: NewsOfHolidays['declared'] = [];
  const feasts = ['feast-of-spring', 'feast-of-summer'].map((id) => ({
    id,
    name: id,
    expected: YEARS.flatMap((year) => {
      const first = anyDay(year);
      if (!isFree(first)) return [];
      const days = 1 + random.below(2);
      if (random.below(2) === 0) {
        const kept = first + random.below(3);
        for (let day = kept; day < kept + days; day += 1) declared.push(named(day, { feast: id }));
      }
      return [{ from: isoDate(first), until: isoDate(first + random.below(3)), days }];
    }),
  }));
  for (const year of YEARS) {
    declared.push(named(anyDay(year), {}));
    const replaced = random.pick(statutory.filter((day) => isoDate(day).startsWith(`${year}-`)));
    const instead = replaced + 1 + random.below(3);
    if (weekday(replaced) !== SUNDAY && !statutory.includes(instead)) {
      declared.push(named(instead, { replaces: isoDate(replaced) }));
    }
  }
  return { declared, feasts };
}

function named<T extends object>(day: number, more: T): { date: string; name: string } & T {
  return { date: isoDate(day), name: 'A day declared', ...more };
}
