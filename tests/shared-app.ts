import { mkdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

const apps = resolve(import.meta.dirname, '..', '.cache', 'app');

/**
 * Lets a copy of the working tree use the pages that were compiled for it before, and keep what it compiles for the
 * next: compiling takes longer than all else that a small portal does to start. What they were compiled from tells
 * them apart, so a copy with other code never gets them.
 */
export function shareCompiledApp(copy: string): void {
  mkdirSync(apps, { recursive: true });
  mkdirSync(join(copy, '.cache'), { recursive: true });
  symlinkSync(apps, join(copy, '.cache', 'app'), 'dir');
}
