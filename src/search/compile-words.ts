import type { EmergencyWords } from './emergency.ts';
import type { CompiledWords } from './index-format.ts';
import { stem } from './english.ts';
import { fold } from './fold.ts';
import { STEM_MARK } from './marks.ts';
import { swahiliStems } from './swahili.ts';
import { keysOf } from './terms.ts';
import type { Vocabulary } from './vocabulary-schema.ts';

/**
 * Turns the editors' vocabulary into the stemmed form that index and query share. `names` are acronyms and short names
 * of agencies: a word that is one is never ignored. `localMatters` are words for each matter that the governments of regions
 * answer for, by country.
 */
export function compileWords(
  vocabulary: Vocabulary,
  names: Iterable<string> = [],
  emergencies: EmergencyWords = { kinds: [], urgent: [] },
  localMatters: ReadonlyMap<string, string[][]> = new Map(),
): CompiledWords {
  // Maps, because a word such as "constructor" would find something on a plain object.
  const signals = new Map<string, string[]>();
  for (const [signal, words] of [
    ...Object.entries(vocabulary.intents),
    ...Object.entries(vocabulary.conduct),
    ...[...localMatters].flatMap(([country, matters]) =>
      matters.map((words, matter): [string, string[]] => [localSignal(country, matter), words]),
    ),
  ]) {
    for (const key of words.flatMap(formsOf)) signals.set(key, [...new Set([...(signals.get(key) ?? []), signal])]);
  }
  const synonyms = new Map<string, number>();
  vocabulary.synonyms.forEach((group, index) => {
    for (const key of group.flatMap(formsOf)) if (!synonyms.has(key)) synonyms.set(key, index);
  });
  const weak = new Set(
    [...vocabulary.weakWords, ...Object.values(vocabulary.intents).flat()].flatMap((word) => [
      ...keysOf(word),
      ...formsOf(word),
    ]),
  );
  const named = new Set([...names].map((name) => stem(fold(name))).filter((key) => key.length >= 3));
  const stop = new Set(
    Object.values(vocabulary.stopWords)
      .flat()
      .map((word) => stem(fold(word)))
      .filter((key) => !named.has(key)),
  );
  return {
    stop: [...stop].sort(),
    weak: [...weak].filter((key) => !stop.has(key) && !key.includes(' ')).sort(),
    signals: Object.fromEntries(signals),
    synonyms: Object.fromEntries(synonyms),
    ordinary: [...new Set(vocabulary.ordinaryWords.flatMap(keysOf))].sort(),
    story: [...new Set(vocabulary.storyWords.flatMap(keysOf))].sort(),
    placeMatters: [
      ...new Set(
        vocabulary.placeMatters.map((matter) =>
          keysOf(matter)
            .filter((key) => !stop.has(key))
            .join(' '),
        ),
      ),
    ].sort(),
    emergencies,
  };
}

/** The signal of words for one of the matters that the governments of regions answer for in a country. */
function localSignal(country: string, matter: number): string {
  return `local-${country}-${matter}`;
}

/** Which matters that the governments of regions answer for in a country are among the signals of a query. */
export function localMattersIn(signals: ReadonlySet<string>, country: string): number[] {
  const start = `local-${country}-`;
  return [...signals].flatMap((signal) => (signal.startsWith(start) ? [Number(signal.slice(start.length))] : []));
}

/** Shorter stems belong to several unrelated words. */
const STEM_LENGTH_MIN = 4;

/** A word or phrase as it is looked up; a single Kiswahili word also by its stem, so that one form stands for all. */
function formsOf(word: string): string[] {
  const keys = keysOf(word);
  return keys.length === 1
    ? [
        ...keys,
        ...swahiliStems(fold(word))
          .filter((found) => found.length >= STEM_LENGTH_MIN)
          .map((found) => STEM_MARK + found),
      ]
    : [keys.join(' ')];
}
