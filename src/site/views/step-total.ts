import type { Language } from '../../lib/locales.ts';
import type { Duration } from '../../schemas/duration.ts';
import { duration } from '../../register/format.ts';

type Unit = NonNullable<Duration['unit']>;

/** Units from long to short; each is added up on its own, because a working day is no fixed number of hours. */
const order: Unit[] = ['years', 'months', 'weeks', 'days', 'working-days', 'hours', 'minutes'];

/**
 * The sum of the stated times of a service's steps in words, such as "4 days, 6 hours, 47 minutes".
 * Minutes are carried into hours; hours and days are not mixed, since sources count working time. Empty when no step
 * states a time.
 */
export function stepTotal(steps: { duration?: Duration | undefined }[], language: Language): string {
  const sums = new Map<Unit, number>();
  for (const { duration: time } of steps) {
    if (!time?.unit) continue;
    sums.set(time.unit, (sums.get(time.unit) ?? 0) + (time.max ?? time.min ?? 0));
  }
  const minutes = sums.get('minutes') ?? 0;
  if (minutes >= 60) {
    sums.set('hours', (sums.get('hours') ?? 0) + Math.floor(minutes / 60));
    sums.set('minutes', minutes % 60);
  }
  return order
    .filter((unit) => (sums.get(unit) ?? 0) > 0)
    .map((unit) => duration({ max: sums.get(unit), unit }, language))
    .join(', ');
}
