/*
 * People write into a search box what they would tell a clerk. What could identify somebody is replaced before anything
 * is kept; the words around it still tell what was looked for.
 */
const EMAIL = /[^\s@<>]+@[^\s@<>]+/gu;
/** Six digits or more, also with the signs between them that people write: telephone, account, ID and BVN numbers. */
const LONG_NUMBER = /\+?\d(?:[\s().-]*\d){5,}/gu;
/** A word of letters and digits: number plates, passport numbers, references of cases, secrets in addresses. */
const CODE =
  /(?<![\p{L}\p{N}])(?=[\p{L}\p{N}-]*\p{L})(?=[\p{L}\p{N}-]*\d[\p{L}\p{N}-]*\d[\p{L}\p{N}-]*\d)[\p{L}\p{N}-]{6,}/gu;
const ADDRESS = /\b(?:https?:\/\/|www\.)\S+/giu;

/** Replaces addresses, e-mail addresses, long numbers and codes in a text by a word in brackets. */
export function maskPersonalData(text: string): string {
  return text
    .replace(ADDRESS, '[address]')
    .replace(EMAIL, '[e-mail]')
    .replace(CODE, '[code]')
    .replace(LONG_NUMBER, '[number]');
}
