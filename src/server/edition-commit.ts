import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

const record = z.object({ commit: z.string() });
const fileOf = (outDir: string): string => join(outDir, 'edition.json');

/**
 * Writes into an edition, beside what is served, the commit that its content was read from. Outside a repository there
 * is none.
 */
export async function writeEditionCommit(outDir: string, commit: string | undefined): Promise<void> {
  if (commit) await writeFile(fileOf(outDir), JSON.stringify({ commit } satisfies z.output<typeof record>));
}

/** The commit that an edition was built from, or undefined where it does not tell. */
export async function readEditionCommit(outDir: string): Promise<string | undefined> {
  try {
    return record.parse(JSON.parse(await readFile(fileOf(outDir), 'utf8'))).commit;
  } catch {
    return undefined;
  }
}
