import { openReader } from './reader.ts';
import type { Git } from '../../lib/git.ts';
import { openWriter } from './writer.ts';

/** A repository to read and write through plumbing only. */
export function openRepository(git: Git) {
  return { ...openReader(git), ...openWriter(git) };
}

export type Repository = ReturnType<typeof openRepository>;
