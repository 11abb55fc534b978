import type { Clause } from './lookup.ts';
import type { RankedEntity } from './rank.ts';

/**
 * sure: one fits clearly. unsure: several may. none: nothing fits; what always takes complaints is the answer.
 */
export type Confidence = 'sure' | 'unsure' | 'none';

const CLEAR_LEAD = 1.2;
/** With less of the query covered by what matched, nothing is known; a mere mention must cover more than a name. */
const LEAST_COVERAGE = 0.2;
const LEAST_COVERAGE_OF_MENTION = 0.6;
const NAME_WEIGHT = 55;
const FULL_COVERAGE = 0.95;
/** Share of the telling words that must be told of before an answer is sure. */
const SURE_ANSWERED = 0.66;

export interface Circumstances {
  /** Which bodies were put first by what the words tell of conduct. */
  routed?: 'corruption' | 'oversight' | undefined;
  /** The best serves a part of the country, and the words name neither that part nor the body. */
  placeOpen: boolean;
  /** All that is left is the government of the region. */
  government?: true;
}

/** Says how sure the first answer is. */
export function confidenceIn(ranked: RankedEntity[], { routed, placeOpen, government }: Circumstances): Confidence {
  const [best, second] = ranked;
  if (!best) return 'none';
  if (routed) return routed === 'corruption' ? 'sure' : 'unsure';
  if (government) return 'unsure';
  const named = best.strongest >= NAME_WEIGHT;
  // Common words alone prove nothing, unless every one of them fits and is part of a name.
  if (!best.telling) return named && best.coverage >= FULL_COVERAGE ? 'unsure' : 'none';
  if (best.coverage < (named ? LEAST_COVERAGE : LEAST_COVERAGE_OF_MENTION)) return 'none';
  if (best.mentioned || best.everyday) return 'none';
  const clear =
    named && best.answered >= SURE_ANSWERED && !best.strange && best.score >= CLEAR_LEAD * (second?.score ?? 0);
  return clear && !placeOpen ? 'sure' : 'unsure';
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
