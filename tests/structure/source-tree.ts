import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, resolve, sep } from 'node:path';

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

/** The scripts beside components, and whatever they import, wherever it stands. */
export function sentToBrowsers(): SourceText[] {
  const sources = new Map(readTree(['src'], ['.ts']).map((source) => [source.file, source]));
  const sent = new Set([...sources.values()].filter(({ file }) => file.startsWith('src/components/')));
  for (const { file, text } of sent)
    for (const [, path = ''] of text.matchAll(/^(?:import|export)(?! type)[^;]*? from '(\.[^']+)';$/gm)) {
      const source = sources.get(posix.join(posix.dirname(file), path));
      if (source) sent.add(source);
    }
  return [...sent];
}
