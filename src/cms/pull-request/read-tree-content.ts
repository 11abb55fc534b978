import { readBlobs } from '../../lib/git-blobs.ts';
import type { Git } from '../../lib/git.ts';
import { MEDIA_FOLDER, OFFICERS_FILE } from '../../lib/content-place.ts';
import { misplacement } from '../../register/misplacement.ts';
import type { ContentProblem } from '../../register/problem.ts';
import { readEntry, type Entry, type LoadedEntries } from '../../register/read-entry.ts';
import { collections, type CollectionName } from '../../schemas/collections.ts';

/** More than any content file has; a larger one is not even read. */
const BYTES_MAX = 2 * 1024 * 1024;

/** The content of a tree: what is valid by itself, and what is wrong. */
export interface TreeContent {
  entries: LoadedEntries;
  problems: ContentProblem[];
}

/** Reads the content of trees. What two of them share is read once. */
export function createTreeReader(git: Git) {
  const known = new Map<string, ReturnType<typeof readEntry>>();

  return async (tree: string): Promise<TreeContent> => {
    const names = Object.keys(collections) as CollectionName[];
    const entries = Object.fromEntries(names.map((name) => [name, []])) as unknown as LoadedEntries;
    const problems: ContentProblem[] = [];
    const files = await listContent(git, tree);
    const texts = await readBlobs(
      git,
      files
        .filter(({ path, blob, bytes }) => bytes <= BYTES_MAX && !known.has(`${path}\0${blob}`))
        .map(({ blob }) => blob),
    );
    for (const { path, blob, bytes } of files) {
      const name = names.find((candidate) => path.startsWith(`content/${collections[candidate].folder}/`));
      if (!name) {
        if (!isElsewhere(path)) problems.push(notRead(path));
        continue;
      }
      const misplaced = misplacement(name, path);
      const key = `${path}\0${blob}`;
      const read = misplaced
        ? { problems: [misplaced] }
        : (known.get(key) ??
          (bytes > BYTES_MAX ? { problems: [tooLarge(path)] } : readText(name, path, texts.get(blob))));
      known.set(key, read);
      problems.push(...read.problems);
      if (read.entry) (entries[name] as Entry[]).push(read.entry);
    }
    return { entries, problems };
  };
}

async function listContent(git: Git, tree: string): Promise<{ path: string; blob: string; bytes: number }[]> {
  const out = (await git(['ls-tree', '-r', '-l', '-z', tree, '--', 'content'])).toString();
  return out
    .split('\0')
    .filter(Boolean)
    .flatMap((row) => {
      const tab = row.indexOf('\t');
      const [mode = '', , blob = '', bytes = ''] = row.slice(0, tab).split(/ +/);
      return mode.startsWith('100') ? [{ path: row.slice(tab + 1), blob, bytes: Number(bytes) }] : [];
    });
}

/** What other readers read: the vocabulary of the search, uploads, the list of officers; and files that start with a dot. */
function isElsewhere(path: string): boolean {
  return (
    /^content\/(?:search\/|\.)/.test(path) ||
    path.startsWith(`content/${MEDIA_FOLDER}/`) ||
    path === `content/${OFFICERS_FILE}`
  );
}

function readText(name: CollectionName, path: string, bytes: Buffer | undefined): ReturnType<typeof readEntry> {
  try {
    return readEntry(name, path, (bytes ?? Buffer.alloc(0)).toString());
  } catch {
    // So deeply nested that the parser fell over.
    return {
      problems: [
        { file: path, message: 'The file cannot be read.', remedy: 'Write it as the forms do: a few levels deep.' },
      ],
    };
  }
}

function tooLarge(file: string): ContentProblem {
  return { file, message: 'The file is larger than 2 MB.', remedy: 'Split it, or remove what does not belong in it.' };
}

function notRead(file: string): ContentProblem {
  return {
    file,
    message: 'The file is in no folder that is read; nothing in it is published.',
    remedy: `Move it into one of: ${Object.values(collections)
      .map(({ folder }) => `content/${folder}`)
      .join(', ')}.`,
  };
}
