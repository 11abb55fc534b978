import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { contentDiffers, publishedCommit } from '../cms/git/complete-publication.ts';
import { loadRegister } from '../register/load.ts';
import { ContentError, type ContentProblem } from '../register/problem.ts';
import type { Register } from '../register/register.ts';
import type { BuildOptions } from './build-site.ts';
import { openSite, type Site } from './site.ts';

export interface PublisherOptions {
  repoDir: string;
  /** The repository whose branch the CMS moves. */
  contentRepoDir: string;
  contentDir: string;
  siteUrl: string;
  /** The content of the edition in `outDir`. */
  register: Register;
  /** Builds an edition into a folder. */
  buildSite: (options: BuildOptions) => Promise<void>;
  log: (event: object) => void;
  /** How long to wait after so many failures in a row, in milliseconds. */
  retryDelayMs?: (failures: number) => number;
}

/** Why the last edition could not be made. */
export interface BuildFailure {
  /** The commit that was to be built. */
  commit?: string;
  /** Mistakes in the content; none where the fault lies elsewhere. */
  problems: ContentProblem[];
}

/** Keeps the current edition of the portal and makes the next one when content changes. */
export interface Publisher {
  current(): Site;
  /** Why the edition that should have followed the current one could not be made; undefined where none failed. */
  failure(): BuildFailure | undefined;
  /** Asks for a new edition. Requests that come while one is being built share the one after it. */
  rebuild(): void;
  /**
   * Settles when no edition is being built or waiting to be; one that failed is tried again later and not waited for.
   */
  idle(): Promise<void>;
  /** Makes no further editions, and gives up the one being made. Settles when nothing of it is left. */
  close(): Promise<void>;
}

/**
 * Opens the edition in `outDir` and publishes later ones beside it. A new edition takes over only when it is complete;
 * if its build fails, the old one stays, the fault is logged and the build is tried again, so that no edit can take the
 * portal down and none waits longer than its obstacle. An edition from before the content now published is renewed.
 */
export async function createPublisher(outDir: string, options: PublisherOptions): Promise<Publisher> {
  const { repoDir, contentRepoDir, contentDir, siteUrl, buildSite, log, retryDelayMs = waitAfter } = options;
  let site = await openSite({ outDir, version: '0', register: options.register, siteUrl });
  let failed: { count: number; last: BuildFailure } | undefined;
  let retry: NodeJS.Timeout | undefined;
  let edition = 0;
  /** Folders of the current edition and the one before it, which may still be answering requests. */
  const kept: string[] = [];
  let [wanted, closed] = [false, false];
  let working: Promise<void> | undefined;
  const stopping = new AbortController();

  async function buildNext(): Promise<void> {
    const number = ++edition;
    const next = join(repoDir, '.cache', 'editions', `${process.pid}-${number}`);
    let commit: string | undefined;
    try {
      // Before the content is read: what is published meanwhile may be missing in this edition.
      commit = await publishedCommit(contentRepoDir);
      const started = Date.now();
      const register = await loadRegister(contentDir);
      await buildSite({ repoDir, outDir: next, contentDir, siteUrl, commit, register, log, signal: stopping.signal });
      site = await openSite({ outDir: next, version: String(number), register, siteUrl });
      failed = undefined;
      log({ event: 'edition-published', edition: number, seconds: Math.round((Date.now() - started) / 1000) });
      kept.push(next);
      for (const old of kept.splice(0, kept.length - 2)) await rm(old, { recursive: true, force: true });
    } catch (error) {
      if (closed) {
        await rm(next, { recursive: true, force: true });
        return;
      }
      const problems = error instanceof ContentError ? error.problems : [];
      failed = { count: (failed?.count ?? 0) + 1, last: { ...(commit ? { commit } : {}), problems } };
      const wait = retryDelayMs(failed.count);
      log({
        event: 'edition-failed',
        edition: number,
        error: (error as Error).message,
        retryInSeconds: Math.round(wait / 1000),
      });
      await rm(next, { recursive: true, force: true });
      retry = setTimeout(rebuild, wait).unref();
    }
  }

  async function work(): Promise<void> {
    while (wanted && !closed) {
      wanted = false;
      clearTimeout(retry);
      await buildNext();
    }
    working = undefined;
  }

  function rebuild(): void {
    wanted = true;
    working ??= work();
  }

  if (site.commit && (await contentDiffers(contentRepoDir, site.commit))) rebuild();
  return {
    current: () => site,
    failure: () => failed?.last,
    rebuild,
    idle: async () => working,
    async close() {
      closed = true;
      stopping.abort();
      clearTimeout(retry);
      await working;
    },
  };
}

const FIRST_WAIT_MS = 15_000;
/** A mistake that the operator has mended is on the pages after this long at most. */
const LONGEST_WAIT_MS = 5 * 60_000;

function waitAfter(failures: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** Math.min(failures - 1, 10), LONGEST_WAIT_MS);
}
