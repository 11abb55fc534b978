import { confidenceIn, lessSure, respelt, type Confidence } from './confidence.ts';
import { conductBodies, routeConduct, type ConductBodies } from './conduct.ts';
import type { Manifest, ManifestCountry } from './index-format.ts';
import { lookUp, type Clause } from './lookup.ts';
import { localMattersIn } from './compile-words.ts';
import { locate, type Located } from './locate.ts';
import { parseQuery, withPlaces, type ParsedQuery } from './parse-query.ts';
import { placesIn, whereabouts } from './places.ts';
import { placeMatters } from './place-matters.ts';
import { rank, type RankedEntity } from './rank.ts';
import type { Scope } from './scope.ts';
import type { IndexStore, Words } from './store.ts';
import { keysOf, phrasesOf } from './terms.ts';

/** What the words of a query come to, before anything is fetched to be shown. */
export interface Assessment {
  parsed: ParsedQuery;
  clauses: Clause[];
  /** The country that was chosen or that the words name, if any. */
  country: ManifestCountry | undefined;
  /** Countries whose bodies of redress are shown. */
  places: ManifestCountry[];
  bodies: ConductBodies;
  /** Everything that matched, pages on rights included. */
  all: RankedEntity[];
  /** Offices that matched. */
  matched: RankedEntity[];
  ranked: RankedEntity[];
  confidence: Confidence;
  /** The place that the words name, where nobody is published for the matter. */
  unserved?: Located['unserved'];
  /** Regions among which the name of a place leaves the choice. */
  which?: Located['which'];
}

/**
 * Reads a query and ranks the offices for it. A misspelt query is at most as sure as the same query spelt as it was
 * understood.
 */
export async function assess(
  query: string,
  chosen: ManifestCountry | undefined,
  store: IndexStore,
): Promise<Assessment> {
  const [manifest, words] = await Promise.all([store.manifest(), store.words()]);
  const found = await assessOnce(query, chosen, store, manifest, words);
  const mended = respelt(found.clauses);
  if (mended.size === 0) return found;
  const spelt = found.parsed.text.replace(/[\p{L}\p{N}\p{M}]+/gu, (word) => mended.get(word) ?? word);
  const meant = await assessOnce(spelt, chosen, store, manifest, words);
  return { ...found, confidence: lessSure(found.confidence, meant.confidence) };
}

async function assessOnce(
  query: string,
  chosen: ManifestCountry | undefined,
  store: IndexStore,
  manifest: Manifest,
  words: Words,
): Promise<Assessment> {
  const plain = parseQuery(query, words);
  const parsed = withPlaces(plain, await placesIn(plain.words, (name) => store.placeCalled(name)));
  const country = chosen ?? countryNamed(manifest, parsed.keys) ?? countryOfPlaces(manifest, parsed);
  const scope = scopeOf(manifest, country);
  const clauses = withCountry(await lookUp(parsed, store, words, scope), manifest);
  const all = rank(clauses, scope);
  const rights = new Set(manifest.countries.flatMap((item) => item.informationRights ?? []));
  const located = locate(
    all.filter((item) => !rights.has(item.entity)),
    manifest,
    {
      where: whereabouts(parsed.places, country?.id, parsed.placeName),
      clauses,
      keys: parsed.keys,
      ofRegion: saysRegion(parsed, country),
      localMatters: country ? localMattersIn(parsed.signals, country.id) : [],
      placeMatters: await placeMatters(parsed, words.placeMatters, store, scope),
      country,
    },
  );
  const matched = located.ranked;
  const places = country ? [country] : countriesOf(manifest, matched);
  const bodies = conductBodies(places);
  const { ranked, routed } = routeConduct(matched, bodies, parsed.signals);
  const { placeOpen, unserved, which, government, published } = located;
  const confidence =
    parsed.words.length === 0
      ? 'none'
      : confidenceIn(ranked, {
          routed,
          placeOpen,
          ...(government ? { government } : {}),
          ...(published ? { published } : {}),
        });
  return {
    parsed,
    clauses,
    country,
    places,
    bodies,
    all,
    matched,
    ranked,
    confidence,
    ...(unserved ? { unserved } : {}),
    ...(which ? { which } : {}),
  };
}

function scopeOf(manifest: Manifest, country: ManifestCountry | undefined): Scope {
  if (country) return { first: country.range[0], end: country.range[1] };
  return { first: 0, end: Math.max(0, ...manifest.countries.map((item) => item.range[1])) };
}

/** The name of a country says where, as that of a place does, and is not missing from a page that leaves it out. */
function withCountry(clauses: Clause[], { countries }: Manifest): Clause[] {
  const names = new Set(countries.flatMap(({ words }) => words));
  return clauses.map((clause) => (names.has(keysOf(clause.raw).join(' ')) ? { ...clause, place: true } : clause));
}

/** The country that a query names in so many words, if it names just one. */
function countryNamed(manifest: Manifest, keys: string[]): ManifestCountry | undefined {
  const said = new Set([...keys, ...phrasesOf(keys).map((item) => item.phrase)]);
  const named = manifest.countries.filter((item) => item.words.some((word) => said.has(word)));
  return named.length === 1 ? named[0] : undefined;
}

/** The country in which all places that a query names lie, if there is just one. */
function countryOfPlaces(manifest: Manifest, { places }: ParsedQuery): ManifestCountry | undefined {
  const ids = new Set(places.flatMap(({ regions }) => regions.map((region) => region.split(':')[0])));
  return ids.size === 1 ? manifest.countries.find((item) => ids.has(item.id)) : undefined;
}

/** A place is called by what a region is called there: Ondo State. */
function saysRegion({ places, keys }: ParsedQuery, country: ManifestCountry | undefined): boolean {
  return country?.level !== undefined && places.some(({ start, length }) => keys[start + length] === country.level);
}

/** The countries of the best matches; all countries when nothing telling matched. */
function countriesOf(manifest: Manifest, matched: RankedEntity[]): ManifestCountry[] {
  const best = matched.filter((item) => item.telling).slice(0, 3);
  const found = manifest.countries.filter(({ range: [first, end] }) =>
    best.some(({ entity }) => entity >= first && entity < end),
  );
  return found.length > 0 ? found : manifest.countries;
}
