import { spawn } from 'node:child_process';

/** What git is asked: arguments as a list (no shell), where it stands, its whole environment, and what it reads. */
export interface GitRequest {
  args: string[];
  cwd: string;
  env: Record<string, string | undefined>;
  input: string | Uint8Array;
}

export interface GitResult {
  /** Null where git was killed. */
  code: number | null;
  out: Uint8Array;
  err: string;
}

/** Starts git and waits for its end. Rejects where there is no git to start. */
export function runGit({ args, cwd, env, input }: GitRequest): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, { cwd, env });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', (error) => reject(new Error('git could not be started; install git.', { cause: error })));
    child.on('close', (code) => resolve({ code, out: Buffer.concat(out), err: Buffer.concat(err).toString() }));
    // A git that exits early closes its input; its exit code tells why.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
