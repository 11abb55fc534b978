import { readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import * as z from 'zod';

const record = z.object({ commit: z.string().optional(), app: z.string() });

/** What an edition tells of itself, beside what is served. */
export interface EditionRecord {
  /** The commit that its content was read from. Outside a repository there is none. */
  commit?: string | undefined;
  /** The folder of the compiled pages that it was made with. */
  appDir: string;
}

const fileOf = (outDir: string): string => join(outDir, 'edition.json');

/** Writes the record of an edition. The folder of the pages is kept as seen from there, so that both may move. */
export async function writeEditionRecord(outDir: string, { commit, appDir }: EditionRecord): Promise<void> {
  const kept: z.output<typeof record> = { app: relative(outDir, appDir), ...(commit ? { commit } : {}) };
  await writeFile(fileOf(outDir), JSON.stringify(kept));
}

/** Reads the record of an edition. Rejects with what to do where there is none. */
export async function readEditionRecord(outDir: string): Promise<EditionRecord> {
  try {
    const { commit, app } = record.parse(JSON.parse(await readFile(fileOf(outDir), 'utf8')));
    return { appDir: resolve(outDir, app), ...(commit ? { commit } : {}) };
  } catch (cause) {
    throw new Error(`There is no complete edition in ${outDir}. Make one with npm run build.`, { cause });
  }
}
