import { GitError, type Git } from '../../lib/git.ts';

/** A file as merging would change it. */
export interface TreeChange {
  path: string;
  /** What git calls the kind of file after it, such as 100644; 000000 where it is removed. */
  mode: string;
  before?: string;
  after?: string;
}

export interface Merged {
  base: string;
  /** The tree that merging would make; absent where the two sides contradict each other. */
  tree?: string;
  changes: TreeChange[];
}

/**
 * What merging a branch would make of its base, and each file that would change. Works on git's objects alone: nothing is
 * checked out, and nothing of the branch runs. Throws an Error in words where a commit or the history is missing.
 */
export async function mergedTree(git: Git, baseRef: string, headRef: string): Promise<Merged> {
  const base = await commitOf(git, baseRef);
  const head = await commitOf(git, headRef);
  const tree = await merge(git, base, head);
  if (!tree) return { base, changes: [] };
  const out = await git(['diff-tree', '-r', '-z', '--no-renames', base, tree]);
  return { base, tree, changes: parseChanges(out.toString()) };
}

async function commitOf(git: Git, ref: string): Promise<string> {
  try {
    const out = await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
    return out.toString().trim();
  } catch (cause) {
    throw new Error(`There is no commit "${ref}" here. Fetch it first, and name it by its id or a ref.`, { cause });
  }
}

async function merge(git: Git, base: string, head: string): Promise<string | undefined> {
  try {
    const out = await git(['merge-tree', '--write-tree', '--no-messages', base, head]);
    return out.toString().split('\n')[0];
  } catch (cause) {
    if (cause instanceof GitError && cause.exitCode === 1) return undefined;
    throw new Error(
      'The two cannot be brought together: either they have no common beginning here, so fetch the whole history (fetch-depth: 0), or git is older than 2.38.',
      { cause },
    );
  }
}

function parseChanges(out: string): TreeChange[] {
  const fields = out.split('\0');
  const changes: TreeChange[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [, mode = '', before = '', after = ''] = (fields[at] ?? '').split(' ');
    changes.push({
      path: fields[at + 1] ?? '',
      mode,
      ...(isNone(before) ? {} : { before }),
      ...(isNone(after) ? {} : { after }),
    });
  }
  return changes;
}

/** The id that stands for no object. */
const isNone = (id: string): boolean => /^0*$/.test(id);
