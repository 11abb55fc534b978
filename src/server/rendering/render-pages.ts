import { availableParallelism } from 'node:os';
import { serialize } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { History } from '../../history/change.ts';
import { entriesOf } from '../../register/handed-content.ts';
import type { Register } from '../../register/register.ts';
import type { RenderWork } from './render-worker.ts';

export interface RenderOptions {
  /** The compiled pages. */
  appDir: string;
  siteUrl: string;
  register: Register;
  history: History;
  today: Date;
  /** Every address that is to be made; see `editionPaths`. */
  paths: readonly string[];
  /** The folder that pages are written into. */
  outDir: string;
  workers?: number;
  /** Ends the work before its end. */
  signal?: AbortSignal | undefined;
}

/** Pages that a worker is given at a time: enough that it does not wait, and few enough that all end together. */
const AT_A_TIME = 48;

/** A page that could not be made. */
export class RenderError extends Error {}

/**
 * Makes the pages of an edition in worker threads and writes them as files. Rejects with a `RenderError` that names the
 * first page that could not be made.
 */
export async function renderPages({
  paths,
  register,
  history,
  workers = availableParallelism(),
  signal,
  ...rest
}: RenderOptions): Promise<void> {
  const work: RenderWork = { ...rest, content: shared(serialize({ entries: entriesOf(register), history })) };
  const next = batches(paths);
  await Promise.all(Array.from({ length: workers }, () => runWorker(work, next, signal)));
}

function* batches(paths: readonly string[]): Generator<string[]> {
  for (let start = 0; start < paths.length; start += AT_A_TIME) yield paths.slice(start, start + AT_A_TIME);
}

function runWorker(workerData: RenderWork, next: Generator<string[]>, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  const worker = new Worker(new URL('./render-worker.ts', import.meta.url), { workerData });
  return new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new RenderError(`Making pages ended with code ${code}.`)));
    worker.on('message', (fault?: { path: string; message: string }) => {
      if (fault) {
        reject(new RenderError(`The page ${fault.path} could not be made: ${fault.message}`));
        return;
      }
      if (signal?.aborted) {
        reject(signal.reason as Error);
        return;
      }
      const { value, done } = next.next();
      if (done) resolve();
      else worker.postMessage(value);
    });
  }).finally(() => {
    // Nobody else takes more work when one has failed.
    next.return(undefined);
    return worker.terminate();
  });
}

function shared(bytes: Buffer): SharedArrayBuffer {
  const buffer = new SharedArrayBuffer(bytes.byteLength);
  new Uint8Array(buffer).set(bytes);
  return buffer;
}
