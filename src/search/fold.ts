/** A word of a text: as written, and folded for comparison. */
export interface Token {
  raw: string;
  folded: string;
}

/** Letters that Unicode decomposition leaves alone but that people type without their hook, bar or dot. */
const PLAIN_LETTERS: Record<string, string> = {
  ƙ: 'k',
  ɗ: 'd',
  ɖ: 'd',
  ɓ: 'b',
  ƴ: 'y',
  ŋ: 'ng',
  ɲ: 'ny',
  ɛ: 'e',
  ɔ: 'o',
  ǝ: 'e',
  ə: 'e',
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ħ: 'h',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
  ɣ: 'g',
  ʋ: 'v',
  ƒ: 'f',
};
const PLAIN_LETTER = new RegExp(`[${Object.keys(PLAIN_LETTERS).join('')}]`, 'g');
const APOSTROPHES = /['’‘ʼʻʹ`´]/g;

/**
 * A text in small letters without diacritics, hooks and apostrophes, so that ƙasa is kasa and ng'ombe is ngombe.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(PLAIN_LETTER, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(APOSTROPHES, '');
}

/**
 * Splits a text into words. A word with hyphens gives its parts and the whole without hyphens ("e-Visa": e, visa,
 * evisa), because people write such words in every way.
 */
export function tokenize(text: string): Token[] {
  const found: Token[] = [];
  for (const match of text
    .normalize('NFC')
    .matchAll(/[\p{L}\p{N}\p{M}'’‘ʼʻ`´]+(?:[-–/.&][\p{L}\p{N}\p{M}'’‘ʼʻ`´]+)*/gu)) {
    const raw = match[0];
    const parts = raw.split(/[-–/.&]/);
    for (const part of parts) push(found, part);
    if (parts.length > 1 && parts.length <= 4 && !raw.includes('/')) push(found, parts.join(''));
  }
  return found;
}

function push(found: Token[], raw: string): void {
  const folded = fold(raw).replace(/[^\p{L}\p{N}]/gu, '');
  if (folded) found.push({ raw: raw.replace(/^['’‘ʼʻ`´]+|['’‘ʼʻ`´]+$/g, ''), folded: folded.slice(0, 32) });
}
