import { contentDiffers, publishedCommit } from '../cms/git/complete-publication.ts';
import { ContentError, type ContentProblem } from '../register/problem.ts';
import type { Register } from '../register/register.ts';
import { filesIn, withFolder, type EditionMaker, type MadeEdition, type ReadContent } from './edition/edition-maker.ts';
import type { Edition, SourceChange } from './edition/edition.ts';
import { searchFolders } from './edition/search-folders.ts';
import { openApp } from './rendering/built-app.ts';
import { openSite, type Site } from './site.ts';

export interface PublisherOptions {
  maker: EditionMaker;
  /** The repository whose branch the CMS moves. */
  contentRepoDir: string;
  siteUrl: string;
  /** Make an edition where there is none, or where what there is does not show the content of today. */
  build: boolean;
  log: (event: object) => void;
  /** Is told why an edition could not be made, and nothing once one was. */
  tellFailure?: (failure: BuildFailure | undefined) => void;
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
  /** Settles when the content of what is served has been read. Rejects with a `ContentError` where it is not valid. */
  ready(): Promise<void>;
  /** Why the edition that should have followed the current one could not be made; undefined where none failed. */
  failure(): BuildFailure | undefined;
  /** Asks for a new edition. Requests that come while one is being made share the one after it. */
  rebuild(): void;
  /**
   * Settles when no edition is being made, waiting to be or prepared, and the full text of the last can be searched; one
   * that failed is tried again later and not waited for.
   */
  idle(): Promise<void>;
  /** Makes no further editions, and gives up the one being made. Settles when nothing of it is left. */
  close(): Promise<void>;
}

type Served = Pick<MadeEdition, 'edition' | 'content'>;

/**
 * Serves the edition that was kept last and publishes later ones. A new edition takes over only when it is complete; if
 * it cannot be made, the old one stays, the fault is logged and it is tried again, so that no edit can take the portal
 * down and none waits longer than its obstacle. Rejects where there is nothing to serve and nothing can be made.
 */
export async function createPublisher(options: PublisherOptions): Promise<Publisher> {
  const { maker, contentRepoDir, siteUrl, build, log, tellFailure, retryDelayMs = waitAfter } = options;
  const { store } = maker;
  const kept = await store.read();
  let number = 0;
  let site: Site;
  /** What is served, once its content has been read. */
  let served: Served | undefined;
  let failed: { count: number; last: BuildFailure } | undefined;
  let retry: NodeJS.Timeout | undefined;
  let [wanted, closed] = [false, false];
  let working: Promise<void> | undefined;
  let serving: Promise<void> = Promise.resolve();
  /** The index of the full text, while it is being made behind the pages. */
  let renewal: Promise<void> | undefined;
  /** What the first edit would wait for, while it is being reckoned. */
  let preparation: Promise<void> | undefined;
  let ready: Promise<void> = Promise.resolve();

  const open = (edition: Edition, register: Promise<Register>): Promise<Site> =>
    openSite({
      ...{ edition, register },
      version: String(number),
      objects: store.objects,
      app: maker.compile().then((appDir) => openApp(appDir, siteUrl)),
    });

  /** One at a time: each begins with what the one before has made current. */
  function serve(change: SourceChange, next: (now: Served | undefined) => Served): Promise<void> {
    const turn = serving.then(async () => {
      const { edition, content } = next(served);
      const opened = await open(edition, Promise.resolve(content.register));
      await store.keep(edition, change, served?.edition ?? kept);
      [site, served] = [opened, { edition, content }];
    });
    serving = turn.catch(() => undefined);
    return turn;
  }

  async function publish(content: ReadContent): Promise<void> {
    const started = performance.now();
    const before = served;
    const { edition, made, change } = await maker.make(content, before);
    number += 1;
    await serve(change, (now) => {
      // A full text that was made meanwhile, or before the restart, is searched until the next one is ready.
      const from = now?.edition ?? kept;
      const { fullText } = searchFolders;
      return {
        edition: from ? withFolder(edition, fullText, filesIn(from, fullText)) : edition,
        content,
      };
    });
    if (failed) tellFailure?.(undefined);
    failed = undefined;
    const seconds = Math.round(performance.now() - started) / 1000;
    log({ event: 'edition-published', edition: number, pages: made, seconds });
    if (!before) await tidy();
    if (made > 0) renewFullText();
  }

  /** What it removes nobody serves; where it fails, the next time does it. */
  async function tidy(): Promise<void> {
    if (served)
      await store
        .tidy(served.edition)
        .catch((error: unknown) => log({ event: 'editions-not-tidied', error: (error as Error).message }));
  }

  /**
   * Renews the index of the full text behind the pages, one at a time, and once more after the last change: whoever
   * searches has the former until then.
   */
  function renewFullText(): void {
    renewal ??= makeFullTexts()
      .catch((error: unknown) => {
        if (!closed) log({ event: 'full-text-not-renewed', error: (error as Error).message });
      })
      .then(() => {
        renewal = undefined;
      });
  }

  async function makeFullTexts(): Promise<void> {
    const { fullText } = searchFolders;
    let of: Served | undefined;
    while (served && served.content !== of?.content && !closed) {
      const begun: Served = served;
      of = begun;
      const records = await maker.makeFullText(begun);
      await serve('none', (now = begun) => ({ ...now, edition: withFolder(now.edition, fullText, records) }));
    }
  }

  async function makeNext(): Promise<void> {
    let commit: string | undefined;
    try {
      // Before the content is read: what is published meanwhile may be missing in this edition.
      commit = await publishedCommit(contentRepoDir);
      await publish(await maker.read(commit));
    } catch (error) {
      if (closed) return;
      const problems = error instanceof ContentError ? error.problems : [];
      failed = { count: (failed?.count ?? 0) + 1, last: { ...(commit ? { commit } : {}), problems } };
      tellFailure?.(failed.last);
      const wait = retryDelayMs(failed.count);
      log({
        event: 'edition-failed',
        edition: number + 1,
        error: (error as Error).message,
        retryInSeconds: Math.round(wait / 1000),
      });
      retry = setTimeout(rebuild, wait).unref();
    }
  }

  async function work(): Promise<void> {
    while (wanted && !closed) {
      wanted = false;
      clearTimeout(retry);
      await makeNext();
    }
    working = undefined;
  }

  function rebuild(): void {
    wanted = true;
    working ??= work();
  }

  /** Reads the content of the edition that is served since the start, and renews it where it shows another. */
  async function catchUp(kept: Edition, reading: Promise<ReadContent>): Promise<void> {
    const content = await reading;
    const current = kept.content === content.fingerprint && kept.day === content.day && kept.siteUrl === siteUrl;
    if (current && kept.appDir === (await maker.compile())) {
      served = { edition: kept, content };
      preparation = maker.prepare(content).finally(() => {
        preparation = undefined;
      });
    } else if (build || (kept.commit && (await contentDiffers(contentRepoDir, kept.commit)))) rebuild();
  }

  if (kept) {
    const reading = publishedCommit(contentRepoDir).then((commit) => maker.read(commit));
    const register = reading.then((content) => content.register);
    // Who asks for it is told; nobody may.
    register.catch(() => undefined);
    site = await open(kept, register);
    ready = reading.then(() => undefined);
    working = catchUp(kept, reading)
      // Whoever waits for it to be ready is told.
      .catch(() => undefined)
      .then(work);
  } else {
    if (!build) throw new Error('There is no edition to serve. Make one with npm run build.');
    const content = await maker.read(await publishedCommit(contentRepoDir));
    await publish(content);
    // Nobody has searched yet who could be served with what was there before.
    await renewal;
  }

  const midnight = setInterval(() => {
    if (served && maker.day(served.content) !== served.edition.day) rebuild();
  }, MINUTE_MS).unref();
  const hourly = setInterval(() => void tidy(), 60 * MINUTE_MS).unref();
  return {
    current: () => site,
    ready: () => ready,
    failure: () => failed?.last,
    rebuild,
    async idle() {
      while (working ?? preparation ?? renewal) await (working ?? preparation ?? renewal);
    },
    async close() {
      closed = true;
      const stopped = maker.stop();
      clearInterval(midnight);
      clearInterval(hourly);
      clearTimeout(retry);
      await working;
      await Promise.all([preparation, renewal, stopped]);
    },
  };
}

const MINUTE_MS = 60_000;
const FIRST_WAIT_MS = 15_000;
/** A mistake that the operator has mended is on the pages after this long at most. */
const LONGEST_WAIT_MS = 5 * MINUTE_MS;

function waitAfter(failures: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** Math.min(failures - 1, 10), LONGEST_WAIT_MS);
}
