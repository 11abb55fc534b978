import { defaultLanguage, type Language } from '../lib/locales.ts';
import type { Texts } from '../texts/shape.ts';
import { pageTexts, texts } from '../texts/texts.ts';
import { choiceInEnglish } from './field-texts.ts';

/** Says the words of fields in a language; each is asked for by what the schema says in English. */
export interface FieldWords {
  language: Language;
  label: (english: string) => string;
  help: (english: string) => string;
  /** The words for a value of a choice. */
  choice: (value: string) => string;
  said: Texts['desk-fields']['said'];
}

/** The words of fields for a page; what is not translated bears its language there. */
export const fieldWords = (language: Language): FieldWords => wordsFrom(language, pageTexts('desk-fields', language));

/** The words of fields for data, such as the configuration of the editor. */
export const plainFieldWords = (language: Language = defaultLanguage): FieldWords =>
  wordsFrom(language, texts('desk-fields', language));

function wordsFrom(language: Language, { labels, help, choices, said }: Texts['desk-fields']): FieldWords {
  const from =
    (all: Record<string, string>, otherwise: (key: string) => string = (key) => key) =>
    (key: string): string =>
      (Object.hasOwn(all, key) ? all[key] : undefined) ?? otherwise(key);
  return { language, label: from(labels), help: from(help), choice: from(choices, choiceInEnglish), said };
}
