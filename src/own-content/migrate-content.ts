import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { isMap, type Document } from 'yaml';
import { editYaml } from '../lib/yaml/merge-yaml.ts';
import { joinEntry, splitEntry } from '../register/entry-parts.ts';
import { formatProblem } from '../register/problem.ts';
import { parseSourceFile } from '../register/source-file.ts';
import { collections, type CollectionName } from '../schemas/collections.ts';
import { fieldChanges, type FieldChange } from './field-changes.ts';
import { migrations as ours, type Migration } from './migrations.ts';
import { OwnContentError } from './own-content-error.ts';

const PORTAL_FILE = 'content/portal/portal.yaml';

export interface MigrationReport {
  /** The version of the content as it was found, and the one it was brought to. */
  from: number;
  to: number;
  moved: { from: string; to: string }[];
  changed: ({ file: string } & FieldChange)[];
}

export interface MigrationOptions {
  /** Tell what would change, and change nothing. */
  dryRun?: boolean;
  migrations?: Migration[];
}

/**
 * Brings the content of a repository to the version that this code reads: what lies elsewhere is moved, what is said
 * otherwise is written anew, with comments, order and layout kept. Everything is worked out before anything is written.
 * Throws an OwnContentError where a file cannot be read, where something is in the way, or where the content is newer.
 */
export async function migrateContent(
  contentRepoDir: string,
  { dryRun = false, migrations = ours }: MigrationOptions = {},
): Promise<MigrationReport> {
  const from = await versionOf(contentRepoDir);
  const to = migrations.at(-1)?.to ?? from;
  if (from > to)
    throw new OwnContentError(
      `The content is of version ${from}, and this code reads version ${to}. Update the code: git pull && npm ci.`,
    );
  const due = migrations.filter((migration) => migration.to > from);
  const moved = due.flatMap(({ moves = [] }) => moves).filter((move) => existsSync(join(contentRepoDir, move.from)));
  for (const move of moved) {
    if (existsSync(join(contentRepoDir, move.to)))
      throw new OwnContentError(
        `${move.from} is to be ${move.to}, and both are there. Bring the two together by hand, then run this again. Nothing was changed.`,
      );
  }
  const edited = due.length === 0 ? [] : await editFiles(contentRepoDir, due, to);
  if (!dryRun) {
    for (const move of moved) await moveInside(contentRepoDir, move);
    for (const { file, text } of edited) await replaceFile(join(contentRepoDir, file), text);
  }
  return { from, to, moved, changed: edited.flatMap(({ file, changes }) => changes.map((one) => ({ file, ...one }))) };
}

/** The version that a content folder says it is of; 1 where it says none. */
async function versionOf(contentRepoDir: string): Promise<number> {
  const text = await readFile(join(contentRepoDir, PORTAL_FILE), 'utf8').catch((cause: unknown) => {
    throw new OwnContentError(
      `There is no ${PORTAL_FILE} in ${contentRepoDir}. Name the top folder of a content repository.`,
      { cause },
    );
  });
  const { schema = 1 } = dataOf(PORTAL_FILE, text, 'yaml');
  return Number(schema);
}

interface EditedFile {
  file: string;
  text: string;
  changes: FieldChange[];
}

async function editFiles(contentRepoDir: string, due: Migration[], version: number): Promise<EditedFile[]> {
  const files: EditedFile[] = [];
  const edits = due.flatMap(({ edit }) => edit ?? []);
  for (const name of Object.keys(collections) as CollectionName[]) {
    if (edits.length === 0 && name !== 'portal') continue;
    const { format, folder } = collections[name];
    for (const file of await filesIn(contentRepoDir, `content/${folder}`, format)) {
      const text = await readFile(join(contentRepoDir, file), 'utf8');
      const before = dataOf(file, text, format);
      const { yaml, body } = splitEntry(text, format);
      const edited = editYaml(yaml, (document) => {
        for (const edit of edits) edit(name, document);
        if (file === PORTAL_FILE) noteVersion(document, version);
      });
      if (edited === yaml) continue;
      const after = joinEntry({ yaml: edited, body }, format);
      files.push({ file, text: after, changes: fieldChanges(before, dataOf(file, after, format)) });
    }
  }
  return files;
}

function noteVersion(document: Document, version: number): void {
  if (document.has('schema') || !isMap(document.contents)) document.set('schema', version);
  else document.contents.items.unshift(document.createPair('schema', version));
}

async function filesIn(top: string, folder: string, format: string): Promise<string[]> {
  const found = await readdir(join(top, folder), { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  return found
    .filter((item) => item.isFile() && item.name.endsWith(`.${format}`) && !item.name.startsWith('.'))
    .map((item) => relative(top, join(item.parentPath, item.name)).split(sep).join('/'))
    .sort();
}

function dataOf(file: string, text: string, format: 'yaml' | 'mdx'): Record<string, unknown> {
  const { source, problems } = parseSourceFile(file, text, format);
  if (!source)
    throw new OwnContentError(
      `A file cannot be read, so nothing was changed. Mend it first:\n\n${problems.map(formatProblem).join('\n\n')}`,
    );
  return (source.data ?? {}) as Record<string, unknown>;
}

async function moveInside(top: string, { from, to }: { from: string; to: string }): Promise<void> {
  await mkdir(dirname(join(top, to)), { recursive: true });
  await rename(join(top, from), join(top, to));
  // A folder that this left empty goes too.
  await rmdir(dirname(join(top, from))).catch(() => undefined);
}

async function replaceFile(file: string, text: string): Promise<void> {
  const unfinished = `${file}.migrating`;
  try {
    await writeFile(unfinished, text);
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
