import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { completePublication } from '../../src/cms/git/complete-publication.ts';

const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cms-killed-'));
  folders.push(folder);
  return folder;
}

/** A copy of a portal's folder, which is gone after the tests of the file. */
export function copyOf(dir: string): string {
  const copy = newFolder();
  cpSync(dir, copy, { recursive: true });
  return copy;
}

/** To be called once by a file that makes copies. */
export function removeCopies(): void {
  afterAll(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
}

/**
 * What a process leaves of a portal's folder that is killed while it acts: a copy for each step that writes, as the folder
 * lay right after it, and last the folder as it lies when all is done. To kill one process for each would leave the same
 * and take a minute. `actions` is a module of this folder (see act-and-die.ts).
 */
export function leftAfterEachStep(actions: string, dir: string, what: string): string[] {
  const [whole, copies] = [copyOf(dir), newFolder()];
  expect(run(actions, whole, what, 'copies', copies)).toBe(0);
  const left = readdirSync(copies).sort();
  expect(left.length).toBeGreaterThan(1);
  return [...left.map((name) => join(copies, name)), whole];
}

/** A copy of a portal's folder in which a process acted that was killed after its first step of a name. */
export function killedAfter(step: string, actions: string, dir: string, what: string): string {
  const copy = copyOf(dir);
  expect(run(actions, copy, what, 'after', step)).toBe('SIGKILL');
  return copy;
}

function run(actions: string, ...args: string[]): NodeJS.Signals | number | null {
  const [program, module] = ['act-and-die.ts', actions].map((name) => join(import.meta.dirname, name));
  const { signal, status, stderr } = spawnSync(process.execPath, [program ?? '', module ?? '', ...args], {
    encoding: 'utf8',
  });
  if (!signal && status !== 0) throw new Error(stderr);
  return signal ?? status;
}

export const failOn = (event: object): never => {
  throw new Error(JSON.stringify(event));
};

/** Starts a portal's content again, as the next start does, and gives its git, which is clean and whole then. */
export async function startedAgain(dir: string): Promise<(...args: string[]) => string> {
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: dir, encoding: 'utf8' }).trim();
  await completePublication(dir, failOn);
  expect(git('status', '--porcelain')).toBe('');
  expect(git('fsck', '--no-dangling', '--no-progress')).toBe('');
  return git;
}
