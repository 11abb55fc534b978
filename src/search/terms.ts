import { stem } from './english.ts';
import { tokenize } from './fold.ts';

/** The stemmed keys of a text in order. */
export function keysOf(text: string): string[] {
  return tokenize(text).map((token) => stem(token.folded));
}

/** Longest phrase, in words, that is filed as one term. */
export const PHRASE_WORDS_MAX = 4;

/** All runs of two to four neighbouring keys, joined by spaces, longest first, with their place. */
export function phrasesOf(keys: string[]): { phrase: string; start: number; length: number }[] {
  const found: { phrase: string; start: number; length: number }[] = [];
  for (let length = Math.min(PHRASE_WORDS_MAX, keys.length); length >= 2; length--) {
    for (let start = 0; start + length <= keys.length; start++) {
      found.push({ phrase: keys.slice(start, start + length).join(' '), start, length });
    }
  }
  return found;
}
