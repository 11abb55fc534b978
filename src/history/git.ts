import { spawn } from 'node:child_process';

/** Runs git with arguments as a list (no shell) and gives its standard output. Rejects when git is absent or exits with another code than 0. */
export type Git = (args: string[], input?: string) => Promise<Buffer>;

const settings = ['core.quotePath=false', 'log.showSignature=false', 'protocol.allow=never'];

/**
 * Gives a git that only reads, standing in one folder. Nothing in the surrounding process can point it at another
 * repository (GIT_* is dropped), and it never asks, never locks and never goes to the network: a clone without its blobs
 * would otherwise fetch them one by one in the middle of a build.
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
  return (args, input = '') =>
    new Promise((resolve, reject) => {
      const child = spawn('git', [...settings.flatMap((setting) => ['-c', setting]), ...args], { cwd: folder, env: { ...environment, ...fixed } });
      const out: Buffer[] = [];
      const err: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
      child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
      child.on('error', (error) => reject(new Error('git could not be started', { cause: error })));
      child.on('close', (code) =>
        code === 0 ? resolve(Buffer.concat(out)) : reject(new Error(`git ${args[0] ?? ''} failed: ${Buffer.concat(err).toString().trim()}`)),
      );
      // A git that exits early closes its input; its exit code tells why.
      child.stdin.on('error', () => undefined);
      child.stdin.end(input);
    });
}
