import type { Language } from './locales.ts';

/**
 * Defines a catalogue of interface texts. English sets the shape; every other language must have the
 * same keys, and a text with a value in it is a function, so a forgotten or misnamed text does not compile.
 */
export function defineMessages<T>(
  catalogue: Record<'en', T> & Record<Exclude<Language, 'en'>, NoInfer<T>>,
): (language: Language) => T {
  return (language) => catalogue[language];
}
