import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { completePublication } from '../../src/cms/git/complete-publication.ts';

const folders: string[] = [];

/** A copy of a portal's folder, which is gone after the tests of the file. */
export function copyOf(dir: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'cms-killed-'));
  folders.push(copy);
  cpSync(dir, copy, { recursive: true });
  return copy;
}

/** To be called once by a file that makes copies. */
export function removeCopies(): void {
  afterAll(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
}

/** Runs a program of this folder to its end. Tells whether it was killed; it fails in no other way. */
export function wasKilled(program: string, ...args: string[]): boolean {
  const script = join(import.meta.dirname, program);
  const { signal, status, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  expect(signal ?? status, stderr).toBeOneOf(['SIGKILL', 0]);
  return signal === 'SIGKILL';
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
