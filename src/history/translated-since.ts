import type { Language } from '../lib/locales.ts';
import { isStale, translatableTexts } from '../register/check-translations.ts';
import type { Agency } from '../register/register.ts';
import type { Translation } from '../schemas/translation.ts';

/** Gives the translation that a text has today; undefined where it has none. */
export type TranslatedSince = (text: string) => string | undefined;

/**
 * What was said then was often translated only later: finds the translation that the same words have today, in the
 * charter of an agency or its services. Looked through when first asked.
 */
export function translatedSince(agency: Agency, language: Language): TranslatedSince {
  let known: Map<string, string> | undefined;
  return (text) => {
    known ??= translationsOf(agency, language);
    return known.get(text);
  };
}

function translationsOf({ data, services }: Agency, language: Language): Map<string, string> {
  const entries = [
    { collection: 'charters' as const, data, html: '' },
    ...services.map((service) => ({ collection: 'services' as const, data: service.data, html: '' })),
  ];
  const found = new Map<string, string>();
  for (const entry of entries) {
    const texts = translatableTexts(entry);
    for (const translation of entry.data.translations as Translation[]) {
      const original = translation.language === language ? texts.get(translation.field) : undefined;
      if (original !== undefined && !isStale(translation, original)) found.set(original, translation.text);
    }
  }
  return found;
}
