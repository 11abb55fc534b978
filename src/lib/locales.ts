import { offeredLanguages } from './offered-languages.ts';

/** A language of the interface, by its code: one that the portal's configuration offers. */
export type Language = string;

/** The language in which every text exists. Its pages have no prefix in their addresses; others have their code. */
export const defaultLanguage: Language = 'en';

/** The languages that the portal's configuration offers. */
export const languages: readonly Language[] = offeredLanguages.map(({ code }) => code);

/** What a language calls itself. */
export function languageName(language: Language): string {
  return offeredLanguages.find(({ code }) => code === language)?.name ?? language;
}

/** The address of a page in a language: ('sw', '/ng/inec/') becomes '/sw/ng/inec/'. */
export function localePath(language: Language, path: string): string {
  return language === defaultLanguage ? path : `/${language}${path}`;
}

/** The interface language of an address and the address without its prefix. */
export function splitLocale(pathname: string): { language: Language; path: string } {
  const first = pathname.split('/')[1];
  const language = languages.find((candidate) => candidate !== defaultLanguage && candidate === first);
  return language
    ? { language, path: pathname.slice(language.length + 1) || '/' }
    : { language: defaultLanguage, path: pathname };
}

/** The locale whose dates, numbers and plurals a language uses: English dates have the day first. */
export function localeOf(language: Language): string {
  return language === defaultLanguage ? 'en-GB' : language;
}

/** The language with the country of its readers, as Open Graph writes both: en_GB. */
export function openGraphLocale(language: Language): string {
  const { territory } = offeredLanguages.find(({ code }) => code === language) ?? {};
  const region = territory ?? new Intl.Locale(localeOf(language)).maximize().region;
  return region ? `${language}_${region}` : language;
}
