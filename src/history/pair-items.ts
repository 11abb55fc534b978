/**
 * The items of two lists put side by side: those that belong together, those that are gone, those that are new. Numbers
 * are positions.
 */
export interface Pairing {
  pairs: [before: number, after: number][];
  gone: number[];
  added: number[];
}

/** How alike two texts must be, 0 to 1, to be told as one text that was reworded. */
const ALIKE = 0.5;

/** How many letters of a word are compared. */
const BEGINNING = 6;

/**
 * Pairs the items of two lists by the text that names them: first equal texts, then the most alike, in that order, so
 * that a reworded item is not told as one removed and one added. Items without a name pair only with each other.
 */
export function pairItems(before: string[], after: string[], alike = ALIKE): Pairing {
  const pairs: [number, number][] = [];
  const gone = new Set(before.keys());
  const added = new Set(after.keys());
  const pair = (i: number, j: number): void => {
    pairs.push([i, j]);
    gone.delete(i);
    added.delete(j);
  };
  before.forEach((name, i) => {
    const same = [...added].find((j) => after[j] === name);
    if (same !== undefined) pair(i, same);
  });
  const candidates = [...gone].flatMap((i) =>
    [...added].map((j) => ({ i, j, score: likeness(before[i] ?? '', after[j] ?? '') })),
  );
  for (const { i, j } of candidates.filter(({ score }) => score >= alike).sort((a, b) => b.score - a.score)) {
    if (gone.has(i) && added.has(j)) pair(i, j);
  }
  return { pairs: pairs.sort((a, b) => a[1] - b[1]), gone: [...gone], added: [...added] };
}

/**
 * How many of their words two texts share (Dice's coefficient, 0 to 1). Words count as the same by their
 * beginning: photograph, photographs.
 */
export function likeness(a: string, b: string): number {
  const [left, right] = [words(a), words(b)];
  if (left.size + right.size === 0) return 1;
  const shared = [...left].filter((word) => right.has(word)).length;
  return (2 * shared) / (left.size + right.size);
}

function words(text: string): Set<string> {
  return new Set((text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, BEGINNING)));
}
