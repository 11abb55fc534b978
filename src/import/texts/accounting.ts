/*
 * The one rule for figures: a figure is given only when every number of the text it was read from is accounted for,
 * either by the figure itself or by words that are kept beside it. Otherwise the text is quoted, and a person reads it.
 */

const NUMBER_WORDS = [
  ['zero', 'sifuri'],
  ['one', 'moja'],
  ['two', 'mbili', 'wiwili'],
  ['three', 'tatu'],
  ['four', 'nne'],
  ['five', 'tano'],
  ['six', 'sita'],
  ['seven', 'saba'],
  ['eight', 'nane'],
  ['nine', 'tisa'],
  ['ten', 'kumi'],
  ['eleven'],
  ['twelve'],
  ['thirteen'],
  ['fourteen'],
  ['fifteen'],
  ['sixteen'],
  ['seventeen'],
  ['eighteen'],
  ['nineteen'],
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const WORDS = new Map([
  ...NUMBER_WORDS.flatMap((names, value) => names.map((name) => [name, value] as const)),
  ...TENS.map((name, index) => [name, (index + 2) * 10] as const),
]);
const UNITS = NUMBER_WORDS.slice(1, 10).map(([name]) => name);

/** A number in words, for use within a larger expression: "twelve", "twenty-one", "saba". */
export const NUMBER_IN_WORDS = `(?:${TENS.join('|')})[ -](?:${UNITS.join('|')})|${[...WORDS.keys()].sort((a, b) => b.length - a.length).join('|')}`;

/**
 * The value of a number in digits or words; NaN for anything else. Digits that begin with two noughts are a rest
 * of something, no number.
 */
export function numberOf(text: string): number {
  if (/\d/.test(text))
    return /^(?:\d{1,3}(?:,\d{3})+|0?[1-9]\d*|0)(?:\.\d{1,2})?$/.test(text) ? Number(text.replaceAll(',', '')) : NaN;
  const parts = text.toLowerCase().split(/[ -]/);
  return parts.reduce((sum, part) => sum + (WORDS.get(part) ?? NaN), 0);
}

/**
 * The numbers of a text as they are written: "1,000.50", "5,000:00" (naira and kobo), "½", "٥". A run of digits
 * is never cut.
 */
export function numbersIn(text: string): string[] {
  return text.match(/\d+(?:,\d+)*(?:\.\d+|:00(?!\d))?|[^\P{N}\d]/gu) ?? [];
}

/** True when every number of `text` is one of `figures` or stands in one of the words that are kept. */
export function accountsFor(text: string, figures: number[], kept: (string | undefined)[]): boolean {
  const words = new Set(kept.flatMap((word) => numbersIn(word ?? '')));
  return numbersIn(text).every(
    (number) => words.has(number) || figures.includes(Number(number.replace(/,|:00$/g, ''))),
  );
}

const CONNECTIVE =
  /^(?:to|or|and|per|each|for|of|from|by|plus|hadi|mpaka|kwa|percent|hundred|thousand|million|billion|mia|elfu|laki|milioni|minus|less|more|off)$/i;
const AMOUNT_IN_WORDS = /\b(?:hundred|thousand|million|billion|mia|elfu|laki|milioni)\b/i;
/** Words that limit a figure: before it they are no name of a case but change what it means. */
const LIMITS =
  /^(?:(?:at|the) (?:least|most)|(?:a )?min(?:imum)?(?: of)?|(?:a )?max(?:imum)?(?: of)?|(?:not |no )?(?:more|less|fewer|later|sooner|earlier) than|not exceeding|from|starting (?:from|at)|up to|above|below|over|under|between|about|approx(?:imately|\.)?|plus|minus|and|or|to|less|kuanzia|angalau|zaidi ya|chini ya|kuanzia|hadi|mpaka)\.?$/i;

/**
 * True when words can stand beside a figure as the name of its case, their numbers kept as they are: "32 pages", "Form
 * 34A", "1st copy". Words that hold a figure of their own ("N1000", "5", "2 million", "VAT 16%") or that limit one ("at
 * least") cannot.
 */
export function canName(words: string): boolean {
  if (!/\p{L}{2}/u.test(words) || LIMITS.test(words.trim()) || AMOUNT_IN_WORDS.test(words)) return false;
  const tokens = words.trim().split(/\s+/);
  return tokens.every((token, index) => !/\p{N}/u.test(token) || namesOrCounts(token, tokens[index + 1]));
}

function namesOrCounts(token: string, next = ''): boolean {
  if (/^["'“(]?\d{1,3}$/.test(token)) return /^\p{L}{3}/u.test(next) && !CONNECTIVE.test(next.replace(/\P{L}+$/u, ''));
  return /^["'“(]?(?:\d{1,2}(?:st|nd|rd|th)|[A-Z]{1,2}-?\d{1,2}|\d{1,3}[A-Z])[)"'”,.;:]*$/.test(token);
}

/**
 * True for what a spreadsheet shows in place of a value that it could not work out (ECMA-376, 18.18.11 and later
 * additions).
 */
export function isSheetError(text: string): boolean {
  return /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!|GETTING_DATA|EXTERNAL!|PYTHON!|#+)$/i.test(
    text.trim(),
  );
}
