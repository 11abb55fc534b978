/*
 * Kiswahili puts what English says with endings and small words in front of the root: kitambulisho, vitambulisho;
 * wananisumbua = wa-na-ni-sumbua, "they are bothering me". The same word is taken apart in the index and in the query,
 * so a wrong cut does no harm as long as it is the same on both sides; what matters is that forms of one word meet.
 */
const SUBJECT = '(?:ni|u|a|tu|m|wa|i|zi|ya|li|ki|vi|ha|si|hu|nina|una|ana|tuna|mna|wana)';
const TENSE = '(?:na|me|li|ta|mesha|nge|ka|ja|naye|liye|lio)';
const OBJECT = '(?:ni|ku|m|mu|wa|tu|ki|vi|i|zi|ya|li|ji)';
const CONJUGATED = new RegExp(`^${SUBJECT}${TENSE}(${OBJECT})?([a-z]{3,}[aei])$`);
const INFINITIVE = new RegExp(`^(?:ku|kw)(${OBJECT})?([a-z]{3,}[aeiu])$`);
const NOUN_CLASS = /^(?:wa|vi|ki|mi|ma|mw|my|ch|vy|m|u|n(?=[dgjz]))(?=[a-z]{4,}$)/;

/**
 * The stems under which a folded word may be filed: none when it does not look like Kiswahili (which has
 * only words that end in a vowel), otherwise one or two.
 */
export function swahiliStems(word: string): string[] {
  if (word.length < 5 || !/^[a-z]+[aeiou]$/.test(word)) return [];
  const bare = word.length > 6 && word.endsWith('ni') ? word.slice(0, -2) : word;
  const verb = CONJUGATED.exec(bare) ?? INFINITIVE.exec(bare);
  const stems = new Set<string>();
  if (verb) {
    stems.add(root(verb[2] ?? ''));
    if (verb[1]) stems.add(root(verb[1] + (verb[2] ?? '')));
  } else {
    stems.add(root(bare.replace(NOUN_CLASS, '')));
  }
  return [...stems].filter((stem) => stem.length >= 3);
}

/** Takes off the final vowel and the passive: ombwa and omba are both "omb". */
function root(stem: string): string {
  return stem.replace(/[aeiou]$/, '').replace(/([a-z]{3})w$/, '$1');
}

const NUMBER_PAIRS: [singular: string, plural: string][] = [
  ['ki', 'vi'],
  ['ch', 'vy'],
  ['m', 'wa'],
  ['mw', 'w'],
];

/** The plural of what looks like a Kiswahili singular and the other way round: kitambulisho, vitambulisho. */
export function otherNumber(word: string): string[] {
  if (word.length < 6 || !/^[a-z]+[aeiou]$/.test(word)) return [];
  const pair = NUMBER_PAIRS.find(
    ([singular, plural]) => (word.startsWith(singular) && !word.startsWith(`${singular}w`)) || word.startsWith(plural),
  );
  if (!pair) return [];
  const [singular, plural] = pair;
  return [word.startsWith(plural) ? singular + word.slice(plural.length) : plural + word.slice(singular.length)];
}
