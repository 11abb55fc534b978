import type { History } from './change.ts';
import { readBlobs } from '../lib/git-blobs.ts';
import { gitIn, type Git } from '../lib/git.ts';
import { readCommits, type Commit } from './commits.ts';
import { traceChanges } from './trace.ts';

/** How many commits are looked back, so that a build stays quick however old the repository is. */
export const COMMITS_READ = 500;

/**
 * Reads the history of a content folder from the git repository it is in: what is committed on the branch checked out,
 * not what lies uncommitted in the folder. Never throws; where there is nothing to read it says why.
 */
export async function readHistory(contentDir: string, limit = COMMITS_READ): Promise<History> {
  const git = gitIn(contentDir);
  try {
    const commits = await readCommits(git, contentDir, limit + 1);
    if (commits.length === 0)
      return { state: 'unavailable', reason: 'no commit of this repository touches the content folder' };
    const read = commits.slice(0, limit);
    const blobs = await blobsOf(git, read);
    const oldest = read.at(-1);
    const incomplete = commits.length > limit || oldest?.boundary === true;
    return {
      state: 'available',
      ...(incomplete && oldest ? { since: oldest.at } : {}),
      entries: traceChanges(read, (blob) => blobs.get(blob)?.toString()),
    };
  } catch (error) {
    return { state: 'unavailable', reason: (error as Error).message };
  }
}

function blobsOf(git: Git, commits: Commit[]): Promise<Map<string, Buffer>> {
  const files = commits.filter((commit) => !commit.boundary).flatMap((commit) => commit.files);
  return readBlobs(
    git,
    files.flatMap(({ before, after }) => [before, after].filter((id) => id !== undefined)),
  );
}
