import childProcess from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';

const WRITING = ['hash-object', 'read-tree', 'update-index', 'write-tree', 'commit-tree', 'update-ref'];

/** Has this process killed (SIGKILL) right after its first step of a name. */
export function dieAfter(name: string): void {
  watchSteps((step) => {
    if (step === name) process.kill(process.pid, 'SIGKILL');
  });
}

/**
 * Copies a folder right after each step, into folders named 001, 002 and so on: this process does nothing meanwhile, so
 * each holds what it would leave if it were killed there.
 */
export function copyAfterEach(folder: string, into: string): void {
  let count = 0;
  watchSteps(() => {
    count += 1;
    fs.cpSync(folder, join(into, String(count).padStart(3, '0')), { recursive: true });
  });
}

/**
 * Tells of each step of this process that writes. What counts as a step is watched from outside, in Node's own functions,
 * so that no step of the code can be forgotten here. To be called before the code that writes is imported.
 */
function watchSteps(done: (step: string) => void): void {
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
