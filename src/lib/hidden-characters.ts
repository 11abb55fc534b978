/**
 * What takes no room and no ink: Unicode's Default_Ignorable_Code_Point (soft hyphen, zero-width spaces, marks that
 * turn the reading order, variation selectors, tags, fillers), then control characters other than tab and line end,
 * half surrogates, the anchors of annotations and the empty braille cell.
 */
const HIDDEN =
  /\p{Default_Ignorable_Code_Point}|[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFF9-\uFFFC\u2800]|\p{Surrogate}/gu;

/**
 * Scripts in which a joiner or non-joiner inside a word changes its letters (Unicode core specification, section 23.2).
 */
const JOINING_LETTER =
  /^[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}]$/u;

/** Nothing in such a text is hidden, and most texts are such. */
const PLAIN = /^[\t\n\u0020-\u007E]*$/;

/**
 * Frees a text of characters that are there and not seen, which copying from web pages and chat programs brings along.
 * A zero-width joiner or non-joiner stays inside a word of a script that is spelt with it.
 */
export function withoutHidden(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(HIDDEN, (mark, offset: number) => (isSpelling(text, mark, offset) ? mark : ''));
}

/** Tells whether a text holds a character that `withoutHidden` would drop. */
export function hasHidden(text: string): boolean {
  return withoutHidden(text) !== text;
}

function isSpelling(text: string, mark: string, offset: number): boolean {
  if (mark !== '\u200C' && mark !== '\u200D') return false;
  const before = text.charAt(offset - 1);
  const after = text.charAt(offset + 1);
  return JOINING_LETTER.test(before) && JOINING_LETTER.test(after);
}
