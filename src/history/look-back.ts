/** How many commits are looked back, so that a build stays quick however old the repository is. */
export interface LookBack {
  least: number;
  most: number;
}

export const LOOK_BACK: LookBack = { least: 500, most: 1000 };

/** One commit in so many is one at which a record may begin. */
const BEGINNINGS = 64;

/**
 * How many of these commits (newest first) are told. Where a record begins is told on the pages of every agency, so it
 * may not move with each commit: it begins at one whose name is a multiple, as content-defined chunking cuts (Muthitacharoen
 * and others, "A Low-bandwidth Network File System", 2001), and so moves once in a while only, and alike wherever the
 * repository is read.
 */
export function reachOf(commits: readonly { id: string }[], { least, most }: LookBack): number {
  const beginning = commits.findIndex(
    ({ id }, index) => index + 1 >= least && Number.parseInt(id.slice(-8), 16) % BEGINNINGS === 0,
  );
  return beginning < 0 ? most : Math.min(beginning + 1, most);
}
