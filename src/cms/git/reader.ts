import { readBlobs } from '../../lib/git-blobs.ts';
import { GitError, type Git } from '../../lib/git.ts';
import { createRecent } from '../../lib/recent.ts';
import type { Person } from './person.ts';

/** A file of a commit. */
export interface TreeFile {
  path: string;
  blob: string;
}

/** A change of one file: its new blob, or null to remove it. */
export interface FileChange {
  path: string;
  blob: string | null;
}

/** Where the published content stands: the branch that HEAD names (or HEAD itself when detached) and its commit. */
export interface Head {
  ref: string;
  commit: string;
}

/** As many of the texts read last are kept; pictures and documents are longer, and are asked for rarely. */
const TEXTS_KEPT = 1_000;
const TEXT_MAX = 64 * 1024;

/** Reads a repository by its objects and refs. */
export function openReader(git: Git) {
  const texts = createRecent<Buffer>(TEXTS_KEPT);
  const text = async (args: string[]): Promise<string> => (await git(args)).toString().trim();

  async function head(): Promise<Head> {
    const [commit = '', ref = ''] = (await text(['rev-parse', 'HEAD^{commit}', '--symbolic-full-name', 'HEAD'])).split(
      '\n',
    );
    return { ref, commit };
  }

  /** The files under a path (a folder or one file). Links and submodules are left out. */
  async function list(commit: string, path: string): Promise<TreeFile[]> {
    const out = (await git(['ls-tree', '-r', '-z', commit, '--', path])).toString();
    return out
      .split('\0')
      .filter(Boolean)
      .flatMap((row) => {
        const [info = '', name = ''] = row.split('\t');
        const [mode = '', , blob = ''] = info.split(' ');
        return mode.startsWith('100') ? [{ path: name, blob }] : [];
      });
  }

  async function blobAt(commit: string, path: string): Promise<string | undefined> {
    return (await list(commit, path)).find((file) => file.path === path)?.blob;
  }

  /** Reads many blobs, in the order asked for. Rejects where the repository does not hold one of them. */
  async function readMany(blobs: string[]): Promise<Buffer[]> {
    const known = new Map(blobs.flatMap((blob) => (texts.has(blob) ? [[blob, texts.get(blob)] as const] : [])));
    const contents = await readBlobs(
      git,
      blobs.filter((blob) => !known.has(blob)),
    );
    for (const [blob, content] of contents) if (content.length <= TEXT_MAX) texts.set(blob, content);
    return blobs.map((blob) => known.get(blob) ?? contents.get(blob) ?? missing(blob));
  }

  const read = async (blob: string): Promise<Buffer> => (await readMany([blob]))[0] ?? missing(blob);

  const refCommit = (ref: string): Promise<string | undefined> =>
    optional(() => text(['rev-parse', '--verify', '-q', `${ref}^{commit}`]));

  async function refsUnder(prefix: string): Promise<{ ref: string; commit: string }[]> {
    const out = await text(['for-each-ref', '--format=%(objectname) %(refname)', prefix]);
    return out
      .split('\n')
      .filter(Boolean)
      .map((row) => ({ commit: row.slice(0, row.indexOf(' ')), ref: row.slice(row.indexOf(' ') + 1) }));
  }

  /** The changes from one commit to another. */
  async function diff(from: string, to: string): Promise<FileChange[]> {
    return parseDiff((await git(['diff-tree', '-r', '-z', '--no-renames', from, to])).toString());
  }

  const mergeBase = (a: string, b: string): Promise<string> => text(['merge-base', a, b]);

  /** True where a commit is another one or comes after it. */
  async function contains(commit: string, ancestor: string): Promise<boolean> {
    return (await optional(() => git(['merge-base', '--is-ancestor', ancestor, commit]))) !== undefined;
  }

  /** One line per commit in a format of git log, newest first. */
  async function log(args: string[]): Promise<string[]> {
    return (await text(['log', ...args])).split('\n').filter(Boolean);
  }

  /** Who made commits, when, and with which message, newest first; for arguments of git log. */
  async function commits(args: string[]): Promise<{ at: string; author: Person; message: string }[]> {
    const out = await text(['log', '-z', '--format=%aI%x1f%an%x1f%ae%x1f%B', ...args]);
    return out
      .split('\0')
      .filter(Boolean)
      .map((row) => {
        const [at = '', name = '', email = '', message = ''] = row.split('\x1f');
        return { at, author: { name, email }, message };
      });
  }

  const message = (commitId: string): Promise<string> => text(['log', '-1', '--format=%B', commitId]);

  return { head, list, blobAt, read, readMany, refCommit, refsUnder, diff, mergeBase, contains, log, commits, message };
}

function missing(blob: string): never {
  throw new Error(`The repository does not hold ${blob}: fetch the whole of it.`);
}

function parseDiff(out: string): FileChange[] {
  const fields = out.split('\0');
  const changes: FileChange[] = [];
  for (let i = 0; i + 1 < fields.length; i += 2) {
    const [, , , blob = '', status = ''] = (fields[i] ?? '').split(' ');
    changes.push({ path: fields[i + 1] ?? '', blob: status === 'D' ? null : blob });
  }
  return changes;
}

async function optional<T>(run: () => Promise<T>): Promise<T | undefined> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}
