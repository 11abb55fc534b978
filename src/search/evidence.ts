import type { Clause } from './lookup.ts';
import { isStory } from './parse-query.ts';

/** What of a query speaks for the best answer, counted. */
export interface Evidence {
  /** Telling words of the query, phrases not counted again. */
  words: number;
  /** Words that a name or a summary of the answer tells of. */
  told: number;
  /** Words that are names of it. */
  named: number;
  /** Telling words that none of its pages has. */
  missing: number;
  /** What the rarest of words would score as the name of one body only: the scale of scores, which grows with the country. */
  scale: number;
  /** Somebody tells at length what happened: nobody does that for nothing. */
  story: boolean;
}

const TOLD_WEIGHT = 35;
const NAME_WEIGHT = 55;

/** Counts what speaks for an entity; `weights` are its strongest matches by clause, 0 where there is none. */
export function evidenceOf(clauses: Clause[], weights: number[], scale: number): Evidence {
  const words = clauses.flatMap((clause, index) => (clause.phrase ? [] : [{ ...clause, found: weights[index] ?? 0 }]));
  return {
    words: words.filter(({ place, weight }) => !place && weight === 1).length,
    told: words.filter(({ place, found }) => !place && found >= TOLD_WEIGHT).length,
    named: words.filter(({ found }) => found >= NAME_WEIGHT).length,
    missing: words.filter(({ place, conduct, weight, found }) => !place && !conduct && weight === 1 && found === 0)
      .length,
    scale,
    story: isStory(words),
  };
}
