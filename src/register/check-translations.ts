import { fingerprint } from '../lib/fingerprint.ts';
import { collections, type CollectionName } from '../schemas/collections.ts';
import type { Translation } from '../schemas/translation.ts';
import { walkFields } from '../schemas/walk.ts';
import type { ContentProblem } from './problem.ts';
import type { Entry, LoadedEntries } from './read-entry.ts';

/** Finds translations of fields that do not exist. A stale translation is no error: the page shows it as stale. */
export function checkTranslations(entries: LoadedEntries): ContentProblem[] {
  const problems: ContentProblem[] = [];
  for (const name of Object.keys(collections) as CollectionName[]) {
    for (const entry of entries[name] as Entry[]) {
      const texts = translatableTexts(entry.collection, entry.data);
      const translations = (entry.data as { translations?: Translation[] }).translations ?? [];
      translations.forEach((translation, index) => {
        if (texts.has(translation.field)) return;
        const line = entry.lineOf(['translations', index, 'field']);
        problems.push({
          file: entry.file,
          ...(line === undefined ? {} : { line }),
          field: `translations.${index}.field`,
          message: `There is no text to translate at "${translation.field}".`,
          remedy: 'Correct the path, or remove the translation if the text was removed.',
        });
      });
    }
  }
  return problems;
}

/** Every text of an entry that may be translated, by its path, for example fees.0.label. */
export function translatableTexts(collection: CollectionName, data: unknown): Map<string, string> {
  const texts = new Map<string, string>();
  walkFields(collections[collection].schema, data, (value, path, meta) => {
    if (meta.translatable && typeof value === 'string') texts.set(path.join('.'), value);
  });
  return texts;
}

/** True when the text has changed since it was translated. */
export function isStale(translation: Translation, text: string): boolean {
  return translation.of !== fingerprint(text);
}
