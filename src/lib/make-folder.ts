import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** A folder that cannot be made; says which, and what to do. */
export class FolderProblem extends Error {}

/**
 * Makes a folder and those above it, for its owner alone. One that is there stays as it is. Throws a `FolderProblem`.
 * Node's own recursive way never comes back where a file system such as /proc takes no folders.
 */
export function makeFolder(folder: string): void {
  try {
    make(folder);
  } catch (error) {
    throw new FolderProblem(
      `The folder ${folder} cannot be made (${(error as NodeJS.ErrnoException).code ?? 'unknown'}). Name another one, or let this user write there.`,
      { cause: error },
    );
  }
}

function make(folder: string): void {
  if (isFolder(folder)) return;
  if (dirname(folder) !== folder) make(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process was quicker.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !isFolder(folder)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
