import type * as z from 'zod';
import { fingerprint } from '../lib/fingerprint.ts';
import type { Language } from '../lib/locales.ts';
import type { IsTranslatable } from '../schemas/field.ts';
import type { Translation } from '../schemas/translation.ts';
import { mapFields } from '../schemas/walk.ts';

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

/**
 * Gives an entry in the language of a reader. Which texts are translated is read from its schema, so that a new field
 * needs no second place. A text without a translation stays as it was written and is marked with its language; a
 * translation whose original has changed since is marked as stale. `original`: the language it is written in, where the
 * entry itself does not say.
 */
export function localise<T extends Translated>(
  schema: z.ZodType<T>,
  { translations, ...data }: T,
  language: Language,
  original = data.language ?? 'en',
): LocalisedEntry<T> {
  const found = new Map(translations.filter((item) => item.language === language).map((item) => [item.field, item]));
  const show = (text: string, path: string): Text => {
    if (original === language) return { text };
    const translation = found.get(path);
    if (!translation) return { text, lang: original };
    return { text: translation.text, ...(translation.of === fingerprint(text) ? {} : { stale: true }) };
  };
  return mapFields(schema, data, (value, path, meta) =>
    meta?.translatable && typeof value === 'string' ? show(value, path.join('.')) : value,
  ) as LocalisedEntry<T>;
}

/** Looks up the translation of a text by its path in the entry. Absent texts stay absent. */
export interface Translator {
  (text: string, ...path: (string | number)[]): Text;
  (text: string | undefined, ...path: (string | number)[]): Text | undefined;
}

/**
 * Gives the translator of one entry for one language of the interface. Without a translation the original is shown and
 * marked.
 */
export function translator(
  entry: { language?: string | undefined; translations: Translation[] },
  language: Language,
): Translator {
  const original = entry.language ?? 'en';
  const found = new Map(
    entry.translations.filter((item) => item.language === language).map((item) => [item.field, item]),
  );
  const translate = (text: string | undefined, ...path: (string | number)[]): Text | undefined => {
    if (text === undefined) return undefined;
    if (original === language) return { text };
    const translation = found.get(path.join('.'));
    if (!translation) return { text, lang: original };
    return { text: translation.text, ...(translation.of === fingerprint(text) ? {} : { stale: true as const }) };
  };
  return translate as Translator;
}
