import { defaultLanguage, type Language } from '../lib/locales.ts';

/*
 * Where a translation is missing, the English text stands between these two characters of the private use area. They
 * travel through every template unharmed; when the page is complete they become an element that names the language.
 */
export const FALLBACK_START = '\uE0F0';
export const FALLBACK_END = '\uE0F1';

const MARKS = new RegExp(`[${FALLBACK_START}${FALLBACK_END}]`, 'g');
const ATTRIBUTES = String.raw`(?:[^"'>]|"[^"]*"|'[^']*')*>`;
/** A comment, an element that holds nothing but letters, or a tag with its attributes: no place for an element. */
const NO_TEXT = new RegExp(
  String.raw`<!--[^]*?-->|<(script|style|title|textarea)\b[^]*?<\/\1\s*>|<option\b${ATTRIBUTES}[^<]*|<\/?[a-z]${ATTRIBUTES}`,
  'gi',
);

/**
 * Turns the marks in an HTML page into elements with `lang`, so that a screen reader changes its voice (WCAG 2.2,
 * 3.1.2). In attributes, titles, options and scripts, where no element can stand, the marks go away.
 */
export function markFallbacks(html: string): string {
  if (!html.includes(FALLBACK_START)) return html;
  let marked = '';
  let from = 0;
  for (const { 0: found, index } of html.matchAll(NO_TEXT)) {
    marked += withElements(html.slice(from, index)) + withoutMarks(found);
    from = index + found.length;
  }
  return marked + withElements(html.slice(from));
}

/** A text of the content that is in English, marked where the page around it is not. The desk's pages turn the marks. */
export function asEnglish(text: string, language: Language): string {
  return language === defaultLanguage || text === '' ? text : `${FALLBACK_START}${text}${FALLBACK_END}`;
}

/** Takes the marks out of a text that is no HTML page. */
export function withoutMarks(text: string): string {
  return text.includes(FALLBACK_START) ? text.replace(MARKS, '') : text;
}

function withElements(text: string): string {
  return text.replace(MARKS, (mark) => (mark === FALLBACK_START ? '<span lang="en">' : '</span>'));
}
