import type { CompiledWords } from './index-format.ts';
import { stem } from './english.ts';
import { fold } from './fold.ts';
import { keysOf } from './terms.ts';
import type { Vocabulary } from './vocabulary-schema.ts';

/**
 * Turns the editors' vocabulary into the stemmed form that index and query share. `names` are acronyms and short names
 * of agencies: a word that is one is never ignored.
 */
export function compileWords(vocabulary: Vocabulary, names: Iterable<string> = []): CompiledWords {
  // Maps, because a word such as "constructor" would find something on a plain object.
  const signals = new Map<string, string[]>();
  for (const [signal, words] of [...Object.entries(vocabulary.intents), ...Object.entries(vocabulary.conduct)]) {
    for (const word of words) {
      const key = keysOf(word).join(' ');
      signals.set(key, [...new Set([...(signals.get(key) ?? []), signal])]);
    }
  }
  const synonyms = new Map<string, number>();
  vocabulary.synonyms.forEach((group, index) => {
    for (const word of group) synonyms.set(keysOf(word).join(' '), index);
  });
  const weak = new Set([...vocabulary.weakWords, ...Object.values(vocabulary.intents).flat()].flatMap((word) => keysOf(word)));
  const named = new Set([...names].map((name) => stem(fold(name))).filter((key) => key.length >= 3));
  const stop = new Set(
    Object.values(vocabulary.stopWords)
      .flat()
      .map((word) => stem(fold(word)))
      .filter((key) => !named.has(key)),
  );
  return { stop: [...stop].sort(), weak: [...weak].filter((key) => !stop.has(key)).sort(), signals: Object.fromEntries(signals), synonyms: Object.fromEntries(synonyms) };
}
