/** The languages of the interface. English has no prefix in addresses; every other language has its code. */
export const languages = ['en', 'sw'] as const;
export type Language = (typeof languages)[number];
export const defaultLanguage: Language = 'en';

export const languageNames: Record<Language, string> = { en: 'English', sw: 'Kiswahili' };

/** Gives the address of a page in a language: ('sw', '/ng/inec/') becomes '/sw/ng/inec/'. */
export function localePath(language: Language, path: string): string {
  return language === defaultLanguage ? path : `/${language}${path}`;
}

/** Gives the interface language of an address and the address without its prefix. */
export function splitLocale(pathname: string): { language: Language; path: string } {
  const first = pathname.split('/')[1];
  const language = languages.find((candidate) => candidate !== defaultLanguage && candidate === first);
  return language
    ? { language, path: pathname.slice(language.length + 1) || '/' }
    : { language: defaultLanguage, path: pathname };
}

/** Gives the locale whose dates, numbers and plurals a language uses: English dates have the day first. */
export function localeOf(language: Language): string {
  return language === 'en' ? 'en-GB' : language;
}
