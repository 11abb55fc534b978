import type { Text } from './localise.ts';

/** How much of some data for a reader is in another language than the reader's. */
export interface Untranslated {
  /** That language; of several, the first that was met. */
  language: string;
  /** All of it, or so much that what is translated stands out; else parts of it. */
  extent: 'most' | 'parts';
}

/** As many letters as a short sentence has. A name here and there is marked where it stands and needs no words. */
const SENTENCE_LETTERS = 40;

/** What of some data for a reader was not translated; undefined where it is less than a sentence. */
export function untranslatedIn(shown: unknown): Untranslated | undefined {
  let [all, foreign] = [0, 0];
  let language: string | undefined;
  const seen = new Set<object>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if (isText(value)) {
      all += value.text.length;
      if (value.lang === undefined) return;
      foreign += value.text.length;
      language ??= value.lang;
    } else for (const part of Object.values(value)) look(part);
  };
  look(shown);
  if (language === undefined || foreign < SENTENCE_LETTERS) return undefined;
  return { language, extent: foreign > all / 2 ? 'most' : 'parts' };
}

function isText(value: object): value is Text {
  return 'text' in value && typeof value.text === 'string';
}
