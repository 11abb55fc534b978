import { ContentMemory } from '../../register/content-memory.ts';
import { createEditionMaker, type EditionMaker, type MakerOptions } from '../edition/edition-maker.ts';
import { createPublisher, type BuildFailure, type Publisher, type PublisherOptions } from '../publisher.ts';
import { openApp } from '../rendering/built-app.ts';
import type { Site } from '../site.ts';
import { createAlarm } from './alarm.ts';
import { announcedStore } from './announced-store.ts';
import { openEditionBoard, type EditionBoard } from './edition-board.ts';
import { createFollower } from './follow-editions.ts';

export interface SharedPublisherOptions extends MakerOptions, Omit<PublisherOptions, 'maker' | 'tellFailure'> {
  /** Address of the PostgreSQL database that all share; its tables are up to date. */
  databaseUrl: string;
}

/** The time in which this process makes editions for all. */
interface Turn {
  maker: EditionMaker;
  /** Once it has opened what was kept last. */
  publisher?: Publisher;
  /** That, as long as its content has not been read. */
  unread?: Site | undefined;
  /** How many requests for a new edition had been made when it was last asked for one. */
  asked: number;
  /** Settles when it serves, or cannot. */
  begun: Promise<void>;
}

/** Also where a notification was lost, what is on the board is known after so long. */
const LOOK_MS = 2000;
/** Whose line broke lets the others try first. */
const STAND_BACK_MS = 3 * LOOK_MS;

/**
 * A publisher for portals that share a database, content and the place where editions are kept: one of them makes the
 * editions, the others serve what it has kept. Whoever makes them has a lock in the database for as long as its
 * connection lasts; all others try for it again and again, so that one takes over where it ends or its line breaks.
 * Rejects where there is nothing to serve and nothing can be made.
 */
export async function createSharedPublisher(options: SharedPublisherOptions): Promise<Publisher> {
  const { databaseUrl, contentDir, siteUrl, log, signal } = options;
  const contentMemory = new ContentMemory();
  const newMaker = (): EditionMaker => createEditionMaker({ ...options, contentMemory });
  const serving = newMaker();
  const follower = createFollower({
    ...{ contentDir, log, store: serving.store, memory: contentMemory },
    app: async () => openApp(await serving.compile(), siteUrl),
  });
  const alarm = createAlarm();
  const first = Promise.withResolvers<undefined>();
  let board = await openEditionBoard(databaseUrl, alarm.ring);
  let turn: Turn | undefined;
  let failure: BuildFailure | undefined;
  let mayBeginAt = -Infinity;
  let [wanted, closed, lost] = [false, false, false];

  /** With content that has a mistake, what was served before the turn goes on. */
  const current = (): Site | undefined => {
    const own = turn?.publisher?.current();
    return own && own !== turn?.unread ? own : (follower.site() ?? own);
  };

  /** Begins to make editions. What was served before goes on until the publisher has opened it too. */
  function begin(on: EditionBoard, asked: number): Turn {
    const maker = newMaker();
    const tellFailure = (told: BuildFailure | undefined): void => void on.tellFailure(told).catch(() => undefined);
    log({ event: 'editions-made-here' });
    tellFailure(undefined);
    const starting = createPublisher({
      ...options,
      ...{ maker: { ...maker, store: announcedStore(maker.store, on) }, tellFailure },
    });
    const mine: Turn = {
      ...{ maker, asked },
      begun: starting.then(
        async (publisher) => {
          if (turn !== mine) return publisher.close();
          mine.unread = publisher.current();
          mine.publisher = publisher;
          // A mistake is told and tried again, as after any other edit.
          publisher.ready().then(() => (mine.unread = undefined), publisher.rebuild);
          first.resolve(undefined);
          alarm.ring();
        },
        async (error: unknown) => {
          if (turn !== mine) return;
          log({ event: 'editions-not-made-here', error: (error as Error).message });
          first.reject(error as Error);
          // Somebody else may be luckier.
          await on.close();
        },
      ),
    };
    return mine;
  }

  async function endTurn(): Promise<void> {
    const ended = turn;
    const site = current();
    turn = undefined;
    if (!ended) return;
    if (site) follower.take(site);
    const stopped = ended.maker.stop();
    await ended.begun;
    await ended.publisher?.close();
    await stopped;
  }

  async function look(): Promise<void> {
    const news = await board.read();
    failure = news.failure;
    if (!turn && performance.now() >= mayBeginAt && (await board.takeTurn())) turn = begin(board, news.asked);
    if (turn) {
      if (!turn.publisher || (turn.asked === news.asked && !wanted)) return;
      turn.asked = news.asked;
      wanted = false;
      turn.publisher.rebuild();
      return;
    }
    if (wanted) {
      wanted = false;
      await board.ask().catch((error: unknown) => {
        wanted = true;
        throw error;
      });
    }
    await follower.follow(news.number);
    if (follower.site()) first.resolve(undefined);
  }

  /** Looks at the board until the end; opens it anew where the line to it breaks. */
  async function attend(): Promise<void> {
    while (!closed) {
      try {
        if (!board.isOpen()) {
          // The right to make editions has ended with the line.
          if (turn) mayBeginAt = performance.now() + STAND_BACK_MS;
          await endTurn();
          board = await openEditionBoard(databaseUrl, alarm.ring);
        }
        await look();
        lost = false;
      } catch (error) {
        // Once, however long the database is away.
        if (!lost) log({ event: 'editions-not-followed', error: (error as Error).message });
        lost = true;
      }
      if (!closed) await alarm.wait(LOOK_MS);
    }
  }

  const attending = attend();
  async function close(): Promise<void> {
    closed = true;
    alarm.ring();
    const stopped = serving.stop();
    // What is left of it is waited for at the end of the turn.
    void turn?.maker.stop();
    await attending;
    await endTurn();
    await stopped;
    await board.close();
  }

  const abort = (): void => first.reject(signal?.reason as Error);
  signal?.addEventListener('abort', abort, { once: true });
  try {
    if (signal?.aborted) abort();
    await first.promise;
  } catch (error) {
    await close();
    throw error;
  } finally {
    signal?.removeEventListener('abort', abort);
  }

  return {
    current: () => current() ?? fail(),
    async ready() {
      if (turn?.publisher) await turn.publisher.ready();
      else await follower.site()?.register;
    },
    failure: () => (turn?.publisher ? turn.publisher.failure() : failure),
    rebuild() {
      if (turn?.publisher) turn.publisher.rebuild();
      else {
        wanted = true;
        alarm.ring();
      }
    },
    async idle() {
      await turn?.publisher?.idle();
    },
    close,
  };
}

function fail(): never {
  throw new Error('There is no edition to serve.');
}
