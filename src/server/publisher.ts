import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { loadRegister } from '../register/load.ts';
import type { BuildOptions } from './build-site.ts';
import { openSite, type Site } from './site.ts';

export interface PublisherOptions {
  repoDir: string;
  contentDir: string;
  siteUrl: string;
  /** Builds an edition into a folder. */
  buildSite: (options: BuildOptions) => Promise<void>;
  log: (event: object) => void;
}

/** Keeps the current edition of the portal and makes the next one when content changes. */
export interface Publisher {
  current(): Site;
  /** Asks for a new edition. Requests that come while one is being built share the one after it. */
  rebuild(): void;
  /** Settles when no edition is being built or waiting to be. */
  idle(): Promise<void>;
}

/**
 * Opens the edition in `outDir` and publishes later ones beside it. A new edition takes over only when it is complete;
 * if its build fails, the old one stays and the fault is logged, so that no edit can take the portal down.
 */
export async function createPublisher(outDir: string, options: PublisherOptions): Promise<Publisher> {
  const { repoDir, contentDir, buildSite, log } = options;
  let site = await openSite(outDir, '0', await loadRegister(contentDir));
  let edition = 0;
  /** Folders of the current edition and the one before it, which may still be answering requests. */
  const kept: string[] = [];
  let wanted = false;
  let working: Promise<void> | undefined;

  async function buildNext(): Promise<void> {
    const number = ++edition;
    const next = join(repoDir, '.cache', 'editions', `${process.pid}-${number}`);
    try {
      const started = Date.now();
      const register = await loadRegister(contentDir);
      await buildSite({ repoDir, outDir: next, contentDir, siteUrl: options.siteUrl, register, quiet: true });
      site = await openSite(next, String(number), register);
      log({ event: 'edition-published', edition: number, seconds: Math.round((Date.now() - started) / 1000) });
      kept.push(next);
      for (const old of kept.splice(0, kept.length - 2)) await rm(old, { recursive: true, force: true });
    } catch (error) {
      log({ event: 'edition-failed', edition: number, error: (error as Error).message });
      await rm(next, { recursive: true, force: true });
    }
  }

  async function work(): Promise<void> {
    while (wanted) {
      wanted = false;
      await buildNext();
    }
    working = undefined;
  }

  return {
    current: () => site,
    rebuild() {
      wanted = true;
      working ??= work();
    },
    idle: async () => working,
  };
}
