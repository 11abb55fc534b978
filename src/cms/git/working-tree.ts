import { lstat, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CmsError } from '../cms-error.ts';
import { GitError, type Git } from '../../lib/git.ts';
import type { Repository } from './repository.ts';

/**
 * The files that lie checked out beside the repository, which must follow what is published without losing local work.
 */
export function openWorkingTree(git: Git, repoDir: string, repository: Repository) {
  /** Refuses when a file that is about to change was changed here without being committed. */
  async function assertUntouched(commit: string, paths: string[]): Promise<void> {
    for (const path of paths) {
      await assertNoLink(path);
      const committed = await repository.blobAt(commit, path);
      if ((await blobInIndex(path)) !== committed || (await blobOfFile(path)) !== committed) {
        throw new CmsError(
          409,
          'The file {path} was changed on the server without being committed, so it is not overwritten. Your draft is kept. Ask whoever runs the portal to commit or undo that change, then publish again.',
          { values: { path } },
        );
      }
    }
  }

  /**
   * Brings the files that a published commit changed, and their entries in the index, from what stood before to what it
   * says. What is neither the one nor the other is somebody's own work and stays; so does what a later commit changed
   * again.
   */
  async function follow(commit: string): Promise<void> {
    const parent = `${commit}^`;
    const { commit: head } = await repository.head();
    const rows: string[] = [];
    for (const { path, blob } of await repository.diff(parent, commit)) {
      if ((await repository.blobAt(head, path)) !== (blob ?? undefined)) continue;
      const before = await repository.blobAt(parent, path);
      await followFile(path, before, blob);
      if (before === (await blobInIndex(path)))
        rows.push(blob ? `100644 ${blob}\t${path}\0` : `0 ${'0'.repeat(40)}\t${path}\0`);
    }
    if (rows.length > 0)
      await withFreeIndex(() => git(['update-index', '-z', '--index-info'], { input: rows.join('') }));
  }

  async function followFile(path: string, before: string | undefined, blob: string | null): Promise<void> {
    const target = join(repoDir, path);
    const unfinished = join(dirname(target), `.cms-${blob}`);
    if ((await linkIn(path)) !== undefined || (await blobOfFile(path)) !== before) {
      await rm(unfinished, { force: true });
      return;
    }
    if (!blob) {
      await rm(target, { force: true });
      return;
    }
    const content = await repository.read(blob);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(unfinished, content);
    await rename(unfinished, target);
  }

  async function blobInIndex(path: string): Promise<string | undefined> {
    return (await git(['ls-files', '-s', '-z', '--', path])).toString().split(/[ \t]/)[1];
  }

  async function blobOfFile(path: string): Promise<string | undefined> {
    const found = await lstat(join(repoDir, path)).catch(() => undefined);
    if (!found) return undefined;
    return (await git(['hash-object', '--', path])).toString().trim();
  }

  async function assertNoLink(path: string): Promise<void> {
    const link = await linkIn(path);
    if (link !== undefined)
      throw new CmsError(403, '{link} is a link; the CMS writes plain files only.', { values: { link } });
  }

  /** The part of a path that is a link, or undefined where none is. */
  async function linkIn(path: string): Promise<string | undefined> {
    const parts = path.split('/');
    for (let length = 1; length <= parts.length; length++) {
      const found = await lstat(join(repoDir, ...parts.slice(0, length))).catch(() => undefined);
      if (found?.isSymbolicLink()) return parts.slice(0, length).join('/');
    }
    return undefined;
  }

  return { assertUntouched, follow };
}

export type WorkingTree = ReturnType<typeof openWorkingTree>;

/** Somebody at the terminal may hold the index for a moment; git then refuses at once. */
async function withFreeIndex(run: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await run();
      return;
    } catch (error) {
      if (!(error instanceof GitError) || !error.message.includes('index.lock')) throw error;
      if (attempt === 20) {
        throw new CmsError(
          503,
          'Another git program holds the repository on the server. What you published is kept and goes on the page once it lets go. Tell whoever runs the portal if it stays so: where no git runs, the file .git/index.lock is left over and may be removed.',
          { cause: error },
        );
      }
      await wait(100);
    }
  }
}
