import { randomUUID } from 'node:crypto';
import { lstat, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CmsError } from '../cms-error.ts';
import { GitError, type Git } from '../../lib/git.ts';
import type { FileChange } from './reader.ts';
import type { Repository } from './repository.ts';

/** The files that lie checked out beside the repository, which must follow what is published without losing local work. */
export function openWorkingTree(git: Git, repoDir: string, repository: Repository) {
  /** Refuses when a file that is about to change was changed here without being committed. */
  async function assertUntouched(commit: string, paths: string[]): Promise<void> {
    for (const path of paths) {
      await assertNoLink(path);
      const committed = await repository.blobAt(commit, path);
      const staged = (await git(['ls-files', '-s', '-z', '--', path])).toString().split(/[ \t]/)[1];
      if (staged !== committed || (await blobOfFile(path)) !== committed) {
        throw new CmsError(
          409,
          `The file ${path} was changed on the server without being committed, so it is not overwritten. Your draft is kept. Ask whoever runs the portal to commit or undo that change, then publish again.`,
        );
      }
    }
  }

  /** Brings exactly the changed files, and their entries in the index, to what was published. */
  async function follow(changes: FileChange[]): Promise<void> {
    for (const { path, blob } of changes) {
      const target = join(repoDir, path);
      if (blob) await replaceFile(target, await repository.read(blob));
      else await rm(target, { force: true });
    }
    const rows = changes.map(({ path, blob }) => (blob ? `100644 ${blob}\t${path}\0` : `0 ${'0'.repeat(40)}\t${path}\0`));
    await withFreeIndex(() => git(['update-index', '-z', '--index-info'], { input: rows.join('') }));
  }

  async function blobOfFile(path: string): Promise<string | undefined> {
    const found = await lstat(join(repoDir, path)).catch(() => undefined);
    if (!found) return undefined;
    return (await git(['hash-object', '--', path])).toString().trim();
  }

  async function assertNoLink(path: string): Promise<void> {
    const parts = path.split('/');
    for (let length = 1; length <= parts.length; length++) {
      const found = await lstat(join(repoDir, ...parts.slice(0, length))).catch(() => undefined);
      if (found?.isSymbolicLink()) throw new CmsError(403, `${parts.slice(0, length).join('/')} is a link; the CMS writes plain files only.`);
    }
  }

  return { assertUntouched, follow };
}

export type WorkingTree = ReturnType<typeof openWorkingTree>;

async function replaceFile(target: string, content: Buffer): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const temporary = join(dirname(target), `.cms-${randomUUID()}`);
  await writeFile(temporary, content);
  await rename(temporary, target);
}

/** Somebody at the terminal may hold the index for a moment; git then refuses at once. */
async function withFreeIndex(run: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await run();
      return;
    } catch (error) {
      if (!(error instanceof GitError) || !error.message.includes('index.lock') || attempt === 20) throw error;
      await wait(100);
    }
  }
}
