import { stem } from './english.ts';
import { tokenize } from './fold.ts';
import type { Words } from './store.ts';
import { phrasesOf } from './terms.ts';

/** Longer queries are cut: what tells the matter stands within the first words. */
export const QUERY_CHARACTERS_MAX = 200;
export const QUERY_WORDS_MAX = 24;
/** How much a word counts that hardly tells one agency from another. */
const WEAK_WEIGHT = 0.3;

export interface QueryWord {
  raw: string;
  folded: string;
  key: string;
  /** 1 for a telling word, less for a weak one. */
  weight: number;
  /** The word may be unfinished: it ends the query and no space follows. */
  open: boolean;
}

export interface ParsedQuery {
  /** The query as it was understood, cut to the longest length allowed. */
  text: string;
  /** Words that say something, in order. */
  words: QueryWord[];
  /** Keys of all words, the ignored ones included. */
  keys: string[];
  /** Intents and kinds of conduct that words or phrases of the query stand for. */
  signals: Set<string>;
  /** Synonym groups of phrases, with the place of their words among `keys`. */
  phraseGroups: { group: number; phrase: string }[];
}

/** Takes a query apart. Any text is accepted; a query of ignored words only keeps them as weak words. */
export function parseQuery(query: string, words: Words): ParsedQuery {
  const text = query.normalize('NFC').replace(/\s+/g, ' ').trimStart().slice(0, QUERY_CHARACTERS_MAX);
  const tokens = tokenize(text).slice(0, QUERY_WORDS_MAX);
  const endsOpen = /[\p{L}\p{N}]$/u.test(text);
  const all = tokens.map((token, index): QueryWord => {
    const key = stem(token.folded);
    return { ...token, key, weight: words.weak.has(key) ? WEAK_WEIGHT : 1, open: endsOpen && index === tokens.length - 1 };
  });
  const telling = all.filter((word) => !words.stop.has(word.key) || isAcronym(word.raw));
  const keys = all.map((word) => word.key);
  const signals = new Set<string>();
  const phraseGroups: ParsedQuery['phraseGroups'] = [];
  for (const phrase of [...keys, ...phrasesOf(keys).map((item) => item.phrase)]) {
    for (const signal of words.signals.get(phrase) ?? []) signals.add(signal);
    const group = words.synonyms.get(phrase);
    if (group !== undefined && phrase.includes(' ')) phraseGroups.push({ group, phrase });
  }
  return {
    text: text.trim(),
    words: telling.length > 0 ? telling : all.map((word) => ({ ...word, weight: WEAK_WEIGHT / 2 })),
    keys,
    signals,
    phraseGroups,
  };
}

/** "IT" or "AM" in capitals is a name, not a small word. A query all in capitals proves nothing, but harms little. */
function isAcronym(raw: string): boolean {
  return /^\p{Lu}{2,6}$/u.test(raw) && raw !== 'I';
}
