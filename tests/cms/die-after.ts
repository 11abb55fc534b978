import childProcess from 'node:child_process';
import fs from 'node:fs';
import { flushCompileCache, syncBuiltinESMExports } from 'node:module';

const WRITING = ['hash-object', 'read-tree', 'update-index', 'write-tree', 'commit-tree', 'update-ref'];

/**
 * Has this process killed (SIGKILL) right after its nth step that writes, or after the first whose name is given. What
 * counts as a step is watched from outside, in Node's own functions, so that no step of the code can be forgotten here. To
 * be called before the code that writes is imported.
 */
export function dieAfter(until: string): void {
  let count = 0;
  const done = (step: string): void => {
    count += 1;
    if (String(count) === until || step === until) process.kill(process.pid, 'SIGKILL');
  };
  const spawn = childProcess.spawn;
  childProcess.spawn = ((command: string, args: string[], options: object) => {
    const child = spawn(command, args, options);
    const step = args.find((arg) => WRITING.includes(arg));
    if (step) child.once('close', () => done(step));
    return child;
  }) as typeof spawn;
  for (const name of ['writeFile', 'rename', 'rm', 'open'] as const) {
    const real = fs.promises[name] as (...args: unknown[]) => Promise<unknown>;
    (fs.promises as unknown as Record<string, unknown>)[name] = async (...args: unknown[]) => {
      const result = await real(...args);
      done(name);
      return result;
    };
  }
  syncBuiltinESMExports();
}

/** Keeps what was compiled for the next process: one that is killed would not. To be called once all is imported. */
export const keepCompiled = (): void => flushCompileCache();
