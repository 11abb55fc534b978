import { mkdir } from 'node:fs/promises';
import { gitIn } from '../../lib/git.ts';
import { makeEdit } from './edits.ts';
import type { ContentFiles } from './generate-content.ts';
import type { Random } from './random.ts';

/**
 * Makes a git repository in a folder that is empty or not there yet, with the content below content/ and `commits`
 * edits after it, one commit each, spread over the last two years before 30 November 2026. The same content and random
 * numbers give the same commits. `files` is changed by the edits.
 */
export async function writeContentRepository(
  files: ContentFiles,
  repoDir: string,
  options: { commits: number; random: Random },
): Promise<void> {
  await mkdir(repoDir, { recursive: true });
  const git = gitIn(repoDir);
  await git(['init', '--quiet', '--initial-branch=main']);
  await git(['fast-import', '--quiet'], { input: history(files, options) });
  await git(['reset', '--quiet', '--hard', 'main']);
}

const FIRST_COMMIT_SECONDS = Date.UTC(2024, 11, 2, 8) / 1000;
const LAST_COMMIT_SECONDS = Date.UTC(2026, 10, 30, 8) / 1000;

/** The commits in the words of git fast-import, which makes thousands of them in one process. */
function history(files: ContentFiles, { commits, random }: { commits: number; random: Random }): string {
  const step = Math.floor((LAST_COMMIT_SECONDS - FIRST_COMMIT_SECONDS) / Math.max(1, commits));
  const first = commit('Begin the content', FIRST_COMMIT_SECONDS, [...files].map(([path, text]) => written(path, text)));
  const later = Array.from({ length: commits }, (_, index) => {
    const { path, text, message } = makeEdit(files, random);
    const change = text === undefined ? `D content/${path}\n` : written(path, text);
    return commit(message, FIRST_COMMIT_SECONDS + (index + 1) * step, [change]);
  });
  return [first, ...later].join('');
}

function commit(message: string, seconds: number, changes: string[]): string {
  const who = `Charter Desk <desk@opencharter.example> ${seconds} +0000`;
  return `commit refs/heads/main\nauthor ${who}\ncommitter ${who}\n${data(message)}${changes.join('')}\n`;
}

function written(path: string, text: string): string {
  return `M 100644 inline content/${path}\n${data(text)}`;
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}
