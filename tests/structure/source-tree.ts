import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';

const repo = resolve(import.meta.dirname, '..', '..');

export interface SourceText {
  /** Path from the top of the repository, with forward slashes. */
  file: string;
  text: string;
}

/** Reads every file of some folders whose name ends in one of the endings; fixtures of tests are left out. */
export function readTree(folders: string[], endings: string[]): SourceText[] {
  return folders.flatMap((folder) =>
    readdirSync(join(repo, folder), { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile() && endings.some((ending) => item.name.endsWith(ending)))
      .map((item) => join(item.parentPath, item.name))
      .filter((path) => !path.includes(`${sep}fixtures${sep}`))
      .map((path) => ({
        file: path
          .slice(repo.length + 1)
          .split(sep)
          .join('/'),
        text: readFileSync(path, 'utf8'),
      })),
  );
}
