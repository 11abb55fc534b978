/**
 * The stem of a folded word. Light on purpose: plurals, the endings of verbs and the commonest nouns made from
 * verbs, and British and American spelling brought together. Words of other languages pass nearly unchanged, and
 * alike in the index and in the query.
 */
export function stem(word: string): string {
  if (word.length <= 3 || /\d/.test(word)) return word;
  return unify(stripEnding(stripPlural(word)));
}

function stripPlural(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) return word.slice(0, -1);
  return word;
}

/** Endings with the fewest letters that must remain. The first that fits is taken. */
const ENDINGS: [string, number, string][] = [
  ['isation', 4, ''],
  ['ization', 4, ''],
  ['ation', 4, ''],
  ['ition', 4, ''],
  ['tion', 4, 't'],
  ['sion', 4, 's'],
  ['ment', 3, ''],
  ['ness', 4, ''],
  ['ing', 3, ''],
  ['ed', 4, ''],
  ['al', 5, ''],
  ['ly', 5, ''],
];

/** Words with an ending that are another thing than the word without it: a park, a train. */
const OTHER_THINGS = new Set(['parking', 'training']);

function stripEnding(word: string): string {
  if (OTHER_THINGS.has(word)) return word;
  for (const [ending, least, replacement] of ENDINGS) {
    if (!word.endsWith(ending)) continue;
    const rest = word.slice(0, -ending.length);
    if (rest.length < least || !/[aeiouy]/.test(rest)) return word;
    return /([bdfgmnprt])\1$/.test(rest) && !replacement ? rest.slice(0, -1) : rest + replacement;
  }
  return word;
}

function unify(word: string): string {
  let result = word.length >= 5 && word.endsWith('e') ? word.slice(0, -1) : word;
  result = result
    .replace(/enc$/, 'ens')
    .replace(/([a-z]{4})i[sz]$/, '$1')
    .replace(/our$/, 'or')
    .replace(/ys$/, 'yz');
  if (/[^aeiou]er$/.test(result)) result = `${result.slice(0, -2)}r`;
  return result;
}
