import { isNamed, unmatched } from './conduct.ts';
import type { Manifest, ManifestCountry } from './index-format.ts';
import type { Clause } from './lookup.ts';
import type { PlaceMatters } from './place-matters.ts';
import { nearnessOf, type Nearness, type Served, type Whereabouts } from './places.ts';
import type { RankedEntity } from './rank.ts';

/** A place in which nobody is published for the matter, and who answers for it there. */
export interface Unserved {
  place: string;
  /** What answers for such matters there, in each language: the county government. */
  government?: Record<string, string>;
}

/** Offices that matched, by what the place says of them. */
export interface Located {
  ranked: RankedEntity[];
  unserved?: Unserved;
  /** The only one left is the government of the region, which answers for such matters. */
  government?: true;
  /** The best serves the place and has a matter among its names for which governments of regions answer. */
  published?: true;
  /** Which part of the country is meant stays open, or the best is a body of another place. */
  placeOpen: boolean;
  /** The regions among which the name of the place leaves the choice, where a local body depends on it. */
  which?: string[];
}

export interface LocateQuestion {
  /** Where somebody is, if the words tell. */
  where: Whereabouts | undefined;
  clauses: Clause[];
  /** Keys of all words. */
  keys: string[];
  /** Matters of the words for which the government of a region answers, by number. */
  localMatters: number[];
  /** The words call the place a State or a County, and so speak of what belongs to its government. */
  ofRegion: boolean;
  /** Matters of the words that are decided where somebody is. */
  placeMatters: PlaceMatters | undefined;
  country: ManifestCountry | undefined;
}

/** A body that serves the place stands before one that serves all; one that serves the very town before both. */
const NEARER: Record<Nearness, number> = { area: 1.5, region: 1.25, everywhere: 1, elsewhere: 1 };
/** What is found by the name of the place alone has nothing to do with the matter. */
const PLACE_ALONE = 0.25;
/** Share of the telling words that a body must tell of to answer beside the local ones. */
const ANSWERS_BESIDE = 0.66;
/** The body of the place must tell of the words about as well as one of another place, or of half of them. */
const ABOUT_AS_WELL = 0.6;
const ANSWERS = 0.5;

/**
 * Lets the place decide between bodies of one kind. A body of another place is never an answer, unless its own name
 * was typed; where nobody is published for the place, that is told with who answers there.
 */
export function locate(matched: RankedEntity[], manifest: Manifest, question: LocateQuestion): Located {
  const located = locateByPlace(matched, manifest, question);
  const { placeMatters, where } = question;
  const [best] = located.ranked;
  if (!best || !placeMatters || located.government) return located;
  // Of what every place has its own, a body of the whole country is not the one that is meant.
  if (placeMatters.tellers.has(best.entity))
    return where && !servedBy(manifest).has(best.entity) ? { ...located, placeOpen: true } : located;
  if (!where) return { ...located, placeOpen: true };
  return {
    ...located,
    ranked: placeMatters.about
      ? located.ranked.filter(({ entity }) => placeMatters.tellers.has(entity))
      : located.ranked,
    placeOpen: true,
    unserved: located.unserved ?? { place: where.name },
  };
}

function locateByPlace(matched: RankedEntity[], manifest: Manifest, question: LocateQuestion): Located {
  const { where, clauses, keys, localMatters, ofRegion } = question;
  const served = servedBy(manifest);
  const [best] = matched;
  if (!where) return { ranked: matched, placeOpen: best !== undefined && served.has(best.entity) && !best.unique };
  const typed = ` ${keys.join(' ')} `;
  const isTyped = ({ entity }: RankedEntity): boolean =>
    served.get(entity)?.names.some((name) => typed.includes(` ${name} `)) ?? false;
  const onMatter = new Set(matched.filter((item) => isOnMatter(item, clauses)).map(({ entity }) => entity));
  const weighed = matched
    .map((item) =>
      weigh(item, nearnessOf(served.get(item.entity), where), onMatter.size > 0 && !onMatter.has(item.entity)),
    )
    .sort((a, b) => b.score - a.score);
  const ranked = weighed.filter((item) => item.nearness !== 'elsewhere' || isTyped(item));
  const here = ranked.find(isHere);
  const published = ranked.find((item) => isHere(item) && isPublishedFor(localMatters, served.get(item.entity)));
  const [first] = weighed;
  const other = weighed.find((item) => item.nearness === 'elsewhere' && item.telling);
  const enough = other ? ABOUT_AS_WELL * other.answered : ANSWERS;
  const lost = first?.nearness === 'elsewhere' && first.telling && !isTyped(first);
  const regions = where.regions.map((id) => nameOf(manifest, id));
  const which = regions.length > 1 && (here || lost) ? { which: regions } : {};
  const answered = ranked.some(isTyped) || (here !== undefined && onMatter.has(here.entity) && here.answered >= enough);
  const open = answered || !(lost || (localMatters.length > 0 && !answeredByAll(ranked)));
  if (open || published) {
    const [best, ...others] = open || !published ? ranked : withFirst(published, ranked);
    return {
      ranked: best ? [best, ...others] : [],
      ...(published && published.entity === best?.entity ? { published: true as const } : {}),
      placeOpen: regions.length > 1 || isDoubtful(best, other, ofRegion),
      ...which,
    };
  }
  return { ...nobodyThere(ranked, served, where, question), placeOpen: true, ...which };
}

/** Nobody is published for the matter and the place: the government of the region, where its matter it is. */
function nobodyThere(
  ranked: RankedEntity[],
  served: Map<number, Served>,
  { name, regions }: Whereabouts,
  { localMatters, country }: LocateQuestion,
): Pick<Located, 'ranked' | 'unserved' | 'government'> {
  if (localMatters.length === 0)
    return { ranked: ranked.filter(({ answered }) => answered >= ANSWERS_BESIDE), unserved: { place: name } };
  const [government] = [...served].filter(
    ([, body]) => body.government && regions.some((region) => body.regions.includes(region)),
  );
  return {
    ranked: government ? [unmatched(government[0], 1)] : [],
    unserved: { place: name, ...(country?.government ? { government: country.government } : {}) },
    ...(government ? { government: true as const } : {}),
  };
}

/**
 * The best is a body of another place; or it serves everybody, while the words speak of a State or County and do not
 * call it by a name of its own, or a body of another place tells of more of them.
 */
function isDoubtful(best: Weighed | undefined, other: Weighed | undefined, ofRegion: boolean): boolean {
  if (best?.nearness !== 'everywhere') return best?.nearness === 'elsewhere';
  return !best.unique && (ofRegion || (other !== undefined && other.answered > best.answered));
}

/** The best of those that serve everybody is named by the words, and tells of most of them. */
function answeredByAll(ranked: Weighed[]): boolean {
  const best = ranked.find(({ nearness }) => nearness === 'everywhere');
  return best !== undefined && isNamed(best) && best.answered >= ANSWERS_BESIDE;
}

function servedBy({ countries, regions }: Manifest): Map<number, Served> {
  return new Map(
    countries.flatMap(({ local }) =>
      local.map(([entity, numbers, areas, names, government, matters]): [number, Served] => [
        entity,
        {
          regions: numbers.flatMap((number) => regions[number]?.[0] ?? []),
          areas,
          names,
          government: government === 1,
          matters,
        },
      ]),
    ),
  );
}

type Weighed = RankedEntity & { nearness: Nearness };

/** Its names tell of one of the matters; the government of a region is not asked, for it has many under one name. */
function isPublishedFor(localMatters: number[], body: Served | undefined): boolean {
  return body !== undefined && !body.government && body.matters.some((matter) => localMatters.includes(matter));
}

function withFirst(first: Weighed, ranked: Weighed[]): Weighed[] {
  const score = Math.max(...ranked.map((item) => item.score));
  return [{ ...first, score }, ...ranked.filter(({ entity }) => entity !== first.entity)];
}

function isHere({ nearness }: Weighed): boolean {
  return nearness === 'area' || nearness === 'region';
}

function weigh(item: RankedEntity, nearness: Nearness, byPlaceAlone: boolean): Weighed {
  return { ...item, nearness, score: item.score * NEARER[nearness] * (byPlaceAlone ? PLACE_ALONE : 1) };
}

/** Something of it matched that is not the name of a place. */
function isOnMatter({ matched }: RankedEntity, clauses: Clause[]): boolean {
  return matched.some((index) => clauses[index] && !clauses[index].place && !clauses[index].conduct);
}

function nameOf({ regions }: Manifest, id: string): string {
  return regions.find(([known]) => known === id)?.[1] ?? id;
}
