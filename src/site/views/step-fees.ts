import { money } from '../../register/format.ts';
import { sumsOfFees } from '../../register/step-sums.ts';

/**
 * What all steps of a service cost together. Empty where fewer than two steps cost anything or they cost in several
 * currencies: then no sum is certain.
 */
export function stepFees(steps: { fee?: number | undefined; currency?: string | undefined }[]): string {
  const [sum, ...others] = sumsOfFees(steps);
  if (!sum?.currency || sum.steps < 2 || others.length > 0) return '';
  return money(sum.amount, sum.currency);
}
