import { open, readFile, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import type { Git } from '../../lib/git.ts';

const publication = z.object({
  /** The branch that the publication moves, or HEAD where none is checked out. */
  ref: z.string(),
  /** The commit it moves that branch to. */
  commit: z.string(),
  /** The draft that is done with once the commit is on the branch. */
  draft: z.object({ ref: z.string(), commit: z.string() }).optional(),
});
/** A publication that has begun: what must be so when it is complete. */
export type Publication = z.output<typeof publication>;

/**
 * Remembers, in the repository's own folder, the one publication that is under way, from before the branch moves until
 * everything has followed it. Whoever finds it after a crash can tell a half-done publication from somebody's own work.
 */
export function openJournal(git: Git, repoDir: string) {
  const place = async (): Promise<string> => {
    const folder = (await git(['rev-parse', '--git-dir'])).toString().trim();
    return join(resolve(repoDir, folder), 'cms-publication.json');
  };

  async function read(): Promise<Publication | undefined> {
    const text = await readFile(await place(), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    return text === undefined ? undefined : publication.parse(JSON.parse(text));
  }

  /** Resolves when the record is on the disk, not only on its way there. */
  async function write(record: Publication): Promise<void> {
    const file = await place();
    const unfinished = `${file}.new`;
    const handle = await open(unfinished, 'w');
    try {
      await handle.writeFile(JSON.stringify(record));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
  }

  const clear = async (): Promise<void> => rm(await place(), { force: true });

  return { read, write, clear };
}

export type Journal = ReturnType<typeof openJournal>;
