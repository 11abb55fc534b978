import type { Register } from '../register/register.ts';
import type { Places } from '../schemas/places.ts';
import { tokenize } from './fold.ts';
import { keysOf, phrasesOf } from './terms.ts';

/** Regions by their id (ke:nairobi): what one is called, and the names of places in it, as keys joined by spaces. */
export type PlaceNames = Record<string, [name: string, ...keys: string[]]>;

/** A single letter or a bare number is a name only for those who live there. */
const TELLING_NAME = /[\p{L}\p{N}]*\p{L}[\p{L}\p{N} ]*[\p{L}\p{N}]/u;

/**
 * The names of all regions with their towns and estates. A name that is a word of another meaning stands for the place
 * only together with what a region is called; `ignored` words are never names.
 */
export function compilePlaces(register: Register, ignored: ReadonlySet<string> = new Set()): PlaceNames {
  return Object.fromEntries(
    [...register.places].flatMap(([country, { data }]) =>
      data.regions.map((region): [string, [string, ...string[]]] => [
        `${country}:${region.id}`,
        [region.name, ...keysOfRegion(region, data, ignored)],
      ]),
    ),
  );
}

function keysOfRegion(region: Places['regions'][number], data: Places, ignored: ReadonlySet<string>): string[] {
  const key = (name: string): string => keysOf(name).join(' ');
  const words = new Set(data.alsoWords.map(key));
  const names = [
    region.name,
    ...region.otherNames,
    ...region.towns,
    ...region.localities.flatMap(({ name, otherNames }) => [name, ...otherNames]),
  ].map(key);
  const own = key(region.name);
  return [
    ...new Set([
      ...names.filter((name) => TELLING_NAME.test(name) && !words.has(name) && !ignored.has(name)),
      ...(words.has(own) ? [key(`${region.name} ${data.level}`)] : []),
    ]),
  ].sort();
}

/**
 * What a place is called whose name is not simply the typed one with capitals, by what is typed: Kitengela for kite,
 * BuruBuru for buruburu.
 */
export function properNames(register: Register): Map<string, string> {
  const places = [...register.places.values()].flatMap(({ data }) =>
    data.regions.flatMap(({ name, otherNames, towns, localities }) => [
      { name, otherNames },
      ...towns.map((town) => ({ name: town, otherNames: [] })),
      ...localities,
    ]),
  );
  // What one place is called stands before what another one, in whatever region, is called too.
  const called = [
    ...places.map(({ name }) => [name, name] as const),
    ...places.flatMap(({ name, otherNames }) => otherNames.map((typed) => [typed, name] as const)),
  ];
  const found = new Map<string, string>();
  for (const [typed, name] of called) {
    const key = keysOf(typed).join(' ');
    if (!found.has(key)) found.set(key, name);
  }
  for (const [key, name] of found) if (withCapitals(name) === name && keysOf(name).join(' ') === key) found.delete(key);
  return found;
}

/** The name of a place as it was typed, with the capitals of a name. */
export function withCapitals(typed: string): string {
  return tokenize(typed)
    .map(({ raw }) => raw.slice(0, 1).toUpperCase() + raw.slice(1).toLowerCase())
    .join(' ');
}

/** Each name with the regions in which there is a place of that name. */
export function regionsByName(places: PlaceNames): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [id, [, ...keys]] of Object.entries(places))
    for (const key of keys) found.set(key, [...(found.get(key) ?? []), id]);
  return found;
}

/**
 * The regions that a local body serves, by the names its charter gives; none where no source tells. The name of a region
 * is never a town of that name in another.
 */
export function regionsServed(country: string, served: string[], places: PlaceNames): string[] {
  const regions = Object.entries(places).filter(([id]) => id.startsWith(`${country}:`));
  const found = served.flatMap((place) => {
    const own = regions.filter(([, [name]]) => name === place);
    const key = keysOf(place).join(' ');
    return (own.length > 0 ? own : regions.filter(([, [, ...keys]]) => keys.includes(key))).map(([id]) => id);
  });
  return [...new Set(found)];
}

/** A place that a query names: where its words stand, and which regions it may be in. */
export interface NamedPlace {
  start: number;
  length: number;
  key: string;
  regions: string[];
  /** What it is called, where that is not the typed name with capitals. */
  name?: string;
}

/** What the index knows of a name of places. */
export type KnownPlace = Pick<NamedPlace, 'regions' | 'name'>;

/**
 * Finds the places that the words of a query name, the longest names first: Homa Bay, not Bay. `index` is the place of a
 * word in the query; words that are ignored stand between no two parts of a name.
 */
export async function placesIn(
  words: readonly { key: string; index: number }[],
  placeCalled: (name: string) => Promise<KnownPlace | undefined>,
): Promise<NamedPlace[]> {
  const runs = [
    ...phrasesOf(words.map(({ key }) => key)),
    ...words.map(({ key }, start) => ({ phrase: key, start, length: 1 })),
  ].filter(({ start, length }) => (words[start + length - 1]?.index ?? 0) - (words[start]?.index ?? 0) === length - 1);
  const named = await Promise.all(runs.map(async (run) => ({ ...run, known: await placeCalled(run.phrase) })));
  const found: NamedPlace[] = [];
  for (const { phrase, start: at, length, known } of named) {
    const start = words[at]?.index ?? 0;
    const taken = found.some((place) => start < place.start + place.length && place.start < start + length);
    if (known && !taken) found.push({ start, length, key: phrase, ...known });
  }
  return found;
}

/** The part of a country that a body serves. */
export interface Served {
  regions: string[];
  /** Keys of towns and estates that a source names as served. */
  areas: string[];
  /** What it is called, as keys joined by spaces. */
  names: string[];
  /** It is the government of its regions: it answers for their local matters. */
  government: boolean;
  /** Which matters, of those that governments of regions answer for, are among its names. */
  matters: number[];
}

/** Where somebody is who names places: in one region, or in one of several where a name is shared. */
export interface Whereabouts {
  regions: string[];
  keys: string[];
  /** What the place is called. */
  name: string;
}

/**
 * What the places of a query come to in a country: the regions that all of them may be in, so that "Surulere Ibadan" is in
 * Oyo; where they share none, each of them.
 */
export function whereabouts(
  places: NamedPlace[],
  country: string | undefined,
  name: string | undefined,
): Whereabouts | undefined {
  const sets = places
    .map(({ regions }) => regions.filter((region) => country === undefined || region.startsWith(`${country}:`)))
    .filter((regions) => regions.length > 0);
  const [first, ...rest] = sets;
  if (!first || name === undefined) return undefined;
  const shared = first.filter((region) => rest.every((regions) => regions.includes(region)));
  return {
    regions: shared.length > 0 ? shared : [...new Set(sets.flat())],
    keys: places.map(({ key }) => key),
    name,
  };
}

/** How a body stands to a place: it names the very town, serves its region, or another one; a national body serves all. */
export type Nearness = 'area' | 'region' | 'everywhere' | 'elsewhere';

/** Says how a body that serves a part of the country, or all of it, stands to where somebody is. */
export function nearnessOf(served: Served | undefined, where: Whereabouts): Nearness {
  if (!served) return 'everywhere';
  if (!where.regions.some((region) => served.regions.includes(region))) return 'elsewhere';
  return where.keys.some((key) => served.areas.includes(key)) ? 'area' : 'region';
}
