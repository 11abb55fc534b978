import type { CountryCode } from './second/case.ts';
import { dayNumberOf, easterSunday } from './second/day-number.ts';
import { publicHolidays } from './second/public-holidays.ts';
import { storedNews } from './second/stored-news.ts';

const made = new Map<CountryCode, readonly number[]>();

/**
 * Day numbers near which mistakes in counting show: holidays and expected feasts of 2024 to 2029 (in Ghana from 2026, the first
 * year of its present holidays), ends of years and of February, Easter, and some hundred other days, so that every day
 * of the week has its turn.
 */
export function anchorDays(country: CountryCode): readonly number[] {
  const known = made.get(country);
  if (known) return known;
  const years = country === 'gh' ? [2026, 2027, 2028, 2029] : [2024, 2025, 2026, 2027, 2028, 2029];
  const first = dayNumberOf(years[0] ?? 2026, 1, 1);
  const last = dayNumberOf(2029, 12, 31);
  const holidays = [...publicHolidays(country, years, storedNews(country), 'all')].filter(
    (day) => day >= first && day <= last,
  );
  const turns = years.flatMap((year) => [
    dayNumberOf(year, 2, 28),
    dayNumberOf(year, 2, 28) + 1,
    easterSunday(year),
    dayNumberOf(year, 12, 31),
  ]);
  // Eleven days apart, each day of the week comes as often as another.
  const others = Array.from({ length: Math.floor((last - first) / 11) }, (_, index) => first + index * 11);
  const days = [first, ...holidays, ...turns, ...others];
  made.set(country, days);
  return days;
}
