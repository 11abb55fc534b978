import { realpath } from 'node:fs/promises';
import { OFFICERS_FILE } from '../../lib/content-place.ts';
import { gitIn, type Git } from '../../lib/git.ts';
import { openJournal, type Journal } from './journal.ts';
import { openRepository, type Repository } from './repository.ts';
import { openWorkingTree, type WorkingTree } from './working-tree.ts';

export interface CompletionOptions {
  git: Git;
  repository: Repository;
  workingTree: WorkingTree;
  journal: Journal;
}

/**
 * A function that completes the publication in the journal: files and index follow the branch, the draft goes. It
 * is the second half of every publication, and what makes a publication whole that was cut off: it may be run again
 * after being stopped at any of its steps. A publication whose commit never came on the branch is forgotten; its draft
 * is still there.
 */
export function openCompletion({ git, repository, workingTree, journal }: CompletionOptions): () => Promise<void> {
  return async () => {
    const record = await journal.read();
    if (!record) return;
    const { ref, commit, draft } = record;
    const tip = await repository.refCommit(ref);
    if (tip && (await repository.contains(tip, commit))) {
      const bare = (await git(['rev-parse', '--is-bare-repository'])).toString().trim() === 'true';
      if (!bare && (await repository.head()).ref === ref) await workingTree.follow(commit);
      if (draft && (await repository.refCommit(draft.ref)) === draft.commit)
        await repository.deleteRef(draft.ref, draft.commit);
    }
    await journal.clear();
  };
}

/**
 * Completes at the start what a crash cut off. Does nothing where the content is in no repository of its own. What
 * stands in the way (a lock that the same crash left behind, a full disk) is logged: it keeps an edit from the page
 * until the next save tries again, and must keep no citizen from the portal.
 */
export async function completePublication(repoDir: string, log: (event: object) => void): Promise<void> {
  const git = gitIn(repoDir);
  if (!(await isTopOf(git, repoDir))) return;
  const repository = openRepository(git);
  const settle = openCompletion({
    git,
    repository,
    workingTree: openWorkingTree(git, repoDir, repository),
    journal: openJournal(git, repoDir),
  });
  await settle().catch((error: unknown) =>
    log({ event: 'publication-not-completed', error: (error as Error).message }),
  );
}

/**
 * The commit whose content lies in the working tree, or undefined outside a repository. While a publication is
 * under way the branch is a step ahead of the files; the commit before it is then the one that is surely there.
 */
export async function publishedCommit(repoDir: string): Promise<string | undefined> {
  const git = gitIn(repoDir);
  if (!(await isTopOf(git, repoDir))) return undefined;
  const repository = openRepository(git);
  // In this order: a publication that ends in between has brought the files to this head.
  const head = await repository.refCommit('HEAD');
  const underWay = await openJournal(git, repoDir).read();
  return underWay && head === underWay.commit ? repository.refCommit(`${head}^`) : head;
}

/**
 * True where what a page is made of was published anew since a commit. False outside a repository, and where the commit
 * is unknown.
 */
export async function contentDiffers(repoDir: string, since: string): Promise<boolean> {
  const now = await publishedCommit(repoDir);
  if (!now || now === since) return false;
  const repository = openRepository(gitIn(repoDir));
  if (!(await repository.refCommit(since))) return false;
  return (await repository.diff(since, now)).some(
    ({ path }) => /^(?:content|public)\//.test(path) && path !== `content/${OFFICERS_FILE}`,
  );
}

/** True where a folder is the top of a git repository. */
export async function isTopOf(git: Git, folder: string): Promise<boolean> {
  const top = await git(['rev-parse', '--show-toplevel']).then(
    (out) => realpath(out.toString().trim()),
    () => undefined,
  );
  return top === (await realpath(folder));
}
