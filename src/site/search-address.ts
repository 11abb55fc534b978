import type { Language } from '../lib/locales.ts';
import { urls } from './urls.ts';

/** What stands for every country where one could be named, so that a choice of all is told from no choice. */
export const ALL_COUNTRIES = 'all';

/** What is asked of the search: words, a country or all of them, a kind of answer. What is left out is not asked. */
export interface Asked {
  q?: string | undefined;
  country?: string | undefined;
  kind?: string | undefined;
}

/** The address of an answer of the search. */
export function searchAddress(language: Language, asked: Asked): string {
  const given = Object.entries({ q: asked.q, country: asked.country, kind: asked.kind }).filter(
    (pair): pair is [string, string] => Boolean(pair[1]),
  );
  return given.length > 0 ? `${urls.search(language)}?${new URLSearchParams(given).toString()}` : urls.search(language);
}
