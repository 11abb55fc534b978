import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { gitIn } from '../lib/git.ts';
import { loadEntries } from '../register/load.ts';
import { ContentError } from '../register/problem.ts';
import { chooseContent, type ChosenContent, type ShippedContent } from './choose-content.ts';
import { OwnContentError } from './own-content-error.ts';
import { exampleFiles, officersFile, portalFile, readmeFile } from './starting-files.ts';

export interface RepositoryStart {
  /** Where the repository is made: a folder that is not there yet, or is empty. */
  folder: string;
  /** Ids of the countries, the one of the sample body first. */
  countries: string[];
  /** What the portal is called, and who publishes it; plain words where neither is given. */
  name?: string | undefined;
  publisher?: string | undefined;
  /** Top folder of the code, and its content, from which the countries are taken. */
  repoDir: string;
  shipped: ShippedContent;
  /** The languages in which the interface can be read. */
  interfaceLanguages: string[];
}

export interface BegunRepository extends ChosenContent {
  folder: string;
  name: string;
}

/**
 * Makes the git repository of a new portal, with one commit: its configuration, the countries chosen, a sample body, an
 * officer, a README. All of it or nothing. Throws an OwnContentError where the folder cannot be used or a country is
 * not there.
 */
export async function beginRepository(start: RepositoryStart): Promise<BegunRepository> {
  const folder = resolve(start.folder);
  await assertUsable(folder, start.repoDir);
  const chosen = await chooseContent(start.shipped, start.countries, start.interfaceLanguages);
  const [first] = chosen.countries;
  if (!first) throw new OwnContentError('Name at least one country: --country ng');
  const names = chosen.countries.map(({ data }) => data.name);
  const name = start.name ?? `Service charters of ${names.join(', ')}`;
  const files = new Map([
    ...chosen.files,
    ...exampleFiles(first.id, first.data),
    [
      'content/portal/portal.yaml',
      portalFile({
        name,
        publisher: start.publisher ?? 'Whoever sets up this portal',
        languages: chosen.languages.map((code) => ({ code, name: ownName(code), territory: first.data.code })),
      }),
    ],
    ['content/officers.yaml', officersFile()],
    ['README.md', readmeFile(name, names)],
    ['.gitignore', '.DS_Store\n'],
  ]);
  await place(folder, files);
  return { ...chosen, folder, name };
}

function ownName(language: string): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
}

async function assertUsable(folder: string, repoDir: string): Promise<void> {
  const inside = relative(resolve(repoDir), folder);
  if (inside === '' || !inside.startsWith('..'))
    throw new OwnContentError(
      `${folder} lies in the folder of the code. Name one beside it, for example ../${basename(folder) || 'my-charters'}: your content is to be a repository of its own.`,
    );
  const found = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new OwnContentError(`${folder} cannot be used (${error.code}). Name a new folder.`, { cause: error });
  });
  if (found.length > 0)
    throw new OwnContentError(
      `${folder} is not empty, and nothing in it was touched. Name a new folder, or empty this one. Content that is there already needs no beginning: name its repository in OPENCHARTER_CONTENT.`,
    );
}

/** Writes and commits everything beside the folder, and puts it in its place when it is whole. */
async function place(folder: string, files: Map<string, string>): Promise<void> {
  const unfinished = join(dirname(folder), `.${basename(folder)}.${process.pid}.new`);
  try {
    for (const [path, text] of files) {
      const file = join(unfinished, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    const { problems } = await loadEntries(join(unfinished, 'content'));
    if (problems.length > 0) throw new ContentError(problems);
    await commitAll(unfinished);
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

async function commitAll(folder: string): Promise<void> {
  const git = gitIn(folder);
  await git(['init', '--quiet', '--initial-branch=main']);
  await git(['add', '--all']);
  const known = await git(['config', 'user.email']).then(
    () => true,
    () => false,
  );
  // Not everybody has told git who they are yet, and nothing is asked here.
  const author = known ? [] : ['-c', 'user.name=Portal', '-c', 'user.email=portal@localhost'];
  await git([...author, 'commit', '--quiet', '--message', 'Begin the content of a portal']);
}
