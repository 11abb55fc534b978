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

/** `lenient`: every day that may be excluded is. `strict`: only the certain ones are. */
export type Reading = 'lenient' | 'strict';

/**
 * Tells whether a day (ISO 8601) is excluded by a reading of the law, and why: by the name of its holiday or as a day
 * of the week.
 */
export function excluded(
  rules: CountingRules,
  reading: Reading,
  calendar: WorkCalendar,
  day: string,
): { holiday?: string } | undefined {
  const has = (wanted: string): boolean =>
    rules.excluded.some((entry) => entry.day === wanted && (entry.certain || reading === 'lenient'));
  const holiday = has('public-holiday') ? calendar.holiday(day) : undefined;
  if (holiday) return { holiday };
  return has(weekdayNameOf(day)) ? {} : undefined;
}
