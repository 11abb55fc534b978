import { withoutHidden } from '../lib/hidden-characters.ts';
import { stem } from './english.ts';
import { tokenize } from './fold.ts';
import { STEM_MARK } from './marks.ts';
import { withCapitals, type NamedPlace } from './places.ts';
import type { Words } from './store.ts';
import { swahiliStems } from './swahili.ts';
import { phrasesOf } from './terms.ts';

/** Longer queries are cut: what tells the matter stands within the first words. */
export const QUERY_CHARACTERS_MAX = 500;
export const QUERY_WORDS_MAX = 80;
/** How much a word counts that tells how an office behaved: that is answered by routing, not by matching. */
const CONDUCT_WEIGHT = 0.4;
const CONDUCT_SIGNALS = ['corruption', 'neglect', 'complain'];
/** How much a word counts that hardly tells one agency from another. */
export const WEAK_WEIGHT = 0.3;

const STORY_WORDS = 12;

/** Somebody tells at length what happened: from this number of telling words on common words say little. */
export function isStory(words: readonly unknown[]): boolean {
  return words.length >= STORY_WORDS;
}

export interface QueryWord {
  raw: string;
  folded: string;
  key: string;
  /** The key and, for what may be Kiswahili, its stems: under any of them the vocabulary may have the word. */
  forms: string[];
  /** Place among all words of the query. */
  index: number;
  /** 1 for a telling word, less for a weak one. */
  weight: number;
  /** The word tells of conduct or a complaint, not of the matter. */
  conduct: boolean;
  /** The word is part of the name of a place: it tells where, not what. */
  place: boolean;
  /** The word is one of a long story, and says little of the matter. */
  story: boolean;
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
  /** All words as they were written. */
  raw: string[];
  /** Intents and kinds of conduct that words or phrases of the query stand for. */
  signals: Set<string>;
  places: NamedPlace[];
  /** What the first place is called. */
  placeName?: string;
  /** Synonym groups of phrases. */
  phraseGroups: { group: number; phrase: string; start: number; length: number }[];
}

/** Takes a query apart. Any text is accepted; a query of ignored words only keeps them as weak words. */
export function parseQuery(query: string, words: Words): ParsedQuery {
  const text = withoutHidden(query).normalize('NFC').replace(/\s+/g, ' ').trimStart().slice(0, QUERY_CHARACTERS_MAX);
  const tokens = tokenize(text).slice(0, QUERY_WORDS_MAX);
  const endsOpen = /[\p{L}\p{N}]$/u.test(text);
  const all = tokens.map((token, index): QueryWord => {
    const key = stem(token.folded);
    const forms = [key, ...swahiliStems(token.folded).map((found) => STEM_MARK + found)];
    return {
      ...token,
      key,
      forms,
      index,
      weight: forms.some((form) => words.weak.has(form)) ? WEAK_WEIGHT : 1,
      conduct: false,
      place: false,
      story: false,
      open: endsOpen && index === tokens.length - 1,
    };
  });
  const { signals, phraseGroups } = readSignals(all, words);
  const telling = all.filter((word) => !words.stop.has(word.key) || isAcronym(word.raw));
  if (isStory(telling))
    for (const word of telling)
      if (words.story.has(word.key)) Object.assign(word, { story: true, weight: Math.min(word.weight, WEAK_WEIGHT) });
  const keys = all.map((word) => word.key);
  return {
    text: text.trim(),
    words: telling.length > 0 ? telling : all.map((word) => ({ ...word, weight: WEAK_WEIGHT / 2 })),
    keys,
    signals,
    raw: all.map((word) => word.raw),
    places: [],
    phraseGroups,
  };
}

/** The same query with the places that were found in it: their words say where, not what. */
export function withPlaces(parsed: ParsedQuery, places: NamedPlace[]): ParsedQuery {
  const isPlace = (index: number): boolean =>
    places.some(({ start, length }) => index >= start && index < start + length);
  const typed = ({ start, length }: NamedPlace): string[] => parsed.raw.slice(start, start + length);
  const [first] = places;
  return {
    ...parsed,
    words: parsed.words.map((word) => ({ ...word, place: isPlace(word.index) })),
    places,
    ...(first ? { placeName: first.name ?? withCapitals(typed(first).join(' ')) } : {}),
  };
}

/** Finds what words and phrases of the query stand for, and marks the words that tell of conduct. */
function readSignals(all: QueryWord[], words: Words): Pick<ParsedQuery, 'signals' | 'phraseGroups'> {
  const keys = all.map((word) => word.key);
  const signals = new Set<string>();
  const phraseGroups: ParsedQuery['phraseGroups'] = [];
  const single = all.flatMap((word) => word.forms.map((phrase) => ({ phrase, start: word.index, length: 1 })));
  for (const { phrase, start, length } of [...phrasesOf(keys), ...single]) {
    const found = words.signals.get(phrase) ?? [];
    for (const signal of found) signals.add(signal);
    if (found.some((signal) => CONDUCT_SIGNALS.includes(signal))) {
      for (const word of all.slice(start, start + length))
        Object.assign(word, { conduct: true, weight: Math.min(word.weight, CONDUCT_WEIGHT) });
    }
    const group = words.synonyms.get(phrase);
    if (group !== undefined && length > 1) phraseGroups.push({ group, phrase, start, length });
  }
  return { signals, phraseGroups };
}

/** "IT" or "AM" in capitals is a name, not a small word. A query all in capitals proves nothing, but harms little. */
function isAcronym(raw: string): boolean {
  return /^\p{Lu}{2,6}$/u.test(raw) && raw !== 'I';
}
