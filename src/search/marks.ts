/**
 * Begin terms that are not words: a Kiswahili stem and the number of a synonym group. Neither sign can occur in a word.
 */
export const STEM_MARK = '~';
export const GROUP_MARK = '=';
