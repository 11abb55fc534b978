import { runGit } from './run-git.ts';
import { createGitBeside } from './run-git-beside.ts';

/**
 * Runs git with arguments as a list (no shell) and gives its standard output. Throws a GitError when git exits with
 * another code than 0.
 */
export type Git = (args: string[], options?: GitOptions) => Promise<Buffer>;

export interface GitOptions {
  input?: string | Buffer;
  env?: Record<string, string>;
}

export class GitError extends Error {
  readonly exitCode: number | null;

  constructor(args: string[], exitCode: number | null, stderr: string) {
    super(`git ${args[0] ?? ''} failed (${exitCode ?? 'killed'}): ${stderr.trim()}`);
    this.name = 'GitError';
    this.exitCode = exitCode;
  }
}

const settings = [
  'core.hooksPath=/dev/null',
  'core.quotePath=false',
  'log.showSignature=false',
  'protocol.allow=never',
];

let run = runGit;

/** From now on, whatever this process asks of git is started by a small process beside it: for what holds much memory. */
export function startGitBeside(): void {
  if (run === runGit) run = createGitBeside();
}

/**
 * A git that stands in one folder. Nothing in the surrounding process can point it at another repository (GIT_*
 * is dropped), no hook of a branch runs, and it never asks and never goes to the network: a clone without its blobs
 * would otherwise fetch them one by one.
 */
export function gitIn(folder: string): Git {
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
  const fixed = {
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_NO_LAZY_FETCH: '1',
  };
  return async (args, options = {}) => {
    const { code, out, err } = await run({
      args: [...settings.flatMap((setting) => ['-c', setting]), ...args],
      cwd: folder,
      env: { ...environment, ...fixed, ...options.env },
      input: options.input ?? '',
    });
    if (code !== 0) throw new GitError(args, code, err);
    return Buffer.from(out.buffer, out.byteOffset, out.byteLength);
  };
}
