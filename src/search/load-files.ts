import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Load } from './store.ts';

/** A loader for files held in memory, such as what buildSearchIndex gives. */
export function loadFromMemory(files: Map<string, string>): Load {
  return async (path) => {
    const text = files.get(path);
    if (text === undefined) throw new Error(`The search index has no file ${path}; build it again.`);
    return JSON.parse(text) as unknown;
  };
}

/** A loader for the files of an index in a folder. */
export function loadFromFolder(folder: string): Load {
  return async (path) => JSON.parse(await readFile(join(folder, path), 'utf8')) as unknown;
}

/** Writes the files of an index into a folder and removes what an earlier build left there. */
export async function writeSearchFiles(files: Map<string, string>, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await Promise.all(
    [...new Set([...files.keys()].map((path) => dirname(join(folder, path))))].map((path) =>
      mkdir(path, { recursive: true }),
    ),
  );
  for (const [path, text] of files) await writeFile(join(folder, path), text);
}
