import type { Pattern, Spot } from './pattern.ts';

/** The new value of a spot; the same value, or undefined, leaves it as it is written. */
export type Replacement = (spot: Spot) => string | number | undefined;

/** The text of a content file with some of its values replaced. What is not replaced keeps its every character. */
export function replaceSpots({ text, spots }: Pick<Pattern, 'text' | 'spots'>, replacement: Replacement): string {
  let made = '';
  let done = 0;
  for (const spot of spots) {
    const value = replacement(spot);
    if (value === undefined || value === spot.value) continue;
    // A string of JSON is a string of YAML, in lists of either style.
    made += `${text.slice(done, spot.start)}${JSON.stringify(value)}${spot.tail}`;
    done = spot.end;
  }
  return made + text.slice(done);
}
