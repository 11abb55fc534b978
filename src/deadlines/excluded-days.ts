import { weekdayNameOf, type WorkCalendar } from './working-days.ts';

/** A day of the week, or any public holiday, that the law leaves out where it counts time. */
export interface ExcludedDay {
  day: string;
  /** False where the law's words were not read, or do not settle it. */
  certain: boolean;
}

/**
 * How the law of a country counts time that is given in days, weeks, months or years; the shape in which jurisdictions
 * write it.
 */
export interface CountingRules {
  /** Names of the law and of its section. */
  law: string;
  section: string;
  /** A limit whose last day is one of these ends on the next day that is none of them. */
  excluded: readonly ExcludedDay[];
  /** In limits of so many days or fewer, excluded days do not count at all. */
  shortLimitDaysMax?: number | undefined;
}

/**
 * `lenient`: every day that may be excluded is, and every feast by the moon may fall on each day on which it is
 * expected. `strict`: only the certain ones.
 */
export type Reading = 'lenient' | 'strict';

/** Why a day is left out: by the name of its holiday, and whether it is not certain to be one; else as a day of the week. */
export interface Exclusion {
  holiday?: string;
  /** A feast by the moon that has not been declared. */
  mayBe?: true;
}

/** Tells whether a day (ISO 8601) is excluded by a reading of the law, and why. */
export function excluded(
  rules: CountingRules,
  reading: Reading,
  calendar: WorkCalendar,
  day: string,
): Exclusion | undefined {
  const has = (wanted: string): boolean =>
    rules.excluded.some((entry) => entry.day === wanted && (entry.certain || reading === 'lenient'));
  return dayOff(reading, calendar, day, has(weekdayNameOf(day)), has('public-holiday'));
}

/** Why a day is off: a holiday, else as a day of the week, else because a feast by the moon may fall on it. */
export function dayOff(
  reading: Reading,
  calendar: WorkCalendar,
  day: string,
  byWeekday: boolean,
  byHoliday = true,
): Exclusion | undefined {
  const holiday = byHoliday ? calendar.holiday(day) : undefined;
  if (holiday) return { holiday };
  if (byWeekday) return {};
  const feast = byHoliday && reading === 'lenient' ? calendar.feast(day) : undefined;
  return feast ? { holiday: feast, mayBe: true } : undefined;
}
