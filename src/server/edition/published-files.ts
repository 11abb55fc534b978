import type { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { FileRecord } from '../serve/edition-files.ts';
import type { ObjectStore } from './object-store.ts';

/**
 * Takes the files of a folder into the store and gives their records, with paths below `base`: what browsers load with
 * pages, or what officers uploaded. Only plain files that are not hidden: a picture that is just being published lies
 * under a hidden name, and nothing that a link leads to is published. There may be none.
 */
export async function takeFolder(objects: ObjectStore, folder: string, base: string): Promise<FileRecord[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [] as Dirent[];
      throw error;
    },
  );
  const records: FileRecord[] = [];
  for (const item of found) {
    const file = join(item.parentPath, item.name);
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    if (item.isFile() && !/\/\.(?!well-known\/)/.test(path))
      records.push(objects.put(base + path, await readFile(file)));
  }
  return records;
}
