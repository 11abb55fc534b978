import type { Duration } from '../schemas/duration.ts';

type Unit = NonNullable<Duration['unit']>;

/** Units from long to short; each is added up on its own, because a working day is no fixed number of hours. */
const order: Unit[] = ['years', 'months', 'weeks', 'days', 'working-days', 'hours', 'minutes'];

/**
 * The sums of the stated times of a service's steps, one for each unit, the longest first. Minutes are carried into
 * hours; hours and days are not mixed, since sources count working time. Empty when no step states a time.
 */
export function sumsOfTimes(steps: { duration?: Duration | undefined }[]): { max: number; unit: Unit }[] {
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
  return order.flatMap((unit) => {
    const max = sums.get(unit) ?? 0;
    return max > 0 ? [{ max, unit }] : [];
  });
}

/**
 * What the steps of a service cost together, in each currency. Every applicant goes through the steps, so their fees add
 * up, which the fees of a service (for a short or a long passport) do not. Steps that cost nothing are left out.
 */
export function sumsOfFees(
  steps: { fee?: number | undefined; currency?: string | undefined }[],
): { amount: number; currency: string | undefined; steps: number }[] {
  const sums = new Map<string | undefined, { amount: number; steps: number }>();
  for (const { fee = 0, currency } of steps) {
    if (!(fee > 0)) continue;
    const sum = sums.get(currency) ?? { amount: 0, steps: 0 };
    sums.set(currency, { amount: sum.amount + fee, steps: sum.steps + 1 });
  }
  return [...sums].map(([currency, sum]) => ({ ...sum, currency }));
}
