import type { Random } from './random.ts';

const beginnings = ['Ba', 'Da', 'Ga', 'Ki', 'Ku', 'Lo', 'Ma', 'Mbu', 'Na', 'Nya', 'O', 'Ra', 'Sa', 'To', 'Wa', 'Zu'];
const middles = ['', 'ba', 'da', 'ko', 'la', 'li', 'ma', 'mbe', 'ndo', 'ra', 'ri', 'su', 'ta', 'tu', 'we', 'ya'];
const ends = ['bi', 'go', 'ka', 'kuru', 'lo', 'mu', 'na', 'ni', 'ra', 'si', 'ta', 'to', 'wa', 'ya', 'yo', 'zi'];

/** Names of districts that do not exist, never the same twice. */
export function placeNames(random: Random): () => string {
  const used = new Set<string>();
  return () => {
    let name = '';
    // After some thousands of names the short ones run out; they then grow by a syllable.
    for (let tries = 0; name === '' || used.has(name); tries++) {
      const further = Array.from({ length: 1 + Math.floor(tries / 8) }, () => random.pick(middles)).join('');
      name = `${random.pick(beginnings)}${further}${random.pick(ends)}`;
    }
    used.add(name);
    return name;
  };
}
