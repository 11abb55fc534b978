import type { Language } from '../../lib/locales.ts';
import { duration } from '../../register/format.ts';
import { sumsOfTimes } from '../../register/step-sums.ts';
import type { Duration } from '../../schemas/duration.ts';

/**
 * The sum of the stated times of a service's steps in words, such as "4 days, 6 hours, 47 minutes". Empty when no step
 * states a time.
 */
export function stepTotal(steps: { duration?: Duration | undefined }[], language: Language): string {
  return sumsOfTimes(steps)
    .map((sum) => duration(sum, language))
    .join(', ');
}
