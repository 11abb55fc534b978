import { money } from '../../register/format.ts';

/**
 * What all steps of a service cost together. Every applicant goes through the steps, so their fees add up, which the fees
 * of a service (for a short or a long passport) do not. Empty where fewer than two steps cost anything or they cost in
 * several currencies: then no sum is certain.
 */
export function stepFees(steps: { fee?: number | undefined; currency?: string | undefined }[]): string {
  const costing = steps.filter(({ fee = 0 }) => fee > 0);
  const currencies = new Set(costing.map(({ currency }) => currency));
  const [currency] = currencies;
  if (costing.length < 2 || currencies.size > 1 || !currency) return '';
  return money(
    costing.reduce((sum, { fee = 0 }) => sum + fee, 0),
    currency,
  );
}
