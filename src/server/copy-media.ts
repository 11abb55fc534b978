import { cp, lstat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { MEDIA_FOLDER } from '../lib/content-place.ts';

/**
 * Puts what officers uploaded into the published folder: plain files, none that is hidden, and nothing that a link leads
 * to. There may be none.
 */
export async function copyMedia(contentDir: string, outDir: string): Promise<void> {
  await cp(join(contentDir, MEDIA_FOLDER), outDir, {
    recursive: true,
    // A picture that is just being published lies under a hidden name.
    filter: async (path) => !basename(path).startsWith('.') && !(await lstat(path)).isSymbolicLink(),
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}
