import type { Hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Adds names and bytes of files to a hash: all files in some folders of the repository, and some at its top. What is not
 * there counts for nothing.
 */
export async function hashFiles(hash: Hash, repoDir: string, folders: string[], topFiles: string[]): Promise<void> {
  const listed = await Promise.all(
    folders.map((folder) => readdir(join(repoDir, folder), { recursive: true, withFileTypes: true }).catch(() => [])),
  );
  const files = listed
    .flat()
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name));
  files.push(...topFiles.map((name) => join(repoDir, name)).filter(existsSync));
  for (const file of files.sort()) hash.update(`${file.slice(repoDir.length)}\0`).update(await readFile(file));
}
