import type { Money } from '../lib/read-amount.ts';
import type { Register } from './register.ts';

/** The currency of an agency's country; that for no currency (XXX, ISO 4217) where the agency is not known. */
export function moneyOf({ agencies, jurisdictions }: Register, agency: string): Money {
  const country = jurisdictions.get(agencies.get(agency)?.data.jurisdiction ?? '')?.data;
  return { currency: country?.currency ?? 'XXX', symbol: country?.currencySymbol ?? '' };
}
