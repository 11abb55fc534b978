import type { ManifestCountry } from './index-format.ts';
import type { RankedEntity } from './rank.ts';

/** How much better the first body of a routed complaint stands than what else matched. */
const FIRST_BODY = 1.05;
const NEXT_BODY = 0.9;
const ABOUT_SAME_SCORE = 0.75;
/** An office counts as named when its words cover at least this share of the query. */
const NAMED_COVERAGE = 0.25;

export interface RoutedAnswer {
  ranked: RankedEntity[];
  /** Which bodies were put first; absent when the words decided. */
  routed?: 'corruption' | 'oversight';
}

/** Bodies to which complaints about conduct go. */
export interface ConductBodies {
  antiCorruption: number[];
  oversight: number[];
  /** Who reviews a refusal of information. */
  informationReview: number[];
}

/** All bodies of one country, or of several the first of each. */
export function conductBodies(places: ManifestCountry[]): ConductBodies {
  const most = places.length > 1 ? 1 : Infinity;
  return {
    antiCorruption: places.flatMap((place) => place.antiCorruption.slice(0, most)),
    oversight: places.flatMap((place) => place.oversight.slice(0, most)),
    informationReview: places.flatMap((place) => place.informationReview ?? []),
  };
}

/**
 * Brings the bodies that judge conduct into the answer: for bribes the anti-corruption bodies, first among
 * themselves the one that fits the words best; for neglect the oversight ladder, after the agency that is
 * complained of when the query names one, otherwise before everything else. A refusal of information goes first to the
 * body that reviews it.
 */
export function routeConduct(
  ranked: RankedEntity[],
  bodies: ConductBodies,
  signals: ReadonlySet<string>,
): RoutedAnswer {
  const corruption = signals.has('corruption');
  const neglect = signals.has('neglect');
  const lost = signals.has('complain') && !ranked.some((item) => item.telling);
  if (!corruption && !neglect && !lost) return { ranked };
  const top = ranked[0]?.score || 1;
  const named = ranked[0] && isNamed(ranked[0]);
  if (corruption)
    return bodies.antiCorruption.length > 0
      ? { ranked: raise(ranked, bestFirst(bodies.antiCorruption, ranked), top * FIRST_BODY), routed: 'corruption' }
      : { ranked };
  const refused = signals.has('information') && neglect ? bodies.informationReview : [];
  if (named)
    return { ranked: raise(ranked, [...new Set([...refused, ...bodies.oversight.slice(0, 2)])], top * NEXT_BODY) };
  if (bodies.oversight.length === 0) return { ranked };
  return {
    ranked: raise(ranked, [...new Set([...refused, ...bodies.oversight])], top * FIRST_BODY),
    routed: 'oversight',
  };
}

/** Says whether the words name an office, rather than mention what it does in passing. */
export function isNamed({ telling, coverage }: Pick<RankedEntity, 'telling' | 'coverage'>): boolean {
  return telling && coverage >= NAMED_COVERAGE;
}

/** The order of the law, unless the words clearly speak for a later body. */
function bestFirst(bodies: number[], ranked: RankedEntity[]): number[] {
  const scoreOf = (body: number): number => ranked.find((item) => item.entity === body)?.score ?? 0;
  const [first, ...rest] = bodies;
  if (first === undefined) return [];
  const better = rest
    .filter((body) => scoreOf(body) * ABOUT_SAME_SCORE > scoreOf(first))
    .sort((a, b) => scoreOf(b) - scoreOf(a));
  return [...better, first, ...rest.filter((body) => !better.includes(body))];
}

function raise(ranked: RankedEntity[], bodies: number[], score: number): RankedEntity[] {
  const raised = bodies.map((body, index): RankedEntity => {
    const found = ranked.find((item) => item.entity === body);
    const least = score * 0.97 ** index;
    if (found) return { ...found, score: Math.max(found.score, least) };
    return unmatched(body, least);
  });
  const others = ranked.filter((item) => !bodies.includes(item.entity));
  return [...raised, ...others].sort((a, b) => b.score - a.score);
}

/** A body that is shown although no word speaks for it. */
export function unmatched(entity: number, score: number): RankedEntity {
  return {
    entity,
    score,
    otherServices: [],
    matched: [],
    coverage: 0,
    answered: 0,
    mentioned: false,
    everyday: false,
    strange: false,
    unique: false,
    strongest: 0,
    named: 0,
    telling: false,
  };
}
