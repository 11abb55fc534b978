import { fingerprint } from '../lib/fingerprint.ts';
import type { Language } from '../lib/locales.ts';
import type { Translation } from '../schemas/translation.ts';
import { renderProse } from './prose.ts';

/** The field that a translation names for the text under the fields of a file. */
export const PROSE_FIELD = 'body';

/** The words of rendered prose: what its translation is of, however it is marked up. */
export function proseWords(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Prose in the language of a reader: as it was translated, else as it was written. */
export interface ProseIn {
  html: string;
  /** The language that it is in. */
  written: string;
  /** The original has changed since this was translated. */
  stale?: true;
}

/** The prose of an entry for a reader of a language. Its translations were checked as its own prose is. */
export function proseIn(
  { data, html }: { data: { language: string; translations: Translation[] }; html: string },
  language: Language,
): ProseIn {
  const translation = data.translations.find((item) => item.language === language && item.field === PROSE_FIELD);
  if (!translation || data.language === language) return { html, written: data.language };
  const current = translation.of === fingerprint(proseWords(html));
  return { html: renderProse('', translation.text).html, written: language, ...(current ? {} : { stale: true }) };
}
