import { resolve } from 'node:path';
import { ContentError } from '../../src/register/problem.ts';
import { loadEntries } from '../../src/register/load.ts';
import type { LoadedEntries } from '../../src/register/read-entry.ts';
import { buildRegister, type EntriesByCollection, type Register } from '../../src/register/register.ts';

/*
 * The content that is shipped, read and checked once for all test files of a worker: that takes seconds each time.
 * Whoever is given it must not change it; content that a test may change is made by tiny-register.ts.
 */
export const shippedContentDir = resolve(import.meta.dirname, '..', '..', 'content');

let read: Promise<LoadedEntries> | undefined;
let built: Promise<Register> | undefined;

/** Everything that was read of the shipped content. */
export function shippedEntries(): Promise<LoadedEntries> {
  return (read ??= loadEntries(shippedContentDir).then(({ entries, problems }) => {
    if (problems.length > 0) throw new ContentError(problems);
    return entries;
  }));
}

/** The register of the shipped content. */
export function shippedRegister(): Promise<Register> {
  return (built ??= shippedEntries().then((entries) => buildRegister(entries as EntriesByCollection)));
}
