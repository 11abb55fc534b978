import { appendFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import * as z from 'zod';
import type { FileRecord } from '../serve/edition-files.ts';
import { PageSources } from './page-sources.ts';

const record = z.object({
  app: z.string(),
  siteUrl: z.string(),
  commit: z.string().optional(),
  content: z.string(),
  day: z.string(),
  files: z.array(z.tuple([z.string(), z.string(), z.number()])),
});

/** Everything that is published at one moment, as a list of files in the store, and what its pages were made from. */
export interface Edition {
  /** The folder of the compiled pages that it was made with. */
  appDir: string;
  siteUrl: string;
  /** The commit that its content was read from. Outside a repository there is none. */
  commit?: string | undefined;
  /** Names the content and the record of it, so that a restart knows whether it has changed. */
  content: string;
  /** The day on which its pages are true (ISO 8601). */
  day: string;
  /** By their path from the root of the portal: '/ng/nis/index.html'. */
  files: ReadonlyMap<string, FileRecord>;
  sources: PageSources;
}

/** What an edition did to the sources of pages: some of them changed, all are new, or they are as they were kept. */
export type SourceChange = 'all' | 'none' | PageChange;

export interface PageChange {
  made: ReadonlyMap<string, Iterable<string>>;
  gone: readonly string[];
}

/** The folder of the objects of an edition; see `object-store.ts`. */
export function objectsIn(editionDir: string): string {
  return join(editionDir, 'objects');
}

/** From one page in so many on, all sources are kept anew. */
const MANY = 4;

const fileOf = (editionDir: string): string => join(editionDir, 'edition.json');
const sourcesOf = (editionDir: string): string => join(editionDir, 'sources.jsonl');

/**
 * Keeps an edition as the one that a restart serves. Its objects have to be in the store already. What some pages were
 * made from is added to what is kept of the others.
 */
export async function keepEdition(editionDir: string, edition: Edition, change: SourceChange): Promise<void> {
  await mkdir(editionDir, { recursive: true });
  // Where many changed, as at midnight, all of them take less room: their names are kept once.
  const many = typeof change === 'object' && change.made.size * MANY > edition.sources.size;
  if (change === 'all' || many) await replace(sourcesOf(editionDir), `${JSON.stringify(edition.sources)}\n`);
  else if (change !== 'none') {
    const made = [...change.made].map(([page, sources]) => [page, [...sources]]);
    await appendFile(sourcesOf(editionDir), `${JSON.stringify({ made, gone: change.gone })}\n`);
  }
  const { appDir, files, siteUrl, commit, content, day } = edition;
  const kept: z.input<typeof record> = {
    // As seen from here, so that both may move together.
    app: relative(editionDir, appDir),
    ...{ siteUrl, commit, content, day },
    files: [...files.values()].map(({ path, hash, size }) => [path, hash, size]),
  };
  await replace(fileOf(editionDir), JSON.stringify(kept));
}

/**
 * Reads the edition that was kept last; undefined where there is none, or none that can be read. Without its sources it
 * can be served, and none can be made from it.
 */
export async function readEdition(editionDir: string, withSources = true): Promise<Edition | undefined> {
  try {
    const { app, files, ...rest } = record.parse(JSON.parse(await readFile(fileOf(editionDir), 'utf8')));
    return {
      ...rest,
      appDir: resolve(editionDir, app),
      files: new Map(files.map(([path, hash, size]) => [path, { path, hash, size }])),
      sources: withSources ? await readSources(sourcesOf(editionDir)) : new PageSources(),
    };
  } catch {
    return undefined;
  }
}

async function readSources(file: string): Promise<PageSources> {
  const [whole = '', ...changes] = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
  const sources = PageSources.from(JSON.parse(whole) as ReturnType<PageSources['toJSON']>);
  for (const line of changes) {
    const { made, gone } = JSON.parse(line) as { made: [string, string[]][]; gone: string[] };
    for (const [page, of] of made) sources.set(page, of);
    for (const page of gone) sources.delete(page);
  }
  return sources;
}

async function replace(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}
