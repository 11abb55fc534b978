import { NO_MONEY, type Money } from '../lib/read-amount.ts';
import type { Register } from './register.ts';

/** The currency of an agency's country; none where the agency is not known. */
export function moneyOf({ agencies, jurisdictions }: Register, agency: string): Money {
  const country = jurisdictions.get(agencies.get(agency)?.data.jurisdiction ?? '')?.data;
  return country ? { currency: country.currency, symbol: country.currencySymbol } : NO_MONEY;
}
