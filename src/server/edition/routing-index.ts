import { Worker } from 'node:worker_threads';
import { entriesOf } from '../../register/handed-content.ts';
import type { EntriesByCollection, Register, RegisterEntry } from '../../register/register.ts';
import type { FileRecord } from '../serve/edition-files.ts';
import type { RoutingAnswer, RoutingChange, RoutingPlace } from './routing-worker.ts';

type Entries = Required<EntriesByCollection>;
type CollectionOf = keyof Entries;

/** Makes the index of who handles what, in a thread that keeps what it has reckoned for the next edition. */
export interface RoutingIndex {
  /** Gives the files of the index for content on a day. Content is handed over once, and then what has changed of it. */
  make(content: { register: Register; today: Date }): Promise<FileRecord[]>;
  /** Ends the thread; what is being made rejects. Settles when the thread writes nothing any more. */
  stop(): Promise<void>;
}

export function createRoutingIndex(place: RoutingPlace, signal: AbortSignal): RoutingIndex {
  let worker: Worker | undefined;
  /** What the thread has of each collection. */
  let handed = new Map<CollectionOf, Map<string, RegisterEntry<CollectionOf>>>();
  let turn: Promise<unknown> = Promise.resolve();
  let ended: Promise<unknown> = Promise.resolve();

  async function stop(): Promise<void> {
    if (worker) ended = worker.terminate();
    worker = undefined;
    handed = new Map();
    await ended;
  }
  signal.addEventListener('abort', () => void stop());

  async function make(register: Register, today: Date): Promise<FileRecord[]> {
    signal.throwIfAborted();
    const running = (worker ??= new Worker(new URL('./routing-worker.ts', import.meta.url), { workerData: place }));
    // A thread that waits for the next edition keeps no process alive.
    running.ref();
    const { change, now } = changeFrom(handed, entriesOf(register));
    try {
      const records = await answerOf(running, { ...change, today });
      handed = now;
      return records;
    } catch (error) {
      await stop();
      throw error;
    } finally {
      running.unref();
    }
  }

  return {
    make({ register, today }) {
      const made = turn.then(() => make(register, today));
      turn = made.catch(() => undefined);
      return made;
    },
    stop,
  };
}

function answerOf(worker: Worker, work: RoutingChange & { today: Date }): Promise<FileRecord[]> {
  return new Promise((resolve, reject) => {
    const settle = (): void => void worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    const onMessage = (answer: RoutingAnswer): void => {
      settle();
      if ('fault' in answer) reject(new Error(answer.fault));
      else resolve(answer.records);
    };
    const onError = (error: unknown): void => {
      settle();
      reject(error as Error);
    };
    const onExit = (code: number): void => {
      settle();
      reject(new Error(`The index for the search could not be made (code ${code}).`));
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(work);
  });
}

/** The entries that are new or differ, and those that are gone. An entry that has not changed is the same object. */
function changeFrom(
  handed: ReadonlyMap<CollectionOf, ReadonlyMap<string, RegisterEntry<CollectionOf>>>,
  entries: Entries,
): { change: RoutingChange; now: Map<CollectionOf, Map<string, RegisterEntry<CollectionOf>>> } {
  const now = new Map<CollectionOf, Map<string, RegisterEntry<CollectionOf>>>();
  const change: RoutingChange = { entries: [], gone: [] };
  for (const collection of Object.keys(entries) as CollectionOf[]) {
    const before = handed.get(collection);
    const own = new Map<string, RegisterEntry<CollectionOf>>(entries[collection].map((entry) => [entry.id, entry]));
    for (const entry of own.values()) {
      const known = before?.get(entry.id);
      if (known?.data !== entry.data || known.html !== entry.html) change.entries.push({ collection, entry });
    }
    for (const id of before?.keys() ?? []) if (!own.has(id)) change.gone.push({ collection, id });
    now.set(collection, own);
  }
  return { change, now };
}
