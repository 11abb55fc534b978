import { editDistance } from '../lib/edit-distance.ts';
import type { Register } from '../register/register.ts';
import type { EmergencyKind } from '../schemas/emergency.ts';
import { keysOf } from './terms.ts';

/**
 * What people say when there is danger, as keys joined by spaces; of all countries together, for nobody knows where a
 * word is used.
 */
export interface EmergencyWords {
  kinds: { kind: EmergencyKind; words: string[]; unless: string[] }[];
  urgent: string[];
}

/** The words of all countries, by kind. */
export function compileEmergencies(register: Register): EmergencyWords {
  const kinds = new Map<EmergencyKind, { words: Set<string>; unless: Set<string> }>();
  const urgent = new Set<string>();
  for (const { data } of register.emergencies.values()) {
    for (const word of data.urgent) urgent.add(keysOf(word).join(' '));
    for (const { kind, words, unless } of data.answers) {
      const known = kinds.get(kind) ?? { words: new Set(), unless: new Set() };
      for (const word of words) known.words.add(keysOf(word).join(' '));
      for (const word of unless) known.unless.add(keysOf(word).join(' '));
      kinds.set(kind, known);
    }
  }
  return {
    kinds: [...kinds].map(([kind, { words, unless }]) => ({ kind, words: [...words], unless: [...unless] })),
    urgent: [...urgent],
  };
}

export interface EmergencyMatch {
  kinds: EmergencyKind[];
  /** False when the words speak of a paper, a payment or a post: then the ordinary answer comes first. */
  urgent: boolean;
}

/**
 * In a shorter word a letter replaced gives another word (prison, poison); one forgotten, doubled or swapped does not.
 */
const SLIP_LENGTH_MIN = 6;
const REPLACED_LENGTH_MIN = 7;

/**
 * Tells whether a query speaks of danger. `keys` are the stems of all its words; `small` are those that are ignored
 * elsewhere: between the words of a phrase that has none of them they change nothing ("child missing", "my child is
 * missing"), and a small word is never a slip of one of danger (kujua, kujiua).
 */
export function matchEmergency(
  keys: string[],
  { kinds, urgent }: EmergencyWords,
  small: ReadonlySet<string>,
): EmergencyMatch | undefined {
  const text = ` ${keys.join(' ')} `;
  const telling = keys.filter((key) => !small.has(key));
  const bare = ` ${telling.join(' ')} `;
  const says = (phrase: string): boolean => text.includes(` ${phrase} `);
  const found = kinds.filter(({ words }) =>
    words.some((word) =>
      word.includes(' ')
        ? says(word) || bare.includes(` ${word} `)
        : says(word) || telling.some((key) => isSlip(key, word)),
    ),
  );
  if (found.length === 0) return undefined;
  const now = urgent.some(says);
  const meant = found.filter(({ unless }) => now || !unless.some(says));
  const chosen = meant.length > 0 ? meant : found;
  const plain = chosen.filter(({ kind }) => kind !== 'danger');
  return {
    kinds: (plain.length > 0 ? plain : chosen).slice(0, 2).map(({ kind }) => kind),
    urgent: meant.length > 0,
  };
}

function isSlip(key: string, word: string): boolean {
  if (
    word.length < SLIP_LENGTH_MIN ||
    key[0] !== word[0] ||
    Math.abs(key.length - word.length) > 1 ||
    editDistance(key, word) > 1
  )
    return false;
  return (
    word.length >= REPLACED_LENGTH_MIN ||
    key.length !== word.length ||
    [...key].sort().join('') === [...word].sort().join('')
  );
}
