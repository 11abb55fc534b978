import type { RankedEntity } from './rank.ts';

/*
 * How likely an answer is right, from what is counted of the two best. The weights were fitted by logistic regression
 * (src/search/measure/fit.ts) on the sets named "seen" in tests/search/fixtures, never on an "unseen" one. After a
 * change of the ranking or of the content: npm run eval:search -- --sets --fit, and put what it prints here.
 */
export const featureNames = [
  'told',
  'named',
  'missing',
  'words',
  'oneWord',
  'strongest',
  'score',
  'lead',
  'everyday',
  'strange',
  'story',
] as const;
export type Features = Record<(typeof featureNames)[number], number>;
export type Weights = Features & { base: number };

/** That any office answers the query. */
export const ANSWERABLE: Weights = {
  told: 0.67,
  named: 1.21,
  missing: -1.07,
  words: -0.13,
  oneWord: 1.05,
  strongest: 1.29,
  score: 2.13,
  lead: -0.4,
  everyday: -2.13,
  strange: -0.67,
  story: 0.91,
  base: 0.24,
};

/** That the first answer is right. */
export const RIGHT: Weights = {
  told: -0.24,
  named: 0.97,
  missing: -0.85,
  words: -0.19,
  oneWord: 0.92,
  strongest: 1.68,
  score: 1.83,
  lead: 0.21,
  everyday: -1.61,
  strange: -0.73,
  story: 0.14,
  base: -0.02,
};

/** A longer lead tells no more. */
const LEAD_MAX = 2;

/** The two best answers as numbers of about the same size. */
export function featuresOf(best: RankedEntity, second: RankedEntity | undefined): Features {
  const { words = 0, told = 0, named = 0, missing = 0, scale = 1, story = false } = best.evidence ?? {};
  return {
    told: Math.log1p(told),
    named: Math.log1p(named),
    missing: Math.log1p(missing),
    words: Math.log1p(words),
    oneWord: words <= 1 ? 1 : 0,
    strongest: best.strongest / 99,
    score: Math.log(best.score / scale + 0.05),
    lead: Math.min(LEAD_MAX, Math.log((best.score + 0.1) / ((second?.score ?? 0) + 0.1))),
    everyday: best.everyday ? 1 : 0,
    strange: best.strange ? 1 : 0,
    story: story ? 1 : 0,
  };
}

/** A chance from 0 to 1. */
export function chanceOf(features: Features, weights: Weights): number {
  const sum = featureNames.reduce((total, name) => total + weights[name] * features[name], weights.base);
  return 1 / (1 + Math.exp(-sum));
}
