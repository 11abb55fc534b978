import type { Register } from '../register/register.ts';
import { keysOf } from './terms.ts';

/** Names of places, as keys joined by spaces, to the regions they may mean: ke:nairobi. */
export type PlaceNames = Record<string, string[]>;

/**
 * The names of all regions and towns. A name that is also the country's own, or its capital's, stands for the
 * region.
 */
export function compilePlaces(register: Register): PlaceNames {
  const names = new Map<string, string[]>();
  for (const [country, { data }] of register.places) {
    for (const { id, name, otherNames, towns } of data.regions) {
      for (const said of [name, ...otherNames, ...towns]) {
        const key = keysOf(said).join(' ');
        names.set(key, [...new Set([...(names.get(key) ?? []), `${country}:${id}`])]);
      }
    }
  }
  return Object.fromEntries([...names].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The regions that a local body serves, by the names its charter gives; none where no source tells. */
export function regionsServed(country: string, places: string[], names: PlaceNames): string[] {
  return [...new Set(places.flatMap((place) => names[keysOf(place).join(' ')] ?? []))].filter((region) =>
    region.startsWith(`${country}:`),
  );
}

/** A place that a query names: where its words stand, and which regions it may be in. */
export interface NamedPlace {
  start: number;
  length: number;
  regions: string[];
}

/** Longest name of a place in words. */
const PLACE_WORDS_MAX = 3;

/** Finds the places that a query names, the longest names first: Homa Bay, not Bay. */
export function placesIn(keys: string[], names: Map<string, string[]>): NamedPlace[] {
  const found: NamedPlace[] = [];
  for (let length = PLACE_WORDS_MAX; length >= 1; length--) {
    for (let start = 0; start + length <= keys.length; start++) {
      const regions = names.get(keys.slice(start, start + length).join(' '));
      const taken = found.some((place) => start < place.start + place.length && place.start < start + length);
      if (regions && !taken) found.push({ start, length, regions });
    }
  }
  return found;
}

/**
 * Says whether a local body is the wrong one for somebody who names these places. A national body, without `served`,
 * never is.
 */
export function isElsewhere(served: string[] | undefined, places: NamedPlace[]): boolean {
  return (
    served !== undefined &&
    places.length > 0 &&
    !places.some(({ regions }) => regions.some((region) => served.includes(region)))
  );
}
