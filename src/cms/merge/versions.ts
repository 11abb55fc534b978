export type Path = (string | number)[];

/** A place that both changed, each in their own way: what it was, what was saved meanwhile, and what is to be saved. */
export interface Conflict {
  /** Where it stands in the merged value. */
  path: Path;
  base: unknown;
  theirs: unknown;
  mine: unknown;
}

export interface Merged {
  /** Both changes; where they contradict each other, what was saved meanwhile. */
  value: unknown;
  conflicts: Conflict[];
}

/** Three versions of a value: the one that both began with, the one saved meanwhile, and the one that is to be saved. */
export interface Versions {
  base: unknown;
  theirs: unknown;
  mine: unknown;
}
