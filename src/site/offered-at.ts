import { languages, splitLocale, type Language } from '../lib/locales.ts';
import type { Register } from '../register/register.ts';

/** The languages that the switches of a page offer: those of its country, where it names any. */
export function offeredAt(pathname: string, register: Register): readonly Language[] {
  const country = splitLocale(pathname).path.split('/')[1] ?? '';
  const offered = register.jurisdictions.get(country)?.data.offeredLanguages ?? [];
  return offered.length > 0 ? languages.filter((language) => offered.includes(language)) : languages;
}
