import { dayIn } from '../deadlines/working-days.ts';
import type { Register } from '../register/register.ts';

/**
 * The day (ISO 8601) that a portal shows at an instant: that of the country with the most bodies, since one page has to
 * show one day. It changes at that country's midnight.
 */
export function portalDay(register: Register, instant: Date): string {
  const counts = new Map<string, number>();
  for (const { data } of register.agencies.values())
    counts.set(data.jurisdiction, (counts.get(data.jurisdiction) ?? 0) + 1);
  const [largest] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return dayIn(register.jurisdictions.get(largest ?? '')?.data.timeZone ?? 'UTC', instant);
}

/** An instant within a day, the same for everything that is made on it. */
export function atNoon(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}
