import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ReadDocument } from './blocks.ts';
import { ImportError } from './import-error.ts';
import type { Limits } from './limits.ts';

/**
 * Reads a document into blocks, in a thread that is ended when it takes too long or too much memory. Throws an
 * ImportError for one that is too large, damaged or of another kind.
 */
export async function readDocument(name: string, bytes: Buffer, limits: Limits): Promise<ReadDocument> {
  refuseLarge(name, bytes.length, limits);
  const answer = await inThread(name, bytes, limits);
  if ('document' in answer) return answer.document;
  if ('refusal' in answer) throw new ImportError(answer.refusal.what, answer.refusal.remedy);
  throw new ImportError(
    `${name} cannot be read; it is damaged or built in an unusual way.`,
    'Open it in the program it was made with, save it anew, and import that.',
    { cause: new Error(answer.failure) },
  );
}

/** Reads the bytes of a file, never more than the limit. Throws an ImportError for one that is missing or too large. */
export async function readLimited(path: string, limits: Limits): Promise<Buffer> {
  const file = await open(path).catch((cause: NodeJS.ErrnoException) => {
    throw new ImportError(
      cause.code === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be opened (${cause.code}).`,
      'Check the path and your permission to read it.',
      { cause },
    );
  });
  try {
    const status = await file.stat();
    if (!status.isFile()) throw new ImportError(`${path} is not a file.`, 'Name one document, not a folder.');
    refuseLarge(basename(path), status.size, limits);
    return await file.readFile();
  } finally {
    await file.close();
  }
}

function refuseLarge(name: string, size: number, { fileBytes }: Limits): void {
  if (size > fileBytes)
    throw new ImportError(
      `${name} has ${(size / 1e6).toFixed(1)} MB; ${fileBytes / 1e6} MB are allowed.`,
      'Remove the pictures, or import the table of services alone.',
    );
}

/** How often the memory of the thread is looked at. */
const WATCH_MS = 25;

type Answer = { document: ReadDocument } | { refusal: { what: string; remedy: string } } | { failure: string };

function inThread(name: string, bytes: Buffer, limits: Limits): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./readers/worker.ts', import.meta.url), {
      workerData: { name, bytes, limits },
      resourceLimits: { maxOldGenerationSizeMb: limits.readingMegabytes },
      // The document is untrusted: its thread sees no secrets of the environment.
      env: {},
    });
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      clearInterval(watch);
      void worker.terminate().then(settle, settle);
    };
    const refuse = (what: string, cause?: unknown): void =>
      finish(() =>
        reject(
          new ImportError(
            `${name} ${what}.`,
            'Save the text alone as a new document, without annexes, and import that.',
            { cause },
          ),
        ),
      );
    const timer = setTimeout(
      () => refuse(`takes longer than ${limits.readingMs / 1000} seconds to read`),
      limits.readingMs,
    );
    // The limit of the thread itself does not count buffers, into which a document unpacks.
    const watch = setInterval(() => {
      void worker.getHeapStatistics().then(
        ({ total_heap_size: heap, external_memory: buffers }) => {
          if (heap + buffers > limits.readingMegabytes * 1e6) refuse('takes too much memory to read');
        },
        // It has not begun yet, or has ended already.
        () => undefined,
      );
    }, WATCH_MS);
    worker.once('message', (answer: Answer) => finish(() => resolve(answer)));
    worker.once('error', (cause) => refuse('takes too much memory to read, or cannot be read at all', cause));
  });
}
