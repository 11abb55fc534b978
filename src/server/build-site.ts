import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readHistory } from '../history/read-history.ts';
import { MEDIA_FOLDER } from '../lib/content-place.ts';
import type { Register } from '../register/register.ts';
import { editionPaths, type FurtherPages } from '../site/paths.ts';
import { writeSearch } from './build-search.ts';
import { compressFiles } from './compress-files.ts';
import { copyMedia } from './copy-media.ts';
import { writeEditionRecord } from './edition-record.ts';
import { compileApp } from './rendering/compile-app.ts';
import { renderPages } from './rendering/render-pages.ts';

export interface BuildOptions {
  repoDir: string;
  outDir: string;
  contentDir: string;
  siteUrl: string;
  /** The content, read and checked: what the pages are made of. */
  register: Register;
  /** The commit that the content was read from, which the edition keeps; absent outside a repository. */
  commit?: string | undefined;
  log: (event: object) => void;
  /** Ends the work before its end; it rejects then. */
  signal?: AbortSignal | undefined;
  /** Who publishes `outDir` in place of our server; without, it is made ready for that. */
  host?: Host | undefined;
}

/** A host that runs functions in place of our server. */
export interface Host {
  /** Pages beside the portal's own. */
  furtherPages: FurtherPages;
  /** Puts into an empty folder what the host wants there before the pages. */
  prepare(outDir: string): Promise<void>;
  /** Makes of the published folder what the host wants. */
  finish(site: BuiltSite): Promise<void>;
}

export interface BuiltSite {
  repoDir: string;
  register: Register;
  /** The folder that is published. */
  siteDir: string;
}

/**
 * Builds a complete edition of the portal into a folder: pages, search index, CMS files, compressed copies. Compiles
 * the pages first where their code has changed. Rejects with what could not be made, and what to do where that is
 * known.
 */
export async function buildSite(options: BuildOptions): Promise<void> {
  const { repoDir, outDir, contentDir, siteUrl, register, host, log, signal } = options;
  const appDir = await compileApp({ repoDir, contentDir, log, signal });
  const client = host ? outDir : join(outDir, 'client');
  await mkdir(client, { recursive: true });
  await host?.prepare(client);
  await cp(join(appDir, 'client'), client, { recursive: true });
  const history = await readHistory(contentDir);
  if (history.state === 'unavailable') log({ event: 'history-not-available', reason: history.reason });
  await renderPages({
    appDir,
    siteUrl,
    register,
    history,
    today: new Date(),
    paths: editionPaths(register, host?.furtherPages),
    outDir: client,
    signal,
  });
  await copyMedia(contentDir, join(client, MEDIA_FOLDER));
  signal?.throwIfAborted();
  await writeSearch({ client, register, contentDir });
  if (host) await host.finish({ repoDir, register, siteDir: client });
  else {
    await compressFiles(client);
    await writeEditionRecord(outDir, { appDir, commit: options.commit });
  }
}
