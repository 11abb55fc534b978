import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { MEDIA_FOLDER, OFFICERS_FILE } from '../lib/content-place.ts';
import { nearest } from '../lib/edit-distance.ts';
import { collections, type CollectionName } from '../schemas/collections.ts';
import { checkReferences } from './check-references.ts';
import { checkEncryptionKeys } from './encryption-key.ts';
import { checkTranslations } from './check-translations.ts';
import { ContentMemory } from './content-memory.ts';
import { misplacement } from './misplacement.ts';
import { ContentError, type ContentProblem } from './problem.ts';
import { readEntry, type Entry, type LoadedEntries } from './read-entry.ts';
import { buildRegister, type EntriesByCollection, type Register } from './register.ts';

/**
 * Reads and validates the whole content folder: every file, then the references between them. With the memory of a
 * reading before, only files that have changed since are read.
 */
export async function loadEntries(
  contentDir: string,
  memory = new ContentMemory(),
): Promise<{ entries: LoadedEntries; problems: ContentProblem[] }> {
  const paths = new Set<string>();
  const entries = Object.fromEntries(names().map((name) => [name, []])) as unknown as LoadedEntries;
  const problems: ContentProblem[] = await strayFolders(contentDir);
  for (const name of names()) {
    const found = await readCollection(name, contentDir, memory);
    (entries[name] as Entry[]) = found.entries;
    problems.push(...found.problems);
    for (const path of found.paths) paths.add(path);
  }
  memory.keep(paths);
  if (problems.length === 0 && entries.portal.length === 0) {
    problems.push({
      file: 'content/portal/portal.yaml',
      message: 'The file is missing; the portal does not know whose it is.',
      remedy:
        'Copy it from the repository and fill it in, and check that the folder named on the command line is the content folder.',
    });
  }
  // References to files that are themselves broken would only repeat the first problem.
  if (problems.length === 0) problems.push(...(await checkTogether(entries)));
  return { entries, problems };
}

/** What is wrong between entries that are each valid by themselves. */
export async function checkTogether(entries: LoadedEntries): Promise<ContentProblem[]> {
  return [...checkReferences(entries), ...checkTranslations(entries), ...(await checkEncryptionKeys(entries))];
}

/** The register of a content folder. Throws a ContentError with all problems when the content is not valid. */
export async function loadRegister(contentDir: string, memory?: ContentMemory): Promise<Register> {
  const { entries, problems } = await loadEntries(contentDir, memory);
  if (problems.length > 0) throw new ContentError(problems);
  return buildRegister(entries as EntriesByCollection);
}

function names(): CollectionName[] {
  return Object.keys(collections) as CollectionName[];
}

/** Folders of content that are no collection: the vocabulary of the search has a reader of its own. */
const otherFolders = ['search', MEDIA_FOLDER];

/** Finds what no collection would read: nobody would notice that a charter in content/charter/ is not published. */
async function strayFolders(contentDir: string): Promise<ContentProblem[]> {
  const known = [...names().map((name) => collections[name].folder), ...otherFolders];
  const found = await readdir(contentDir, { withFileTypes: true }).catch(() => []);
  return found
    .filter(
      (item) =>
        !item.name.startsWith('.') && !(item.isDirectory() ? known.includes(item.name) : item.name === OFFICERS_FILE),
    )
    .map((item) => {
      const guess = nearest(item.name, known);
      return {
        file: `content/${item.name}`,
        message: item.isDirectory()
          ? 'This folder is not read; nothing in it is published.'
          : 'This file is not read; content lies in the folders below.',
        remedy: guess ? `Did you mean content/${guess}?` : `Move it into one of: ${known.join(', ')}.`,
      };
    })
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

async function readCollection(
  name: CollectionName,
  contentDir: string,
  memory: ContentMemory,
): Promise<{ entries: Entry[]; problems: ContentProblem[]; paths: string[] }> {
  const { folder } = collections[name];
  const base = join(contentDir, folder);
  const paths = await listFiles(base);
  const entries: Entry[] = [];
  const problems: ContentProblem[] = [];
  for (const [number, path] of paths.entries()) {
    // Whoever serves with this process is answered in between.
    if (number % FILES_AT_A_TIME === 0) await setImmediate();
    const file = `content/${folder}/${relative(base, path).split(sep).join('/')}`;
    const misplaced = misplacement(name, file);
    if (misplaced) {
      problems.push(misplaced);
      continue;
    }
    const { entry, problems: found } =
      memory.known(path) ?? (await memory.read(path, (text) => readEntry(name, file, text)));
    problems.push(...found);
    if (entry) entries.push(entry);
  }
  return { entries, problems, paths };
}

const FILES_AT_A_TIME = 500;

async function listFiles(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  return found
    .filter((item) => item.isFile() && !item.name.startsWith('.'))
    .map((item) => join(item.parentPath, item.name))
    .sort();
}
