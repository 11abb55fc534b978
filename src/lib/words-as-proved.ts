/**
 * Words as they are hashed, however they were copied: composed characters (NFC), line ends of one kind, and no spaces
 * at the ends of lines and of the whole. Halves of characters, which no form sends, become the sign for them.
 */
export function wordsAsProved(text: string): string {
  if (PLAIN.test(text)) return text.trim();
  return text
    .replace(/[\uD800-\uDFFF]/gu, '\uFFFD')
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+$/gm, '')
    .trim();
}

/** Nothing in it is written in two ways. */
const PLAIN = /^(?:[!-~]| (?!\n|$)|\n)*$/;
