import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Register } from '../register/register.ts';
import type { FurtherPages } from '../site/paths.ts';
import { createEditionMaker, withFolder } from './edition/edition-maker.ts';
import type { Edition } from './edition/edition.ts';
import { exportEdition } from './edition/export-edition.ts';
import { searchFolders } from './edition/search-folders.ts';

export interface BuildOptions {
  repoDir: string;
  /** Where the edition is kept for our server, or the folder that a host publishes. */
  outDir: string;
  contentDir: string;
  siteUrl: string;
  /** The commit that the content was read from, which the edition keeps; absent outside a repository. */
  commit?: string | undefined;
  log: (event: object) => void;
  /** Ends the work before its end; it rejects then. */
  signal?: AbortSignal | undefined;
  /** Who publishes `outDir` in place of our server. */
  host?: Host | undefined;
}

/** A host that publishes a folder of files. */
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
 * Makes a complete edition of the portal: pages, both search indexes, CMS files. Compiles the pages first where their
 * code has changed. Rejects with what could not be made, and what to do where that is known.
 */
export async function buildSite({ host, ...options }: BuildOptions): Promise<Edition> {
  const { repoDir, outDir, commit } = options;
  const editionDir = host ? join(repoDir, '.cache', 'host-edition') : outDir;
  const maker = createEditionMaker({ ...options, editionDir, ...(host ? { furtherPages: host.furtherPages } : {}) });
  const content = await maker.read(commit);
  const made = await maker.make(content);
  const edition = withFolder(made.edition, searchFolders.fullText, await maker.makeFullText(made));
  await maker.store.keep(edition, made.change);
  if (host) {
    await maker.store.tidy(edition);
    await rm(outDir, { recursive: true, force: true });
    await mkdir(outDir, { recursive: true });
    await host.prepare(outDir);
    await exportEdition(edition, maker.store.objects, outDir);
    await host.finish({ repoDir, register: content.register, siteDir: outDir });
  }
  return edition;
}
