import { ANSWERABLE, RIGHT, chanceOf, featuresOf } from './chance.ts';
import type { Clause } from './lookup.ts';
import type { RankedEntity } from './rank.ts';

/**
 * sure: one fits clearly. unsure: several may. none: nothing fits; what always takes complaints is the answer.
 */
export type Confidence = 'sure' | 'unsure' | 'none';

const CLEAR_LEAD = 1.2;
const NAME_WEIGHT = 55;
/** With a smaller chance that any office answers, nobody is named; with a smaller one of being right, none is sure. */
const LEAST_CHANCE = 0.4;
const SURE_CHANCE = 0.85;
/** Of a query of which everything is told, be it by words begun or misspelt, somebody may always be named. */
const FULL_COVERAGE = 0.95;
/** Words of daily life speak for an office only where it tells of this many. */
const TOLD_OF_DAILY_LIFE = 2;
/** Share of the telling words that must be told of before an answer is sure. */
const SURE_ANSWERED = 0.66;

export interface Circumstances {
  /** Which bodies were put first by what the words tell of conduct. */
  routed?: 'corruption' | 'oversight' | undefined;
  /** The best serves a part of the country, and the words name neither that part nor the body. */
  placeOpen: boolean;
  /** All that is left is the government of the region. */
  government?: true;
  /** The best serves the place that the words name, and the matter is among its names. */
  published?: true;
}

/** Says how sure the first answer is. */
export function confidenceIn(
  ranked: RankedEntity[],
  { routed, placeOpen, government, published }: Circumstances,
): Confidence {
  const [best, second] = ranked;
  if (!best) return 'none';
  if (routed) return routed === 'corruption' ? 'sure' : 'unsure';
  if (government) return 'unsure';
  if (published) return isSure(ranked, placeOpen) ? 'sure' : 'unsure';
  if (best.everyday && (best.evidence?.told ?? 0) < TOLD_OF_DAILY_LIFE) return 'none';
  const features = featuresOf(best, second);
  const explained = best.telling && !best.mentioned && !best.everyday && best.coverage >= FULL_COVERAGE;
  if (!explained && chanceOf(features, ANSWERABLE) < LEAST_CHANCE) return 'none';
  return isSure(ranked, placeOpen) ? 'sure' : 'unsure';
}

function isSure([best, second]: RankedEntity[], placeOpen: boolean): boolean {
  return (
    best !== undefined &&
    !placeOpen &&
    best.telling &&
    !best.mentioned &&
    !best.everyday &&
    best.strongest >= NAME_WEIGHT &&
    best.answered >= SURE_ANSWERED &&
    !best.strange &&
    best.score >= CLEAR_LEAD * (second?.score ?? 0) &&
    chanceOf(featuresOf(best, second), RIGHT) >= SURE_CHANCE
  );
}

const ORDER: Confidence[] = ['none', 'unsure', 'sure'];

/** The less sure of two: a slip of the finger is never surer than the word that was meant. */
export function lessSure(a: Confidence, b: Confidence): Confidence {
  return ORDER.indexOf(a) <= ORDER.indexOf(b) ? a : b;
}

/** A query as if it had been spelt as it was understood, or nothing where it was. */
export function respelt(clauses: Clause[]): Map<string, string> {
  return new Map(
    clauses.flatMap((clause) => (clause.corrected && !clause.phrase ? [[clause.raw, clause.corrected] as const] : [])),
  );
}
