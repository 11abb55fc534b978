import { spawn } from 'node:child_process';

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
  return (args, options = {}) =>
    new Promise((resolve, reject) => {
      const child = spawn('git', [...settings.flatMap((setting) => ['-c', setting]), ...args], {
        cwd: folder,
        env: { ...environment, ...fixed, ...options.env },
      });
      const out: Buffer[] = [];
      const err: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
      child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
      child.on('error', (error) => reject(new Error('git could not be started; install git.', { cause: error })));
      child.on('close', (code) =>
        code === 0 ? resolve(Buffer.concat(out)) : reject(new GitError(args, code, Buffer.concat(err).toString())),
      );
      // A git that exits early closes its input; its exit code tells why.
      child.stdin.on('error', () => undefined);
      child.stdin.end(options.input ?? '');
    });
}
