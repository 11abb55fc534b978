import type { History } from './change.ts';
import { readBlobs } from '../lib/git-blobs.ts';
import { gitIn, type Git } from '../lib/git.ts';
import { readCommits, type Commit } from './commits.ts';
import type { VersionReader } from './lineage.ts';
import { LOOK_BACK, reachOf } from './look-back.ts';
import { traceChanges } from './trace.ts';
import { readVersion, type Collection, type Version } from './version.ts';

/** What was read of a repository before: a blob never changes, so it is read and taken apart once. */
export class HistoryMemory {
  texts = new Map<string, string>();
  versions: { [C in Collection]: Map<string, Version<C>> } = { charters: new Map(), services: new Map() };

  /** Forgets what no commit that was read last names any more. */
  keep(blobs: ReadonlySet<string>): void {
    for (const map of [this.texts, this.versions.charters, this.versions.services])
      for (const blob of map.keys()) if (!blobs.has(blob)) map.delete(blob);
  }
}

/**
 * Reads the history of a content folder from the git repository it is in: what is committed on the branch checked out,
 * not what lies uncommitted in the folder. Never throws; where there is nothing to read it says why. With the memory of
 * a reading before, only what is new is read.
 */
export async function readHistory(
  contentDir: string,
  lookBack = LOOK_BACK,
  memory = new HistoryMemory(),
): Promise<History> {
  const git = gitIn(contentDir);
  try {
    const commits = await readCommits(git, contentDir, lookBack.most + 1);
    if (commits.length === 0)
      return { state: 'unavailable', reason: 'no commit of this repository touches the content folder' };
    const read = commits.slice(0, reachOf(commits, lookBack));
    await readTexts(git, read, memory);
    const oldest = read.at(-1);
    const incomplete = commits.length > read.length || oldest?.boundary === true;
    return {
      state: 'available',
      ...(incomplete && oldest ? { since: oldest.at } : {}),
      entries: traceChanges(read, versionsIn(memory)),
    };
  } catch (error) {
    return { state: 'unavailable', reason: (error as Error).message };
  }
}

async function readTexts(git: Git, commits: Commit[], memory: HistoryMemory): Promise<void> {
  const files = commits.filter((commit) => !commit.boundary).flatMap((commit) => commit.files);
  const named = new Set(files.flatMap(({ before, after }) => [before, after].filter((id) => id !== undefined)));
  memory.keep(named);
  const found = await readBlobs(
    git,
    [...named].filter((blob) => !memory.texts.has(blob)),
  );
  for (const [blob, bytes] of found) memory.texts.set(blob, bytes.toString());
}

function versionsIn(memory: HistoryMemory): VersionReader {
  return (collection, blob) => {
    const known = memory.versions[collection].get(blob);
    if (known) return known;
    const text = memory.texts.get(blob);
    if (text === undefined) return undefined;
    const version = readVersion(collection, text);
    memory.versions[collection].set(blob, version);
    return version;
  };
}
