/**
 * Begin terms that are not words: a Kiswahili stem and the number of a synonym group. Neither sign can occur in a word.
 */
export const STEM_MARK = '~';
export const GROUP_MARK = '=';
/** Ends the name of a place, so that it stands in the shard in which the word stands. */
export const PLACE_MARK = '!';

/** Says whether a term is a single word, and neither a phrase nor marked. */
export function isWord(term: string): boolean {
  return !term.includes(' ') && ![STEM_MARK, GROUP_MARK].includes(term[0] ?? '') && !term.endsWith(PLACE_MARK);
}
