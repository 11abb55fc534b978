import type { Duration } from '../schemas/duration.ts';

/**
 * Which of two times for an answer binds a body: that of the Act, or its own. A body may be faster than the Act, never
 * slower: its own time binds only where it ends sooner on whatever day the request arrives.
 */
export function bindingTime(act: Duration, own: Duration): 'act' | 'own' {
  return longestDays(own) < shortestDays(act) ? 'own' : 'act';
}

const DAYS = { minutes: 1 / 1440, hours: 1 / 24, days: 1, 'working-days': 1, weeks: 7, months: 28, years: 365 };

/** Calendar days that a time takes at least. */
function shortestDays({ max = Infinity, unit = 'days' }: Duration): number {
  return max * DAYS[unit];
}

/** Calendar days that a time takes at most. Working days may meet weekends, and feasts that last a week. */
function longestDays({ max = Infinity, unit = 'days' }: Duration): number {
  if (unit === 'working-days') return max + 2 * Math.ceil(max / 5) + FEASTS_DAYS;
  if (unit === 'months') return max * 31;
  if (unit === 'years') return max * 366;
  return max * DAYS[unit];
}

const FEASTS_DAYS = 7;
