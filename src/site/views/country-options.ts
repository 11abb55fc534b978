import type { Register } from '../../register/register.ts';
import type { ViewOptions } from './evidence.ts';
import { countryRows } from './country.ts';

/** A country that the search can be asked about. */
export interface CountryOption {
  id: string;
  name: string;
  /** It has so few bodies that hardly anybody chooses it. */
  small: boolean;
}

/** A country with fewer bodies than this share of the largest is a beginning. */
const SMALL = 0.1;

/** The countries of a portal to choose from, the one with most bodies first. */
export function countryOptions(register: Register, options: Pick<ViewOptions, 'language'>): CountryOption[] {
  const rows = countryRows(register, options).sort((a, b) => b.agencies - a.agencies);
  const most = rows[0]?.agencies ?? 0;
  return rows.map(({ id, name, agencies }) => ({ id, name: name.text, small: agencies < most * SMALL }));
}
