import { availableParallelism } from 'node:os';
import { serialize } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { entriesOf } from '../../register/handed-content.ts';
import { fileOf } from '../../site/paths.ts';
import { openApp } from '../rendering/built-app.ts';
import type { FileRecord } from '../serve/edition-files.ts';
import { openObjects } from './object-store.ts';
import type { PageWork, Told } from './page-worker.ts';
import { shared } from './shared-bytes.ts';
import type { PageMemory } from './page-memory.ts';
import { createRenderer, RenderError, type EditionContent } from './renderer.ts';

export interface PageOptions extends EditionContent {
  /** The compiled pages. */
  appDir: string;
  siteUrl: string;
  objectsDir: string;
  /** Every address that is to be made; see `editionPaths`. */
  paths: readonly string[];
  /** Is given each page with what it was made from. */
  take: (page: string, record: FileRecord, sources: Iterable<string>) => void;
  /** What was reckoned for pages of the editions before. */
  memory: PageMemory;
  /** Gives up; rejects then. */
  signal?: AbortSignal | undefined;
  log: (event: object) => void;
}

const MB = 2 ** 20;
/** What a thread takes, measured with 75 and 300 bodies: the compiled pages, and a copy of the content. */
const WORKER_MB = 150;
const WORKER_MB_A_BODY = 0.6;
/** Threads beside those that make pages: one for the index of who handles what. */
const BESIDE = 1;
/** Pages that a worker is given at a time: enough that it does not wait, and few enough that all end together. */
const AT_A_TIME = 48;
/** Up to so many pages, what a worker needs before its first takes longer than all of them do here. */
const HERE_MAX = 400;

/**
 * Makes the pages of an edition and keeps them as objects: a few in this process, between its other work; many in worker
 * threads. Rejects with a `RenderError` that names the first page that could not be made.
 */
export async function makePages(options: PageOptions): Promise<void> {
  if (options.paths.length <= HERE_MAX) await makeHere(options);
  else await makeInWorkers(options);
}

async function makeHere({
  appDir,
  siteUrl,
  objectsDir,
  paths,
  take,
  signal,
  memory,
  ...content
}: PageOptions): Promise<void> {
  const make = createRenderer(await openApp(appDir, siteUrl), content, memory);
  const objects = openObjects(objectsDir);
  for (const page of paths) {
    signal?.throwIfAborted();
    const { text, sources } = await make(page);
    take(page, objects.put(fileOf(page), Buffer.from(text)), sources);
    // Visitors are answered in between.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function makeInWorkers(options: PageOptions): Promise<void> {
  const { appDir, siteUrl, objectsDir, today, paths, register, history, take, signal, log } = options;
  const content = shared(serialize({ entries: entriesOf(register), history }));
  const work: PageWork = { appDir, siteUrl, objectsDir, today, content };
  const next = batches(paths);
  const wanted = Math.min(availableParallelism(), Math.ceil(paths.length / AT_A_TIME));
  const count = workersWithin(wanted, register.agencies.size, process.availableMemory() / MB, log);
  await Promise.all(Array.from({ length: count }, async () => runWorker(work, next, take, signal)));
}

/**
 * How many worker threads have room in so many MB, at least one. Says so where that is fewer than wanted: who runs the
 * portal learns why it takes long, and what to give it should it be ended for want of memory.
 */
export function workersWithin(
  wanted: number,
  bodies: number,
  availableMB: number,
  log: (event: object) => void,
): number {
  const each = WORKER_MB + WORKER_MB_A_BODY * bodies;
  const count = Math.max(1, Math.min(wanted, Math.floor(availableMB / each) - BESIDE));
  if (count < wanted || availableMB < (count + BESIDE) * each)
    log({
      event: 'memory-is-short',
      availableMB: Math.round(availableMB),
      neededMB: Math.round((wanted + BESIDE) * each),
      threads: count,
    });
  return count;
}

function* batches(paths: readonly string[]): Generator<string[]> {
  for (let start = 0; start < paths.length; start += AT_A_TIME) yield paths.slice(start, start + AT_A_TIME);
}

async function runWorker(
  workerData: PageWork,
  next: Generator<string[]>,
  take: PageOptions['take'],
  signal: AbortSignal | undefined,
): Promise<void> {
  const worker = new Worker(new URL('./page-worker.ts', import.meta.url), { workerData });
  const names: string[] = [];
  try {
    await new Promise<void>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason as Error));
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new RenderError(`Making pages ended with code ${code}.`)));
      worker.on('message', (told: Told) => {
        if ('fault' in told) {
          reject(new RenderError(told.fault));
          return;
        }
        // One by one: a country of 1,440 bodies names more at once than a call takes arguments.
        for (const name of told.names) names.push(name);
        for (const { page, record, sources } of told.pages) take(page, record, namesOf(sources, names));
        const { value, done } = next.next();
        if (done) resolve();
        else worker.postMessage(value);
      });
    });
  } finally {
    // Nobody else takes more work when one has failed.
    next.return(undefined);
    await worker.terminate();
  }
}

function* namesOf(sources: Uint32Array, names: readonly string[]): Generator<string> {
  for (const source of sources) yield names[source] ?? '';
}
