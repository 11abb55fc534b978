import { fingerprint } from '../../lib/fingerprint.ts';
import type { Translation } from '../../schemas/translation.ts';

/** How the same text was translated elsewhere. */
export interface Remembered {
  text: string;
  /** The names of the entries in which it stands so. */
  from: string[];
}

/** An entry from which translations are remembered. */
export interface RememberedEntry {
  name: string;
  /** Its texts as they stand now, by their path. */
  texts: ReadonlyMap<string, string>;
  translations: readonly Translation[];
}

/** Finds how a text was translated, the way most entries do it first. */
export type TranslationMemory = (original: string) => Remembered[];

/**
 * Remembers what was translated into a language. Only texts that are the same to the letter are answered, and only
 * translations that are of the text as it stands.
 */
export function translationMemory(entries: Iterable<RememberedEntry>, language: string): TranslationMemory {
  const known = new Map<string, Map<string, Set<string>>>();
  for (const { name, texts, translations } of entries) {
    for (const { language: into, field, text, of } of translations) {
      const original = texts.get(field);
      if (into !== language || original === undefined || of !== fingerprint(original)) continue;
      const ways = known.get(keyOf(original)) ?? new Map<string, Set<string>>();
      ways.set(text, (ways.get(text) ?? new Set()).add(name));
      known.set(keyOf(original), ways);
    }
  }
  return (original) =>
    [...(known.get(keyOf(original)) ?? [])]
      .map(([text, names]) => ({ text, from: [...names] }))
      .sort((a, b) => b.from.length - a.from.length);
}

/**
 * The translation of a text that has moved within its entry, such as an item after which another one was put in: it
 * stands at another path, and its fingerprint still tells what it is of.
 */
export function movedTranslation(
  translations: readonly Translation[],
  language: string,
  original: string,
): string | undefined {
  const of = fingerprint(original);
  return translations.find((item) => item.language === language && item.of === of)?.text;
}

function keyOf(text: string): string {
  return text.normalize('NFC').trim();
}
