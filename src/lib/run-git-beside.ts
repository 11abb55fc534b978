import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Answered, Asked } from './git-process.ts';
import type { GitRequest, GitResult } from './run-git.ts';

interface Waiting {
  resolve(result: GitResult): void;
  reject(error: Error): void;
}

/**
 * Runs git from a small process beside this one. To start a process copies the tables of the memory that the starting
 * one holds, and blocks it meanwhile: 1 ms in one of 40 MB, 16 ms in one of 250, 39 ms in one of 650, and a save starts
 * forty. The small process begins with the first request and keeps nobody from ending. Where it is killed, what it was
 * asked is rejected, and the next request begins another.
 */
export function createGitBeside(start = startSmall): (request: GitRequest) => Promise<GitResult> {
  let starter: ChildProcess | undefined;
  let last = 0;
  const waiting = new Map<number, Waiting>();

  function begin(): ChildProcess {
    const begun = start();
    begun.on('message', (answered: Answered) => {
      const asker = take(answered.id);
      if ('result' in answered) asker?.resolve(answered.result);
      else asker?.reject(new Error(answered.failed));
    });
    begun.on('error', (error) => lost(begun, error));
    begun.on('exit', () => lost(begun, new Error('The process that starts git has ended. Try again.')));
    begun.unref();
    return begun;
  }

  function take(id: number): Waiting | undefined {
    const asker = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) starter?.channel?.unref();
    return asker;
  }

  function lost(which: ChildProcess, error: Error): void {
    if (starter !== which) return;
    starter = undefined;
    for (const id of [...waiting.keys()]) take(id)?.reject(error);
  }

  return (request) =>
    new Promise((resolve, reject) => {
      const asked = (starter ??= begin());
      const id = (last += 1);
      waiting.set(id, { resolve, reject });
      asked.channel?.ref();
      asked.send({ id, request } satisfies Asked, (error) => error && take(id)?.reject(error));
    });
}

/** Starts the small process. */
export function startSmall(): ChildProcess {
  return fork(join(import.meta.dirname, 'git-process.ts'), [], {
    execArgv: [],
    // Buffers as they are, not as text.
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}
