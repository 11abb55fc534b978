import type * as z from 'zod';
import { fingerprint } from '../lib/fingerprint.ts';
import type { Language } from '../lib/locales.ts';
import type { IsTranslatable } from '../schemas/field.ts';
import type { Translation } from '../schemas/translation.ts';
import { fieldMapper } from '../schemas/walk.ts';

/** A text to show, marked where it is not in the language of the page or where its translation is out of date. */
export interface Text {
  text: string;
  /** Language of the text, only where it differs from the page's. */
  lang?: string;
  /** The original has changed since this was translated. */
  stale?: true;
}

/** Data in the language of a reader: every text that may be translated is ready to show, all else is as it was. */
export type Localised<T> = T extends unknown
  ? IsTranslatable<T> extends true
    ? Text
    : { [K in keyof T]: Localised<T[K]> }
  : never;

/** An entry in the language of a reader; what it was translated with is left out. */
export type LocalisedEntry<T> = Localised<Omit<T, 'translations'>>;

/** What an entry needs so that it can be read in another language. */
export interface Translated {
  /** The language it is written in: English where it does not say. */
  language?: string | undefined;
  translations: Translation[];
}

/** An entry of one kind in a language. `original`: the language it is written in, where it does not say itself. */
export type Localiser<T> = (entry: T, language: Language, original?: string) => LocalisedEntry<T>;

/**
 * Prepares entries of a schema to be read in other languages. Which texts are translated is read from the schema, so
 * that a new field needs no second place. A text without a translation stays as it was written and is marked with its
 * language; a translation whose original has changed since is marked as stale.
 */
export function localiser<T extends Translated>(schema: z.ZodType<T>): Localiser<T> {
  const mapTexts = fieldMapper(schema, (meta) => meta.translatable === true);
  return ({ translations, ...data }, language, original = data.language ?? 'en') => {
    const found = new Map(translations.filter((item) => item.language === language).map((item) => [item.field, item]));
    const show = (text: string, path: string): Text => {
      if (original === language) return { text };
      const translation = found.get(path);
      if (!translation) return { text, lang: original };
      return { text: translation.text, ...(translation.of === fingerprint(text) ? {} : { stale: true }) };
    };
    return mapTexts(data, (text, path) => show(String(text), path)) as LocalisedEntry<T>;
  };
}

/** One entry in the language of a reader; see `localiser`. */
export function localise<T extends Translated>(
  schema: z.ZodType<T>,
  entry: T,
  language: Language,
  original?: string,
): LocalisedEntry<T> {
  return localiser(schema)(entry, language, original);
}
