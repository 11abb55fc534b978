const SMALL = new Set([
  'of',
  'and',
  'the',
  'for',
  'in',
  'on',
  'to',
  'at',
  'by',
  'or',
  'a',
  'an',
  'ya',
  'wa',
  'na',
  'za',
  'la',
  'kwa',
]);
const LENGTH_MAX = 60;
/** Raised and lowered digits, which NFKD would make part of a word: "Licence¹" is no licence1. */
const NOTE_MARKS = /[¹²³⁰-₎]/g;

/**
 * A name written in capitals in the usual way: "OFFICE OF THE REGISTRAR (OTR)" becomes "Office of the Registrar
 * (OTR)".
 */
export function inTitleCase(name: string): string {
  if (/\p{Ll}/u.test(name)) return name;
  return name
    .split(' ')
    .map((word, index) => {
      if (/^\(.*\)[,.]?$/.test(word) || /\d/.test(word)) return word;
      const lower = word.toLowerCase();
      return index > 0 && SMALL.has(lower)
        ? lower
        : lower.replace(/(^|[-/&(])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
    })
    .join(' ');
}

/**
 * Gives a file name for a name, unlike all those taken, and takes it: "Issue of passports" becomes issue-of-passports.
 */
export function toSlug(name: string, taken: Set<string>, fallback = 'service'): string {
  const words = name
    .replace(NOTE_MARKS, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']/g, '')
    .match(/[a-z0-9]+/g) ?? [fallback];
  let base = '';
  for (const word of words) {
    if (base && base.length + word.length + 1 > LENGTH_MAX) break;
    base = base ? `${base}-${word}` : word.slice(0, LENGTH_MAX);
  }
  let slug = base;
  for (let number = 2; taken.has(slug); number++) slug = `${base}-${number}`;
  taken.add(slug);
  return slug;
}
