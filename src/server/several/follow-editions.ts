import type { ContentMemory } from '../../register/content-memory.ts';
import { loadRegister } from '../../register/load.ts';
import type { Register } from '../../register/register.ts';
import type { EditionStore } from '../edition/edition-store.ts';
import type { Edition } from '../edition/edition.ts';
import type { BuiltApp } from '../rendering/built-app.ts';
import { openSite, type Site } from '../site.ts';

export interface FollowerOptions {
  store: EditionStore;
  contentDir: string;
  memory: ContentMemory;
  /** The compiled pages. */
  app: () => Promise<BuiltApp>;
  log: (event: object) => void;
}

/** Serves the editions that another process makes. */
export interface Follower {
  /** Undefined until one was kept. */
  site(): Site | undefined;
  /** Serves the edition that was kept last, where its number on the board is another than that of the one served. */
  follow(number: number): Promise<void>;
  /** Goes on with what this process served while it made editions itself. */
  take(site: Site): void;
}

/** Makes one that serves nothing yet. */
export function createFollower({ store, contentDir, memory, app, log }: FollowerOptions): Follower {
  let site: Site | undefined;
  let shown: number | undefined;
  const open = (edition: Edition, number: number, register: Promise<Register>): Promise<Site> =>
    openSite({ edition, register, version: String(number), objects: store.objects, app: app() });

  /** The content as it is now. Where a mistake in it keeps an edition from being made, that of the last goes on. */
  async function registerAfter({ register }: Site): Promise<Register> {
    return loadRegister(contentDir, memory).catch((error: unknown) => {
      log({ event: 'content-not-read', error: (error as Error).message });
      return register;
    });
  }

  return {
    site: () => site,
    async follow(number) {
      if (number === shown) return;
      const started = performance.now();
      const edition = await store.read('without-sources');
      if (!edition) return;
      if (site) site = await open(edition, number, Promise.resolve(await registerAfter(site)));
      else {
        // As after a restart: what was kept is served while the content is being read.
        const reading = loadRegister(contentDir, memory);
        reading.catch(() => undefined);
        site = await open(edition, number, reading);
      }
      shown = number;
      log({ event: 'edition-followed', edition: number, seconds: Math.round(performance.now() - started) / 1000 });
    },
    take(served) {
      [site, shown] = [served, undefined];
    },
  };
}
