import { featureNames, type Features, type Weights } from '../chance.ts';

const ROUNDS = 4000;
const STEP = 0.3;
/** Keeps weights small where there are few examples. */
const RIDGE = 1;

/** Fits a logistic regression by gradient descent; always the same for the same examples. */
export function fitWeights(examples: { features: Features; yes: boolean }[]): Weights {
  const weights = { ...Object.fromEntries(featureNames.map((name) => [name, 0])), base: 0 } as Weights;
  const rows = examples.map(({ features, yes }) => ({ values: featureNames.map((name) => features[name]), yes }));
  const found = featureNames.map(() => 0);
  let base = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const slope = featureNames.map(() => 0);
    let slopeOfBase = 0;
    for (const { values, yes } of rows) {
      const sum = values.reduce((total, value, index) => total + value * (found[index] ?? 0), base);
      const error = 1 / (1 + Math.exp(-sum)) - (yes ? 1 : 0);
      slopeOfBase += error;
      values.forEach((value, index) => (slope[index] = (slope[index] ?? 0) + error * value));
    }
    base -= (STEP * slopeOfBase) / rows.length;
    found.forEach(
      (value, index) => (found[index] = value - (STEP * ((slope[index] ?? 0) + RIDGE * value)) / rows.length),
    );
  }
  featureNames.forEach((name, index) => (weights[name] = round(found[index] ?? 0)));
  return { ...weights, base: round(base) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

export interface Bucket {
  from: number;
  to: number;
  count: number;
  right: number;
}

const EDGES = [0, 0.3, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 1.000001];

/** Sorts answers by the chance that was claimed for them, and counts how many were right. */
export function calibration(answers: { chance: number; right: boolean }[]): Bucket[] {
  return EDGES.slice(1).map((to, index) => {
    const from = EDGES[index] ?? 0;
    const inside = answers.filter(({ chance }) => chance >= from && chance < to);
    return { from, to: Math.min(1, to), count: inside.length, right: inside.filter(({ right }) => right).length };
  });
}
