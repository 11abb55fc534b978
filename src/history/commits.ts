import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Git } from '../lib/git.ts';

/** What one commit did to one file. A blob is absent where the file is. */
export interface FileChange {
  /**
   * Path inside the content folder, for example services/inec/voter-registration.yaml; the former path of a removed
   * file.
   */
  path: string;
  /** The path before, where the file was moved. */
  formerPath?: string;
  before?: string;
  after?: string;
}

export interface Commit {
  id: string;
  /** When it was committed: an instant in ISO 8601, UTC. */
  at: string;
  /** True where git knows nothing older: what such a commit adds is not new. */
  boundary: boolean;
  files: FileChange[];
}

const FOLDERS = ['charters', 'services'];

/**
 * The commits on the published branch that touched charters or services, newest first, at most `limit`. A merge
 * counts as one change, made on the day it was merged. One git process.
 */
export async function readCommits(git: Git, folder: string, limit: number): Promise<Commit[]> {
  const boundaries = await shallowBoundaries(git, folder);
  const log = await git([
    'log',
    ...['--first-parent', '--diff-merges=first-parent', `--max-count=${limit}`],
    ...['--raw', '--no-abbrev', '--no-ext-diff', '--no-textconv', '--relative', '-z', '-M80%', '-l1000'],
    ...['--format=%x01%H %ct', 'HEAD', '--', ...FOLDERS],
  ]);
  return parseLog(log.toString(), boundaries);
}

/** Reads the output of git log --raw -z with "\x01<commit> <seconds>" before each commit. Exported for tests. */
export function parseLog(log: string, boundaries: ReadonlySet<string> = new Set()): Commit[] {
  const commits: Commit[] = [];
  const tokens = log.split('\0');
  for (let i = 0; i < tokens.length; i++) {
    const token = (tokens[i] ?? '').replace(/^\n/, '');
    if (token.startsWith('\x01')) {
      const [id = '', seconds] = token.slice(1).split(' ');
      commits.push({ id, at: new Date(Number(seconds) * 1000).toISOString(), boundary: boundaries.has(id), files: [] });
    } else if (token.startsWith(':')) {
      const [modeBefore = '', modeAfter = '', before = '', after = '', status = ''] = token.slice(1).split(' ');
      const first = tokens[++i] ?? '';
      const moved = status.startsWith('R');
      commits.at(-1)?.files.push({
        path: moved ? (tokens[++i] ?? '') : first,
        ...(moved ? { formerPath: first } : {}),
        ...(isFile(modeBefore) ? { before } : {}),
        ...(isFile(modeAfter) ? { after } : {}),
      });
    }
  }
  return commits;
}

/** Links and submodules are no content. */
function isFile(mode: string): boolean {
  return mode.startsWith('100');
}

async function shallowBoundaries(git: Git, folder: string): Promise<Set<string>> {
  const path = (await git(['rev-parse', '--git-path', 'shallow'])).toString().trim();
  const text = await readFile(resolve(folder, path), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return new Set(text.split('\n').filter(Boolean));
}
