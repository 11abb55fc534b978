import { sumsOfFees, sumsOfTimes } from '../../../register/step-sums.ts';
import type { Duration } from '../../../schemas/duration.ts';
import { asValues } from './control.ts';
import { foldedItem, listOf } from './list.ts';
import { spoken } from '../spoken.ts';

/** The steps of a service, with what they come to together. */
export const stepsControl = listOf({ draw: foldedItem, total: totalOf });

/** The sums of the fees, by currency, and of the times of steps; empty where none states any. Half-typed figures count as none. */
export function totalOf(items: unknown[]): string {
  const steps = items.map((item) => {
    const { fee, currency, duration } = asValues(item);
    const { min, max, unit } = asValues(duration);
    const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
    return {
      fee: number(fee),
      currency: typeof currency === 'string' ? currency : undefined,
      duration: { min: number(min), max: number(max), unit: unit as Duration['unit'] },
    };
  });
  const fees = sumsOfFees(steps).map(
    ({ amount, currency }) => `${currency ?? spoken('without a currency:')} ${amount.toLocaleString('en')}`,
  );
  const times = sumsOfTimes(steps).map(({ max, unit }) => `${max.toLocaleString('en')} ${unit.replaceAll('-', ' ')}`);
  if (fees.length === 0 && times.length === 0) return '';
  return spoken('All steps together: {sums}.', {
    sums: [fees.join(' + '), times.join(', ')].filter(Boolean).join('; '),
  });
}
