import { languages, type Language } from '../lib/locales.ts';

/** The interface language that fits a content language. */
export function mailLanguage(tag: string | undefined): Language {
  return languages.find((language) => language === tag) ?? 'en';
}

/** Gives somebody's words with a quotation mark before each line. */
export function quoted(words: string): string {
  return words
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

/** Joins paragraphs, leaving out empty ones. */
export function paragraphs(...texts: string[]): string {
  return texts.filter(Boolean).join('\n\n');
}
