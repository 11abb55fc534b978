import { fingerprint } from '../lib/fingerprint.ts';
import { collections, type CollectionName } from '../schemas/collections.ts';
import type { Translation } from '../schemas/translation.ts';
import { walkFields } from '../schemas/walk.ts';
import { oncePerEntry } from './once-per-entry.ts';
import type { ContentProblem } from './problem.ts';
import { renderProse } from './prose.ts';
import type { Entry, LoadedEntries } from './read-entry.ts';
import { PROSE_FIELD, proseWords } from './translated-prose.ts';

/**
 * Finds translations of fields that do not exist, and translated prose that is not in the safe subset. A stale
 * translation is no error: the page shows it as stale.
 */
export function checkTranslations(entries: LoadedEntries): ContentProblem[] {
  return (Object.keys(collections) as CollectionName[]).flatMap((name) => (entries[name] as Entry[]).flatMap(lostIn));
}

const lostIn = oncePerEntry((entry): ContentProblem[] => {
  const { data, file, lineOf } = entry;
  const translations = (data as { translations?: Translation[] }).translations ?? [];
  if (translations.length === 0) return [];
  const texts = translatableTexts(entry);
  return translations.flatMap((translation, index) => {
    if (texts.has(translation.field)) {
      if (translation.field !== PROSE_FIELD) return [];
      // Long texts start on the line after their key.
      return renderProse(file, translation.text, (lineOf(['translations', index, 'text']) ?? 0) + 1).problems;
    }
    const line = lineOf(['translations', index, 'field']);
    return {
      file,
      ...(line === undefined ? {} : { line }),
      field: `translations.${index}.field`,
      message: `There is no text to translate at "${translation.field}".`,
      remedy: 'Correct the path, or remove the translation if the text was removed.',
    };
  });
});

/** Every text of an entry that may be translated, by its path, for example fees.0.label; its prose as `body`. */
export function translatableTexts({
  collection,
  data,
  html,
}: Pick<Entry, 'collection' | 'data' | 'html'>): Map<string, string> {
  const texts = new Map<string, string>();
  if (collection === 'charters' && html !== '') texts.set(PROSE_FIELD, proseWords(html));
  walkFields(collections[collection].schema, data, (value, path, meta) => {
    if (meta.translatable && typeof value === 'string') texts.set(path.join('.'), value);
  });
  return texts;
}

/** True when the text has changed since it was translated. */
export function isStale(translation: Translation, text: string): boolean {
  return translation.of !== fingerprint(text);
}
