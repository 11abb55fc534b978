import { fingerprint } from '../lib/fingerprint.ts';
import type { Language } from '../lib/locales.ts';
import type { Translation } from '../schemas/translation.ts';

/** A text to show, marked where it is not in the language of the page or where its translation is out of date. */
export interface Text {
  text: string;
  /** Language of the text, only where it differs from the page's. */
  lang?: string;
  /** The original has changed since this was translated. */
  stale?: true;
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
