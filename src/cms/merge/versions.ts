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

/** The fields of an entry, and the text below them. */
export interface Edited {
  data: Record<string, unknown>;
  body: string;
}

export interface Joined {
  value: Edited;
  /** Paths begin with data or body; of an entry that was removed meanwhile there is one, with an empty path. */
  conflicts: Conflict[];
}
